import { execFile } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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

/** The same of every file below some folders of one that was just written; those that are not there hold none. */
export async function markWithin(folder: string, parts: readonly string[]): Promise<void> {
  if (process.platform !== 'win32' && process.platform !== 'darwin') return
  for (const part of parts) {
    const entries = await readdir(join(folder, part), { recursive: true, withFileTypes: true }).catch(
      () => [],
    )
    for (const entry of entries) if (entry.isFile()) await markAsReceived(join(entry.parentPath, entry.name))
  }
}

/** Flags of a download that nobody has approved yet, when, and by which program. */
const quarantine = () => `0081;${Math.floor(Date.now() / 1000).toString(16)};Séances INP;`
