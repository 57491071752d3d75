// Encrypted copies chosen in a system dialog, by token, until their passphrase is given; kept until the process ends.
import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { AppError } from '../../contract/errors.ts'
import type { SealedFile } from '../../contract/sealing.ts'
import { parseBackupName } from '../../db/backups/name.ts'

const chosen = new Map<string, { path: string; folder: string | null }>()

/** @param folder what was chosen, when it was a folder of copies. */
export function chooseSealed(path: string, folder: string | null = null): SealedFile {
  const sealedToken = randomUUID()
  chosen.set(sealedToken, { path, folder })
  return {
    sealedToken,
    name: basename(folder ?? path),
    at: parseBackupName(basename(path))?.at ?? null,
  }
}

/** @throws AppError `not-found` for a token of no choice of this run. */
export function chosenSealed(sealedToken: string): { path: string; folder: string | null } {
  const found = chosen.get(sealedToken)
  if (found === undefined) throw new AppError('not-found')
  return found
}
