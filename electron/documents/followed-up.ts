import { z } from 'zod'
import type { CivilDate } from '../domain/ids.ts'
import type { FileToPrint, FollowedAction } from '../domain/meetings/meeting-file.ts'
import { type Action, isOpenAction } from '../domain/minutes/action.ts'
import { formatNarrowDate } from '../domain/text/french.ts'
import { addDays } from '../domain/time/civil-date.ts'
import { joined, PlainTable, typed } from './head.ts'
import { followedUpText as text } from './text/followed-up.ts'

export const FollowedUp = z.strictObject({
  heading: z.string(),
  /** Of what day the states are; empty without a table. */
  standing: z.string().default(''),
  table: PlainTable,
  /** How many the table, which may have no row, leaves out; empty when it has all. */
  others: z.string(),
})
export type FollowedUp = z.infer<typeof FollowedUp>

/** The state in words; of an action that was put off, the day on which it is due now. */
export function actionState({ state, dueDate }: Pick<Action, 'state' | 'dueDate'>): string {
  return state === 'postponed' && dueDate !== null
    ? text.postponedTo(formatNarrowDate(dueDate))
    : text.states[state]
}

/** The same of an action as it was printed. @param putOffTo by id, the day on which one that was put off is due now */
export function stateNow(
  { id, state }: Pick<Action, 'id' | 'state'>,
  putOffTo: ReadonlyMap<string, CivilDate>,
): string {
  return actionState({ state, dueDate: putOffTo.get(id) ?? null })
}

/** Where its state says until when it was put off, the day that was printed first. */
function dueOf({ state, dueDate, firstDue }: FollowedAction): string {
  const day = state === 'postponed' && dueDate !== null ? firstDue : dueDate
  return day === null ? text.nothing : formatNarrowDate(day)
}

/** One page at most; the register has them all. */
const MOST_ROWS = 16
/** Due by the next meeting of a body that meets every month. */
const DAYS_AHEAD = 31

/** What is due or put off, longest overdue first, then what was closed since; null when the agenda has no item for it, or nothing to say. */
export function followedUpOf({ earlier, meeting }: FileToPrint): FollowedUp | null {
  const all = earlier?.followedUp?.actions ?? []
  if (all.length === 0) return null
  const last = addDays(meeting.date, DAYS_AHEAD)
  const open = all.filter(isOpenAction)
  const near = open.filter(
    ({ dueDate, state }) => (dueDate !== null && dueDate <= last) || state === 'postponed',
  )
  const closed = all.filter((action) => !isOpenAction(action))
  const actions = [...near, ...closed].slice(0, MOST_ROWS)
  const others = open.length - actions.filter(isOpenAction).length
  const othersClosed = all.length - actions.length - others
  const { number, text: what, owner, due, state } = text.columns
  return {
    heading: text.heading,
    standing: actions.length === 0 ? '' : text.standing,
    table: {
      columns: [number, what, owner, due, state],
      rows: actions.map((action) => [
        action.number,
        typed(action.text),
        joined([typed(action.owner), typed(action.organisation)]) ||
          (isOpenAction(action) ? text.nobody : text.nothing),
        dueOf(action),
        actionState(action),
      ]),
    },
    others:
      others + othersClosed === 0
        ? ''
        : actions.length === 0
          ? text.notDue(others)
          : text.others(others, othersClosed),
  }
}
