import { z } from 'zod'
import { MailAccount, Sending } from '../domain/dispatch/sending.ts'
import { Id, Version } from '../domain/ids.ts'
import { DispatchView } from './dispatch.ts'
import { journaled, long, read, shell } from './method.ts'

/** How messages leave from this machine. */
export const MailSettings = z.strictObject({
  /** Null: nothing leaves from here, messages are opened in the mail program. */
  account: MailAccount.nullable(),
})
export type MailSettings = z.infer<typeof MailSettings>

/**
 * `kept`: by the system's keychain; `session`: known until the application ends; `none`: to be asked. `canKeep`: whether
 * this machine has a keychain that encrypts.
 */
export const PasswordState = z.strictObject({
  standing: z.enum(['none', 'session', 'kept']),
  canKeep: z.boolean(),
})
export type PasswordState = z.infer<typeof PasswordState>

export const sending = {
  'sending.settings': read(() => [z.strictObject({}), MailSettings]),
  /** Another server or another account: the password that was known is forgotten. */
  'sending.setAccount': shell('saves', () => [
    z.strictObject({ account: MailAccount.nullable() }),
    MailSettings,
  ]),
  'sending.password': shell('reads', () => [z.strictObject({}), PasswordState]),
  /** Into the system's keychain; where there is none, into memory alone. */
  'sending.setPassword': shell('acts', () => [
    z.strictObject({ password: z.string().min(1).max(1_000) }),
    PasswordState,
  ]),
  'sending.forgetPassword': shell('acts', () => [z.strictObject({}), PasswordState]),
  /** Speaks with the server as far as the account, and with a mailbox as far as its drafts; nothing is put there. */
  'sending.try': shell('acts', () => [z.strictObject({}), z.strictObject({})]),
  /** Newest last; of every message of the meeting. */
  'sending.list': read(() => [z.strictObject({ meetingId: Id }), z.array(Sending)]),
  /**
   * Hands the message over as it is now: into the drafts of the mailbox, or to its recipients, and then it is marked as
   * sent. Written down before the server is spoken to; a message that may have left is never handed over again
   * (`mail-perhaps-left`) until `sending.settle` says what became of it.
   */
  'sending.send': journaled(
    'envoi d’un message',
    shell('acts', () => [z.strictObject({ id: Id, version: Version }), DispatchView]),
    { counted: 'sent' },
  ),
  /** What somebody saw of a message that may have left; one that did, to its recipients, is marked as sent. */
  'sending.settle': journaled(
    'envoi d’un message éclairci',
    long('acts', () => [z.strictObject({ id: Id, hasLeft: z.boolean() }), DispatchView]),
  ),
}
