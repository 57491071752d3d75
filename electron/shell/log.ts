// One file beside the window's profile, for the person who looks for a fault; never the content of a meeting.
import { join } from 'node:path'
import log from 'electron-log/main'

/** Opens the log in this folder; the console keeps warnings only. */
export function openLog(folder: string): void {
  log.transports.file.resolvePathFn = () => join(folder, 'main.log')
  log.transports.file.maxSize = 2 * 1024 * 1024
  log.transports.file.level = 'info'
  log.transports.console.level = 'warn'
  log.errorHandler.startCatching({ showDialog: false })
}

export { log }
