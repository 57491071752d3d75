import { AppError } from '../../../contract/errors.ts'
import type { MailSettings } from '../../../contract/sending.ts'
import type { Desk } from '../../../db/desk/desk.ts'
import type { MailAccount } from '../../../domain/dispatch/sending.ts'
import type { LongContext } from '../../context.ts'

export const settingsOf = ({ mailAccount }: Desk): MailSettings => ({ account: mailAccount })

export async function setMailAccount(
  context: LongContext,
  { account }: { account: MailAccount | null },
): Promise<MailSettings> {
  return settingsOf(await context.setDesk({ mailAccount: account }))
}

/** Speaks with the server as it would for a message, and hands it none. */
export async function tryMailAccount(
  context: LongContext,
  { password }: { password: string },
): Promise<Record<string, never>> {
  const account = accountOf(context.desk)
  const tried = await context.runJob('sendMail', { account, password, message: null })
  if (tried.outcome === 'failed') throw new AppError(tried.code)
  return {}
}

export function accountOf({ mailAccount }: Desk): MailAccount {
  if (mailAccount === null) throw new AppError('mail-not-chosen')
  return mailAccount
}
