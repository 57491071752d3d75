import type { CarryOverView } from '../../../contract/carry-over.ts'
import { AppError } from '../../../contract/errors.ts'
import type { Reader } from '../../../db/driver.ts'
import {
  type CarryProposal,
  type Dismissal,
  isLongAgo,
  meetingAfter,
  standingOf,
} from '../../../domain/agenda/carry-over.ts'
import { isAhead } from '../../../domain/meetings/opened.ts'
import { passagesFor } from './passages.ts'
import {
  type CarryWorld,
  carryWorld,
  type LeftOpen,
  originOf,
  type WorldMeeting,
  type WorldRow,
} from './world.ts'

export async function carryOverView(
  { tx, today }: { tx: Reader; today: string },
  meetingId: string,
): Promise<CarryOverView> {
  const world = await carryWorld(tx, today)
  const meeting = worldMeeting(world, meetingId)
  const isOpen = isAhead(meeting)
  const { here, elsewhere } = byTarget(world, meeting, today)
  const passages = isOpen
    ? await passagesFor(tx, world, meeting, today)
    : { proposals: [], more: { project: 0, watch: 0 } }
  return {
    meetingId,
    isOpen,
    proposals: [...(await itemProposals(tx, world, here, meeting)), ...passages.proposals],
    more: passages.more,
    elsewhere,
    dismissed: await dismissals(tx, world, meeting),
  }
}

/** A meeting of the world; `not-found` when it is in the bin. */
export function worldMeeting({ meetings }: CarryWorld, id: string): WorldMeeting {
  const meeting = meetings.find((one) => one.id === id)
  if (meeting === undefined) throw new AppError('not-found')
  return meeting
}

/** Still to be taken up by somebody. */
export function isProposed({ bySource }: CarryWorld, itemId: string): boolean {
  const standing = standingOf(bySource.get(itemId))
  return standing === 'proposed' || standing === 'inBin'
}

/** Items left open in the series of a meeting, by the meeting that is to take them up. */
function byTarget(
  world: CarryWorld,
  meeting: WorldMeeting,
  today: string,
): { here: LeftOpen[]; elsewhere: CarryOverView['elsewhere'] } {
  const here: LeftOpen[] = []
  const counts = new Map<string, number>()
  const targets = new Map<string, string | null>()
  for (const one of world.leftOpen) {
    const { meeting: source, itemId } = one
    if (source.seriesId !== meeting.seriesId || !isProposed(world, itemId)) continue
    if (!targets.has(source.id))
      targets.set(source.id, meetingAfter(world.meetings, source, today)?.id ?? null)
    const target = targets.get(source.id) ?? null
    if (target === meeting.id) here.push(one)
    else if (target !== null) counts.set(target, (counts.get(target) ?? 0) + 1)
  }
  const elsewhere = world.meetings.flatMap(({ id, date, number }) => {
    const count = counts.get(id)
    return count === undefined ? [] : [{ meetingId: id, date, number, count }]
  })
  return { here, elsewhere }
}

async function itemProposals(
  tx: Reader,
  world: CarryWorld,
  open: readonly LeftOpen[],
  target: WorldMeeting,
): Promise<CarryProposal[]> {
  if (open.length === 0) return []
  // Its item in a deleted meeting says more than the first one: somebody may have worked on it there.
  const shownId = (itemId: string) => world.bySource.get(itemId)?.itemId ?? itemId
  const ids = open.map(({ itemId }) => shownId(itemId))
  const items = new Map(
    (
      await tx
        .selectFrom('agendaItem')
        .select(['id', 'title', 'presenter', 'organisation', 'nature', 'durationMinutes'])
        .where('id', 'in', ids)
        .execute()
    ).map((item) => [item.id, item]),
  )
  const links = await titlesOf(tx, ids)
  const files = grouped(
    await tx
      .selectFrom('attachment')
      .select(['itemId as id', 'fileName', 'title'])
      .where('itemId', 'in', ids)
      .where('replacedBy', 'is', null)
      .orderBy('addedAt')
      .execute(),
    ({ title, fileName }) => title || fileName,
  )
  return open.flatMap(({ itemId, reason, isSure, meeting }): CarryProposal[] => {
    const item = items.get(shownId(itemId))
    if (item === undefined) return []
    const { id, ...words } = item
    const isOld = isLongAgo(meeting.date, target.date)
    return [
      {
        ...words,
        source: { kind: 'item', id: itemId },
        reason,
        origin: originOf(meeting),
        times: timesOf(world, itemId),
        isTicked: isSure && !isOld,
        isOld,
        links: links.get(id) ?? [],
        files: files.get(id) ?? [],
      },
    ]
  })
}

/** Which report of an item the next one would be: one more than brought it where it was left open. */
export function timesOf({ byItem }: CarryWorld, itemId: string): number {
  return (byItem.get(itemId)?.times ?? 0) + 1
}

async function titlesOf(tx: Reader, itemIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx
    .selectFrom('itemProject')
    .innerJoin('project', 'project.id', 'itemProject.projectId')
    .select(['itemProject.itemId as id', 'project.title'])
    .where('itemProject.itemId', 'in', [...itemIds])
    .unionAll(
      tx
        .selectFrom('itemWatch')
        .innerJoin('watchItem', 'watchItem.id', 'itemWatch.watchItemId')
        .select(['itemWatch.itemId as id', 'watchItem.title'])
        .where('itemWatch.itemId', 'in', [...itemIds]),
    )
    .execute()
  return grouped(rows, ({ title }) => title)
}

function grouped<T extends { id: string | null }>(
  rows: readonly T[],
  words: (row: T) => string,
): Map<string, string[]> {
  const byId = new Map<string, string[]>()
  for (const row of rows) if (row.id !== null) byId.set(row.id, [...(byId.get(row.id) ?? []), words(row)])
  return byId
}

/** Set aside and become nothing else since, newest first. */
async function dismissals(tx: Reader, world: CarryWorld, meeting: WorldMeeting): Promise<Dismissal[]> {
  const rows = world.rows.filter((row) => row.dismissedAt !== null && standingOf(row) === 'dismissed')
  const own = rows.filter((row) => {
    if (row.sourceItemId === null) return true
    const from = world.meetings.find(({ id }) => id === row.fromMeetingId)
    return from !== undefined && from.seriesId === meeting.seriesId
  })
  const titles = await sourceTitles(tx, own)
  return own
    .flatMap((row): Dismissal[] => {
      const source = sourceOf(row)
      if (source === null || row.dismissedAt === null) return []
      const from = world.meetings.find(({ id }) => id === row.fromMeetingId)
      const { id, version, reason, why, dismissedAt } = row
      const origin = from === undefined ? null : originOf(from)
      return [
        { id, version, source, title: titles.get(source.id) ?? '', reason, origin, why, at: dismissedAt },
      ]
    })
    .sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id))
}

function sourceOf({ sourceItemId, projectId, watchItemId }: WorldRow): Dismissal['source'] | null {
  if (sourceItemId !== null) return { kind: 'item', id: sourceItemId }
  if (projectId !== null) return { kind: 'project', id: projectId }
  return watchItemId === null ? null : { kind: 'watch', id: watchItemId }
}

async function sourceTitles(tx: Reader, rows: readonly WorldRow[]): Promise<Map<string, string>> {
  const ids = rows.flatMap((row) => sourceOf(row)?.id ?? [])
  if (ids.length === 0) return new Map()
  const found = await tx
    .selectFrom('agendaItem')
    .select(['id', 'title'])
    .where('id', 'in', ids)
    .unionAll(tx.selectFrom('project').select(['id', 'title']).where('id', 'in', ids))
    .unionAll(tx.selectFrom('watchItem').select(['id', 'title']).where('id', 'in', ids))
    .execute()
  return new Map(found.map(({ id, title }) => [id, title]))
}
