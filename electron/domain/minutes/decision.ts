import { z } from 'zod'
import { CivilDate, Id, PlainText, Version } from '../ids.ts'

export const DecisionFields = z.strictObject({ text: PlainText })
export const Decision = DecisionFields.extend({
  id: Id,
  version: Version,
  meetingId: Id,
  itemId: Id,
  /** Rank within the meeting, from 1; printed as the `xx` of `D-AAAA-NN-xx`. */
  rank: z.int().min(1),
})
export type Decision = z.infer<typeof Decision>

/** En vigueur, remplacée par another decision, sans objet. */
export const DecisionState = z.enum(['inForce', 'replaced', 'void'])
export type DecisionState = z.infer<typeof DecisionState>

/** As it is told: what is noted in minutes that nobody has approved is in force for nobody yet. */
export const DecisionStanding = z.enum(['toApprove', ...DecisionState.options])
export type DecisionStanding = z.infer<typeof DecisionStanding>

/** The later life of a decision; one without is in force. */
export const DecisionFollowUp = z.strictObject({
  /** The decision's own. */
  id: Id,
  version: Version,
  state: DecisionState,
  /** The decision that stands in its place; of a replaced one only. */
  replacedById: Id.nullable(),
  reason: PlainText,
  changedOn: CivilDate,
})
export type DecisionFollowUp = z.infer<typeof DecisionFollowUp>

/**
 * Whether a decision may stand in the place of another: not itself, not an earlier one, nor one that is itself replaced,
 * step by step, by the other.
 * @param replacedBy what replaces each replaced decision, by id.
 */
export function mayReplace(
  old: { id: string; date: CivilDate },
  fresh: { id: string; date: CivilDate },
  replacedBy: ReadonlyMap<string, string>,
): boolean {
  if (fresh.date < old.date) return false
  const seen = new Set<string>()
  for (let id: string | undefined = fresh.id; id !== undefined && !seen.has(id); id = replacedBy.get(id)) {
    if (id === old.id) return false
    seen.add(id)
  }
  return true
}
