import type { Transaction } from '../../db/driver.ts'

/**
 * What points at a decision or an action that is about to be taken out: a typed line stays, its follow-up goes. A decision
 * that it replaced is in force again: nothing stands in its place any more.
 */
export async function forgetTies(
  tx: Transaction,
  of: { decisionId: string } | { actionId: string },
): Promise<void> {
  const lines = tx.updateTable('sessionLine')
  if ('actionId' in of) {
    await lines.set({ actionId: null }).where('actionId', '=', of.actionId).execute()
    await tx.deleteFrom('followUpStep').where('actionId', '=', of.actionId).execute()
    await tx.deleteFrom('actionFollowUp').where('id', '=', of.actionId).execute()
    return
  }
  await lines.set({ decisionId: null }).where('decisionId', '=', of.decisionId).execute()
  const replaced = await tx
    .selectFrom('decisionFollowUp')
    .select('id')
    .where('replacedById', '=', of.decisionId)
    .execute()
  const ids = [of.decisionId, ...replaced.map(({ id }) => id)]
  await tx.deleteFrom('followUpStep').where('decisionId', 'in', ids).execute()
  await tx.deleteFrom('decisionFollowUp').where('id', 'in', ids).execute()
}
