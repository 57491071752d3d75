import type { Output } from '../../contract/index.ts'
import { addDays } from '../../domain/time/civil-date.ts'
import type { ReadContext } from '../context.ts'
import { dueTexts } from '../watch/index.ts'

/** Half a year ahead is what a meeting can still prepare. */
const AHEAD_DAYS = 183
const MOST = 3

export function textDeadlines({
  tx,
  today,
}: Pick<ReadContext, 'tx' | 'today'>): Promise<Output<'home.beside'>['deadlines']> {
  return dueTexts(tx, { from: today, to: addDays(today, AHEAD_DAYS), limit: MOST })
}
