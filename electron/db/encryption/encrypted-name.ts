// Apart from the encryption itself, so that the core can name attachments among encrypted copies without loading it.
import { createHmac } from 'node:crypto'

/** The secret of names; follows from the key that decrypts, which does not follow from it. */
export function nameSecretOf(identity: string): string {
  return createHmac('sha256', identity).update('seances-inp/noms-des-pieces').digest('hex')
}

/** The same for the same bytes, and tells nothing of them to whoever has not the secret. */
export function encryptedName(nameSecret: string, hash: string): string {
  return `${createHmac('sha256', Buffer.from(nameSecret, 'hex')).update(hash).digest('hex')}.age`
}
