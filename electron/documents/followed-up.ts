import { z } from 'zod'
import type { FileToPrint } from '../domain/meetings/meeting-file.ts'
import { formatNarrowDate } from '../domain/text/french.ts'
import { joined, PlainTable, typed } from './head.ts'
import { followedUpText as text } from './text/followed-up.ts'

export const FollowedUp = z.strictObject({
  heading: z.string(),
  table: PlainTable,
  /** How many the table leaves out; empty when it has all. */
  others: z.string(),
})
export type FollowedUp = z.infer<typeof FollowedUp>

/** Some two pages; the register has them all. */
const MOST_ROWS = 60

/** Null when the agenda has no item for it, or nothing is open. */
export function followedUpOf({ earlier }: FileToPrint): FollowedUp | null {
  const actions = earlier?.followedUp?.actions ?? []
  if (actions.length === 0) return null
  const { number, text: what, owner, due, state } = text.columns
  return {
    heading: text.heading,
    table: {
      columns: [number, what, owner, due, state],
      rows: actions
        .slice(0, MOST_ROWS)
        .map((action) => [
          action.number,
          typed(action.text),
          joined([typed(action.owner), typed(action.organisation)]) || text.nothing,
          action.dueDate === null ? text.nothing : formatNarrowDate(action.dueDate),
          text.states[action.state],
        ]),
    },
    others: actions.length > MOST_ROWS ? text.others(actions.length - MOST_ROWS) : '',
  }
}
