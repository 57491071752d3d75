import type {
  ActionFilter,
  ActionSort,
  DecisionFilter,
  DecisionSort,
  FollowUpChoices,
} from '../../../electron/contract/follow-up.ts'
import { listedMeeting } from '../../../electron/domain/meetings/meeting-name.ts'
import { type ActionState, openActionStates } from '../../../electron/domain/minutes/action.ts'
import { formatNarrowDate } from '../../../electron/domain/text/french.ts'
import type { FilterChoice } from '../../ui/FilterSelect.tsx'

export type ActionView = 'open' | 'closed' | 'checks'

/** The states that a view shows. */
export const statesOf: Readonly<Record<ActionView, readonly ActionState[]>> = {
  open: openActionStates,
  checks: openActionStates,
  closed: ['done', 'dropped'],
}

export function firstFilter(view: ActionView, lateOnly: boolean): ActionFilter {
  return {
    words: '',
    states: [...statesOf[view]],
    owner: null,
    organisation: null,
    meetingId: null,
    seriesId: null,
    lateOnly,
    check: view === 'checks' ? 'any' : null,
  }
}

const dueFirst: ActionSort = { by: 'due', descending: false }
const closedLast: ActionSort = { by: 'closed', descending: true }

export function firstSort(view: ActionView): ActionSort {
  return view === 'closed' ? closedLast : dueFirst
}

/** Newest meeting first. */
export const asDecided: DecisionSort = { by: 'number', descending: true }

export const everyDecision: DecisionFilter = { words: '', state: null, meetingId: null, seriesId: null }

/** Whether anything hides rows that the view would show. */
export function isNarrowed(filter: ActionFilter, view: ActionView): boolean {
  const { words, states, owner, organisation, meetingId, seriesId, lateOnly, check } = filter
  return (
    words.trim() !== '' ||
    states.length !== statesOf[view].length ||
    owner !== null ||
    organisation !== null ||
    meetingId !== null ||
    seriesId !== null ||
    lateOnly ||
    check !== firstFilter(view, false).check
  )
}

export function meetingChoices(choices: FollowUpChoices | undefined): FilterChoice[] {
  return (choices?.meetings ?? []).map(({ id, date, number }) => ({
    value: id,
    label: listedMeeting(number, formatNarrowDate(date)),
  }))
}

/** Two of one name are told apart by their organisation. */
export function ownerChoicesOf(choices: FollowUpChoices | undefined): FilterChoice[] {
  return (choices?.owners ?? []).map(({ key, name, organisation }) => ({
    value: key,
    label: organisation === '' ? name : `${name}, ${organisation}`,
  }))
}

export function seriesChoices(choices: FollowUpChoices | undefined): FilterChoice[] {
  return (choices?.series ?? []).map(({ id, name }) => ({ value: id, label: name }))
}
