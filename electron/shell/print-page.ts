import type { BrowserWindow } from 'electron'
import type { Output } from '../contract/index.ts'
import { log } from './log.ts'

/** How Chromium says that the dialog was left without printing. */
const CANCELLED = /cancel/i

/** The margins of a sheet are not the page's: the ground of the window is behind them. */
const PAPER = '#ffffff'

/** The page decides by its print styles what is on paper; the system's dialog decides where it goes. */
export function printPage(window: BrowserWindow): Promise<Output<'app.print'>> {
  const ground = window.getBackgroundColor()
  window.setBackgroundColor(PAPER)
  return new Promise((resolve) => {
    window.webContents.print({ printBackground: true }, (isPrinted, reason) => {
      if (!window.isDestroyed()) window.setBackgroundColor(ground)
      if (!isPrinted && !CANCELLED.test(reason)) log.warn(`nothing was printed: ${reason}`)
      resolve({ outcome: isPrinted ? 'printed' : CANCELLED.test(reason) ? 'cancelled' : 'failed' })
    })
  })
}
