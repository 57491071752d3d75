import type { MailOrder, MailOutcome } from '../domain/dispatch/mail-order.ts'

/** The libraries of each are loaded by the first message that needs them. */
export async function sendMail(order: MailOrder): Promise<MailOutcome> {
  return order.account.way === 'drafts'
    ? (await import('./drafts.ts')).putIntoDrafts(order)
    : (await import('./smtp.ts')).sendBySmtp(order)
}
