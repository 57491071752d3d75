import type { Reader } from '../../db/driver.ts'
import { askedCount, isConvened, replyCounts } from '../../domain/attendance/reply.ts'
import type { MeetingRow } from '../../domain/meetings/meeting.ts'
import { askedTo } from '../reads/replies.ts'

export type Waiting = {
  /** Seats and guests asked to a convened meeting, and of how many no answer came; both 0 for any other. */
  asked: number
  replies: number
  /** Documents awaited and not received, and the first day on which one is due. */
  documents: number
  documentsDue: string | null
  /** Observations of the members that are still open, and the end of their review. */
  observations: number
  reviewDeadline: string | null
  /** Until when its members, asked in writing, may answer. */
  closesOn: string | null
}

/** By meeting; only those that wait for something are worth saying. */
export async function waitingOf(
  tx: Reader,
  rows: readonly MeetingRow[],
  today: string,
): Promise<Map<string, Waiting>> {
  const ids = rows.map(({ id }) => id)
  const awaited = tx
    .selectFrom('awaitedDocument')
    .innerJoin('agendaItem', 'agendaItem.id', 'awaitedDocument.itemId')
    .select(['agendaItem.meetingId'])
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('awaitedDocument.dueOn').as('due')])
    .where('agendaItem.meetingId', 'in', ids)
    .where('awaitedDocument.attachmentId', 'is', null)
    .groupBy('agendaItem.meetingId')
    .execute()
  const open = tx
    .selectFrom('observation')
    .innerJoin('minutes', 'minutes.meetingId', 'observation.meetingId')
    .select(['observation.meetingId', 'minutes.reviewDeadline'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('observation.meetingId', 'in', ids)
    .where('observation.paper', '=', 'minutes')
    .where('observation.state', '=', 'open')
    .where('minutes.state', '!=', 'approved')
    .groupBy(['observation.meetingId', 'minutes.reviewDeadline'])
    .execute()
  const consulted = tx
    .selectFrom('minutes')
    .select(['meetingId', 'consultationDeadline'])
    .where('meetingId', 'in', ids)
    .where('state', '=', 'validated')
    .where('consultationDeadline', '>=', today)
    .where('meetingId', 'in', (eb) =>
      eb
        .selectFrom('dispatch')
        .select('meetingId')
        .where('kind', '=', 'writtenApproval')
        .where('state', '=', 'sent'),
    )
    .execute()
  const isAhead = ({ date, state }: MeetingRow) => date >= today && state !== 'held'
  const asking = rows.filter((row) => isAhead(row) && row.state === 'convened')
  const answers = asking.map(async (row) => [row.id, await repliesOf(tx, row)] as const)
  const [documents, observations, asked, replies] = await Promise.all([
    awaited,
    open,
    consulted,
    Promise.all(answers),
  ])
  const answered = new Map(replies)
  const waiting = new Map<string, Waiting>()
  for (const row of rows) {
    const own = documents.find(({ meetingId }) => meetingId === row.id)
    const said = observations.find(({ meetingId }) => meetingId === row.id)
    waiting.set(row.id, {
      ...(answered.get(row.id) ?? { asked: 0, replies: 0 }),
      documents: isAhead(row) ? (own?.count ?? 0) : 0,
      documentsDue: own?.due ?? null,
      observations: said?.count ?? 0,
      reviewDeadline: said?.reviewDeadline ?? null,
      closesOn: asked.find(({ meetingId }) => meetingId === row.id)?.consultationDeadline ?? null,
    })
  }
  return waiting
}

/** Counted as on the screen of the replies: of who was not convened nothing is awaited. */
async function repliesOf(tx: Reader, row: MeetingRow): Promise<Pick<Waiting, 'asked' | 'replies'>> {
  const asked = (await askedTo(tx, row.id)).filter(isConvened)
  return { asked: askedCount(asked), replies: replyCounts(asked).awaited }
}
