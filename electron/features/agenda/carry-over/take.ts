import { AppError } from '../../../contract/errors.ts'
import { getRow } from '../../../db/rows.ts'
import type { Row } from '../../../db/tables.ts'
import { type AgendaItem, depths, MAX_DEPTH, type NewItem } from '../../../domain/agenda/agenda.ts'
import { type CarrySource, standingOf } from '../../../domain/agenda/carry-over.ts'
import { isAhead } from '../../../domain/meetings/opened.ts'
import { fold } from '../../../domain/text/fold.ts'
import type { WriteContext } from '../../context.ts'
import { leaveMessages } from '../../documents/index.ts'
import { newId } from '../../new-id.ts'
import { agendaItems } from '../../reads/agenda.ts'
import { isOnAgenda, isSetAside } from '../../reads/carry-over/passages.ts'
import { isProposed, timesOf, worldMeeting } from '../../reads/carry-over/view.ts'
import {
  type CarryWorld,
  carryWorld,
  type LeftOpen,
  type WorldMeeting,
} from '../../reads/carry-over/world.ts'
import { copyLinks, insertItem, insertSections, renumber, subtreeOf } from '../items.ts'
import { answerSlots, slotOnAgenda } from '../subjects/answer-slot.ts'
import { lastPlace } from '../template.ts'

/** All of them, or none: what another meeting took meanwhile is a `conflict`. */
export async function takeUp(
  context: WriteContext,
  meetingId: string,
  sources: readonly CarrySource[],
): Promise<void> {
  const { tx, today, about } = context
  const world = await carryWorld(tx, today)
  const target = worldMeeting(world, meetingId)
  if (!isAhead(target)) throw new AppError('state-refuses')
  about(meetingId)
  const wanted = new Set(sources.map(({ kind, id }) => `${kind} ${id}`))
  const known = new Set<string>()
  for (const open of world.leftOpen) {
    const key = `item ${open.itemId}`
    if (!wanted.has(key)) continue
    known.add(key)
    await takeItem(context, world, open, target)
  }
  for (const { kind, id } of sources) {
    if (kind === 'project') await takeProject(context, meetingId, id)
    else if (kind === 'watch') await takeText(context, meetingId, id)
    // It was closed since, or never was open.
    else if (!known.has(`item ${id}`) && world.bySource.get(id)?.itemMeetingId !== meetingId)
      throw new AppError((await exists(context, id)) ? 'conflict' : 'not-found')
  }
}

async function takeItem(
  context: WriteContext,
  world: CarryWorld,
  { itemId, reason, meeting }: LeftOpen,
  target: WorldMeeting,
): Promise<void> {
  const { tx, now } = context
  const row = world.bySource.get(itemId)
  if (row?.itemId != null && (await getRow(tx, 'agendaItem', row.itemId)).meetingId === target.id) return
  if (!isProposed(world, itemId)) throw new AppError('conflict')
  if (meeting.seriesId !== target.seriesId) throw new AppError('state-refuses')
  const source = await getRow(tx, 'agendaItem', itemId)
  const parent = await parentFor(context, source, target.id)
  if (row?.itemId != null && standingOf(row) === 'inBin') {
    await moveHere(context, row.itemId, target.id, parent ?? (await lastPlace(tx, target.id)))
    return
  }
  const id = newId(now)
  const place = { id, meetingId: target.id, ...(parent ?? (await lastPlace(tx, target.id))) }
  const { title, kind, nature, presenter, presenterId, organisation, organisationId } = source
  const { requester, durationMinutes, note, disagreement, disagreementBy } = source
  await insertItem({ tx, now }, place, {
    ...{ title, kind, nature, presenter, presenterId, organisation, organisationId },
    ...{ requester, durationMinutes, note, disagreement, disagreementBy },
  })
  await carryHangings(context, itemId, { meetingId: target.id, itemId: id })
  // Who asked for it is told of the meeting where it comes now; the old item keeps its requester.
  await tx
    .updateTable('subject')
    .set({ meetingId: target.id, itemId: id })
    .where('itemId', '=', itemId)
    .execute()
  await answerSlots(context, { meetingId: target.id, itemId: id })
  await tx
    .insertInto('carryOver')
    .values({
      id: newId(now),
      version: 1,
      sourceItemId: itemId,
      projectId: null,
      watchItemId: null,
      fromMeetingId: meeting.id,
      reason,
      times: timesOf(world, itemId),
      itemId: id,
      dismissedAt: null,
      why: '',
    })
    .execute()
}

/** Under what its parent became here, or under the heading of the same name; null for the first level. */
async function parentFor(
  { tx }: WriteContext,
  { parentId }: AgendaItem,
  meetingId: string,
): Promise<{ parentId: string; index: number } | null> {
  if (parentId === null) return null
  const items = await agendaItems(tx, meetingId)
  const became = await tx
    .selectFrom('carryOver')
    .select('itemId')
    .where('sourceItemId', '=', parentId)
    .executeTakeFirst()
  const title = fold((await getRow(tx, 'agendaItem', parentId)).title.trim())
  const parent =
    items.find(({ id }) => id === became?.itemId) ??
    items.find((item) => item.kind === 'item' && title !== '' && fold(item.title.trim()) === title)
  if (parent === undefined || (depths(items).get(parent.id) ?? MAX_DEPTH) >= MAX_DEPTH) return null
  return { parentId: parent.id, index: items.filter((item) => item.parentId === parent.id).length }
}

async function takeProject(context: WriteContext, meetingId: string, id: string): Promise<void> {
  const { tx, now } = context
  const { title, projectOwner, organisation } = await getRow(tx, 'project', id)
  const where = await isOnAgenda(tx, 'project', id, meetingId)
  if (where === 'here') return
  if (where === 'elsewhere' || (await isSetAside(tx, 'project', id))) throw new AppError('conflict')
  if ((await slotOnAgenda(context, id, meetingId)) !== null) return
  const itemId = await addPassage(context, meetingId, {
    title,
    nature: 'information',
    presenter: projectOwner,
    organisation,
  })
  await tx
    .insertInto('itemProject')
    .values({ id: newId(now), itemId, projectId: id })
    .execute()
}

async function takeText(context: WriteContext, meetingId: string, id: string): Promise<void> {
  const { tx, now } = context
  const { title } = await getRow(tx, 'watchItem', id)
  const where = await isOnAgenda(tx, 'watch', id, meetingId)
  if (where === 'here') return
  if (where === 'elsewhere' || (await isSetAside(tx, 'watch', id))) throw new AppError('conflict')
  const itemId = await addPassage(context, meetingId, { title, nature: 'information' }, /\bveille\b/)
  await tx
    .insertInto('itemWatch')
    .values({ id: newId(now), itemId, watchItemId: id })
    .execute()
}

/** Last but any other business, or under a heading of the agenda that is meant for it. */
async function addPassage(
  { tx, now }: WriteContext,
  meetingId: string,
  fields: NewItem,
  heading: RegExp | null = null,
): Promise<string> {
  const id = newId(now)
  const items = await agendaItems(tx, meetingId)
  const parent =
    heading === null
      ? undefined
      : items.find(
          ({ parentId, kind, title }) => parentId === null && kind === 'item' && heading.test(fold(title)),
        )
  const place =
    parent === undefined
      ? await lastPlace(tx, meetingId)
      : { parentId: parent.id, index: items.filter((item) => item.parentId === parent.id).length }
  await insertItem({ tx, now }, { id, meetingId, ...place }, fields)
  return id
}

async function exists({ tx }: WriteContext, id: string): Promise<boolean> {
  return (
    (await tx.selectFrom('agendaItem').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
  )
}

type Place = { meetingId: string; itemId: string }

async function carryHangings(context: WriteContext, from: string, to: Place): Promise<void> {
  const { tx, now } = context
  const files = await tx
    .selectFrom('attachment')
    .selectAll()
    .where('itemId', '=', from)
    .where('replacedBy', 'is', null)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
  for (const [rank, file] of files.entries()) {
    const row: Row<'attachment'> = {
      ...file,
      ...to,
      id: newId(now),
      version: 1,
      // One after the other: the list is in the order of arrival.
      addedAt: new Date(now.getTime() + rank).toISOString(),
      // It was handed out in the other room.
      tabled: 0,
    }
    await tx.insertInto('attachment').values(row).execute()
  }
  await carryPromises(context, from, to.itemId)
  await copyLinks(context, from, to.itemId)
}

/** A promised document that never came is still awaited, by a day that is to be said again. */
async function carryPromises({ tx, now }: WriteContext, from: string, itemId: string): Promise<void> {
  const awaited = await tx
    .selectFrom('awaitedDocument')
    .selectAll()
    .where('itemId', '=', from)
    .where('attachmentId', 'is', null)
    .orderBy('id')
    .execute()
  for (const promise of awaited)
    await tx
      .insertInto('awaitedDocument')
      .values({ ...promise, id: newId(now), version: 1, itemId, dueOn: null })
      .execute()
}

// An item taken up by a meeting that was then deleted goes to the next one itself, with what was done on it meanwhile;
// were it copied, taking the meeting out of the bin would make two of it.
/** Refused (`state-refuses`) once something was noted in session under it: that is of the other meeting. */
async function moveHere(
  { tx, now }: WriteContext,
  itemId: string,
  meetingId: string,
  { parentId, index }: { parentId: string | null; index: number },
): Promise<void> {
  const item = await getRow(tx, 'agendaItem', itemId)
  const ids = await subtreeOf(tx, item)
  const written = await tx
    .selectFrom('decision')
    .select('id')
    .where('itemId', 'in', ids)
    .union(tx.selectFrom('action').select('id').where('itemId', 'in', ids))
    .union(tx.selectFrom('sessionLine').select('id').where('itemId', 'in', ids))
    .union(tx.selectFrom('itemPosition').select('id').where('itemId', 'in', ids))
    .union(tx.selectFrom('observation').select('id').where('itemId', 'in', ids))
    .union(tx.selectFrom('sessionSpan').select('id').where('itemId', 'in', ids))
    .union(
      tx
        .selectFrom('minutesSection')
        .select('id')
        .where('itemId', 'in', ids)
        .where('outcome', 'is not', null),
    )
    .executeTakeFirst()
  if (written) throw new AppError('state-refuses')
  const files = await tx.selectFrom('attachment').select('id').where('itemId', 'in', ids).execute()
  await leaveMessages(
    tx,
    files.map(({ id }) => id),
  )
  await tx.updateTable('dispatch').set({ itemId: null }).where('itemId', 'in', ids).execute()
  await tx
    .deleteFrom('generatedSection')
    .where('id', 'in', tx.selectFrom('minutesSection').select('id').where('itemId', 'in', ids))
    .execute()
  await tx.deleteFrom('minutesSection').where('itemId', 'in', ids).execute()
  await tx.updateTable('agendaItem').set({ meetingId }).where('id', 'in', ids).execute()
  await tx
    .updateTable('agendaItem')
    .set({ parentId, version: item.version + 1 })
    .where('id', '=', itemId)
    .execute()
  await tx.updateTable('attachment').set({ meetingId }).where('itemId', 'in', ids).execute()
  await tx.updateTable('subject').set({ meetingId }).where('itemId', 'in', ids).execute()
  await renumber(tx, item.meetingId, item.parentId)
  await renumber(tx, meetingId, parentId, itemId, index)
  await insertSections(tx, meetingId, ids, now)
}
