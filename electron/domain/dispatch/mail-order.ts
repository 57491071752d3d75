import type { MailAccount } from './sending.ts'

/** One message for one server; without a message the account alone is tried. */
export type MailOrder = {
  account: MailAccount
  password: string
  message: {
    bytes: Uint8Array
    messageId: string
    from: string
    /** Everybody that it goes to, those in blind copy too. */
    to: readonly string[]
  } | null
}

/** `failed`: nothing left, for certain. A server that took it may have refused some of the recipients. */
export type MailOutcome =
  | { outcome: 'done'; answer: string; refused: readonly { recipient: string; answer: string }[] }
  | { outcome: 'failed'; code: MailFailure; answer: string }
  | { outcome: 'unknown'; answer: string }

export type MailFailure =
  | 'mail-password-wrong'
  | 'mail-server-away'
  | 'mail-certificate'
  | 'mail-without-tls'
  | 'mail-no-drafts'
  | 'mail-recipients-refused'
  | 'mail-too-large'
  | 'mail-quota'
  | 'mail-refused'
