import type { ExpressionBuilder } from 'kysely'
import { AppError } from '../../contract/errors.ts'
import type { Transaction } from '../../db/driver.ts'
import { defined, deleteRow, getRow, type Target, updateRow } from '../../db/rows.ts'
import type { Tables } from '../../db/tables.ts'
import { readLine } from '../../domain/session/notation.ts'
import {
  actionOf,
  decisionOf,
  isRewordedAction,
  isRewordedDecision,
} from '../../domain/session/numbered-line.ts'
import type { SessionLine, SessionLineFields } from '../../domain/session/session.ts'
import type { Handlers, LongContext, WriteContext } from '../context.ts'
import { addAction, addDecision, forgetTies } from '../minutes/index.ts'
import { newId } from '../new-id.ts'
import { expectItemOf } from '../reads/item-ids.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { openMinutes } from '../reads/minutes.ts'
import { sessionView, vocabulary } from './queries.ts'

type LineWrites = Pick<Handlers<'session'>, 'session.addLine' | 'session.updateLine' | 'session.removeLine'>

export const lineWrites: LineWrites = {
  async 'session.addLine'({ tx, about, now, who }, { id, meetingId, at, fields }) {
    about(meetingId)
    await openMinutes(tx, meetingId)
    const known = await tx.selectFrom('sessionLine').select('id').where('id', '=', id).executeTakeFirst()
    if (known !== undefined) return sessionView(tx, meetingId)
    if (fields.text.trim() === '') throw new AppError('invalid-input', { field: 'text' })
    await expectItemOf(tx, meetingId, fields.itemId)
    await insertLine({ tx, now }, { ...fields, id, meetingId, at, author: who })
    return sessionView(tx, meetingId)
  },
  async 'session.updateLine'({ tx, about, now, mergeAs }, { id, version, patch }) {
    const before = await getRow(tx, 'sessionLine', id)
    about(before.meetingId)
    await openMinutes(tx, before.meetingId)
    if (before.version !== version) throw new AppError('conflict')
    await expectItemOf(tx, before.meetingId, patch.itemId)
    mergeAs(`${id} ${Object.keys(patch).join()}`)
    const after = { ...before, ...defined(patch) }
    if (after.text.trim() === '' && before.text.trim() !== '')
      throw new AppError('invalid-input', { field: 'text' })
    const isSame = after.kind === before.kind && (after.itemId === null) === (before.itemId === null)
    // A mark of a notebook is numbered with its first words. What was taken out of the minutes stays out.
    const isUnsaid = before.text.trim() === '' && before.decisionId === null && before.actionId === null
    const links = !isSame
      ? await replaceNumbered(tx, before, after, now)
      : isUnsaid
        ? await numberedFrom(tx, after, now)
        : await followNumbered(tx, before, after)
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

async function insertLine(
  { tx, now }: Pick<WriteContext, 'tx' | 'now'>,
  noted: SessionLineFields & Pick<SessionLine, 'id' | 'meetingId' | 'at' | 'author'>,
): Promise<void> {
  const line: SessionLine = {
    ...noted,
    version: 1,
    notebookId: null,
    position: await nextPosition(tx, noted.meetingId),
    decisionId: null,
    actionId: null,
    state: 'kept',
  }
  await tx
    .insertInto('sessionLine')
    .values({ ...line, ...(await numberedFrom(tx, line, now)) })
    .execute()
}

/** What was still being typed is a note of what is on. It also stays typed, for who takes the closing back. */
export async function keepTypedLines({ tx, now, who }: WriteContext, meetingId: string): Promise<void> {
  const typed = await tx.selectFrom('sessionDraft').selectAll().where('meetingId', '=', meetingId).execute()
  const { speakers, nextMeeting } = await vocabulary(tx, meetingId)
  const { date } = await liveMeeting(tx, meetingId)
  const itemId =
    (await sessionView(tx, meetingId)).spans.findLast((span) => span.itemId !== null)?.itemId ?? null
  for (const { author, text } of typed) {
    // Begun by a name, or a mark, nothing is said yet.
    if (readLine(text, { saidOn: date, nextMeeting, speakers }).text === '') continue
    const words = { raw: text, text: text.trim(), speaker: '', organisation: '', dueWords: '' }
    const links = { personId: null, organisationId: null, watchItemId: null, dueDate: null }
    await insertLine(
      { tx, now },
      {
        ...{ ...words, ...links, itemId, kind: 'note' },
        ...{ id: newId(now), meetingId, at: now.toISOString(), author: author === NOBODY ? who : author },
      },
    )
  }
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
    await addDecision(tx, { id, itemId, fields: decisionOf(line) })
    return { decisionId: id, actionId: null }
  }
  if (kind === 'action') {
    await addAction(tx, { id, itemId, fields: actionOf(line) })
    return { decisionId: null, actionId: id }
  }
  return { decisionId: null, actionId: null }
}

/**
 * The numbered object says what its line says, in what the line changes and nobody reworded.
 * @param before the line that it came of, or the same as it was.
 */
export async function followNumbered(
  tx: Transaction,
  before: SessionLine,
  after: SessionLine,
): Promise<Links> {
  const { decisionId, actionId } = before
  const moved = after.itemId !== null && after.itemId !== before.itemId ? { itemId: after.itemId } : {}
  if (decisionId !== null) {
    const row = await getRow(tx, 'decision', decisionId)
    const edits = { ...moved, ...editsOf(row, decisionOf(before), decisionOf(after)) }
    if (Object.keys(edits).length > 0) await updateRow(tx, 'decision', row, edits)
  }
  if (actionId !== null) {
    const row = await getRow(tx, 'action', actionId)
    const edits = { ...moved, ...editsOf(row, actionOf(before), actionOf(after)) }
    if (Object.keys(edits).length > 0) await updateRow(tx, 'action', row, edits)
  }
  return { decisionId, actionId }
}

function editsOf<T extends object>(row: T, before: T, after: T): Partial<T> {
  const edits: Partial<T> = {}
  for (const field of Object.keys(after) as (keyof T)[])
    if (after[field] !== before[field] && row[field] === before[field]) edits[field] = after[field]
  return edits
}

/** Of another kind, or of no item any more: the former object goes, a new one comes. */
async function replaceNumbered(
  tx: Transaction,
  before: SessionLine,
  after: SessionLine,
  now: Date,
): Promise<Links> {
  await removeNumbered(tx, before)
  return numberedFrom(tx, after, now)
}

/**
 * The numbered object of a line goes, and no line points at it any more; `line-reworded` once somebody wrote it otherwise or
 * followed it up: that is taken out where it was written.
 */
export async function removeNumbered(tx: Transaction, line: SessionLine): Promise<void> {
  const { decisionId, actionId } = line
  if (decisionId !== null) {
    const row = await getRow(tx, 'decision', decisionId)
    if (isRewordedDecision(row, line) || (await isFollowed(tx, 'decision', decisionId)))
      throw new AppError('line-reworded')
    await forgetTies(tx, { decisionId })
    await tx.deleteFrom('decision').where('id', '=', decisionId).execute()
  }
  if (actionId !== null) {
    const row = await getRow(tx, 'action', actionId)
    if (isRewordedAction(row, line) || row.state !== 'todo' || (await isFollowed(tx, 'action', actionId)))
      throw new AppError('line-reworded')
    await forgetTies(tx, { actionId })
    await tx.deleteFrom('action').where('id', '=', actionId).execute()
  }
}

async function isFollowed(tx: Transaction, kind: 'decision' | 'action', id: string): Promise<boolean> {
  const step = await tx.selectFrom('followUpStep').select('id').where(`${kind}Id`, '=', id).executeTakeFirst()
  const standing = await tx.selectFrom(`${kind}FollowUp`).select('id').where('id', '=', id).executeTakeFirst()
  return step !== undefined || standing !== undefined
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
