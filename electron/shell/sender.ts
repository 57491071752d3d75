import type { BrowserWindow, IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { appOrigin } from './app-protocol.ts'

/** True for the main frame of `window`, on our own origin. No leniency: a frame that is gone or blank is refused. */
export function isOurPage(event: IpcMainEvent | IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame
  return (
    window !== null &&
    !window.isDestroyed() &&
    frame !== null &&
    event.sender.id === window.webContents.id &&
    frame === window.webContents.mainFrame &&
    frame.origin === appOrigin
  )
}
