import type { Transaction } from '../../db/driver.ts'

/** A decision that it replaced is in force again: nothing stands in its place any more. */
export async function forgetFollowUp(
  tx: Transaction,
  of: { decisionId: string } | { actionId: string },
): Promise<void> {
  if ('actionId' in of) {
    await tx.deleteFrom('followUpStep').where('actionId', '=', of.actionId).execute()
    await tx.deleteFrom('actionFollowUp').where('id', '=', of.actionId).execute()
    return
  }
  const replaced = await tx
    .selectFrom('decisionFollowUp')
    .select('id')
    .where('replacedById', '=', of.decisionId)
    .execute()
  const ids = [of.decisionId, ...replaced.map(({ id }) => id)]
  await tx.deleteFrom('followUpStep').where('decisionId', 'in', ids).execute()
  await tx.deleteFrom('decisionFollowUp').where('id', 'in', ids).execute()
}
