import { AppError } from '../../../contract/errors.ts'
import { deleteRow, getRow, type Target, updateRow } from '../../../db/rows.ts'
import { type SessionLine, UNTIMED } from '../../../domain/session/session.ts'
import type { Handlers, WriteContext } from '../../context.ts'
import { startMinutes } from '../../minutes/index.ts'
import { expectItemOf } from '../../reads/item-ids.ts'
import { liveMeeting } from '../../reads/meetings.ts'
import { openMinutes } from '../../reads/minutes.ts'
import { followNumbered, numberedFrom, removeNumbered } from '../lines.ts'
import { passageWrites } from './passages.ts'
import { notebooksProgress, notebooksView, refuseApprovedMinutes } from './queries.ts'
import { readNotebook } from './read.ts'

export const handlers: Handlers<'notebooks'> = {
  'notebooks.list': async ({ tx }, { meetingId }) => {
    await liveMeeting(tx, meetingId)
    return notebooksView(tx, meetingId)
  },
  'notebooks.progress': ({ tx }, { meetingId }) => notebooksProgress(tx, meetingId),
  async 'notebooks.setAuthor'({ tx, about, mergeAs }, { id, version, author }) {
    const { meetingId } = await getRow(tx, 'notebook', id)
    about(meetingId)
    mergeAs(`${id} author`)
    await updateRow(tx, 'notebook', { id, version }, { author })
    await tx.updateTable('sessionLine').set({ author }).where('notebookId', '=', id).execute()
    return notebooksView(tx, meetingId)
  },
  async 'notebooks.decide'(context, { lines: targets, as }) {
    const { tx } = context
    const { meetingId, lines } = await linesOf(context, targets)
    if (as === 'kept') await writable(context, meetingId)
    for (const line of lines) {
      if (line.state === as) continue
      if (line.notebookId === null && as === 'proposed') throw new AppError('invalid-input', { field: 'as' })
      if (as === 'kept') await take(context, line)
      else {
        // The line lets go of its object first: the object cannot be removed while a line points at it.
        await updateRow(tx, 'sessionLine', line, { state: as, ...NO_LINKS })
        await removeNumbered(tx, line)
      }
    }
    return notebooksView(tx, meetingId)
  },
  async 'notebooks.takeInstead'(context, { of, ...target }) {
    const { tx, now } = context
    const { meetingId, lines } = await linesOf(context, [target, of])
    const [line, former] = lines
    if (line === undefined || former === undefined || line.id === former.id || former.state !== 'kept')
      throw new AppError('state-refuses')
    await writable(context, meetingId)
    const isSame = line.kind === former.kind && line.itemId === former.itemId
    const links = { decisionId: former.decisionId, actionId: former.actionId }
    const hasNumber = links.decisionId !== null || links.actionId !== null
    await updateRow(tx, 'sessionLine', former, { state: 'left', ...NO_LINKS })
    // A passage has an hour of its own.
    const hour = line.at === UNTIMED ? { at: former.at, position: former.position } : {}
    const place = { state: 'kept', ...hour } as const
    if (isSame && hasNumber) {
      // The number that was given stays, with the new words.
      await followNumbered(tx, former, await updateRow(tx, 'sessionLine', line, { ...place, ...links }))
    } else {
      await removeNumbered(tx, former)
      await updateRow(tx, 'sessionLine', line, { ...place, ...(await numberedFrom(tx, line, now)) })
    }
    return notebooksView(tx, meetingId)
  },
  async 'notebooks.place'(context, { lines: targets, itemId }) {
    const { tx } = context
    const { meetingId, lines } = await linesOf(context, targets)
    await expectItemOf(tx, meetingId, itemId)
    for (const line of lines) {
      if (line.state === 'kept') throw new AppError('state-refuses')
      if (line.itemId !== itemId) await updateRow(tx, 'sessionLine', line, { itemId })
    }
    return notebooksView(tx, meetingId)
  },
  async 'notebooks.remove'({ tx, about }, target) {
    const { meetingId } = await getRow(tx, 'notebook', target.id)
    about(meetingId)
    await refuseApprovedMinutes(tx, meetingId)
    const lines = () => tx.selectFrom('sessionLine').select('id').where('notebookId', '=', target.id)
    await tx
      .deleteFrom('sessionLine')
      .where('id', 'in', lines().where('state', '!=', 'kept'))
      .execute()
    await tx
      .updateTable('sessionLine')
      .set({ notebookId: null })
      .where('notebookId', '=', target.id)
      .execute()
    await deleteRow(tx, 'notebook', target)
    return notebooksView(tx, meetingId)
  },
  ...passageWrites,
  'notebooks.read': readNotebook,
}

const NO_LINKS = { decisionId: null, actionId: null }

/** Lines of one meeting, at the versions the caller saw. */
async function linesOf(
  { tx, about }: WriteContext,
  targets: readonly Target[],
): Promise<{ meetingId: string; lines: SessionLine[] }> {
  const lines: SessionLine[] = []
  for (const { id, version } of targets) {
    const line = await getRow(tx, 'sessionLine', id)
    if (line.version !== version) throw new AppError('conflict')
    lines.push(line)
  }
  const meetingId = lines[0]?.meetingId ?? ''
  if (lines.some((line) => line.meetingId !== meetingId))
    throw new AppError('invalid-input', { field: 'lines' })
  about(meetingId)
  await refuseApprovedMinutes(tx, meetingId)
  return { meetingId, lines }
}

/** Notes may be merged before the minutes were begun: they are then. */
async function writable(context: WriteContext, meetingId: string): Promise<void> {
  await startMinutes(context, meetingId)
  await openMinutes(context.tx, meetingId)
}

async function take({ tx, now }: WriteContext, line: SessionLine): Promise<void> {
  await updateRow(tx, 'sessionLine', line, { state: 'kept', ...(await numberedFrom(tx, line, now)) })
}
