import type { Output } from '../../contract/index.ts'
import { addDays } from '../../domain/time/civil-date.ts'
import type { Handlers, ReadContext } from '../context.ts'
import { dueTexts } from '../watch/index.ts'
import { firstSteps } from './first-steps.ts'
import { doneSince } from './week.ts'

/** Half a year ahead is what a meeting can still prepare. */
const AHEAD_DAYS = 183
const MOST = 3

function textDeadlines({
  tx,
  today,
}: Pick<ReadContext, 'tx' | 'today'>): Promise<Output<'home.beside'>['deadlines']> {
  return dueTexts(tx, { from: today, to: addDays(today, AHEAD_DAYS), limit: MOST })
}

export const handlers: Handlers<'home'> = {
  async 'home.beside'(context) {
    const [deadlines, done, steps] = await Promise.all([
      textDeadlines(context),
      doneSince(context),
      firstSteps(context),
    ])
    return { deadlines, done, steps }
  },
}
