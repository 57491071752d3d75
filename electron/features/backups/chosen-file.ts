// Encrypted copies chosen in a system dialog, by token, until their passphrase is given; kept until the process ends.
import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { EncryptedFile } from '../../contract/encryption.ts'
import { AppError } from '../../contract/errors.ts'
import { parseBackupName } from '../../db/backups/name.ts'

const chosen = new Map<string, { path: string; folder: string | null }>()

/** @param folder what was chosen, when it was a folder of copies. */
export function chooseEncrypted(path: string, folder: string | null = null): EncryptedFile {
  const encryptedToken = randomUUID()
  chosen.set(encryptedToken, { path, folder })
  return {
    encryptedToken,
    name: basename(folder ?? path),
    at: parseBackupName(basename(path))?.at ?? null,
  }
}

/** @throws AppError `not-found` for a token of no choice of this run. */
export function chosenEncrypted(encryptedToken: string): { path: string; folder: string | null } {
  const found = chosen.get(encryptedToken)
  if (found === undefined) throw new AppError('not-found')
  return found
}
