import type { Reader } from '../../db/driver.ts'
import { updateRow } from '../../db/rows.ts'
import type { Row } from '../../db/tables.ts'
import type { MinutesState } from '../../domain/minutes/minutes.ts'
import { addDays } from '../../domain/time/civil-date.ts'
import type { WriteContext } from '../context.ts'
import { deadlineOf } from '../reads/dispatch-deadline.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { openMinutes } from '../reads/minutes.ts'
import { addVersion, withoutPapers } from './versions.ts'

/**
 * @param sent.toMembers false when only the chair has it: it is read over inside first.
 * @param sent.paper the kept PDF that left with the message; null when none did.
 */
export async function draftLeft(
  writing: WriteContext,
  meetingId: string,
  sent: {
    toMembers: boolean
    paper: { sha256: string; pageCount: number | null; sizeBytes: number } | null
  },
): Promise<void> {
  const { tx, now } = writing
  const minutes = await openMinutes(tx, meetingId)
  const { toMembers, paper } = sent
  const further = toMembers
    ? await goOut(writing, meetingId)
    : { frozenAt: minutes.frozenAt ?? now.toISOString() }
  await updateRow(tx, 'minutes', minutes, { ...further, state: stateAfter(minutes.state, toMembers) })
  await addVersion(writing, meetingId, {
    ...withoutPapers,
    reason: 'sent',
    note: '',
    pdfSha256: paper?.sha256 ?? null,
    pdfPages: paper?.pageCount ?? null,
    pdfSize: paper?.sizeBytes ?? null,
  })
}

/** Sent again to somebody, minutes never go back. */
function stateAfter(state: MinutesState, toMembers: boolean): MinutesState {
  if (state === 'validated') return state
  if (toMembers) return 'review'
  return state === 'drafting' ? 'internalReview' : state
}

/** The minutes once the members have them: numbers that stand still, a last day for observations. */
export async function goOut(
  { tx, now, today }: WriteContext,
  meetingId: string,
): Promise<Pick<Row<'minutes'>, 'frozenAt' | 'reviewDeadline'>> {
  const { frozenAt, reviewDeadline } = await openMinutes(tx, meetingId)
  const { reviewDays } = await tx.selectFrom('body').select('reviewDays').executeTakeFirstOrThrow()
  // A day that somebody chose stays, as that of the back-planning does: while they are ahead.
  const days = [reviewDeadline, await planned(tx, meetingId)]
  return {
    frozenAt: frozenAt ?? now.toISOString(),
    reviewDeadline: days.find((day) => day !== null && day >= today) ?? addDays(today, reviewDays),
  }
}

/** The day that the message gives for observations (back-planning), when it has one. */
async function planned(tx: Reader, meetingId: string): Promise<string | null> {
  const meeting = await liveMeeting(tx, meetingId)
  return deadlineOf({ tx, meeting, kind: 'draftMinutes' }, { item: null, awaited: [] })
}
