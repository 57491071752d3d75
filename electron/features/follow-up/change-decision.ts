import { AppError } from '../../contract/errors.ts'
import type { DecisionRow } from '../../contract/follow-up.ts'
import type { Parsed } from '../../contract/index.ts'
import { updateRow } from '../../db/rows.ts'
import { mayReplace } from '../../domain/minutes/decision.ts'
import { printedNumber } from '../../domain/minutes/minutes.ts'
import type { WriteContext } from '../context.ts'
import { decisionById } from './decision-query.ts'
import { addStep } from './steps.ts'

export async function setDecisionState(
  context: WriteContext,
  { id, version, state, replacedById, reason }: Parsed<'followUp.setDecisionState'>,
): Promise<DecisionRow> {
  const { tx, today } = context
  const row = await decisionById(tx, id)
  if (row === undefined) throw new AppError('not-found')
  if (row.now.version !== version) throw new AppError('conflict')
  if (state === 'void' && reason.trim() === '') throw new AppError('invalid-input', { field: 'reason' })
  const fresh = await replacement(context, row, state === 'replaced' ? replacedById : null)
  if ((fresh === null) !== (state !== 'replaced'))
    throw new AppError('invalid-input', { field: 'replacedById' })
  context.about(row.decision.meetingId)
  const fields = {
    state,
    replacedById: fresh?.decision.id ?? null,
    reason: reason.trim(),
    changedOn: today,
  }
  if (version === 0)
    await tx
      .insertInto('decisionFollowUp')
      .values({ ...fields, id, version: 1 })
      .execute()
  else await updateRow(tx, 'decisionFollowUp', { id, version }, fields)
  await addStep(
    context,
    { decisionId: id },
    { kind: 'state', fromValue: row.now.state, toValue: fresh === null ? state : numberOf(fresh), reason },
  )
  return (await decisionById(tx, id)) ?? row
}

async function replacement(
  { tx }: WriteContext,
  { decision, origin }: DecisionRow,
  id: string | null,
): Promise<DecisionRow | null> {
  if (id === null) return null
  const fresh = await decisionById(tx, id)
  if (fresh === undefined) throw new AppError('not-found')
  const chain = await tx
    .selectFrom('decisionFollowUp')
    .select(['id', 'replacedById'])
    .where('replacedById', 'is not', null)
    .execute()
  const replacedBy = new Map(
    chain.flatMap(({ id: old, replacedById }) => (replacedById ? [[old, replacedById]] : [])),
  )
  const old = { id: decision.id, date: origin.date }
  if (!mayReplace(old, { id, date: fresh.origin.date }, replacedBy))
    throw new AppError('invalid-input', { field: 'replacedById' })
  return fresh
}

function numberOf({ decision, origin }: DecisionRow): string {
  return printedNumber('D', origin, decision.rank)
}
