import { parseRecords } from '../readers/csv.ts'
import { plainLine } from '../understanding/plain-line.ts'

export type Column = 'name' | 'given' | 'email' | 'join' | 'leave' | 'duration' | 'action'

export type ReportTable = {
  /** Folded heads, to tell which tool wrote them. */
  readonly heads: readonly string[]
  readonly columns: ReadonlyMap<Column, number>
  readonly rows: readonly (readonly string[])[]
}

const SEPARATORS = ['\t', ';', ',', '|']

/** In the order in which they are tried: a head of departure also holds the word of arrival ("déconnexion"). */
const WORDS: readonly (readonly [Column, RegExp])[] = [
  ['email', /e-?mail|courriel/],
  ['action', /\baction\b/],
  ['duration', /duration|duree|\btemps\b/],
  ['leave', /\bleave\b|\bleft\b|depart|deconnexion|sortie|quitt/],
  ['join', /\bjoin|rejoi|arrivee|connexion|participation|\bentree\b|timestamp|horodat/],
  ['given', /^(?:prenom|first name|given name)$/],
  ['name', /^(?:full |user |display |last |family )?name\b|^nom\b|^(?:user|utilisateur|participants?)$/],
]
/** Columns that speak of the meeting, not of a participant. */
const OF_MEETING = /\btopic\b|\bsujet\b|meeting id|id de (?:la )?reunion/

/** The tables of people, by the separator that shows the widest head; none in a text without heads. */
export function reportTables(text: string): ReportTable[] {
  let best: ReportTable[] = []
  for (const separator of SEPARATORS) {
    if (!text.includes(separator)) continue
    const tables = tablesOf(parseRecords(text, separator))
    if (width(tables) > width(best)) best = tables
  }
  return best
}

const width = (tables: readonly ReportTable[]) => Math.max(0, ...tables.map(({ columns }) => columns.size))

function tablesOf(records: readonly (readonly string[])[]): ReportTable[] {
  const tables: { heads: string[]; columns: Map<Column, number>; rows: (readonly string[])[] }[] = []
  let open = false
  for (const record of records) {
    const heads = record.map((cell) => plainLine(cell))
    const columns = columnsOf(heads)
    if (columns !== null) {
      tables.push({ heads, columns, rows: [] })
      open = true
    } else if (isEnd(record)) open = false
    else if (open) tables.at(-1)?.rows.push(record)
  }
  return tables
}

/** A blank line, or the title of the next section ("3. Activités"). */
function isEnd(record: readonly string[]): boolean {
  const filled = record.filter((cell) => cell.trim() !== '')
  return filled.length === 0 || (filled.length === 1 && /^\s*\d{1,2}\.\s/.test(filled[0] ?? ''))
}

/** Null for a row that is no head of a table of people. */
function columnsOf(heads: readonly string[]): Map<Column, number> | null {
  if (heads.length < 2 || heads.some((head) => OF_MEETING.test(head))) return null
  const columns = new Map<Column, number>()
  for (const [index, head] of heads.entries()) {
    // A value is no head: an hour, an address, a number.
    if (head.length > 60 || /\d|@/.test(head)) continue
    const column = WORDS.find(([, words]) => words.test(head))?.[0]
    if (column !== undefined && !columns.has(column)) columns.set(column, index)
  }
  return columns.has('name') && columns.size > 1 ? columns : null
}
