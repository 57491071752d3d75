import { type BrowserWindow, Notification, powerMonitor } from 'electron'
import type { CoreHost } from './core-host.ts'
import { noticeText as text } from './text/notices.ts'

/** The first screen comes before. */
const AFTER_START_MS = 30_000
/** A new day is met within so long, in milliseconds. */
const EVERY_MS = 30 * 60_000

/** Says once a day what is due, by the system's notifications; the core knows whether anybody wants it. */
export function announceDue(core: CoreHost, window: () => BrowserWindow): void {
  const look = async () => {
    const found = await core.internal('dueNotice', {})
    if (!found.ok || found.value === null) return
    const notice = new Notification({ title: text.title, body: text.due(found.value) })
    notice.on('click', () => {
      const shown = window()
      if (shown.isMinimized()) shown.restore()
      shown.focus()
    })
    notice.show()
  }
  setTimeout(() => void look(), AFTER_START_MS)
  setInterval(() => void look(), EVERY_MS)
  powerMonitor.on('resume', () => void look())
}
