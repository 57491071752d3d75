import { open } from 'node:fs/promises'
import { ENCRYPTED_EXTENSION } from '../backups/name.ts'

const HEAD = 'age-encryption.org/'

/** One that was renamed is known by its first bytes, one that was cut short by its name. */
export async function isEncryptedFile(path: string): Promise<boolean> {
  if (path.endsWith(ENCRYPTED_EXTENSION)) return true
  const file = await open(path, 'r').catch(() => null)
  if (file === null) return false
  try {
    const head = Buffer.alloc(HEAD.length)
    await file.read(head, 0, head.length, 0)
    return head.toString('latin1') === HEAD
  } finally {
    await file.close()
  }
}
