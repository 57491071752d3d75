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

export type MeetingHours = { startTime: ClockTime; endTime: ClockTime | null }

export type Row = {
  item: AgendaItem
  /** Printed number, or null for a welcome or a break. */
  number: string | null
  /** From 1. */
  depth: number
  slot: Slot
  hasChildren: boolean
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
}

const noSlot: Slot = { start: 0, end: 0, durationMinutes: 0, gapBefore: 0, overlapBefore: 0 }

/** Everything the screen shows, from what the store holds; half a millisecond for 400 items. */
export function agendaOf(view: AgendaView, hours: MeetingHours): Agenda {
  const numbers = itemNumbers(view.items)
  const depth = depths(view.items)
  const table = timetable(view.items, hours)
  const parents = new Set(view.items.map((item) => item.parentId))
  const rows = inAgendaOrder(view.items).map((item) => ({
    item,
    number: numbers.get(item.id) ?? null,
    depth: depth.get(item.id) ?? 1,
    slot: table.slots.get(item.id) ?? noSlot,
    hasChildren: parents.has(item.id),
  }))
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
  }
}

/** The first row that is still going on when the meeting should end, or null when it fits. */
export function rowAtPlannedEnd(agenda: Agenda): Row | null {
  const { planned } = agenda
  if (planned === null || agenda.table.overrunMinutes === 0) return null
  return agenda.rows.find((row) => !row.hasChildren && row.slot.end > planned) ?? null
}
