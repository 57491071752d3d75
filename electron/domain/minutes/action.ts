import { z } from 'zod'
import { CivilDate, Id, Line, PlainText, Version } from '../ids.ts'

/** À faire, en cours, reportée (to a later date), réalisée, abandonnée. */
export const ActionState = z.enum(['todo', 'inProgress', 'postponed', 'done', 'dropped'])
export type ActionState = z.infer<typeof ActionState>

/** States in which somebody still has to do it: for queries; elsewhere `isOpenAction`. */
export const openActionStates = ['todo', 'inProgress', 'postponed'] as const satisfies ActionState[]

/** Whether somebody still has to do it. The one home of this question. */
export function isOpenAction({ state }: { state: ActionState }): boolean {
  return (openActionStates as readonly ActionState[]).includes(state)
}

/** As in the minutes, which may change it until they are approved. */
export const PrintedActionFields = z.strictObject({
  text: PlainText,
  /** Who does it, as printed; the link to the directory is optional. */
  owner: Line,
  ownerId: Id.nullable(),
  organisation: Line,
  /** The first date, which the minutes print; moves of it are kept beside. */
  dueDate: CivilDate.nullable(),
})
export type PrintedActionFields = z.infer<typeof PrintedActionFields>

export const ActionFields = PrintedActionFields.extend({ state: ActionState })
export type ActionFields = z.infer<typeof ActionFields>

export const Action = ActionFields.extend({
  id: Id,
  version: Version,
  meetingId: Id,
  itemId: Id,
  rank: z.int().min(1),
})
export type Action = z.infer<typeof Action>
