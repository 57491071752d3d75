import type { Draft } from '../../domain/agenda/draft.ts'
import type { Reading } from '../readers/reading.ts'
import type { FoundItem } from './found-item.ts'
import { takeSpeakers } from './known-speakers.ts'
import type { Line } from './lines.ts'
import { readList } from './list-items.ts'
import { findOutline, type Outline } from './outline.ts'
import { isAnchor } from './outline-region.ts'
import { pointsOf, saidIn } from './outline-scores.ts'
import { plainLine } from './plain-line.ts'
import { seriesAsAgenda } from './series/series-as-agenda.ts'
import { readTables } from './table-items.ts'
import type { Told } from './told-agenda.ts'

type Items = {
  items: FoundItem[]
  used: Set<number>
  left: number
  /** Rows of a table that names its columns, or looks so. */
  isTable?: true
}
export const NO_ITEMS: Items = { items: [], used: new Set(), left: 0 }

/**
 * The reading of the agenda that is taken, and the next best, which is offered.
 * @param participants of minutes, who took part; null for what is none
 * @param invited whom an agenda names
 */
export function findItems(
  reading: Reading,
  lines: readonly Line[],
  participants: Draft['participants'] | null,
  told: Told,
  invited: Draft['participants'] = [],
): { best: Items; other: Items | null } {
  const read = readItems(reading, lines, participants, told)
  const found =
    reading.eventCount === null && !lines.some(told.begins) ? bySeries(read, lines, participants) : read
  for (const { items } of [found.best, ...(found.other === null ? [] : [found.other])])
    takeSpeakers(items, participants ?? invited)
  return found
}

/** Lines of one look are the agenda where they look more like one than what was read. */
function bySeries(
  read: { best: Items; other: Items | null },
  lines: readonly Line[],
  participants: Draft['participants'] | null,
): { best: Items; other: Items | null } {
  if (read.best.isTable) return read
  const series = seriesAsAgenda(lines, read.best.items, participants !== null)
  if (series === null) return read
  const best = { ...readList(series, namesOf(participants)), left: 0 }
  return { best, other: read.best.items.length > 0 ? read.best : read.other }
}

/** Who took part in minutes, folded, also by the initial. */
function namesOf(participants: Draft['participants'] | null): ReadonlySet<string> | null {
  const names = participants?.flatMap(({ givenName, familyName }) =>
    givenName === null
      ? []
      : [plainLine(`${givenName} ${familyName}`), plainLine(`${givenName.charAt(0)}. ${familyName}`)],
  )
  return names === undefined ? null : new Set(names)
}

function readItems(
  reading: Reading,
  lines: readonly Line[],
  participants: Draft['participants'] | null,
  told: Told,
): { best: Items; other: Items | null } {
  if (reading.eventCount !== null) return { best: NO_ITEMS, other: null }
  const begun = lines.find(told.begins)
  const table = readTables(
    begun === undefined ? reading.blocks : from(reading.blocks, begun.block),
    reading.repeated,
  )
  const byTable =
    table === null
      ? null
      : {
          items: nestByNumber(table.items),
          used: table.used,
          left: table.rowsLeftAside,
          isTable: true as const,
        }
  const presence = participants?.length ? Math.max(...participants.map(({ source }) => source.block)) : null
  const outlines = findOutline(lines, participants !== null, presence, told)
  const present = namesOf(participants)
  const asItems = (outline: Outline | null) =>
    outline === null ? null : { ...readList(outline, present), left: 0 }
  const [best, other] = [asItems(outlines.best), asItems(outlines.other)]
  if (best !== null && other !== null) complete(best.items, other.items)
  if (best !== null && byTable !== null) complete(best.items, byTable.items)
  if (table === null) return { best: best ?? NO_ITEMS, other }
  // A table of its own is the agenda of what is no minutes, unless somebody says where that stands.
  const isAsked = begun !== undefined && begun.type !== 'row' && best !== null
  const isTable =
    !isAsked && (participants === null || tablePoints(table, lines) >= (outlines.best?.points ?? 0))
  return isTable
    ? { best: byTable ?? NO_ITEMS, other: best ?? other }
    : { best: best ?? NO_ITEMS, other: byTable }
}

/** "1. Le budget" over its text, and "Le budget (Mme Roy, 20 min)" in the list above: what only one reading says of the subject. */
function complete(items: readonly FoundItem[], others: readonly FoundItem[]): void {
  const said = new Map(others.map((other) => [plainLine(other.title), other]))
  for (const item of items) {
    const other = said.get(plainLine(item.title))
    if (other === undefined) continue
    item.fixedStart ??= other.fixedStart
    item.durationMinutes ??= other.durationMinutes
    if (item.presenter === null && item.organisation === null) {
      item.presenter = other.presenter
      item.organisation = other.organisation
    }
  }
}

/** The same blocks at the same places, silent until that one. */
function from(blocks: Reading['blocks'], first: number): Reading['blocks'] {
  return blocks.map((block, at) => (at < first ? { type: 'paragraph', text: '' } : block))
}

/** Minutes hold tables of many things: theirs must look more like an agenda than their lists do. */
function tablePoints(
  { items, used }: { items: FoundItem[]; used: ReadonlySet<number> },
  lines: readonly Line[],
): number {
  const titles = items
    .filter(({ depth }) => depth === 0)
    .map(
      (item): Line => ({
        block: item.block,
        part: 0,
        text: item.title,
        type: 'row',
        level: 0,
        number: item.number,
        bullet: false,
        words: item.title,
        box: null,
        timed: false,
      }),
    )
  const first = Math.min(...used)
  const above = lines.findLast(({ block }) => block < first)
  const anchor = above !== undefined && isAnchor(above) ? 'title' : null
  // Numbers, hours or durations beside the titles: hardly anything else than an agenda.
  const isFirst = items.some(
    (item) => item.number !== null || item.fixedStart !== null || item.durationMinutes !== null,
  )
  return pointsOf(
    {
      titles,
      mode: 'table',
      anchor,
      isFirst,
      isTight: false,
      opens: true,
      isLed: false,
      hasParts: false,
      isParted: false,
      place: 0,
    },
    saidIn(lines),
  )
}

/** Gives each item the depth its number says, when the number above it is there; others stay at the top, or in their part. */
function nestByNumber(items: readonly FoundItem[]): FoundItem[] {
  const depths = new Map<string, number>()
  let inPart = 0
  for (const item of items) {
    const parent = item.number?.split('.').slice(0, -1).join('.')
    const above = parent === undefined || parent === '' ? undefined : depths.get(parent)
    if (item.isPart) inPart = 1
    item.depth = item.isPart ? 0 : above === undefined ? inPart : above + 1
    if (item.number !== null) depths.set(item.number, item.depth)
  }
  return [...items]
}
