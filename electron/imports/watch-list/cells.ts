import { CivilDate, Id } from '../../domain/ids.ts'
import type { LineFault, ListedLink, ListWarning } from '../../domain/watch/list.ts'
import { choiceOf, isNoDate, type ListColumn, partsOf } from '../../domain/watch/list-layout.ts'
import {
  isJorfText,
  parseCelex,
  parseFrenchEli,
  parseNor,
  parseUnionEli,
} from '../../domain/watch/text-identifiers.ts'
import {
  type ConsultationFields,
  type DeadlineFields,
  isSentinelDate,
  MAX_OF_A_TEXT,
} from '../../domain/watch/text-life.ts'
import { WatchFields } from '../../domain/watch/watch.ts'
import { datesIn } from '../understanding/dates.ts'

/** A cell that its line is refused for. */
export class CellFault extends Error {
  readonly why: LineFault
  readonly written: string
  constructor(why: LineFault, written: string) {
    super(why)
    this.why = why
    this.written = written
  }
}

type FieldColumn = Exclude<ListColumn, 'id' | 'deadlines' | 'consultations' | 'links'>
type Choice = 'nature' | 'status' | 'followUp' | 'inForceRule'

const choices: ReadonlySet<ListColumn> = new Set<Choice>(['nature', 'status', 'followUp', 'inForceRule'])
const isChoice = (column: ListColumn): column is Choice => choices.has(column)
const isDate = (column: ListColumn): column is Extract<FieldColumn, `${string}On`> => column.endsWith('On')

/** The value of one field; the cell is not empty. @throws CellFault */
export function fieldOf(
  column: FieldColumn,
  cell: string,
  warn: (what: ListWarning) => void,
): Partial<WatchFields> {
  if (isChoice(column)) {
    const value = choiceOf(column, cell)
    if (value === null) throw new CellFault('choice', cell)
    return { [column]: value }
  }
  if (isDate(column)) return { [column]: dayOf(cell) }
  if (column === 'joTextNumber') {
    if (!/^0*[1-9]\d{0,5}$/.test(cell)) throw new CellFault('rank', cell)
    return { joTextNumber: Number(cell) }
  }
  const value = wordsOf(column, cell, warn)
  if (!WatchFields.shape[column].safeParse(value).success) throw new CellFault('tooLong', cell)
  return { [column]: value }
}

/** An identifier in its one form; one that has none is kept as it is written, and told. */
function wordsOf(column: FieldColumn, cell: string, warn: (what: ListWarning) => void): string {
  const known = (form: string | null, what: ListWarning) => {
    if (form === null) warn(what)
    return form ?? cell
  }
  switch (column) {
    case 'nor':
      return known(parseNor(cell), 'nor')
    case 'jorfText':
      return known(isJorfText(cell.toUpperCase()) ? cell.toUpperCase() : null, 'jorfText')
    case 'eli':
      return known((parseFrenchEli(cell) ?? parseUnionEli(cell))?.eli ?? null, 'eli')
    case 'celex':
      return known(parseCelex(cell)?.celex ?? null, 'celex')
    // A spreadsheet takes the zeros of "0054" away.
    case 'joNumber':
      return /^\d{1,4}$/.test(cell) ? cell.padStart(4, '0') : cell
    default:
      return cell
  }
}

/** 01/07/2099, 2099-07-01, 1er juillet 2099. */
function dayOf(cell: string): CivilDate {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell) ?? []
  const iso = year === '' ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = CivilDate.safeParse(iso).success ? iso : wordedDay(cell)
  if (date === null) throw new CellFault('date', cell)
  if (isSentinelDate(date)) throw new CellFault('noDate', cell)
  return date
}

/** The cell is this one day and nothing else. */
function wordedDay(cell: string): string | null {
  const dates = datesIn(cell)
  const [found] = dates
  const isAll =
    dates.length === 1 && found !== undefined && found.length >= cell.replace(/^le\s+/i, '').length
  return !isAll || found.date === null || found.date.startsWith('-') ? null : found.date
}

export function idOf(cell: string): string | null {
  const id = cell.toLowerCase()
  return Id.safeParse(id).success ? id : null
}

/** One a line; lines that are empty say nothing. */
function eachLine<T>(cell: string, read: (parts: string[], line: string) => T): T[] {
  const lines = cell.split('\n').filter((line) => line.trim() !== '')
  if (lines.length > MAX_OF_A_TEXT) throw new CellFault('tooMany', String(lines.length))
  return lines.map((line) => {
    const parts = partsOf(line)
    if (parts.some((part) => part.length > 500)) throw new CellFault('tooLong', line)
    return read(parts, line)
  })
}

/** A day of a detail: what is wrong with it is told with the whole line of the cell. */
function detailDay(part: string, line: string): CivilDate | null {
  if (isNoDate(part)) return null
  try {
    return dayOf(part)
  } catch (thrown) {
    throw thrown instanceof CellFault
      ? new CellFault(thrown.why === 'noDate' ? 'noDate' : 'detail', line)
      : thrown
  }
}

export function deadlinesOf(cell: string): DeadlineFields[] {
  return eachLine(cell, ([date = '', audience = '', threshold = '', label = '', ...rest], line) => {
    if (rest.length > 0) throw new CellFault('detail', line)
    return { date: detailDay(date, line), audience, threshold, label }
  })
}

export function consultationsOf(cell: string): ConsultationFields[] {
  return eachLine(
    cell,
    ([written = '', name = '', asked = '', answered = '', said = '', reference = '', ...rest], line) => {
      const authority = choiceOf('authority', written)
      const opinion = said === '' ? '' : choiceOf('opinion', said)
      if (authority === null || opinion === null || rest.length > 0) throw new CellFault('detail', line)
      const [askedOn, answeredOn] = [detailDay(asked, line), detailDay(answered, line)]
      return { authority, name, askedOn, answeredOn, opinion, reference }
    },
  )
}

export function linksOf(cell: string): ListedLink[] {
  return eachLine(cell, ([written = '', citation = '', target = '', ...rest], line) => {
    const kind = choiceOf('link', written)
    const targetId = target === '' ? null : idOf(target)
    const isLink = kind !== null && (citation !== '' || targetId !== null)
    if (!isLink || (target !== '' && targetId === null) || rest.length > 0)
      throw new CellFault('detail', line)
    return { kind, citation, targetId }
  })
}
