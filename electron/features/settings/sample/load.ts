import { AppError } from '../../../contract/errors.ts'
import type { LongContext } from '../../context.ts'
import { demoRows } from './demo.ts'
import { insertDemo } from './insert.ts'

/** Loads one invented year around today. */
export async function loadSample(context: LongContext): Promise<{ meetings: number }> {
  const used = await context.read(({ tx }) =>
    tx.selectFrom('meeting').select('id').limit(1).executeTakeFirst(),
  )
  if (used) throw new AppError('state-refuses')
  const rows = demoRows({ seed: 'exemple', years: 1, end: context.today })
  await context.fill((tx) => insertDemo(tx, rows))
  return { meetings: rows.meeting.length }
}
