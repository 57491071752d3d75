import { AppError } from '../../contract/errors.ts'
import type { Reader } from '../../db/driver.ts'
import { defined, getRow, type Target, updateRow } from '../../db/rows.ts'
import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import type { Handlers } from '../context.ts'
import { newId } from '../new-id.ts'
import { agendaView, siblings } from '../reads/agenda.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { duplicateItem } from './copy.ts'
import { insertItem, placeItem, removeItem } from './items.ts'
import { publishAgenda, versionFile } from './publish.ts'
import { statusHandlers } from './status-handlers.ts'
import { templateHandlers } from './template-handlers.ts'

export const handlers: Handlers<'agenda'> = {
  async 'agenda.list'({ tx }, { meetingId }) {
    await liveMeeting(tx, meetingId)
    return agendaView(tx, meetingId)
  },
  ...statusHandlers,
  ...templateHandlers,
  async 'agenda.add'({ now, tx, about }, { id, meetingId, parentId, afterId, fields }) {
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
    return agendaView(tx, meetingId)
  },
  async 'agenda.update'({ tx, about, mergeAs }, { id, version, patch }) {
    const item = await updateRow(tx, 'agendaItem', { id, version }, defined(patch))
    about(item.meetingId)
    mergeAs(`${id} ${Object.keys(patch).join()}`)
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
