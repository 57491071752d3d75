import type { HandedOver, HandOver } from '../domain/dispatch/hand-over.ts'

/** The libraries of each are loaded by the first message that needs them. */
export async function handOver(order: HandOver): Promise<HandedOver> {
  return order.account.way === 'drafts'
    ? (await import('./drafts.ts')).putIntoDrafts(order)
    : (await import('./smtp.ts')).sendBySmtp(order)
}
