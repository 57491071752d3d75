import { AppError } from '../../contract/errors.ts'
import type { Output, Parsed } from '../../contract/index.ts'
import type { Passage, TextLife } from '../../contract/watch-life.ts'
import type { Reader } from '../../db/driver.ts'
import { defined, deleteRow, getRow, updateRow } from '../../db/rows.ts'
import { bulletinText } from '../../documents/text/watch-bulletin.ts'
import { fold } from '../../domain/text/fold.ts'
import { partOf } from '../../domain/watch/period.ts'
import { identityKeys } from '../../domain/watch/text-identifiers.ts'
import { isSentinelDate, MAX_OF_A_TEXT } from '../../domain/watch/text-life.ts'
import type { WatchItem } from '../../domain/watch/watch.ts'
import { saidDates } from '../../imports/watch/said-dates.ts'
import { insertItem, lastPlace } from '../agenda/index.ts'
import type { Handlers, WriteContext } from '../context.ts'
import { bulletinFile } from '../documents/index.ts'
import { newId } from '../new-id.ts'
import { agendaItems } from '../reads/agenda.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { watchRow } from '../reads/watch.ts'
import { due } from './due.ts'
import { addLink, linksFrom, linksTo } from './links.ts'
import { matchesOf, matchTexts } from './matches.ts'
import { followedTexts, named } from './same-text.ts'

/** More texts than a meeting goes through, or than its minutes print. */
const MOST = 200

async function fillAgenda(
  { tx, now, about }: WriteContext,
  { meetingId, itemId, ...period }: Parsed<'watch.fillAgenda'>,
): Promise<Output<'watch.fillAgenda'>> {
  const { state } = await liveMeeting(tx, meetingId)
  if (state === 'held' || state === 'cancelled') throw new AppError('state-refuses')
  about(meetingId)
  const { items } = await bulletinFile(tx, { ...period, scope: 'whole' })
  // Dates of texts that were dealt with stand in the bulletin alone.
  const told = items.filter(
    (item) =>
      item.followUp === 'toPresent' ||
      partOf(item, period) === 'published' ||
      (partOf(item, period) === 'deadline' && item.followUp === 'toFollow'),
  )
  const agenda = await agendaItems(tx, meetingId)
  const place = agenda.find(({ title }) => /\bveille\b/.test(fold(title)))
  if (place === undefined)
    await insertItem(
      { tx, now },
      { id: itemId, meetingId, ...(await lastPlace(tx, meetingId)) },
      { title: bulletinText.agendaItem, nature: 'information' },
    )
  const target = place?.id ?? itemId
  // One that has a place of its own on this agenda is not gone through twice.
  const there = await tx
    .selectFrom('itemWatch')
    .innerJoin('agendaItem', 'agendaItem.id', 'itemWatch.itemId')
    .select('itemWatch.watchItemId')
    .where('agendaItem.meetingId', '=', meetingId)
    .execute()
  const known = new Set(there.map(({ watchItemId }) => watchItemId))
  const added = told.filter(({ id }) => !known.has(id))
  if (added.length > MOST) throw new AppError('limit-reached', { limit: { of: 'bulletinTexts', most: MOST } })
  if (added.length > 0)
    await tx
      .insertInto('itemWatch')
      .values(added.map(({ id }) => ({ id: newId(now), itemId: target, watchItemId: id })))
      .execute()
  return { itemId: target, added: added.length }
}

type Table = 'textDeadline' | 'textConsultation'

export const handlers: Handlers<'watchLife'> = {
  'watch.life': ({ tx }, { id }) => textLife({ tx }, id),
  async 'watch.saidDates'({ tx }, { id }) {
    const { inForceWords, publishedOn } = await getRow(tx, 'watchItem', id)
    const { inForce, deadlines } = saidDates(inForceWords, publishedOn)
    return { inForce, deadlines: [...deadlines] }
  },
  'watch.due': due,
  async 'watch.addLink'(context, link) {
    await addLink(context, link)
    return textLife(context, link.watchItemId)
  },
  async 'watch.removeLink'(context, target) {
    const { watchItemId } = await deleteRow(context.tx, 'textLink', target)
    return textLife(context, watchItemId)
  },
  async 'watch.match'(context, rows) {
    await matchTexts(context, rows)
    return textLife(context, rows.kept.id)
  },
  'watch.fillAgenda': fillAgenda,
  async 'watch.addDeadline'(context, { id, watchItemId, fields }) {
    refuseSentinels(fields)
    if (await mayAdd(context, 'textDeadline', { id, watchItemId }))
      await context.tx
        .insertInto('textDeadline')
        .values({ ...fields, id, watchItemId, version: 1 })
        .execute()
    return textLife(context, watchItemId)
  },
  'watch.updateDeadline': (context, { id, version, patch }) =>
    change(context, 'textDeadline', { id, version }, patch),
  'watch.removeDeadline': (context, target) => remove(context, 'textDeadline', target),
  async 'watch.addConsultation'(context, { id, watchItemId, fields }) {
    refuseSentinels(fields)
    if (await mayAdd(context, 'textConsultation', { id, watchItemId }))
      await context.tx
        .insertInto('textConsultation')
        .values({ ...fields, id, watchItemId, version: 1 })
        .execute()
    return textLife(context, watchItemId)
  },
  'watch.updateConsultation': (context, { id, version, patch }) =>
    change(context, 'textConsultation', { id, version }, patch),
  'watch.removeConsultation': (context, target) => remove(context, 'textConsultation', target),
}

/**
 * A date that means "none" in official files is no date of a sheet.
 * @throws AppError `invalid-input` with the field that holds one.
 */
export function refuseSentinels(fields: Readonly<Record<string, unknown>>): void {
  for (const [field, value] of Object.entries(fields))
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && isSentinelDate(value))
      throw new AppError('invalid-input', { field })
}

/** False for one that is there already: the call was sent again. */
async function mayAdd(
  { tx }: WriteContext,
  table: Table,
  { id, watchItemId }: { id: string; watchItemId: string },
): Promise<boolean> {
  await getRow(tx, 'watchItem', watchItemId)
  const there = await tx.selectFrom(table).select('id').where('watchItemId', '=', watchItemId).execute()
  if (there.some((row) => row.id === id)) return false
  if (there.length >= MAX_OF_A_TEXT)
    throw new AppError('limit-reached', { limit: { of: 'ofText', most: MAX_OF_A_TEXT } })
  return true
}

async function change<T extends Table>(
  context: WriteContext,
  table: T,
  target: { id: string; version: number },
  patch: object,
): Promise<TextLife> {
  refuseSentinels({ ...patch })
  const { watchItemId } = await updateRow(context.tx, table, target, defined(patch))
  context.mergeAs(`${target.id} ${Object.keys(patch).join()}`)
  return textLife(context, watchItemId)
}

async function remove(
  context: WriteContext,
  table: Table,
  target: { id: string; version: number },
): Promise<TextLife> {
  const { watchItemId } = await deleteRow(context.tx, table, target)
  return textLife(context, watchItemId)
}

async function textLife({ tx }: { readonly tx: Reader }, id: string): Promise<TextLife> {
  const item = await watchRow(tx, id)
  const [deadlines, consultations, links, linkedFrom, passages, namesakes, matches] = await Promise.all([
    tx.selectFrom('textDeadline').selectAll().where('watchItemId', '=', id).orderBy('id').execute(),
    tx.selectFrom('textConsultation').selectAll().where('watchItemId', '=', id).orderBy('id').execute(),
    linksFrom(tx, id),
    linksTo(tx, item),
    passagesOf(tx, item),
    namesakesOf(tx, item),
    matchesOf(tx, item),
  ])
  return {
    item,
    deadlines: deadlines.sort((a, b) => (a.date ?? '9999').localeCompare(b.date ?? '9999')),
    consultations: consultations.sort((a, b) => (a.askedOn ?? '9999').localeCompare(b.askedOn ?? '9999')),
    links,
    linkedFrom,
    passages,
    namesakes,
    matches,
  }
}

/** Where it was presented, oldest first, with what each organisation said of the item. */
async function passagesOf(tx: Reader, { hearings }: TextLife['item']): Promise<Passage[]> {
  const positions = await tx
    .selectFrom('itemPosition')
    .selectAll()
    .where(
      'itemId',
      'in',
      hearings.map(({ itemId }) => itemId),
    )
    .orderBy('id')
    .execute()
  return [...hearings]
    .sort((a, b) => a.meetingDate.localeCompare(b.meetingDate))
    .map((hearing) => ({
      ...hearing,
      positions: positions.filter(({ itemId }) => itemId === hearing.itemId),
    }))
}

async function namesakesOf(tx: Reader, item: WatchItem): Promise<TextLife['namesakes']> {
  const own = identityKeys(item)
  const found = await followedTexts(tx, own)
  return found.flatMap(({ item: other, keys }) => {
    const key = own.find((one) => keys.has(one))
    return other.id === item.id || key === undefined ? [] : [{ key, text: named(other) }]
  })
}
