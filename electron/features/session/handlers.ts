import { AppError } from '../../contract/errors.ts'
import type { Transaction } from '../../db/driver.ts'
import { defined, deleteRow, getRow, updateRow } from '../../db/rows.ts'
import type { Row } from '../../db/tables.ts'
import { Outcome } from '../../domain/minutes/minutes.ts'
import { type ItemPositionFields, isOfSame, running } from '../../domain/session/session.ts'
import { outcomeSentence as standardSentence } from '../../domain/text/standard-sentences.ts'
import { insertItem } from '../agenda/index.ts'
import type { Handlers, WriteContext } from '../context.ts'
import { agendaItems, siblings } from '../reads/agenda.ts'
import { sentConvocations } from '../reads/dispatches.ts'
import { lookOn } from '../reads/document-style.ts'
import { expectItemOf } from '../reads/item-ids.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { openMinutes } from '../reads/minutes.ts'
import { beginSpan, closeSession, endSpan } from './life.ts'
import { dropLine, lineWrites, typedLine } from './lines.ts'
import { sessionView, vocabulary } from './queries.ts'

export const handlers: Handlers<'session'> = {
  'session.get': ({ tx }, { meetingId }) => sessionView(tx, meetingId),
  'session.vocabulary': ({ tx }, { meetingId }) => vocabulary(tx, meetingId),
  ...typedLine,
  ...lineWrites,
  async 'session.goTo'(context, { meetingId, itemId }) {
    await inSession(context, meetingId)
    await expectItemOf(context.tx, meetingId, itemId)
    const on = running((await sessionView(context.tx, meetingId)).spans)
    if (on?.itemId !== itemId) {
      await endSpan(context, meetingId)
      await beginSpan(context, meetingId, itemId)
    }
    return sessionView(context.tx, meetingId)
  },
  async 'session.suspend'(context, { meetingId }) {
    await inSession(context, meetingId)
    const on = running((await sessionView(context.tx, meetingId)).spans)
    if (on !== null && on.itemId === null) return sessionView(context.tx, meetingId)
    await endSpan(context, meetingId)
    await beginSpan(context, meetingId, null)
    return sessionView(context.tx, meetingId)
  },
  async 'session.resume'(context, { meetingId }) {
    await inSession(context, meetingId)
    const { spans } = await sessionView(context.tx, meetingId)
    const before = spans.findLast(({ itemId }) => itemId !== null)
    if (running(spans)?.itemId === null && before !== undefined) {
      await endSpan(context, meetingId)
      await beginSpan(context, meetingId, before.itemId)
    }
    return sessionView(context.tx, meetingId)
  },
  async 'session.addItem'({ now, tx, about }, { id, meetingId, afterId, fields }) {
    about(meetingId)
    await openMinutes(tx, meetingId)
    const items = await agendaItems(tx, meetingId)
    if (items.some((item) => item.id === id)) return sessionView(tx, meetingId)
    const after = items.find((item) => item.id === afterId)
    const parentId = after?.parentId ?? null
    const level = await siblings(tx, meetingId, parentId)
    // The others keep the numbers that members have on paper.
    const isLast = after === undefined || (await isAgendaOut(tx, meetingId))
    const index = isLast ? level.length : level.findIndex((item) => item.id === after.id) + 1
    await insertItem({ tx, now }, { id, meetingId, parentId, index }, fields)
    return sessionView(tx, meetingId)
  },
  async 'session.setOutcome'({ tx, about }, { meetingId, itemId, outcome }) {
    about(meetingId)
    const section = (await openSections(tx, meetingId)).find((one) => one.itemId === itemId)
    if (section === undefined) throw new AppError('not-found', { field: 'itemId' })
    await setOutcome(tx, await standardSentences(tx, meetingId), section, outcome)
    return sessionView(tx, meetingId)
  },
  async 'session.setUntreated'({ tx, about }, { meetingId, itemIds }) {
    about(meetingId)
    const wanted = new Set(itemIds)
    const standard = await standardSentences(tx, meetingId)
    for (const section of await openSections(tx, meetingId))
      if (wanted.has(section.itemId) && section.outcome === null)
        await setOutcome(tx, standard, section, 'nonTraite')
    return sessionView(tx, meetingId)
  },
  async 'session.close'(context, { meetingId }) {
    await closeSession(context, await liveMeeting(context.tx, meetingId))
    return sessionView(context.tx, meetingId)
  },
  async 'session.addPosition'({ tx, about }, { id, meetingId, itemId, fields, insteadOf }) {
    about(meetingId)
    await openMinutes(tx, meetingId)
    const known = await tx.selectFrom('itemPosition').select('id').where('id', '=', id).executeTakeFirst()
    if (known !== undefined) return sessionView(tx, meetingId)
    await expectItemOf(tx, meetingId, itemId)
    if (insteadOf !== undefined && (await dropLine(tx, insteadOf)).meetingId !== meetingId)
      throw new AppError('not-found', { field: 'insteadOf' })
    await dropFormer(tx, { ...fields, id, itemId })
    await tx
      .insertInto('itemPosition')
      .values({ ...fields, id, version: 1, meetingId, itemId })
      .execute()
    return sessionView(tx, meetingId)
  },
  async 'session.updatePosition'({ tx, about, mergeAs }, { id, version, patch }) {
    const position = await getRow(tx, 'itemPosition', id)
    const { meetingId } = position
    about(meetingId)
    await openMinutes(tx, meetingId)
    const corrected = { ...position, ...defined(patch) }
    if (!isOfSame(position, corrected)) await dropFormer(tx, corrected)
    mergeAs(`${id} ${Object.keys(patch).join()}`)
    await updateRow(tx, 'itemPosition', { id, version }, defined(patch))
    return sessionView(tx, meetingId)
  },
  async 'session.removePosition'({ tx, about }, target) {
    const { meetingId } = await getRow(tx, 'itemPosition', target.id)
    about(meetingId)
    await openMinutes(tx, meetingId)
    await deleteRow(tx, 'itemPosition', target)
    return sessionView(tx, meetingId)
  },
}

/** Whether members may have the agenda: published, or gone with a convocation. */
async function isAgendaOut(tx: Transaction, meetingId: string): Promise<boolean> {
  const version = await tx
    .selectFrom('agendaVersion')
    .select('id')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  return version !== undefined || (await sentConvocations(tx, meetingId)).length > 0
}

async function openSections(tx: Transaction, meetingId: string): Promise<Row<'minutesSection'>[]> {
  const { id } = await openMinutes(tx, meetingId)
  return tx.selectFrom('minutesSection').selectAll().where('minutesId', '=', id).execute()
}

/** How the documents of the meeting's day say each outcome. */
async function standardSentences(tx: Transaction, meetingId: string) {
  const { sentences } = await lookOn(tx, (await liveMeeting(tx, meetingId)).date)
  return (outcome: Outcome) => standardSentence(sentences, outcome)
}

/** A sentence that somebody wrote stays; a standard one follows the outcome. */
async function setOutcome(
  tx: Transaction,
  standard: (outcome: Outcome) => string,
  section: Row<'minutesSection'>,
  outcome: Outcome | null,
): Promise<void> {
  const written = section.outcomeSentence
  const isStandard = written === '' || Outcome.options.some((name) => standard(name) === written)
  const outcomeSentence = !isStandard ? written : outcome === null ? '' : standard(outcome)
  await updateRow(tx, 'minutesSection', section, { outcome, outcomeSentence })
}

/** An organisation has one position on an item: what it says last takes the place of what it said before. */
async function dropFormer(
  tx: Transaction,
  { id, itemId, ...fields }: ItemPositionFields & { id: string; itemId: string },
): Promise<void> {
  const all = await tx.selectFrom('itemPosition').selectAll().where('itemId', '=', itemId).execute()
  for (const one of all) if (one.id !== id && isOfSame(one, fields)) await deleteRow(tx, 'itemPosition', one)
}

/** Only a meeting that was opened and not closed goes from item to item. */
async function inSession({ tx, about }: WriteContext, meetingId: string): Promise<void> {
  about(meetingId)
  if ((await liveMeeting(tx, meetingId)).state !== 'inSession') throw new AppError('state-refuses')
}
