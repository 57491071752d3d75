import { z } from 'zod'
import { Instant } from '../domain/ids.ts'
import { LINE_LENGTH } from '../domain/limits.ts'
import { LONGEST_PASSPHRASE } from '../domain/text/passphrase.ts'
import { long } from './method.ts'

/** A passphrase, or the key of the recovery sheet in its place. Never logged, never stored. */
export const Passphrase = z.string().min(1).max(LINE_LENGTH)
/** How strong it must be is told by `passphrase-weak`. */
const NewPassphrase = z.string().min(1).max(LONGEST_PASSPHRASE)

/** An encrypted copy that was chosen somewhere: it is known by its token until its passphrase is given. */
export const EncryptedFile = z.strictObject({
  encryptedToken: z.string(),
  /** Last part of the name of what was chosen. */
  name: z.string(),
  /** By the name of the copy; null for what bears none. */
  at: Instant.nullable(),
})
export type EncryptedFile = z.infer<typeof EncryptedFile>

/** How the copies of the second folder are encrypted. */
export const EncryptionState = z.strictObject({
  since: Instant,
  /** The file with the locked key, beside the copies. */
  keyName: z.string(),
})
export type EncryptionState = z.infer<typeof EncryptionState>

export const encryption = {
  /** From now on every copy is encrypted; then those that are there. Cut short, these are with the next copy. */
  'encryption.turnOn': long('saves', () => [z.strictObject({ passphrase: NewPassphrase }), EncryptionState]),
  /** The same key under another passphrase: copies made before open with it too. */
  'encryption.changePassphrase': long('saves', () => [
    z.strictObject({ current: Passphrase, next: NewPassphrase }),
    EncryptionState,
  ]),
  /** Copies to come are plain again; encrypted ones stay, and open as before. */
  'encryption.turnOff': long('saves', () => [z.strictObject({}), z.strictObject({})]),
}
