export const appHost = 'seances'
/** Origin of our windows; messages from any other are refused. */
export const appOrigin = `app://${appHost}`

type Frame = { readonly origin: string }
/** As much of Electron's events and windows as decides who may call. */
type Sending = { readonly sender: { readonly id: number }; readonly senderFrame: Frame | null }
type OurWindow = {
  isDestroyed(): boolean
  readonly webContents: { readonly id: number; readonly mainFrame: Frame }
}

/** True for the main frame of `window`, on our own origin. No leniency: a frame that is gone or blank is refused. */
export function isOurPage(event: Sending, window: OurWindow | null): boolean {
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
