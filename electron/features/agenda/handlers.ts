import type { AgendaStatus } from '../../contract/agenda.ts'
import { AppError } from '../../contract/errors.ts'
import type { Reader } from '../../db/driver.ts'
import { defined, getRow, type Target, updateRow } from '../../db/rows.ts'
import { type AgendaItem, blankItem, branchOf, copiesOf, MAX_ITEMS } from '../../domain/agenda/agenda.ts'
import { sameContent } from '../../domain/agenda/changes.ts'
import type { AgendaContent } from '../../domain/agenda/version.ts'
import { LINE_LENGTH } from '../../domain/limits.ts'
import { readItemLine } from '../../imports/understanding/item-line.ts'
import { kindOfTitle, natureOfTitle } from '../../imports/understanding/natures.ts'
import type { Handlers, WriteContext } from '../context.ts'
import { newId } from '../new-id.ts'
import { agendaItems, agendaView, siblings } from '../reads/agenda.ts'
import { type AgendaStatusFields, agendaStatus, blankStatus, standingOf } from '../reads/agenda-status.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { copyLinks, insertItem, insertSections, placeItem, removeItem, renumber } from './items.ts'
import { publishAgenda, versionFile } from './publish.ts'
import { templateHandlers } from './template-handlers.ts'

const saidByAgenda = (meetingId: string) => ({ tables: ['agenda_item', 'meeting'], of: [meetingId] })

const statusHandlers: Pick<
  Handlers<'agenda'>,
  'agenda.status' | 'agenda.submit' | 'agenda.validate' | 'agenda.backToDraft'
> = {
  'agenda.status': ({ tx }, { meetingId }) => agendaStatus(tx, meetingId),
  'agenda.submit'(context, { meetingId, to }) {
    context.judges(saidByAgenda(meetingId))
    return submitAgenda(context, meetingId, to)
  },
  'agenda.validate'(context, { meetingId, by }) {
    context.judges(saidByAgenda(meetingId))
    return setStatus(context, meetingId, (present, before) => ({
      ...before,
      state: 'validated',
      validatedBy: by,
      validatedAt: context.now.toISOString(),
      validatedContent: present,
    }))
  },
  'agenda.backToDraft': (context, { meetingId }) =>
    setStatus(context, meetingId, (_, { submittedContents }) => ({ ...blankStatus, submittedContents })),
}

/** @param to those who have the draft, in words. */
function submitAgenda(context: WriteContext, meetingId: string, to: string): Promise<AgendaStatus> {
  return setStatus(context, meetingId, (present, before) => ({
    ...blankStatus,
    submittedContents: withLeft(before, present),
    state: 'submitted',
    submittedTo: to,
    submittedAt: context.now.toISOString(),
  }))
}

/** A message took the draft to those who read it over; what is published or validated as it stands stays so. */
export async function submitted(context: WriteContext, meetingId: string, to: string): Promise<void> {
  const { row, isPublished } = await standingOf(context.tx, meetingId)
  if (isPublished) return
  if (row.state !== 'validated') await submitAgenda(context, meetingId, to.slice(0, LINE_LENGTH))
  else
    await setStatus(context, meetingId, (present, before) => ({
      ...before,
      submittedContents: withLeft(before, present),
    }))
}

/**
 * A draft came back that no message took: it was handed out as the agenda stands. Kept before what is accepted changes it, so
 * that what comes back later is compared with the same text.
 */
export async function handedOut(context: WriteContext, meetingId: string): Promise<void> {
  const { row, last } = await standingOf(context.tx, meetingId)
  if (last !== null || row.validatedContent !== null || row.submittedContents.length > 0) return
  await setStatus(context, meetingId, (present, before) => ({
    ...before,
    submittedContents: withLeft(before, present),
  }))
}

/** Those that are kept of one agenda: a draft that comes back later than that is compared with the agenda of now. */
const MOST_SUBMITTED = 20

function withLeft({ submittedContents }: AgendaStatusFields, present: AgendaContent): AgendaContent[] {
  const last = submittedContents.at(-1)
  if (last !== undefined && sameContent(last, present)) return submittedContents
  return [...submittedContents, present].slice(-MOST_SUBMITTED)
}

/** Records what was said of an agenda; refused when it is published as it stands: nothing is left to say. */
async function setStatus(
  { tx, about }: WriteContext,
  meetingId: string,
  said: (present: AgendaContent, before: AgendaStatusFields) => AgendaStatusFields,
): Promise<AgendaStatus> {
  const { present, row, isPublished } = await standingOf(tx, meetingId)
  if (isPublished) throw new AppError('state-refuses')
  about(meetingId)
  const { id: _, version, ...before } = row
  const { validatedContent, submittedContents, ...rest } = said(present, before)
  const values = {
    ...rest,
    version: version + 1,
    validatedContent: validatedContent === null ? null : JSON.stringify(validatedContent),
    submittedContents: JSON.stringify(submittedContents),
  }
  await tx
    .insertInto('agendaStatus')
    .values({ ...values, id: meetingId, version: 1 })
    .onConflict((c) => c.column('id').doUpdateSet(values))
    .execute()
  return agendaStatus(tx, meetingId)
}

export const handlers: Handlers<'agenda'> = {
  async 'agenda.list'({ tx }, { meetingId }) {
    await liveMeeting(tx, meetingId)
    return agendaView(tx, meetingId)
  },
  async 'agenda.readLine'(_, { words }) {
    const { title, time, duration, nature, presenter, organisation } = readItemLine(words)
    const kind = kindOfTitle(title)
    const read = {
      kind,
      nature: kind === 'item' ? (nature ?? natureOfTitle(title)) : null,
      durationMinutes: duration?.minutes ?? null,
      fixedStart: time?.start ?? null,
      presenter: presenter ?? '',
      organisation: organisation ?? '',
    }
    const saysMore = JSON.stringify({ ...blankItem, ...read }) !== JSON.stringify(blankItem)
    return title !== '' && saysMore ? { title, ...read } : null
  },
  ...statusHandlers,
  ...templateHandlers,
  async 'agenda.add'({ now, tx, about, mergeAs }, { id, meetingId, parentId, afterId, fields, isBegun }) {
    await liveMeeting(tx, meetingId)
    about(meetingId)
    const known = await tx
      .selectFrom('agendaItem')
      .select('meetingId')
      .where('id', '=', id)
      .executeTakeFirst()
    if (known) return agendaView(tx, known.meetingId)
    const before = await siblings(tx, meetingId, parentId)
    const index = afterId === null ? 0 : before.findIndex((item) => item.id === afterId) + 1
    if (afterId !== null && index === 0) throw new AppError('not-found', { field: 'afterId' })
    await insertItem({ tx, now }, { id, meetingId, parentId, index }, fields)
    if (isBegun === true) mergeAs(begun(id))
    return agendaView(tx, meetingId)
  },
  async 'agenda.update'({ tx, about, mergeAs }, { id, version, patch, isBegun }) {
    const item = await updateRow(tx, 'agendaItem', { id, version }, defined(patch))
    about(item.meetingId)
    mergeAs(isBegun === true ? begun(id) : `${id} ${Object.keys(patch).join()}`)
    return agendaView(tx, item.meetingId)
  },
  async 'agenda.move'({ tx, about }, { parentId, index, ...target }) {
    const item = await expectItem(tx, target)
    about(item.meetingId)
    await placeItem(tx, item, parentId, index)
    return agendaView(tx, item.meetingId)
  },
  async 'agenda.remove'({ tx, about }, target) {
    const item = await expectItem(tx, target)
    about(item.meetingId)
    await removeItem(tx, item)
    return agendaView(tx, item.meetingId)
  },
  async 'agenda.duplicateItem'(context, { id, ids }) {
    const item = await getRow(context.tx, 'agendaItem', id)
    await liveMeeting(context.tx, item.meetingId)
    context.about(item.meetingId)
    const known = await context.tx.selectFrom('agendaItem').select('id').where('id', 'in', ids).execute()
    if (known.length === 0) await duplicateItem(context, item, ids)
    return agendaView(context.tx, item.meetingId)
  },
  async 'agenda.link'({ tx, now, about }, { itemId, kind, targetId }) {
    const { meetingId } = await getRow(tx, 'agendaItem', itemId)
    about(meetingId)
    const id = newId(now)
    if (kind === 'project') {
      await getRow(tx, 'project', targetId)
      await tx
        .insertInto('itemProject')
        .values({ id, itemId, projectId: targetId })
        .onConflict((c) => c.doNothing())
        .execute()
    } else {
      await getRow(tx, 'watchItem', targetId)
      await tx
        .insertInto('itemWatch')
        .values({ id, itemId, watchItemId: targetId })
        .onConflict((c) => c.doNothing())
        .execute()
    }
    return agendaView(tx, meetingId)
  },
  async 'agenda.unlink'({ tx, about }, { itemId, kind, targetId }) {
    const { meetingId } = await getRow(tx, 'agendaItem', itemId)
    about(meetingId)
    if (kind === 'project')
      await tx
        .deleteFrom('itemProject')
        .where('itemId', '=', itemId)
        .where('projectId', '=', targetId)
        .execute()
    else
      await tx
        .deleteFrom('itemWatch')
        .where('itemId', '=', itemId)
        .where('watchItemId', '=', targetId)
        .execute()
    return agendaView(tx, meetingId)
  },
  async 'agenda.addGuest'({ tx, now, about }, { itemId, personId }) {
    const { meetingId } = await getRow(tx, 'agendaItem', itemId)
    await getRow(tx, 'person', personId)
    about(meetingId)
    await tx
      .insertInto('itemGuest')
      .values({ id: newId(now), itemId, personId })
      .onConflict((c) => c.doNothing())
      .execute()
    return agendaView(tx, meetingId)
  },
  async 'agenda.removeGuest'({ tx, about }, { itemId, personId }) {
    const { meetingId } = await getRow(tx, 'agendaItem', itemId)
    about(meetingId)
    await tx.deleteFrom('itemGuest').where('itemId', '=', itemId).where('personId', '=', personId).execute()
    return agendaView(tx, meetingId)
  },
  'agenda.publish': (context, { meetingId }) => publishAgenda(context, meetingId),
  'agenda.versionFile': (context, { id }) => versionFile(context, id),
}

async function expectItem(tx: Reader, { id, version }: Target): Promise<AgendaItem> {
  const item = await getRow(tx, 'agendaItem', id)
  if (item.version !== version) throw new AppError('conflict')
  return item
}

/** `ids`: of the copy, then of the copies of its sub-items in agenda order. */
async function duplicateItem(
  context: WriteContext,
  { meetingId, id }: AgendaItem,
  ids: readonly string[],
): Promise<void> {
  const { tx } = context
  const items = await agendaItems(tx, meetingId)
  const copies = copiesOf(items, id, ids)
  const [top] = copies ?? []
  // Sub-items came or went since: what was seen is not what would be copied.
  if (copies === null || top === undefined) throw new AppError('conflict')
  if (items.length + ids.length > MAX_ITEMS)
    throw new AppError('limit-reached', { limit: { of: 'items', most: MAX_ITEMS } })
  for (const copy of copies) await tx.insertInto('agendaItem').values(copy).execute()
  for (const [rank, { id: from }] of branchOf(items, id).entries())
    await copyLinks(context, from, ids[rank] ?? '')
  await renumber(tx, meetingId, top.parentId, top.id, top.position)
  await insertSections(tx, meetingId, ids, context.now)
}

/** One burst: an item and what is typed of its first title. Another title, given later, is an act of its own. */
const begun = (id: string) => `${id} begun`
