import type { Reader } from '../../db/driver.ts'
import type { FollowUpStep } from '../../domain/minutes/follow-up.ts'
import type { WriteContext } from '../context.ts'
import { newId } from '../new-id.ts'

type Change = Pick<FollowUpStep, 'kind' | 'fromValue' | 'toValue' | 'reason'>

/** One more step of a decision or an action. */
export async function addStep(
  { tx, now, who }: WriteContext,
  of: { actionId: string } | { decisionId: string },
  change: Change,
): Promise<void> {
  await tx
    .insertInto('followUpStep')
    .values({
      id: newId(now),
      actionId: 'actionId' in of ? of.actionId : null,
      decisionId: 'decisionId' in of ? of.decisionId : null,
      ...change,
      reason: change.reason.trim(),
      at: now.toISOString(),
      who,
    })
    .execute()
}

/** Oldest first; of one moment, as they were written. */
export function stepsOf(
  tx: Reader,
  of: { actionId: string } | { decisionId: string },
): Promise<FollowUpStep[]> {
  const steps = tx.selectFrom('followUpStep').selectAll().orderBy('at').orderBy('id')
  return 'actionId' in of
    ? steps.where('actionId', '=', of.actionId).execute()
    : steps.where('decisionId', '=', of.decisionId).execute()
}
