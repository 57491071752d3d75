import type { AgendaView } from '../../contract/agenda.ts'
import type { Reader } from '../../db/driver.ts'
import { type AgendaItem, inAgendaOrder } from '../../domain/agenda/agenda.ts'
import { followUpItem } from '../../domain/agenda/template.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import { fullName } from '../../domain/people/full-name.ts'
import { provenanceOf } from './carry-over/provenance.ts'
import { itemIds } from './item-ids.ts'
import { settledApprovals } from './standing-items.ts'
import { templateLines } from './template-lines.ts'
import { deadlinesOf } from './text-deadlines.ts'

/** Items of a meeting in agenda order. */
export async function agendaItems(tx: Reader, meetingId: string): Promise<AgendaItem[]> {
  return inAgendaOrder(
    await tx.selectFrom('agendaItem').selectAll().where('meetingId', '=', meetingId).execute(),
  )
}

/** Children of one parent (or the roots), by position. */
export function siblings(tx: Reader, meetingId: string, parentId: string | null): Promise<AgendaItem[]> {
  return tx
    .selectFrom('agendaItem')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('parentId', parentId === null ? 'is' : '=', parentId)
    .orderBy('position')
    .execute()
}

export async function agendaView(tx: Reader, meetingId: string): Promise<AgendaView> {
  const items = await agendaItems(tx, meetingId)
  const ids = items.map(({ id }) => id)
  const ofProjects = tx
    .selectFrom('itemProject')
    .innerJoin('project', 'project.id', 'itemProject.projectId')
    .select(['itemProject.itemId', 'project.id as targetId', 'project.title'])
    .where('itemProject.itemId', 'in', ids)
    .orderBy('itemProject.id')
    .execute()
  const ofGuests = tx
    .selectFrom('itemGuest')
    .innerJoin('person', 'person.id', 'itemGuest.personId')
    .select([
      'itemGuest.itemId',
      'person.id as personId',
      'person.givenName',
      'person.familyName',
      'person.email',
    ])
    .where('itemGuest.itemId', 'in', ids)
    .orderBy('person.familyName')
    .orderBy('person.id')
    .execute()
  const [meeting, projects, guests, watch, provenance, template] = await Promise.all([
    tx
      .selectFrom('meeting')
      .select(['id', 'date', 'seriesId', 'state'])
      .where('id', '=', meetingId)
      .executeTakeFirst(),
    ofProjects,
    ofGuests,
    watchLinks(tx, meetingId),
    provenanceOf(tx, meetingId),
    templateLines(tx, 'followUp'),
  ])
  return {
    meetingId,
    provenance,
    followUpId: followUpItem(items, template)?.id ?? null,
    settled: meeting === undefined ? [] : await settledApprovals(tx, meeting, items),
    guests: items.flatMap(({ id }) =>
      guests
        .filter((guest) => guest.itemId === id)
        .map(({ givenName, familyName, ...guest }) => ({
          ...guest,
          name: fullName({ givenName, familyName }),
        })),
    ),
    items,
    links: [
      ...projects.map((link) => ({ ...link, kind: 'project' as const })),
      ...watch.map(({ itemId, watchItem }) => ({
        itemId,
        kind: 'watch' as const,
        targetId: watchItem.id,
        title: watchItem.title,
      })),
    ],
  }
}

/** The texts that the items of a meeting speak of. */
export async function watchLinks(tx: Reader, meetingId: string): Promise<MeetingFile['watchLinks']> {
  const rows = await tx
    .selectFrom('itemWatch')
    .innerJoin('watchItem', 'watchItem.id', 'itemWatch.watchItemId')
    .selectAll('watchItem')
    .select('itemWatch.itemId')
    .where('itemWatch.itemId', 'in', await itemIds(tx, meetingId))
    .orderBy('watchItem.publishedOn')
    .orderBy('itemWatch.id')
    .execute()
  const deadlines = await deadlinesOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ itemId, ...watchItem }) => ({
    itemId,
    watchItem,
    deadlines: deadlines.get(watchItem.id) ?? [],
  }))
}
