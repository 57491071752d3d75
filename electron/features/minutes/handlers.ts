// Handlers of the minutes: start from the agenda, write section by section, decisions and actions as numbered objects.
import { AppError } from '../../contract/errors.ts'
import type { MethodsOf } from '../../contract/index.ts'
import type { Reader } from '../../db/driver.ts'
import { defined, deleteRow, getRow, updateRow } from '../../db/rows.ts'
import { type ActionFields, MinutesState } from '../../domain/minutes.ts'
import { emptyRichText, type RichText } from '../../domain/rich-text.ts'
import { insertSection } from '../agenda/items.ts'
import { agendaItems } from '../agenda/queries.ts'
import { fillFromReplies } from '../attendance/handlers.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { nextNumber } from '../meetings/numbers.ts'
import { liveMeeting } from '../meetings/queries.ts'
import { newId } from '../new-id.ts'
import { meetingOfSection, minutesView, openMinutes, refuseSealed, toMinutes, toSection } from './queries.ts'

export const reads: Pick<ReadHandlers, 'minutes.get'> = {
  'minutes.get': ({ tx }, { meetingId }) => minutesView(tx, meetingId),
}

export const writes: Pick<WriteHandlers, Extract<MethodsOf<'write'>, `minutes.${string}`>> = {
  async 'minutes.start'(context, { meetingId }) {
    const { tx, now, about } = context
    about(meetingId)
    const meeting = await liveMeeting(tx, meetingId)
    if (meeting.state === 'cancelled') throw new AppError('state-refuses')
    const started = await minutesView(tx, meetingId)
    if (started) return started
    if (meeting.number === null) {
      // Decisions carry the meeting's number: it must have one before the first is written.
      const number = await nextNumber(tx, meeting)
      await updateRow(tx, 'meeting', meeting, { number })
    }
    const id = newId(now)
    const empty = JSON.stringify(emptyRichText)
    await tx
      .insertInto('minutes')
      .values({
        id,
        version: 1,
        meetingId,
        state: 'drafting',
        openedAt: meeting.startTime,
        closedAt: meeting.endTime,
        opening: empty,
        closing: empty,
        nextMeetingDate: null,
        nextMeetingTime: null,
        nextMeetingPlace: '',
      })
      .execute()
    for (const item of await agendaItems(tx, meetingId)) await insertSection(tx, id, item.id)
    await fillFromReplies(context, meetingId)
    const view = await minutesView(tx, meetingId)
    if (!view) throw new AppError('not-found')
    return view
  },
  async 'minutes.update'({ tx, about, mergeAs }, { id, version, patch }) {
    const row = await getRow(tx, 'minutes', id)
    refuseSealed(row)
    about(row.meetingId)
    mergeAs(`${id} ${Object.keys(patch).join()}`)
    const { opening, closing, ...rest } = patch
    const texts = defined({ opening: asJson(opening), closing: asJson(closing) })
    return toMinutes(await updateRow(tx, 'minutes', { id, version }, { ...defined(rest), ...texts }))
  },
  async 'minutes.setState'({ tx, about }, { id, version, state }) {
    const row = await getRow(tx, 'minutes', id)
    about(row.meetingId)
    refuseSealed(row)
    // The seal keeps bytes and hash and has its own rules: it is not reached by a plain change of state.
    const order = MinutesState.options
    if (state === 'approved' || Math.abs(order.indexOf(state) - order.indexOf(row.state)) > 1)
      throw new AppError('state-refuses')
    return toMinutes(await updateRow(tx, 'minutes', { id, version }, { state }))
  },
  async 'minutes.updateSection'({ tx, about, mergeAs }, { id, version, patch }) {
    about(await meetingOfSection(tx, id))
    mergeAs(`${id} ${Object.keys(patch).join()}`)
    const { presentation, exchanges, ...rest } = patch
    const texts = defined({ presentation: asJson(presentation), exchanges: asJson(exchanges) })
    return toSection(await updateRow(tx, 'minutesSection', { id, version }, { ...defined(rest), ...texts }))
  },
  async 'minutes.addDecision'({ tx, about }, { id, itemId, fields }) {
    const known = await tx.selectFrom('decision').selectAll().where('id', '=', id).executeTakeFirst()
    if (known) return known
    const { meetingId } = await itemInMinutes(tx, itemId)
    about(meetingId)
    const rank = await nextRank(tx, 'decision', meetingId)
    await tx
      .insertInto('decision')
      .values({ id, version: 1, meetingId, itemId, rank, ...fields })
      .execute()
    return getRow(tx, 'decision', id)
  },
  async 'minutes.updateDecision'({ tx, about, mergeAs }, { id, version, patch }) {
    const { meetingId } = await getRow(tx, 'decision', id)
    await openMinutes(tx, meetingId)
    about(meetingId)
    mergeAs(`${id} ${Object.keys(patch).join()}`)
    return updateRow(tx, 'decision', { id, version }, defined(patch))
  },
  async 'minutes.removeDecision'({ tx, about }, target) {
    const { meetingId } = await getRow(tx, 'decision', target.id)
    await openMinutes(tx, meetingId)
    about(meetingId)
    await deleteRow(tx, 'decision', target)
    return { id: target.id }
  },
  async 'minutes.addAction'({ tx, about }, { id, itemId, fields }) {
    const known = await tx.selectFrom('action').selectAll().where('id', '=', id).executeTakeFirst()
    if (known) return known
    const { meetingId } = await itemInMinutes(tx, itemId)
    about(meetingId)
    const rank = await nextRank(tx, 'action', meetingId)
    await tx
      .insertInto('action')
      .values({ ...blankAction, ...defined(fields), id, version: 1, meetingId, itemId, rank })
      .execute()
    return getRow(tx, 'action', id)
  },
  async 'minutes.updateAction'({ tx, about, mergeAs }, { id, version, patch }) {
    // The state of an action goes on living after the minutes are sealed; its words do not.
    const { meetingId } = await getRow(tx, 'action', id)
    if (Object.keys(defined(patch)).some((field) => field !== 'state')) await openMinutes(tx, meetingId)
    about(meetingId)
    mergeAs(`${id} ${Object.keys(patch).join()}`)
    return updateRow(tx, 'action', { id, version }, defined(patch))
  },
  async 'minutes.removeAction'({ tx, about }, target) {
    const { meetingId } = await getRow(tx, 'action', target.id)
    await openMinutes(tx, meetingId)
    about(meetingId)
    await deleteRow(tx, 'action', target)
    return { id: target.id }
  },
}

const blankAction: ActionFields = {
  text: '',
  owner: '',
  ownerId: null,
  organisation: '',
  dueDate: null,
  state: 'todo',
}

function asJson(text: RichText | undefined): string | undefined {
  return text === undefined ? undefined : JSON.stringify(text)
}

/** An item whose meeting has open minutes. */
async function itemInMinutes(tx: Reader, itemId: string): Promise<{ meetingId: string }> {
  const { meetingId } = await getRow(tx, 'agendaItem', itemId)
  await openMinutes(tx, meetingId)
  return { meetingId }
}

/** One past the highest rank given; ranks are provisional until the first sending, gaps allowed. */
async function nextRank(tx: Reader, table: 'decision' | 'action', meetingId: string): Promise<number> {
  const { highest } = await tx
    .selectFrom(table)
    .select((eb) => eb.fn.max('rank').as('highest'))
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow()
  return (highest ?? 0) + 1
}
