import type { DemoRows } from './insert.ts'
import type { Random } from './random.ts'

/** Adds to a meeting the items that the one before it put off; returns their ids. */
export function demoCarried(
  { random, rows }: { random: Random; rows: DemoRows },
  place: { meetingId: string; at: number; position: number },
): string[] {
  const from = rows.meeting.at(-2)
  if (from === undefined) return []
  const putOff = new Set(
    rows.minutesSection.filter(({ outcome }) => outcome === 'reporte').map(({ itemId }) => itemId),
  )
  const parents = new Set(rows.agendaItem.map(({ parentId }) => parentId))
  const open = rows.agendaItem.filter(
    (item) =>
      item.meetingId === from.id && putOff.has(item.id) && item.presenter !== '' && !parents.has(item.id),
  )
  return open.map((item, rank) => {
    const id = random.id(place.at)
    const { meetingId, position, at } = { ...place, position: place.position + rank }
    rows.agendaItem.push({ ...item, id, meetingId, parentId: null, position })
    for (const { itemId, projectId } of rows.itemProject.filter((link) => link.itemId === item.id))
      if (itemId === item.id) rows.itemProject.push({ id: random.id(at), itemId: id, projectId })
    rows.carryOver.push({
      id: random.id(at),
      version: 1,
      sourceItemId: item.id,
      projectId: null,
      watchItemId: null,
      fromMeetingId: from.id,
      reason: 'postponed',
      times: (rows.carryOver.find(({ itemId }) => itemId === item.id)?.times ?? 0) + 1,
      itemId: id,
      dismissedAt: null,
      why: '',
    })
    return id
  })
}
