import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import { MinutesState } from '../../domain/minutes/minutes.ts'
import type { MinutesLife } from '../../domain/minutes/version.ts'
import { formatDateWithoutWeekday } from '../../domain/text/french.ts'
import { plainLines } from '../blocks.ts'
import { type PlainTable, typed } from '../head.ts'
import { meetingText } from '../text/meeting.ts'
import { minutesText } from '../text/minutes.ts'

type Followed = {
  state: MinutesState
  life: MinutesLife
  secretary: string
  chair: string
  word: 'séance' | 'réunion'
  /** Approved elsewhere, before it was taken over: nobody knows by whom. */
  isTakenOver: boolean
}

/** One row per step while it is a draft, null from the approval on; validated is a reached state, the others are work in progress. */
export function followUpOf(followed: Followed): (PlainTable & { heading: string }) | null {
  if (followed.state === 'approved') return null
  const { step, state, by } = minutesText.followUpColumns
  return {
    heading: minutesText.followUp,
    columns: [step, state, by],
    rows: MinutesState.options.map((name) => [
      minutesText.followUpSteps[name],
      standingOf(name, followed),
      typed(doneBy(name, followed)) || minutesText.nothing,
    ]),
  }
}

/** What the readers of approved minutes ask: when, by whom, with which corrections; null before. */
export function approvalOf({
  state,
  life,
  chair,
  word,
  isTakenOver,
}: Followed): { heading: string; lines: string[] } | null {
  if (state !== 'approved') return null
  if (isTakenOver && life.approval === null)
    return { heading: minutesText.approval, lines: [minutesText.takenOver] }
  const { validatedOn, approval } = life
  const day = (date: string | null) => (date === null ? '' : formatDateWithoutWeekday(date))
  const corrections = plainLines(approval?.corrections ?? '')
  return {
    heading: minutesText.approval,
    lines: [
      minutesText.validatedBy(typed(chair), day(validatedOn)),
      minutesText.approvedBy(
        approval?.mode ?? 'meeting',
        approval?.by ? { word, number: approval.by.number, day: day(approval.by.date) } : null,
        approval === null || approval.approvedOn === approval.by?.date ? '' : day(approval.approvedOn),
        approval === null
          ? null
          : { count: corrections.length, hasRetainedRemarks: approval.hasRetainedRemarks },
      ),
      ...corrections,
    ],
  }
}

/** Who signs what is no longer a draft, the chair first. */
export function signaturesOf({
  body,
  meeting,
  minutes,
}: MeetingFile): { heading: string; signatories: { quality: string; name: string }[] } | null {
  if (minutes?.state !== 'validated' && minutes?.state !== 'approved') return null
  const signatories = [
    { quality: meetingText.byChair(body.meetingWord), name: typed(meeting.chair) },
    { quality: meetingText.bySecretary(body.meetingWord), name: typed(meeting.secretary) },
  ].filter(({ name }) => name !== '')
  return signatories.length === 0 ? null : { heading: minutesText.signatures, signatories }
}

function standingOf(step: MinutesState, { state, life }: Followed): string {
  const dated = whenOf(step, life)
  if (dated !== '') return dated
  const steps = MinutesState.options
  const [rank, reached] = [steps.indexOf(step), steps.indexOf(state)]
  if (rank < reached || (rank === reached && state === 'validated')) return minutesText.stepDone
  return rank === reached ? minutesText.stepCurrent : minutesText.stepAhead
}

/** The day of a step as far as it is known; empty when it is not. */
function whenOf(step: MinutesState, { sentOn, reviewDeadline, validatedOn }: MinutesLife): string {
  switch (step) {
    case 'review':
      if (sentOn === null) return ''
      return reviewDeadline === null
        ? minutesText.sentOn(formatDateWithoutWeekday(sentOn))
        : minutesText.reviewed(formatDateWithoutWeekday(sentOn), formatDateWithoutWeekday(reviewDeadline))
    case 'validated':
      return validatedOn === null ? '' : minutesText.doneOn(formatDateWithoutWeekday(validatedOn))
    default:
      return ''
  }
}

function doneBy(step: MinutesState, { secretary, chair }: Followed): string {
  return step === 'drafting' ? secretary : step === 'validated' ? chair : ''
}
