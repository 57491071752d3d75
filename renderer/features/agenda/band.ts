import type { Id } from '../../../electron/domain/ids.ts'
import type { Agenda, Row } from './rows.ts'

export type Segment = {
  key: string
  /** The item drawn; null for free time. */
  id: Id | null
  label: string
  minutes: number
  /** Past the planned end: hatched, red, and written under the band. */
  over: boolean
  isBreak: boolean
  inGroup: boolean
}

export type Tick = { minutes: number /** Percent of the band's width. */; x: number }

export type Band = { segments: Segment[]; ticks: Tick[]; end: number }

/** Segments in time order. Where two items overlap the earlier is cut at the start of the later. */
export function bandOf(agenda: Agenda): Band {
  const spans = ownSpans(agenda.rows)
  const segments: Segment[] = []
  // A fixed hour may lie before the planned start: the band then starts with it.
  const start = Math.min(agenda.start, spans[0]?.start ?? agenda.start)
  let now = start
  for (const [rank, span] of spans.entries()) {
    if (span.start > now) segments.push(freeTime(now, span.start))
    const next = spans[rank + 1]
    const from = Math.max(span.start, now)
    const to = next === undefined ? span.end : Math.min(span.end, Math.max(next.start, from))
    segments.push(...itemSegments(span.row, from, to, agenda.planned))
    now = Math.max(now, to)
  }
  if (agenda.planned !== null && agenda.planned > now) {
    segments.push(freeTime(now, agenda.planned))
    now = agenda.planned
  }
  return { segments, ticks: ticksOf(start, now), end: now }
}

type Span = { row: Row; start: number; end: number }

/** When each item is itself what goes on, in time order: of an item with sub-items, what is left after them. */
function ownSpans(rows: readonly Row[]): Span[] {
  const lastEnds = new Map<string, number>()
  for (const { item, slot } of rows) {
    if (item.parentId !== null)
      lastEnds.set(item.parentId, Math.max(lastEnds.get(item.parentId) ?? slot.end, slot.end))
  }
  return rows
    .map((row) => ({
      row,
      start: Math.max(row.slot.start, lastEnds.get(row.item.id) ?? row.slot.start),
      end: row.slot.end,
    }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start)
}

function freeTime(from: number, to: number): Segment {
  return {
    key: `free-${from}`,
    id: null,
    label: '',
    minutes: to - from,
    over: false,
    isBreak: false,
    inGroup: false,
  }
}

function itemSegments(row: Row, from: number, to: number, planned: number | null): Segment[] {
  if (to <= from) return []
  const part = (start: number, end: number, over: boolean): Segment => ({
    key: `${row.item.id}-${over ? 'over' : 'in'}`,
    id: row.item.id,
    // Said once of an item that the planned end cuts in two.
    label: start === from ? (row.number ?? '') : '',
    minutes: end - start,
    over,
    isBreak: row.item.kind === 'break',
    inGroup: row.depth > 1,
  })
  if (planned === null || to <= planned) return [part(from, to, false)]
  if (from >= planned) return [part(from, to, true)]
  return [part(from, planned, false), part(planned, to, true)]
}

/** Minutes between two hours written under the band, the finest first. */
const STEPS = [30, 60, 120, 240, 480, 1440]
/** Percent of the band's width that a written hour takes, at the narrowest. */
const TICK_SHARE = 8

/** As fine as there is room for; the first is the start, the end is written apart. */
function ticksOf(start: number, end: number): Tick[] {
  const span = end - start
  if (span <= 0) return []
  const step = STEPS.find((minutes) => (minutes / span) * 100 >= TICK_SHARE)
  if (step === undefined) return [{ minutes: start, x: 0 }]
  const ticks: Tick[] = [{ minutes: start, x: 0 }]
  for (let minutes = Math.ceil((start + 1) / step) * step; minutes < end; minutes += step) {
    const x = ((minutes - start) / span) * 100
    // Room for the start's own label and for the end's words.
    if (x >= 8 && x <= 66) ticks.push({ minutes, x })
  }
  return ticks
}
