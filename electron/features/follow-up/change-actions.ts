import { AppError } from '../../contract/errors.ts'
import type { ActionRow } from '../../contract/follow-up.ts'
import type { Parsed } from '../../contract/index.ts'
import type { Transaction } from '../../db/driver.ts'
import { type Target, updateRow } from '../../db/rows.ts'
import { isOpenAction } from '../../domain/minutes/action.ts'
import { type ActionFollowUp, stateAfterMove } from '../../domain/minutes/follow-up.ts'
import type { WriteContext } from '../context.ts'
import { actionsById } from '../reads/actions.ts'
import { addStep } from './steps.ts'

export async function setActionState(
  context: WriteContext,
  { targets, state, reason, on }: Parsed<'followUp.setActionState'>,
): Promise<ActionRow[]> {
  const isClosing = !isOpenAction({ state })
  if (state === 'dropped' && reason.trim() === '') throw new AppError('invalid-input', { field: 'reason' })
  const closedOn = isClosing ? (on ?? context.today) : null
  for (const { row, target } of await asked(context, targets)) {
    const { action, now, origin } = row
    if (closedOn !== null && (closedOn < origin.date || closedOn > context.today))
      throw new AppError('invalid-input', { field: 'on' })
    const said = isClosing ? reason.trim() : ''
    if (action.state === state && now.closedOn === closedOn && now.reason === said) continue
    await updateRow(context.tx, 'action', target, { state })
    await setBeside(context.tx, action.id, { closedOn, reason: said })
    if (action.state !== state)
      await addStep(
        context,
        { actionId: action.id },
        { kind: 'state', fromValue: action.state, toValue: state, reason },
      )
  }
  return answer(context, targets)
}

export async function postpone(
  context: WriteContext,
  { targets, to, reason }: Parsed<'followUp.postpone'>,
): Promise<ActionRow[]> {
  for (const { row, target } of await asked(context, targets)) {
    const { action, now, origin } = row
    if (!isOpenAction(action)) throw new AppError('state-refuses')
    if (to === now.due || to < origin.date) throw new AppError('invalid-input', { field: 'to' })
    await updateRow(context.tx, 'action', target, { state: stateAfterMove(action.state, now.due, to) })
    const moveCount = now.moveCount + (now.due === null ? 0 : 1)
    await setBeside(context.tx, action.id, { dueDate: to, moveCount })
    await addStep(
      context,
      { actionId: action.id },
      { kind: 'date', fromValue: now.due ?? '', toValue: to, reason },
    )
  }
  return answer(context, targets)
}

export async function reassign(
  context: WriteContext,
  { targets, owner, ownerId, organisation, reason }: Parsed<'followUp.reassign'>,
): Promise<ActionRow[]> {
  const fields = { owner: owner.trim(), ownerId, organisation: organisation.trim() }
  for (const { row, target } of await asked(context, targets)) {
    const { action, now, origin } = row
    if (isSameOwner(now, fields)) continue
    // The version rises in both cases: whoever looked at the former owner is told.
    await updateRow(context.tx, 'action', target, origin.isApproved ? {} : fields)
    if (origin.isApproved) await setBeside(context.tx, action.id, fields)
    await addStep(
      context,
      { actionId: action.id },
      { kind: 'owner', fromValue: named(now), toValue: named(fields), reason },
    )
  }
  return answer(context, targets)
}

type Owner = { owner: string; ownerId: string | null; organisation: string }

const isSameOwner = (a: Owner, b: Owner) =>
  a.owner === b.owner && a.ownerId === b.ownerId && a.organisation === b.organisation

const named = ({ owner, organisation }: Owner) =>
  [owner.trim(), organisation.trim()].filter((words) => words !== '').join(', ')

/** The actions to change as they stand, each named once; one that is not there or in the bin: `not-found`. */
async function asked(
  context: WriteContext,
  targets: readonly Target[],
): Promise<{ row: ActionRow; target: Target }[]> {
  const ids = targets.map(({ id }) => id)
  const rows = await actionsById(context, ids)
  if (rows.length !== targets.length) throw new AppError('not-found')
  if (new Set(ids).size !== ids.length) throw new AppError('invalid-input', { field: 'targets' })
  const [first] = rows
  if (first !== undefined && rows.every(({ action }) => action.meetingId === first.action.meetingId))
    context.about(first.action.meetingId)
  return rows.flatMap((row, index) => {
    const target = targets[index]
    return target === undefined ? [] : [{ row, target }]
  })
}

const blank: Omit<ActionFollowUp, 'id'> = {
  version: 1,
  dueDate: null,
  owner: null,
  ownerId: null,
  organisation: null,
  moveCount: 0,
  reason: '',
  closedOn: null,
}

/** Beside the action; its own version is the one that callers know, so this one only counts on. */
async function setBeside(
  tx: Transaction,
  id: string,
  patch: Partial<Omit<ActionFollowUp, 'id'>>,
): Promise<void> {
  const known = await tx.selectFrom('actionFollowUp').selectAll().where('id', '=', id).executeTakeFirst()
  if (known === undefined)
    await tx
      .insertInto('actionFollowUp')
      .values({ ...blank, ...patch, id })
      .execute()
  else await updateRow(tx, 'actionFollowUp', known, patch)
}

function answer(context: WriteContext, targets: readonly Target[]): Promise<ActionRow[]> {
  return actionsById(
    context,
    targets.map(({ id }) => id),
  )
}
