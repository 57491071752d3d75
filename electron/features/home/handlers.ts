import type { FirstStep } from '../../contract/home.ts'
import type { Output } from '../../contract/index.ts'
import type { Reader } from '../../db/driver.ts'
import { addDays } from '../../domain/time/civil-date.ts'
import type { Handlers, ReadContext } from '../context.ts'
import { getBody } from '../reads/settings.ts'
import { dueTexts } from '../watch/index.ts'
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

/** None once a meeting was held here: by then the secretariat knows where things are. */
async function firstSteps({ tx }: { tx: Reader }): Promise<FirstStep[]> {
  const held = await tx
    .selectFrom('meeting')
    .select('id')
    .where('state', '=', 'held')
    .where('takenOver', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (held !== undefined) return []
  const body = await getBody(tx)
  const person = await tx.selectFrom('person').select('id').limit(1).executeTakeFirst()
  const letterhead = await tx
    .selectFrom('letterhead')
    .select('id')
    .where('issuer', '!=', '')
    .limit(1)
    .executeTakeFirst()
  const lacks: Readonly<Record<FirstStep, boolean>> = {
    people: person === undefined,
    secretariat: body.contact === '',
    address: body.email === '',
    letterhead: letterhead === undefined,
  }
  return (Object.keys(lacks) as FirstStep[]).filter((step) => lacks[step])
}
