import type { ExpressionBuilder } from 'kysely'
import { AppError } from '../../contract/errors.ts'
import type { Transaction } from '../../db/driver.ts'
import { defined, deleteRow, getRow, type Target, updateRow } from '../../db/rows.ts'
import type { Tables } from '../../db/tables.ts'
import type { SessionLine, SessionLineFields } from '../../domain/session/session.ts'
import type { Handlers, LongContext } from '../context.ts'
import { addAction, addDecision, forgetTies } from '../minutes/index.ts'
import { newId } from '../new-id.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { openMinutes } from '../reads/minutes.ts'
import { sessionView } from './queries.ts'

type LineWrites = Pick<Handlers<'session'>, 'session.addLine' | 'session.updateLine' | 'session.removeLine'>

export const lineWrites: LineWrites = {
  async 'session.addLine'({ tx, about, now, who }, { id, meetingId, at, fields }) {
    about(meetingId)
    await openMinutes(tx, meetingId)
    const known = await tx.selectFrom('sessionLine').select('id').where('id', '=', id).executeTakeFirst()
    if (known !== undefined) return sessionView(tx, meetingId)
    if (fields.text.trim() === '') throw new AppError('invalid-input', { field: 'text' })
    const line: SessionLine = {
      ...fields,
      id,
      version: 1,
      meetingId,
      notebookId: null,
      at,
      position: await nextPosition(tx, meetingId),
      decisionId: null,
      actionId: null,
      author: who,
      state: 'kept',
    }
    await tx
      .insertInto('sessionLine')
      .values({ ...line, ...(await numberedFrom(tx, line, now)) })
      .execute()
    return sessionView(tx, meetingId)
  },
  async 'session.updateLine'({ tx, about, now, mergeAs }, { id, version, patch }) {
    const before = await getRow(tx, 'sessionLine', id)
    about(before.meetingId)
    await openMinutes(tx, before.meetingId)
    if (before.version !== version) throw new AppError('conflict')
    mergeAs(`${id} ${Object.keys(patch).join()}`)
    const after = { ...before, ...defined(patch) }
    const isSame = after.kind === before.kind && after.itemId === before.itemId
    // A mark of a notebook is numbered with its first words. What was taken out of the minutes stays out.
    const isUnsaid = before.text.trim() === '' && before.decisionId === null && before.actionId === null
    const links = !isSame
      ? await replaceNumbered(tx, before, after, now)
      : isUnsaid
        ? await numberedFrom(tx, after, now)
        : await followNumbered(tx, after)
    await updateRow(tx, 'sessionLine', { id, version }, { ...defined(patch), ...links })
    return sessionView(tx, before.meetingId)
  },
  async 'session.removeLine'({ tx, about }, target) {
    const { meetingId } = await getRow(tx, 'sessionLine', target.id)
    about(meetingId)
    await openMinutes(tx, meetingId)
    await dropLine(tx, target)
    return sessionView(tx, meetingId)
  },
}

/** The line goes, and with it the numbered decision or action that came of it; returns what it was. */
export async function dropLine(tx: Transaction, target: Target): Promise<SessionLine> {
  const line = await deleteRow(tx, 'sessionLine', target)
  await removeNumbered(tx, line)
  return line
}

type Links = Pick<SessionLine, 'decisionId' | 'actionId'>

/** Lines of one instant keep the order in which they were typed. */
export async function nextPosition(tx: Transaction, meetingId: string): Promise<number> {
  const { highest } = await tx
    .selectFrom('sessionLine')
    .select((eb) => eb.fn.max('position').as('highest'))
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow()
  return (highest ?? -1) + 1
}

/** The decision or action that a line makes; none for other kinds, for a mark without words, or before any item was on. */
export async function numberedFrom(tx: Transaction, line: SessionLineFields, now: Date): Promise<Links> {
  const { itemId, kind, text } = line
  if (itemId === null || text.trim() === '') return { decisionId: null, actionId: null }
  const id = newId(now)
  if (kind === 'decision') {
    await addDecision(tx, { id, itemId, fields: { text } })
    return { decisionId: id, actionId: null }
  }
  if (kind === 'action') {
    await addAction(tx, { id, itemId, fields: actionOf(line) })
    return { decisionId: null, actionId: id }
  }
  return { decisionId: null, actionId: null }
}

function actionOf({ text, speaker, personId, organisation, dueDate, dueWords }: SessionLineFields) {
  // Words of a deadline whose day nobody knows yet are said in the text: they must not be lost.
  const undated = dueDate === null && dueWords !== '' && !text.includes(dueWords)
  return {
    text: undated ? `${text} ${dueWords}`.trim() : text,
    owner: personId === null && speaker === organisation ? '' : speaker,
    ownerId: personId,
    organisation,
    dueDate,
  }
}

/** The numbered object says what its line says. */
export async function followNumbered(tx: Transaction, line: SessionLine): Promise<Links> {
  if (line.decisionId !== null)
    await updateRow(tx, 'decision', await getRow(tx, 'decision', line.decisionId), { text: line.text })
  if (line.actionId !== null)
    await updateRow(tx, 'action', await getRow(tx, 'action', line.actionId), actionOf(line))
  return { decisionId: line.decisionId, actionId: line.actionId }
}

/** Of another kind, or of another item: the former object goes, the new one comes. */
async function replaceNumbered(
  tx: Transaction,
  before: SessionLine,
  after: SessionLine,
  now: Date,
): Promise<Links> {
  // The line lets go of its object first: the object cannot be removed while a line points at it.
  await tx
    .updateTable('sessionLine')
    .set({ decisionId: null, actionId: null })
    .where('id', '=', before.id)
    .execute()
  await removeNumbered(tx, before)
  return numberedFrom(tx, after, now)
}

/** The numbered object of a line goes; no line may point at it any more. */
export async function removeNumbered(tx: Transaction, { decisionId, actionId }: Links): Promise<void> {
  if (decisionId !== null) {
    await forgetTies(tx, { decisionId })
    await tx.deleteFrom('decision').where('id', '=', decisionId).execute()
  }
  if (actionId !== null) {
    await forgetTies(tx, { actionId })
    await tx.deleteFrom('action').where('id', '=', actionId).execute()
  }
}

/** The author where only one person types at a time. */
const NOBODY = ''

/** Whose lines count: null for anybody's. */
const authorOf = ({ team, who }: LongContext) => (team === null ? null : who)

/** The line that is being typed. In a team everybody has one; on a desk's own data there is one, whoever typed it. */
export const typedLine: Pick<Handlers<'session'>, 'session.draft' | 'session.keepDraft'> = {
  async 'session.draft'(context, { meetingId }) {
    const author = authorOf(context)
    const own = await typedBy(context, meetingId, author)
    if (author === null || own !== '' || (await typedBy(context, meetingId, NOBODY)) === '')
      return { text: own }
    // A desk brought it with it to the team. Given to two, both would enter it.
    await context.fill(async (tx) => {
      const found = await tx.selectFrom('sessionDraft').select('id').where(isOf(meetingId, NOBODY)).execute()
      if (found.length === 0) return
      await tx.deleteFrom('sessionDraft').where(isOf(meetingId, author)).execute()
      await tx.updateTable('sessionDraft').set({ author }).where(isOf(meetingId, NOBODY)).execute()
    })
    return { text: await typedBy(context, meetingId, author) }
  },
  async 'session.keepDraft'(context, { meetingId, text }) {
    const author = authorOf(context)
    await context.fill(async (tx) => {
      await liveMeeting(tx, meetingId)
      await tx.deleteFrom('sessionDraft').where(isOf(meetingId, author)).execute()
      await tx
        .insertInto('sessionDraft')
        .values({ id: newId(context.now), meetingId, author: author ?? NOBODY, text })
        .execute()
    })
    return {}
  },
}

function typedBy(context: LongContext, meetingId: string, author: string | null): Promise<string> {
  return context.read(async ({ tx }) => {
    const rows = await tx
      .selectFrom('sessionDraft')
      .select('text')
      .where(isOf(meetingId, author))
      .where('text', '!=', '')
      .orderBy('id')
      .execute()
    return rows.map(({ text }) => text).join(' ')
  })
}

const isOf = (meetingId: string, author: string | null) => (eb: ExpressionBuilder<Tables, 'sessionDraft'>) =>
  eb.and({ meetingId, ...(author === null ? {} : { author }) })
