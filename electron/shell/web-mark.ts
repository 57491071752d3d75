import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { log } from './log.ts'

/** The zone of files from the internet: Windows and Office then ask before they run anything of them. */
const ZONE = '[ZoneTransfer]\r\nZoneId=3\r\n'

/**
 * Says to the system that a file came from elsewhere, as a mail program does of what it saves. Linux has no such mark, and
 * a disk that cannot hold it keeps the file without.
 */
export async function markAsReceived(path: string): Promise<void> {
  try {
    if (process.platform === 'win32') await writeFile(`${path}:Zone.Identifier`, ZONE)
    else if (process.platform === 'darwin')
      await promisify(execFile)('/usr/bin/xattr', ['-w', 'com.apple.quarantine', quarantine(), path])
  } catch (cause) {
    log.warn(`a file was not marked as received: ${String(cause)}`)
  }
}

/** Flags of a download that nobody has approved yet, when, and by which program. */
const quarantine = () => `0081;${Math.floor(Date.now() / 1000).toString(16)};Séances INP;`
