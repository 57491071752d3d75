import type { Reader } from '../../db/driver.ts'
import { updateRow } from '../../db/rows.ts'
import type { Row } from '../../db/tables.ts'
import type { DispatchKind } from '../../domain/dispatch/dispatch.ts'
import type { FileToPrint, MeetingFile } from '../../domain/meetings/meeting-file.ts'
import type { MinutesState } from '../../domain/minutes/minutes.ts'
import { addDays } from '../../domain/time/civil-date.ts'
import { nearestWorkingDay } from '../../domain/time/holidays.ts'
import type { WriteContext } from '../context.ts'
import { addVersion, keepLeft, type LeftDraft, type NewVersion } from '../keep-version.ts'
import { chosenDays, plannedDeadline } from '../reads/dispatch-deadline.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { openMinutes } from '../reads/minutes.ts'
import { minutesContent } from '../reads/minutes-content.ts'
import { consultation } from './approval/consultation.ts'
import { renumber } from './renumber.ts'

/**
 * Of what is about to leave; null when it carries no draft.
 * @param isMade the minutes that it carries are printed for it: those that a reminder carries again left before.
 */
export async function leavingDraft(
  tx: Reader,
  { meeting, minutes }: MeetingFile,
  { kind, isMade }: { kind: DispatchKind; isMade: boolean },
): Promise<LeftDraft | null> {
  if (minutes === null || !(isDraft(kind) || (isMade && minutes.state !== 'approved'))) return null
  return { state: minutes.state, content: await minutesContent(tx, meeting.id) }
}

const isDraft = (kind: DispatchKind) => kind === 'internalMinutes' || kind === 'draftMinutes'

/** @param sent.paper the kept PDF that left with the message; null when none did. */
export async function draftLeft(
  writing: WriteContext,
  meetingId: string,
  sent: {
    kind: DispatchKind
    paper: { sha256: string; pageCount: number | null; sizeBytes: number } | null
    /** Of the Word file that left beside it. */
    word: string | null
    /** As it left, whatever was written since. */
    draft: LeftDraft
  },
): Promise<void> {
  const { tx, now } = writing
  const { kind, paper, word, draft } = sent
  const papers: Omit<NewVersion, 'reason' | 'note'> = {
    pdfSha256: paper?.sha256 ?? null,
    pdfPages: paper?.pageCount ?? null,
    pdfSize: paper?.sizeBytes ?? null,
    docxSha256: word,
  }
  if (!isDraft(kind)) return keepLeft(writing, meetingId, papers, draft)
  const toMembers = kind === 'draftMinutes'
  const minutes = await openMinutes(tx, meetingId)
  // The paper says them in this order: they stand still from now on.
  await renumber(tx, meetingId)
  const further = toMembers
    ? await goOut(writing, meetingId)
    : {
        ...(await lastDay(writing, minutes, 'internalMinutes')),
        frozenAt: minutes.frozenAt ?? now.toISOString(),
      }
  await updateRow(tx, 'minutes', minutes, { ...further, state: stateAfter(minutes.state, toMembers) })
  await addVersion(writing, meetingId, { ...papers, reason: 'sent', note: '' }, draft)
}

/** The minutes as the paper that leaves says of itself: its readers have it once it has left. */
export function asItLeaves(file: FileToPrint, kind: DispatchKind, today: string): FileToPrint {
  const { minutes, life } = file
  if (!isDraft(kind) || minutes === null || minutes.state === 'approved') return file
  const toMembers = kind === 'draftMinutes'
  return {
    ...file,
    minutes: { ...minutes, state: stateAfter(minutes.state, toMembers) },
    life: toMembers ? { ...life, sentOn: life.sentOn ?? today } : life,
  }
}

/** Sent again to somebody, minutes never go back. */
function stateAfter(state: MinutesState, toMembers: boolean): MinutesState {
  if (state === 'validated') return state
  if (toMembers) return 'review'
  return state === 'drafting' ? 'internalReview' : state
}

/** The minutes once the members have them: numbers that stand still, a last day for observations. */
export async function goOut(
  writing: WriteContext,
  meetingId: string,
): Promise<Partial<Pick<Row<'minutes'>, 'frozenAt' | 'reviewDeadline'>>> {
  const minutes = await openMinutes(writing.tx, meetingId)
  return {
    ...(await lastDay(writing, minutes, 'draftMinutes')),
    frozenAt: minutes.frozenAt ?? writing.now.toISOString(),
  }
}

/** A letter that asks for observations says until when: the day is settled before it is written. */
export async function settleDeadline(
  writing: WriteContext,
  meetingId: string,
  kind: DispatchKind,
): Promise<void> {
  if (kind !== 'internalMinutes' && kind !== 'draftMinutes' && kind !== 'writtenApproval') return
  const minutes = await openMinutes(writing.tx, meetingId)
  // Those who were asked have that day: another message to look at gives nobody another.
  if (kind === 'writtenApproval' && minutes.consultationDeadline !== null) {
    const { sentAt } = await consultation(writing.tx, meetingId)
    if (sentAt !== null) return
  }
  const day = await lastDay(writing, minutes, kind)
  const isSettled = Object.entries(day).every(([field, on]) => minutes[field as keyof typeof day] === on)
  if (!isSettled) await updateRow(writing.tx, 'minutes', minutes, day)
}

/** Whoever reads over inside is few, and near. */
const INTERNAL_DAYS = 7

/** A day that somebody chose stays, as that of the back-planning does: while they are ahead. */
async function lastDay(
  { tx, today }: WriteContext,
  minutes: Row<'minutes'>,
  kind: 'internalMinutes' | 'draftMinutes' | 'writtenApproval',
): Promise<Partial<Pick<Row<'minutes'>, 'internalDeadline' | 'reviewDeadline' | 'consultationDeadline'>>> {
  const { reviewDays } = await tx.selectFrom('body').select('reviewDays').executeTakeFirstOrThrow()
  const field = chosenDays[kind] ?? 'reviewDeadline'
  const days = [minutes[field], await planned(tx, minutes.meetingId, kind)]
  const usual = kind === 'internalMinutes' ? INTERNAL_DAYS : reviewDays
  return {
    [field]: days.find((day) => day !== null && day >= today) ?? nearestWorkingDay(addDays(today, usual), 1),
  }
}

/** The day of the back-planning, when it has one. */
async function planned(tx: Reader, meetingId: string, kind: DispatchKind): Promise<string | null> {
  return plannedDeadline(tx, await liveMeeting(tx, meetingId), kind)
}
