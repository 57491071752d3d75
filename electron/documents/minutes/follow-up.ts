import { MinutesState } from '../../domain/minutes/minutes.ts'
import type { MinutesLife } from '../../domain/minutes/version.ts'
import { formatDateWithoutWeekday } from '../../domain/text/french.ts'
import { type PlainTable, typed } from '../head.ts'
import { minutesText } from '../text/minutes.ts'

type Followed = {
  state: MinutesState
  life: MinutesLife
  secretary: string
  chair: string
  word: 'séance' | 'réunion'
}

/** While it is a draft one row per step, once approved what its readers ask: when, by whom, with which corrections; validated and approved are reached states, the others are work in progress. */
export function followUpOf(followed: Followed): PlainTable & { heading: string } {
  const { step, state: stateColumn, by: byColumn } = minutesText.followUpColumns
  const rowOf = (name: MinutesState) => [
    minutesText.followUpSteps[name],
    standingOf(name, followed),
    typed(doneBy(name, followed)) || minutesText.nothing,
  ]
  const columns = [step, stateColumn, byColumn]
  if (followed.state !== 'approved')
    return { heading: minutesText.followUp, columns, rows: MinutesState.options.map(rowOf) }
  const corrections = followed.life.approval?.corrections.trim() ?? ''
  return {
    heading: minutesText.approval,
    columns,
    rows: [
      rowOf('validated'),
      rowOf('approved'),
      ...(corrections === '' ? [] : [[minutesText.corrections, typed(corrections), minutesText.nothing]]),
    ],
  }
}

function standingOf(step: MinutesState, { state, life }: Followed): string {
  const dated = whenOf(step, life)
  if (dated !== '') return dated
  const steps = MinutesState.options
  const [rank, reached] = [steps.indexOf(step), steps.indexOf(state)]
  if (rank < reached || (rank === reached && (state === 'validated' || state === 'approved')))
    return minutesText.stepDone
  return rank === reached ? minutesText.stepCurrent : minutesText.stepAhead
}

/** The day of a step as far as it is known; empty when it is not. */
function whenOf(step: MinutesState, { sentOn, reviewDeadline, validatedOn, approval }: MinutesLife): string {
  switch (step) {
    case 'review':
      if (sentOn === null) return ''
      return reviewDeadline === null
        ? minutesText.sentOn(formatDateWithoutWeekday(sentOn))
        : minutesText.reviewed(formatDateWithoutWeekday(sentOn), formatDateWithoutWeekday(reviewDeadline))
    case 'validated':
      return validatedOn === null ? '' : minutesText.doneOn(formatDateWithoutWeekday(validatedOn))
    case 'approved':
      if (approval === null) return ''
      return minutesText.approvedOn(
        formatDateWithoutWeekday(approval.approvedOn),
        approval.corrections.trim() !== '',
      )
    default:
      return ''
  }
}

function doneBy(step: MinutesState, { life, secretary, chair, word }: Followed): string {
  if (step === 'drafting') return secretary
  if (step === 'validated') return chair
  if (step !== 'approved' || life.approval === null) return ''
  const { mode, by } = life.approval
  return mode === 'meeting' && by !== null
    ? minutesText.approvedBy(word, by.number, formatDateWithoutWeekday(by.date))
    : minutesText.approvedWithout[mode]
}
