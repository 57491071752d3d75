import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../contract/errors.ts'
import type { Method } from '../../contract/index.ts'
import type { DecryptionOrder, EncryptionJobs } from '../../contract/wire-encryption.ts'
import { OPENED_FOLDER } from '../../db/backups/opened-folder.ts'
import type { Desk } from '../../db/desk/desk.ts'
import type { LongContext } from '../context.ts'

/** Needed to open a copy, with the data open or not. */
export type Opening = Pick<LongContext, 'desk' | 'emit' | 'runJob'> & { readonly ownFolder: string }

type How = {
  passphrase: string | undefined
  /** Under whose name the window is told how far it is. */
  method: Method
  signal?: AbortSignal
}

/**
 * Opens an encrypted copy for `work`, which may move its files away.
 * @param how.attachments `lacking`: those that the data do not have whole.
 * @throws AppError `passphrase-needed`, `passphrase-wrong`, `encryption-key-missing`, `encrypted-damaged`…
 */
export async function withOpened<T>(
  context: Opening,
  path: string,
  how: How & { attachments: 'all' | 'lacking' | 'none' },
  work: (opened: EncryptionJobs['decrypt']['output']) => Promise<T>,
): Promise<T> {
  const to = placeToOpen(context)
  try {
    const withAttachments = how.attachments !== 'none'
    const have = how.attachments === 'lacking' ? context.ownFolder : null
    const order = { ...orderOf(context, path, how), to, withAttachments, have }
    const opened = await context.runJob('decrypt', order, options(context, how))
    return await work(opened)
  } finally {
    await rm(to, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Examines everything of an encrypted copy. */
export async function verifyOpened(
  context: Opening,
  path: string,
  how: How,
): Promise<EncryptionJobs['verifyEncrypted']['output']> {
  const to = placeToOpen(context)
  try {
    const order = { ...orderOf(context, path, how), to }
    return await context.runJob('verifyEncrypted', order, options(context, how))
  } finally {
    // A job that was ended leaves what it had opened.
    await rm(to, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Every locked key that this desk knows, the present one first. */
export function knownKeys({ encryption, formerEncryptionKeys }: Desk): string[] {
  return [...(encryption === null ? [] : [encryption.text]), ...formerEncryptionKeys]
}

function orderOf({ desk }: Opening, path: string, { passphrase }: How): DecryptionOrder {
  if (passphrase === undefined) throw new AppError('passphrase-needed')
  return { path, passphrase, keys: knownKeys(desk) }
}

function options(context: Opening, { method, signal }: How) {
  return {
    onProgress: (done: number, total: number) => context.emit({ topic: 'progress', method, done, total }),
    ...(signal === undefined ? {} : { signal }),
  }
}

function placeToOpen({ ownFolder }: Opening): string {
  return join(ownFolder, OPENED_FOLDER, randomUUID())
}
