import type { AskedPerson } from '../../domain/attendance/reply.ts'

/**
 * Who is listed from the start: titulaires, and of the others (deputies, guests) those who said that they come.
 * A deputy comes when the titulaire does not; a guest's place is one item.
 */
export function isListed({ role, reply }: Pick<AskedPerson, 'role' | 'reply'>): boolean {
  if (role === 'titulaire') return true
  return reply?.answer === 'onSite' || reply?.answer === 'remote'
}
