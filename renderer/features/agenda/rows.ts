import type { AgendaView } from '../../../electron/contract/agenda.ts'
import {
  type AgendaItem,
  depths,
  inAgendaOrder,
  itemNumbers,
  plannedEnd,
  type Slot,
  type Timetable,
  timetable,
  toMinutes,
} from '../../../electron/domain/agenda/agenda.ts'
import type { Provenance } from '../../../electron/domain/agenda/carry-over.ts'
import type { ClockTime, Id } from '../../../electron/domain/ids.ts'
import type { SettledApproval } from '../../../electron/domain/minutes/version.ts'
import { sameJson } from '../../api/same-json.ts'

export type MeetingHours = { startTime: ClockTime; endTime: ClockTime | null }

export type Row = {
  item: AgendaItem
  /** Printed number, or null for a welcome or a break. */
  number: string | null
  /** From 1. */
  depth: number
  slot: Slot
  hasChildren: boolean
  /** Among the items beside it, from 1. */
  rank: number
  /** How many these are. */
  beside: number
}

/** What hangs on an item, as far as its row says it. */
export type Facts = {
  attachments: number
  texts: number
  projects: number
  guests: number
  provenance: Provenance | undefined
  /** It is asked to approve what is approved. */
  isSettled: boolean
}

export type Agenda = {
  rows: Row[]
  byId: Map<Id, Row>
  table: Timetable
  start: number
  planned: number | null
  /** Items that carry a number. */
  count: number
  links: AgendaView['links']
  guests: AgendaView['guests']
  provenance: ReadonlyMap<Id, Provenance>
  followUpId: Id | null
  settled: ReadonlyMap<Id, SettledApproval>
}

const noSlot: Slot = { start: 0, end: 0, durationMinutes: 0, gapBefore: 0, overlapBefore: 0 }

/**
 * Everything the screen shows, from what the store holds.
 * @param before rows that say the same stay the same objects: only those that changed are drawn again
 */
export function agendaOf(view: AgendaView, hours: MeetingHours, before: Agenda | null = null): Agenda {
  const numbers = itemNumbers(view.items)
  const depth = depths(view.items)
  const table = timetable(view.items, hours)
  const items = inAgendaOrder(view.items)
  /** How many children each has. */
  const children = new Map<Id | null, number>()
  const ranks = new Map<Id, number>()
  for (const { id, parentId } of items) {
    const rank = (children.get(parentId) ?? 0) + 1
    children.set(parentId, rank)
    ranks.set(id, rank)
  }
  const rows = items.map((item) => {
    const row: Row = {
      item,
      number: numbers.get(item.id) ?? null,
      depth: depth.get(item.id) ?? 1,
      slot: table.slots.get(item.id) ?? noSlot,
      hasChildren: children.has(item.id),
      rank: ranks.get(item.id) ?? 1,
      beside: children.get(item.parentId) ?? 1,
    }
    const known = before?.byId.get(item.id)
    return known !== undefined && sameJson(known, row) ? known : row
  })
  return {
    rows,
    byId: new Map(rows.map((row) => [row.item.id, row])),
    table,
    start: toMinutes(hours.startTime),
    planned: plannedEnd(hours),
    count: numbers.size,
    links: view.links,
    guests: view.guests,
    provenance: new Map(view.provenance.map((one) => [one.itemId, one])),
    followUpId: view.followUpId,
    settled: new Map(view.settled.map((one) => [one.itemId, one])),
  }
}

/** The first row that is still going on when the meeting should end, or null when it fits. */
export function rowAtPlannedEnd(agenda: Agenda): Row | null {
  const { planned } = agenda
  if (planned === null || agenda.table.overrunMinutes === 0) return null
  return agenda.rows.find((row) => !row.hasChildren && row.slot.end > planned) ?? null
}

/** Of all items, in one pass. */
export function factsOf(agenda: Agenda, attachments: ReadonlyMap<Id, number>): (id: Id) => Facts {
  const of = (items: readonly { itemId: Id }[]) => {
    const counts = new Map<Id, number>()
    for (const { itemId } of items) counts.set(itemId, (counts.get(itemId) ?? 0) + 1)
    return (id: Id) => counts.get(id) ?? 0
  }
  const texts = of(agenda.links.filter(({ kind }) => kind === 'watch'))
  const projects = of(agenda.links.filter(({ kind }) => kind === 'project'))
  const guests = of(agenda.guests)
  return (id) => ({
    ...{ attachments: attachments.get(id) ?? 0, texts: texts(id), projects: projects(id) },
    ...{ guests: guests(id), provenance: agenda.provenance.get(id), isSettled: agenda.settled.has(id) },
  })
}
