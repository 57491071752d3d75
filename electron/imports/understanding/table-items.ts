import type { ItemNature } from '../../domain/agenda/agenda.ts'
import type { SourceBlock } from '../../domain/agenda/source-block.ts'
import { spanMinutes, timesIn, wholeTime } from './clock-times.ts'
import {
  type ColumnField,
  type Columns,
  goesOn,
  guessColumns,
  recogniseHead,
  withColumnOfHours,
  withNumberColumn,
  withTypesOfCells,
} from './columns.ts'
import { wholeDuration } from './durations.ts'
import { type FoundItem, newItem } from './found-item.ts'
import { hoursAndDuration, hoursOfCell } from './hour-cells.ts'
import { numberOfMarker, readItemLine, splitNumber } from './item-line.ts'
import { wholeNature } from './natures.ts'
import { namePeople, onlyPersons, saysWhoPresents, takeRequester } from './people.ts'
import { oneLine, plainLine, trimPunctuation } from './plain-line.ts'
import { takeTypedNumbers } from './typed-numbers.ts'

type TableReading = {
  items: FoundItem[]
  /** Blocks that belong to the table, heads included: no header line is looked for there. */
  used: Set<number>
  rowsLeftAside: number
}

type Repeated = ReadonlyMap<number, ReadonlySet<number>>

type Row = { at: number; cells: readonly string[] }

/** Items of every agenda table: those with a known head, or without any head the one whose cells are hours; null when there is none. */
export function readTables(blocks: readonly SourceBlock[], repeated: Repeated): TableReading | null {
  const tables = new Map<number, Row[]>()
  for (const [at, block] of blocks.entries()) {
    if (block.type !== 'row') continue
    const rows = tables.get(block.table) ?? []
    rows.push({ at, cells: block.cells })
    tables.set(block.table, rows)
  }
  const withHeads = readRows([...tables.values()], null, repeated, 0.95)
  takeTypedNumbers(withHeads.items)
  if (withHeads.items.length > 0) return withHeads
  for (const rows of tables.values()) {
    const above = blocks[(rows[0]?.at ?? 0) - 1]
    const isAgenda = above !== undefined && above.type !== 'row' && TITLE.test(plainLine(above.text))
    const columns = guessColumns(
      rows.map((row) => row.cells),
      isAgenda,
    )
    const guessed = columns === null ? null : readRows([rows], columns, repeated, 0.6)
    if (guessed !== null && guessed.items.length > 0) return guessed
  }
  return null
}

/** Alone over a table. */
const TITLE = /^(?:l')?(?:ordre du jour|odj)\b[^.]{0,40}$/

function readRows(
  tables: readonly (readonly Row[])[],
  known: Columns | null,
  repeated: Repeated,
  confidence: number,
): TableReading {
  const reading: TableReading = { items: [], used: new Set(), rowsLeftAside: 0 }
  let columns = known
  for (const rows of tables) {
    // A second table goes on with the head of the first only when its cells fit.
    if (
      columns !== null &&
      known === null &&
      !rows.some(({ cells }) => columns !== null && goesOn(columns, cells))
    ) {
      columns = null
    }
    for (const [row, { at, cells }] of rows.entries()) {
      const head = known === null ? recogniseHead(cells) : null
      if (head !== null) {
        const below = rows.slice(row + 1).map((one) => one.cells)
        columns = withColumnOfHours(withTypesOfCells(withNumberColumn(head, below), below), below)
        reading.used.add(at)
      } else if (columns !== null) {
        reading.used.add(at)
        const item =
          readRow(at, cells, columns, repeated.get(at) ?? new Set()) ??
          readPart({ at, cells }, columns, repeated.get(at) ?? new Set(), rows[row + 1])
        if (item === null) reading.rowsLeftAside += 1
        else reading.items.push({ ...item, confidence }, ...subItems(at, cells, columns, confidence))
      }
    }
  }
  return reading
}

function readRow(
  at: number,
  cells: readonly string[],
  columns: Columns,
  repeated: ReadonlySet<number>,
): FoundItem | null {
  const cell = (field: ColumnField): string => {
    const column = columns.fields.indexOf(field)
    return column < 0 ? '' : (cells[column] ?? '').trim()
  }
  /** Hours, durations and numbers of a merged cell belong to its first row only. */
  const own = (field: ColumnField): string => (repeated.has(columns.fields.indexOf(field)) ? '' : cell(field))
  const words = titleWords(cells, columns, repeated)
  if (words === null) return null
  // "Budget" over "Rapporteur : Mme Roy" in one cell.
  const [first = '', ...under] = words.split('\n')
  const said = under.map(underTitle)
  const lines = [first, ...under.filter((_, place) => said[place] === null)]
  const [properties, all] = parted(lines, isPropertyOf)
  const small = said.find((one) => one !== null) ?? null
  const titles = all.filter(
    (one, place) => place === 0 || (!isSubNumbered(one) && !isListed(one, all[place - 1] ?? '')),
  )
  const listed = all.filter((one) => !titles.includes(one) && !isSubNumbered(one))
  const line = readItemLine((titles.length === 0 ? properties : titles).join(' '))
  const item = newItem(at, excerptOf(cells), 0.95)
  item.title = line.title
  item.number = numberOfMarker(own('number')) ?? line.number
  const below = titles.length === 0 ? [] : properties
  item.nature =
    wholeNature(cell('nature')) ??
    wholeNature(cell('objective')) ??
    line.nature ??
    small?.nature ??
    below.map(wholeNature).find((nature) => nature !== null) ??
    null
  line.duration ??= below.map((words) => wholeDuration(words)).find((duration) => duration !== null) ?? null
  readHours(item, own('time'), own('end'), own('duration'), line)
  const named = below.find(saysWhoPresents)
  const asked = takeRequester(saysNothing(cell('presenter')) ? (small?.people ?? '') : cell('presenter'))
  item.requester = asked.requester
  const presenter = asked.rest === '' ? named : asked.rest
  const people = presenter === undefined ? null : namePeople(presenter)
  item.presenter = people?.presenter ?? line.presenter
  const organisation = saysNothing(cell('organisation')) ? null : oneLine(cell('organisation'))
  item.organisation = organisation ?? people?.organisation ?? line.organisation
  item.note = [...listed, noteOf(cells, columns, line.links, repeated) ?? []].flat().join('\n') || null
  // "Pause déjeuner" over "Choix du nom": a break during which somebody does present something.
  item.keepsPresenter = titles.length > 1
  return item
}

/** "2. Stratégie" over "2.1 Bilan" and "2.2 Perspectives" in one cell. */
function subItems(at: number, cells: readonly string[], columns: Columns, confidence: number): FoundItem[] {
  const lines = (cells[columns.fields.indexOf('title')] ?? '').split('\n').slice(1).filter(isSubNumbered)
  return lines.map((words) => {
    const line = readItemLine(words)
    const item = newItem(at, excerptOf(cells), confidence)
    item.number = line.number
    item.title = line.title
    item.nature = line.nature
    item.presenter = line.presenter
    item.organisation = line.organisation
    item.setDuration(line.duration, null)
    return item
  })
}

/** "Concertation · Anaïs Gallet, DGX", or names alone, small under a title. */
function underTitle(words: string): { nature: ItemNature | null; people: string } | null {
  const [first = '', ...others] = words.split(/(?<!\s)\s+·\s+/u)
  const nature = wholeNature(first)
  if (nature !== null && !/^pour\s/iu.test(first)) return { nature, people: others.join(', ') }
  const { rest, requester } = takeRequester(words)
  const names = others.length === 0 && (rest === '' ? requester !== null : onlyPersons(rest))
  return names ? { nature: null, people: words } : null
}

/** "- calendrier", "B. Registre" below a title, or words that go on in small letters behind its bracket. */
function isListed(words: string, above: string): boolean {
  return /^(?:[-–—•·]\s|[A-H][.)]\s)/u.test(words) || (/\)$/.test(above) && /^\p{Ll}/u.test(words))
}

function isSubNumbered(words: string): boolean {
  return /^\d{1,2}\.\d{1,2}\b(?!\.\d{4})/.test(words) && splitNumber(words).number !== null
}

function isPropertyOf(words: string): boolean {
  return (
    saysWhoPresents(words) ||
    wholeDuration(words) !== null ||
    (/^pour\s/iu.test(words) && wholeNature(words) !== null)
  )
}

function parted(lines: readonly string[], test: (line: string) => boolean): [string[], string[]] {
  return [lines.filter(test), lines.filter((line) => !test(line))]
}

/**
 * Words of the title cell; in a row merged across ("Pause (15 mn)" over all columns) those of the cell that is not
 * what its column says. Null for dividers, totals and rows that only go on from the one above.
 */
function titleWords(
  cells: readonly string[],
  columns: Columns,
  repeated: ReadonlySet<number>,
): string | null {
  const column = columns.fields.indexOf('title')
  const title = (cells[column] ?? '').trim()
  const filled = cells.filter((cell, at) => cell.trim() !== '' && !repeated.has(at))
  if (title !== '') {
    if (repeated.has(column)) return null
    const folded = plainLine(title)
    const lone = filled.length === 1
    if (/^(?:sous-)?total\b/.test(folded) || (lone && isDivider(folded))) return null
    return title
  }
  const stray = cells.findIndex(
    (cell, at) => !repeated.has(at) && isStray(cell, columns.fields[at] ?? 'other'),
  )
  const words = cells[stray]?.trim()
  if (words === undefined) return null
  const hasHours = cells.some(
    (cell, at) => at !== stray && (hoursOfCell(cell) !== null || wholeDuration(cell) !== null),
  )
  return hasHours || /^(?:pause|dejeuner|accueil|buffet|repas)\b/.test(plainLine(words)) ? words : null
}

/**
 * "I – FINANCES" across the columns, over the rows of that part; without a number it must stand over a row that has one
 * or an hour of its own.
 */
function readPart(
  { at, cells }: Row,
  columns: Columns,
  repeated: ReadonlySet<number>,
  below: Row | undefined,
): FoundItem | null {
  const filled = cells.filter((cell, column) => cell.trim() !== '' && !repeated.has(column))
  const [words = ''] = filled
  const folded = plainLine(words)
  if (filled.length !== 1 || words.length > 120 || /[.!?:]$/.test(words.trim()) || !/\p{L}{3}/u.test(words))
    return null
  if (/^(?:sous-)?total\b/.test(folded) || isDivider(folded)) return null
  const line = readItemLine(oneLine(words))
  const first = below?.cells[columns.fields.indexOf('number')] ?? ''
  if (line.number === null && numberOfMarker(first) === null) return null
  const item = newItem(at, excerptOf(cells), 0.95)
  item.title = line.title
  item.number = line.number
  item.isPart = true
  return item
}

/** Words in a column of hours, durations or numbers. */
function isStray(cell: string, field: ColumnField): boolean {
  if (!['time', 'end', 'duration', 'number'].includes(field) || !/\p{L}{4}/u.test(cell)) return false
  return hoursOfCell(cell) === null && wholeDuration(cell, true) === null
}

function isDivider(folded: string): boolean {
  return /^(?:matin(?:ee)?|apres-midi|journee|jour \d|(?:premiere|seconde|deuxieme|troisieme) partie|\d(?:re|e|eme) partie|partie \S+)\b/.test(
    folded,
  )
}

function readHours(
  item: FoundItem,
  time: string,
  end: string,
  duration: string,
  line: ReturnType<typeof readItemLine>,
): void {
  const both = hoursAndDuration(time) ?? hoursAndDuration(duration)
  const start = both?.hours ?? timesIn(time)[0] ?? bareHour(time) ?? line.time
  const stop = timesIn(end)[0] ?? bareHour(end)
  item.fixedStart = start?.start ?? null
  const span = start === null ? null : { start: start.start, end: start.end ?? stop?.start ?? null }
  const written = wholeDuration(duration.split('\n')[0] ?? '', true) ?? both?.duration ?? line.duration
  item.setDuration(written, span === null ? null : spanMinutes(span))
}

/** "14" or "14-15" in a column of hours. */
function bareHour(text: string): { start: string; end: string | null } | null {
  const found = /^(\d{1,2})(?:\s?[-–à]\s?(\d{1,2}))?$/.exec(text.trim())
  if (found === null || Number(found[1]) > 23) return null
  return wholeTime(found[2] === undefined ? `${found[1]}h` : `${found[1]}h-${found[2]}h`)
}

/** Columns without a field of their own, one line each: "Supports : Diaporama". */
function noteOf(
  cells: readonly string[],
  columns: Columns,
  links: readonly string[],
  repeated: ReadonlySet<number>,
): string | null {
  const notes: string[] = []
  for (const [at, field] of columns.fields.entries()) {
    const cell = (cells[at] ?? '').trim()
    if (repeated.has(at) || saysNothing(cell)) continue
    const isNote =
      field === 'other' || ((field === 'objective' || field === 'nature') && wholeNature(cell) === null)
    if (isNote) notes.push(columns.heads[at] === '' ? cell : `${columns.heads[at]} : ${cell}`)
  }
  notes.push(...links)
  return notes.length === 0 ? null : notes.join('\n')
}

/** Empty, or filled in only to say so: "NA", "-", "néant". */
function saysNothing(cell: string): boolean {
  return (
    !/[\p{L}\d]/u.test(cell) || /^(?:n\.?\/?a\.?|neant|sans objet|s\.?o\.?|aucune?)$/.test(plainLine(cell))
  )
}

function excerptOf(cells: readonly string[]): string {
  return cells
    .map((cell) => trimPunctuation(cell))
    .filter((cell) => cell !== '')
    .join(' | ')
}
