import type { Output } from './index.ts'
import type { BackupExamination } from './wire-backups.ts'

/** Kept by this desk to encrypt copies; opening them takes the passphrase. */
export type EncryptionKey = {
  /** Encrypts: public. */
  recipient: string
  /** Names of encrypted attachments are made with it. */
  nameSecret: string
  /** The key that decrypts, encrypted with the passphrase, as a file of the age program. */
  text: string
  /** The name of that file beside the copies. */
  name: string
}

/** A file to encrypt; `expected` is the hash of its plain bytes: one that is otherwise is not encrypted. */
export type EncryptionOrder = { from: string; to: string; expected: string | null }

/** An encrypted copy, what opens it, and the keys that this desk knows besides those that lie beside the copy. */
export type DecryptionOrder = { path: string; passphrase: string; keys: readonly string[] }

/** The passphrase typed to open encrypted files, null when nobody was asked; with the keys that this desk knows. */
export type EncryptionWords = { passphrase: string | null; keys: readonly string[] }

export type EncryptionCalls = {
  restoreChosen: {
    input: { path: string; passphrase?: string }
    output: NonNullable<Output<'backups.restoreChosen'>>
  }
  examineSource: { input: { path: string }; output: NonNullable<Output<'handOver.chooseSource'>> }
}

export type EncryptionJobs = {
  /** A new key, or the former one that this passphrase opens: what was encrypted for it need not be encrypted again. */
  makeEncryptionKey: { input: { passphrase: string; former: readonly string[] }; output: EncryptionKey }
  /** The same key under another passphrase. */
  changeEncryptionKey: {
    input: { keys: readonly string[]; current: string; next: string }
    output: EncryptionKey
  }
  /** The key itself, for the recovery sheet. */
  openEncryptionKey: {
    input: { keys: readonly string[]; passphrase: string }
    output: { identity: string; recipient: string }
  }
  /** Each file encrypted and read back; returns the hash of the encrypted file, null for one that was not as expected. */
  encryptFiles: {
    input: { files: readonly EncryptionOrder[]; recipient: string }
    output: { encrypted: (string | null)[] }
  }
  /**
   * An encrypted copy as plain files in the folder `to`, which must not exist: its database, and its attachments unless
   * they lie whole in the store of `have`. `key` goes on encrypting under the same passphrase.
   */
  decrypt: {
    input: DecryptionOrder & { to: string; withAttachments: boolean; have: string | null }
    output: { path: string; key: EncryptionKey | null }
  }
  /** The copy opened, its database examined whole, every attachment decrypted; nothing plain stays. */
  verifyEncrypted: {
    input: DecryptionOrder & { to: string }
    output: Pick<BackupExamination, 'condition' | 'missing'> & { mark: string | null }
  }
}
