// Given at convocation, per series and civil year; kept when moved or cancelled.
import type { Reader } from '../../db/driver.ts'
import type { DispatchKind } from '../../domain/dispatch/dispatch.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'

/** Where a number counts: meetings without a series are one group. */
type Group = Pick<Meeting, 'seriesId' | 'date'>

const yearOf = (date: string) => [`${date.slice(0, 4)}-01-01`, `${date.slice(0, 4)}-12-31`] as const

/**
 * The number that comes next in a series and civil year: one more than the highest that this year gave, those of
 * meetings cancelled, deleted or moved into another year included. One that came with a meeting from another year is
 * not of this row: it is passed over, not followed.
 */
export async function nextNumber(tx: Reader, group: Group): Promise<number> {
  const [from, to] = yearOf(group.date)
  const rows = await tx
    .selectFrom('meeting')
    .select(['meeting.number', 'meeting.date'])
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom('meetingMove')
            .select('meetingMove.id')
            .whereRef('meetingMove.meetingId', '=', 'meeting.id')
            .where((of) => of.between('meetingMove.fromDate', from, to)),
        )
        .as('wasHere'),
      eb
        .exists(
          eb
            .selectFrom('meetingMove')
            .select('meetingMove.id')
            .whereRef('meetingMove.meetingId', '=', 'meeting.id')
            .where((of) => of.not(of.between('meetingMove.fromDate', from, to))),
        )
        .as('wasElsewhere'),
    ])
    .where('seriesId', group.seriesId === null ? 'is' : '=', group.seriesId)
    .where('number', 'is not', null)
    .execute()
  const taken = new Set<number>()
  let highest = 0
  for (const { number, date, wasHere, wasElsewhere } of rows) {
    const isHere = date >= from && date <= to
    if (number === null || !(isHere || wasHere)) continue
    taken.add(number)
    if (!isHere || !wasElsewhere) highest = Math.max(highest, number)
  }
  let next = highest + 1
  while (taken.has(next)) next += 1
  return next
}

/** Whether no other meeting of the series has a number in a civil year; cancelled and deleted ones keep theirs. */
export async function isFreeNumber(
  tx: Reader,
  { id, seriesId, date, number }: Group & { id: string; number: number },
): Promise<boolean> {
  const [from, to] = yearOf(date)
  const taken = await tx
    .selectFrom('meeting')
    .select('id')
    .where('number', '=', number)
    .where('seriesId', seriesId === null ? 'is' : '=', seriesId)
    .where((eb) => eb.between('date', from, to))
    .where('id', '!=', id)
    .executeTakeFirst()
  return taken === undefined
}

/** A meeting's number on another date or in another series: kept, unless taken there; then the next one. */
export async function numberIn(
  tx: Reader,
  { id, number }: Pick<Meeting, 'id' | 'number'>,
  group: Group,
): Promise<number | null> {
  if (number === null || (await isFreeNumber(tx, { id, ...group, number }))) return number
  return nextNumber(tx, group)
}

/** The meeting under the number that it has or, in a convocation, that sending it will give. */
export async function numbered(tx: Reader, meeting: Meeting, kind: DispatchKind): Promise<Meeting> {
  if (kind !== 'convocation' || meeting.number !== null) return meeting
  return { ...meeting, number: await nextNumber(tx, meeting) }
}

/** The same on the papers of the room, as soon as a convocation that says the number is prepared. */
export async function announced(tx: Reader, meeting: Meeting): Promise<Meeting> {
  const letter = await tx
    .selectFrom('dispatch')
    .select('id')
    .where('meetingId', '=', meeting.id)
    .where('kind', '=', 'convocation')
    .executeTakeFirst()
  return letter === undefined ? meeting : numbered(tx, meeting, 'convocation')
}

/**
 * The number that a first convocation would give, where nobody could say it yet: the application is taken up in mid-year,
 * and no meeting of the series was ever numbered in it. Null otherwise.
 */
export async function firstNumber(tx: Reader, meeting: Meeting): Promise<number | null> {
  if (meeting.number !== null || meeting.date.slice(5, 7) === '01') return null
  const [from, to] = yearOf(meeting.date)
  const numbered = await tx
    .selectFrom('meeting')
    .select('id')
    .where('seriesId', meeting.seriesId === null ? 'is' : '=', meeting.seriesId)
    .where('number', 'is not', null)
    // Those of the same year that came from files say which number is next.
    .where((eb) => eb.or([eb('takenOver', 'is', null), eb.between('date', from, to)]))
    .executeTakeFirst()
  return numbered === undefined ? nextNumber(tx, meeting) : null
}
