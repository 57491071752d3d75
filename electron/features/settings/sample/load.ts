import { AppError } from '../../../contract/errors.ts'
import type { Transaction } from '../../../db/driver.ts'
import type { LongContext } from '../../context.ts'
import { approveSample } from '../../minutes/index.ts'
import { demoRows } from './demo.ts'
import { type DemoRows, insertDemo } from './insert.ts'

/** What is drawn of it: with the day, its rows are known again. */
export const SAMPLE = { seed: 'exemple', years: 1 } as const

/** Loads one invented year around today; nobody sees half of it. */
export async function loadSample(context: LongContext): Promise<{ meetings: number }> {
  const used = await context.read(({ tx }) =>
    tx.selectFrom('meeting').select('id').limit(1).executeTakeFirst(),
  )
  if (used) throw new AppError('state-refuses')
  const rows = demoRows({ ...SAMPLE, end: context.today })
  const approved = rows.minutes.filter(({ state }) => state === 'approved')
  const minutes = rows.minutes.map((one) =>
    approved.includes(one) ? { ...one, state: 'validated' as const } : one,
  )
  await context.fill(async (tx) => {
    await insertDemo(tx, { ...rows, minutes })
    for (const { meetingId } of approved) await approve(context, tx, rows, meetingId)
  })
  return { meetings: rows.meeting.length }
}

/** By the meeting after it, on its day. */
async function approve(
  context: LongContext,
  tx: Transaction,
  rows: DemoRows,
  meetingId: string,
): Promise<void> {
  const by = rows.meeting[rows.meeting.findIndex(({ id }) => id === meetingId) + 1]
  if (by === undefined) throw new Error('no meeting of the sample approves these minutes')
  const item = rows.agendaItem.find((one) => one.meetingId === by.id && one.nature === 'approbation')
  await approveSample(context, tx, {
    ...{ meetingId, mode: 'meeting' as const, approvingMeetingId: by.id, itemId: item?.id ?? null },
    ...{ approvedOn: by.date, corrections: '' },
  })
}
