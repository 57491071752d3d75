import { z } from 'zod'
import { ClockTime, Id, Line, PlainText, Version } from '../ids.ts'

export const ItemNature = z.enum([
  'approbation',
  'information',
  'echange',
  'avis',
  'concertation',
  'decision',
])
export type ItemNature = z.infer<typeof ItemNature>

/** Welcome and break are kinds of item, not natures. */
export const ItemKind = z.enum(['item', 'welcome', 'break'])
export type ItemKind = z.infer<typeof ItemKind>

export const AgendaItemFields = z.strictObject({
  title: Line,
  kind: ItemKind,
  nature: ItemNature.nullable(),
  presenter: Line,
  presenterId: Id.nullable(),
  organisation: Line,
  organisationId: Id.nullable(),
  requester: Line,
  durationMinutes: z
    .int()
    .min(0)
    .max(24 * 60)
    .nullable(),
  fixedStart: ClockTime.nullable(),
  /** Internal note of the secretariat, never printed on what leaves it. */
  note: PlainText,
  /** Who wants it otherwise (on the agenda or off it, earlier, longer), and what they say; internal, kept with the item. */
  disagreementBy: Line,
  disagreement: Line,
})
export type AgendaItemFields = z.infer<typeof AgendaItemFields>

/** An item before it is placed: a title, and whatever else is known. */
export type NewItem = Partial<AgendaItemFields> & { title: string }

/** A blank item; the core and the screen add items from the same. */
export const blankItem: AgendaItemFields = {
  title: '',
  kind: 'item',
  nature: null,
  presenter: '',
  presenterId: null,
  organisation: '',
  organisationId: null,
  requester: '',
  durationMinutes: null,
  fixedStart: null,
  note: '',
  disagreementBy: '',
  disagreement: '',
}

export const AgendaItem = AgendaItemFields.extend({
  id: Id,
  version: Version,
  meetingId: Id,
  parentId: Id.nullable(),
  position: z.int().min(0),
})
export type AgendaItem = z.infer<typeof AgendaItem>

/** Deepest level of the tree: items, sub-items, sub-sub-items. */
export const MAX_DEPTH = 3
/** Most items in one agenda. */
export const MAX_ITEMS = 500

type TreeItem = { id: Id; parentId: Id | null; position: number; kind: ItemKind }

/** Whether anything on the agenda says when or for how long: without that, no clock time is printed. */
export function isTimed(items: readonly TimedItem[]): boolean {
  return items.some(({ durationMinutes, fixedStart }) => (durationMinutes ?? 0) > 0 || fixedStart !== null)
}

type TimedItem = TreeItem & { durationMinutes: number | null; fixedStart: ClockTime | null }

/** Items in agenda order: depth first, siblings by position; an item whose parent is missing counts as a root. */
export function inAgendaOrder<T extends TreeItem>(items: readonly T[]): T[] {
  const known = new Set(items.map((item) => item.id))
  const children = new Map<Id | null, T[]>()
  for (const item of items) {
    const parent = item.parentId !== null && known.has(item.parentId) ? item.parentId : null
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [item])
    else siblings.push(item)
  }
  const ordered: T[] = []
  const visit = (parent: Id | null) => {
    const siblings = (children.get(parent) ?? []).sort((a, b) => a.position - b.position)
    for (const item of siblings) {
      ordered.push(item)
      visit(item.id)
    }
  }
  visit(null)
  return ordered
}

/** An item and everything below it, in agenda order. */
export function branchOf<T extends TreeItem>(items: readonly T[], id: Id): T[] {
  const within = new Set([id])
  return inAgendaOrder(items).filter((item) => {
    const isInside = item.id === id || (item.parentId !== null && within.has(item.parentId))
    if (isInside) within.add(item.id)
    return isInside
  })
}

/**
 * Copies of an item and its sub-items, the item's own behind it; `ids` in agenda order. Without what was said of this one
 * alone: a fixed hour, who wants it otherwise.
 * @returns null when there are not as many ids as items.
 */
export function copiesOf(items: readonly AgendaItem[], id: Id, ids: readonly Id[]): AgendaItem[] | null {
  const branch = branchOf(items, id)
  if (branch.length !== ids.length) return null
  const copies = new Map(branch.map((item, rank) => [item.id, ids[rank] ?? '']))
  return branch.map((item) => ({
    ...item,
    id: copies.get(item.id) ?? '',
    version: 1,
    parentId: item.id === id ? item.parentId : (copies.get(item.parentId ?? '') ?? null),
    position: item.id === id ? item.position + 1 : item.position,
    fixedStart: null,
    disagreementBy: '',
    disagreement: '',
  }))
}

/** Depth of each item, from 1. */
export function depths(items: readonly TreeItem[]): Map<Id, number> {
  const result = new Map<Id, number>()
  for (const item of inAgendaOrder(items)) {
    const parent = item.parentId === null ? undefined : result.get(item.parentId)
    result.set(item.id, parent === undefined ? 1 : parent + 1)
  }
  return result
}

/** Whether each item hangs on the agenda, and no branch is deeper than it may be. Two at one place come one after the other. */
export function isTree(items: readonly TreeItem[]): boolean {
  const level = depths(items)
  return level.size === items.length && [...level.values()].every((depth) => depth <= MAX_DEPTH)
}

/** Printed numbers ("3", "3.2"); breaks and welcomes have none and do not count. Keys are item ids. */
export function itemNumbers(items: readonly TreeItem[]): Map<Id, string> {
  const numbers = new Map<Id, string>()
  const counters = new Map<Id | null, number>()
  for (const item of inAgendaOrder(items)) {
    if (item.kind !== 'item') continue
    const prefix = item.parentId === null ? undefined : numbers.get(item.parentId)
    const group = prefix === undefined ? null : item.parentId
    const rank = (counters.get(group) ?? 0) + 1
    counters.set(group, rank)
    numbers.set(item.id, prefix === undefined ? String(rank) : `${prefix}.${rank}`)
  }
  return numbers
}

/** `HH:MM` → minutes since midnight. */
export function toMinutes(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** Minutes since midnight → `HH:MM`; past midnight wraps to the next day. */
export function toClockTime(minutes: number): ClockTime {
  const inDay = ((minutes % 1440) + 1440) % 1440
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`
}

/** Where one item falls, in minutes since midnight of the meeting's day; `end` may pass 1440. */
export type Slot = {
  start: number
  end: number
  /** Own duration, or the sum of the children's when that is longer. */
  durationMinutes: number
  /** Minutes of silence before a fixed hour that comes later than the previous item's end. */
  gapBefore: number
  /** Minutes by which the previous item runs into this item's fixed hour. */
  overlapBefore: number
}

export type Timetable = {
  slots: Map<Id, Slot>
  /** Sum of durations, in minutes, without gaps. */
  totalMinutes: number
  /** Latest end of any item, minutes since midnight; the planned start when there is none. */
  end: number
  /** Minutes past the meeting's planned end; 0 when it fits or no end is planned. */
  overrunMinutes: number
}

/**
 * Clock times of every item: each starts where the previous ended, or at its fixed hour.
 * A parent spans its children; a duration of its own is the whole of it, so it lasts the longer of the two.
 * A fixed hour more than twelve hours "before" the running time is taken as the next day (meetings across midnight).
 */
export function timetable(
  items: readonly TimedItem[],
  meeting: { startTime: ClockTime; endTime: ClockTime | null },
): Timetable {
  const children = new Map<Id | null, TimedItem[]>()
  const known = new Set(items.map((item) => item.id))
  for (const item of inAgendaOrder(items)) {
    const parent = item.parentId !== null && known.has(item.parentId) ? item.parentId : null
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [item])
    else siblings.push(item)
  }
  const slots = new Map<Id, Slot>()
  const place = (parent: Id | null, from: number): { end: number; total: number } => {
    let now = from
    let latest = from
    let total = 0
    for (const item of children.get(parent) ?? []) {
      const { start, gapBefore, overlapBefore } = startOf(item, now)
      const own = item.durationMinutes ?? 0
      const inner = place(item.id, start)
      const end = Math.max(start + own, inner.end)
      const durationMinutes = Math.max(own, inner.total)
      slots.set(item.id, { start, end, durationMinutes, gapBefore, overlapBefore })
      now = end
      latest = Math.max(latest, end)
      total += durationMinutes
    }
    return { end: latest, total }
  }
  const { end, total } = place(null, toMinutes(meeting.startTime))
  const planned = plannedEnd(meeting)
  return {
    slots,
    totalMinutes: total,
    end,
    overrunMinutes: planned === null ? 0 : Math.max(0, end - planned),
  }
}

function startOf(item: TimedItem, now: number): { start: number; gapBefore: number; overlapBefore: number } {
  if (item.fixedStart === null) return { start: now, gapBefore: 0, overlapBefore: 0 }
  const sameDay = toMinutes(item.fixedStart)
  const start = now - sameDay > 720 ? sameDay + 1440 : sameDay
  return { start, gapBefore: Math.max(0, start - now), overlapBefore: Math.max(0, now - start) }
}

/**
 * Of each item the latest hour that can be told beside those below it: the earliest of their starts. A computed hour past it
 * stands against a fixed one, and one column would go backwards.
 */
export function latestTold(
  items: readonly TimedItem[],
  { slots }: Pick<Timetable, 'slots'>,
): Map<Id, number> {
  const latest = new Map<Id, number>()
  let earliest = Number.POSITIVE_INFINITY
  for (const { id } of inAgendaOrder(items).reverse()) {
    latest.set(id, earliest)
    earliest = Math.min(earliest, slots.get(id)?.start ?? earliest)
  }
  return latest
}

/** Planned end in minutes since midnight of the first day, or null; an end before the start is the next day. */
export function plannedEnd(meeting: { startTime: ClockTime; endTime: ClockTime | null }): number | null {
  if (meeting.endTime === null) return null
  const end = toMinutes(meeting.endTime)
  return end < toMinutes(meeting.startTime) ? end + 1440 : end
}
