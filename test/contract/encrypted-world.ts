import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { changeDesk } from '../../electron/db/desk/desk.ts'
import { makeEncryptionKey } from '../../electron/db/encryption/encryption.ts'
import type { OpenedCore } from './open-core.ts'

export const PASSPHRASE = 'tulipe ardoise café marmotte dix-sept'

/** Encrypts what this desk copies from now on, as if it had been turned on; the key opens with `PASSPHRASE`. */
export async function encryptDesk(
  { folder }: Pick<OpenedCore, 'folder'>,
  passphrase = PASSPHRASE,
): Promise<void> {
  const key = await makeEncryptionKey(passphrase, [], 10)
  const encryption = { ...key, since: '2026-11-24T08:00:00.000Z' }
  // In its turn: an opened core may be writing there.
  await changeDesk(folder, { encryption })
}

/** The encrypted copies of a folder, newest first. */
export function encryptedIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.seances.age'))
    .sort()
    .reverse()
}

/** The files below a folder that hold one of these words, in UTF-8 or UTF-16. */
export function holdersOf(folder: string, words: readonly string[]): string[] {
  const sought = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')])
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = Buffer.concat([Buffer.from(path.slice(folder.length)), readFileSync(path)])
      return sought.some((word) => bytes.includes(word))
    })
}
