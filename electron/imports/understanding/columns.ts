import { wholeDuration } from './durations.ts'
import { hoursOfCell } from './hour-cells.ts'
import { wholeNature } from './natures.ts'
import { isFunction, isPerson, isThing, mayBePerson } from './people.ts'
import { plainLine } from './plain-line.ts'

export type ColumnField =
  | 'number'
  | 'time'
  | 'end'
  | 'duration'
  | 'title'
  | 'nature'
  | 'presenter'
  | 'organisation'
  | 'objective'
  | 'other'

/** `heads` are the printed words, for notes ("Supports : …"). */
export type Columns = { fields: readonly ColumnField[]; heads: readonly string[] }

const HEADS: readonly (readonly [ColumnField, RegExp])[] = [
  ['number', /^(?:n°|no|n|num|numero|#|rang|ordre|n° (?:d'ordre|du point|point))\.?$/],
  ['end', /^(?:heure de )?fin$/],
  ['duration', /^(?:durees?\b|combien de temps|temps\b|minutage|minutes?$|min$|mn$)/],
  ['time', /^(?:heures?\b|horaires?\b|creneaux?\b|plages? horaires?|debut|heure de debut|timing|h$|quand)/],
  ['nature', /^(?:nature\b|pour$|type$|type de point|statut|finalite|categorie|attendus?$)/],
  ['objective', /^objectifs?\b/],
  [
    'organisation',
    /^(?:organismes?|organisations?|structures?|entites?|services?|administrations?|institutions?|directions?|ministeres?|rattachement|organisme)\b/,
  ],
  [
    'presenter',
    /^(?:qui\b|anime|animat(?:eur|rice|ion)|present(?:e|ee|es) par|presentation(?: par|$)|presentat(?:eur|rice)|intervenant|intervention|rapporteur|rapporteuse|porteur|orateur|oratrice|pilote|responsable|referent)/,
  ],
  [
    'title',
    /^(?:themes?|thematiques?|contenus?|points?|intitules?|sujets?|ordre du jour|odj|libelles?|objets?|sequences?|titres?|activites?|designation|questions?|programme|deroule|item|items)\b/,
  ],
]

/** Field of one head; "Type d’animation" is a column of its own, not of presenters. */
function fieldOf(head: string): ColumnField {
  const folded = plainLine(head).replace(/(?<![\s:.])[\s:.]+$/, '')
  return HEADS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'other'
}

/** Columns when a row is the head of an agenda table, else null. */
export function recogniseHead(cells: readonly string[]): Columns | null {
  if (cells.filter((cell) => cell.trim() !== '').length < 2 || cells.some((cell) => cell.length > 60))
    return null
  const fields: ColumnField[] = []
  for (const cell of cells) {
    const field = fieldOf(cell)
    // The first of two columns of one kind is the one: "Thème / Contenu" then "Contenu détaillé".
    fields.push(field !== 'other' && fields.includes(field) ? 'other' : field)
  }
  const known = fields.filter((field) => field !== 'other').length
  if (!fields.includes('title')) {
    // Hours and something without a known name: that something is the subject.
    const free = fields.findIndex((field, at) => field === 'other' && isFreeHead(cells[at] ?? ''))
    const hours = fields.includes('time') || fields.includes('duration')
    if (free < 0 || !hours || known < 2) return null
    fields[free] = 'title'
  } else if (known < 2) return null
  return {
    fields,
    heads: cells.map((cell) =>
      cell
        .replace(/\s+/g, ' ')
        .replace(/(?<![\s:])[\s:]+$/, '')
        .trim(),
    ),
  }
}

/**
 * "Point | Sujet" over 1, 2, 3: a column whose cells are all numbers holds no titles, another one does.
 * @param cells of the rows below the head
 */
export function withNumberColumn(columns: Columns, cells: readonly (readonly string[])[]): Columns {
  const { fields, heads } = columns
  const at = fields.indexOf('title')
  const own = cells.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '')
  const isNumbers = own.length > 0 && own.every((cell) => /^\d{1,2}(?:\.\d{1,2})*[.)]?$/.test(cell))
  const better = fields.findIndex(
    (field, other) => field === 'other' && fieldOf(heads[other] ?? '') === 'title',
  )
  if (fields.includes('number') || !isNumbers || better < 0) return columns
  return {
    heads,
    fields: fields.map((field, column) => (column === at ? 'number' : column === better ? 'title' : field)),
  }
}

/** "Intervention | Intervenants": of two columns the one whose cells are mostly persons holds no titles. */
export function withTypesOfCells(columns: Columns, cells: readonly (readonly string[])[]): Columns {
  const { fields, heads } = columns
  const [title, presenter] = [fields.indexOf('title'), fields.indexOf('presenter')]
  const persons = (column: number) => {
    const filled = cells.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '')
    return (
      filled.filter((cell) => mayBePerson((cell.split(/\s*[\n,/(]/)[0] ?? '').trim())).length /
      Math.max(1, filled.length)
    )
  }
  if (title < 0 || presenter < 0 || persons(title) < 0.4 || persons(presenter) > 0.1) return columns
  return {
    heads,
    fields: fields.map((field, at) => (at === title ? 'presenter' : at === presenter ? 'title' : field)),
  }
}

/** "⏱ | Séquence": hours or durations down a column whose head is not known, where no other has them. */
export function withColumnOfHours(columns: Columns, cells: readonly (readonly string[])[]): Columns {
  const { fields, heads } = columns
  if (fields.includes('time') || fields.includes('duration')) return columns
  for (const field of ['time', 'duration'] as const) {
    const at = fields.findIndex(
      (known, column) => known === 'other' && shareOf(cells, column, IS[field]) >= MOST,
    )
    if (at >= 0) return { heads, fields: fields.with(at, field) }
  }
  return columns
}

/** Of the cells of a column, those that make it one of a kind. */
const MOST = 0.6

const IS = {
  // No meeting begins earlier, and nobody speaks so long.
  time: (cell: string) => Number(hoursOfCell(cell)?.start.slice(0, 2)) >= 7,
  duration: (cell: string) => wholeDuration(cell) !== null,
}

function shareOf(
  rows: readonly (readonly string[])[],
  column: number,
  test: (cell: string) => boolean,
): number {
  return rows.filter((row) => test((row[column] ?? '').trim())).length / Math.max(1, rows.length)
}

/** Not a label that speaks of the meeting: a table of dates and places is no agenda. */
function isFreeHead(head: string): boolean {
  return (
    head.trim() !== '' &&
    !/^(?:dates?|jours?|lieux?|salle|adresse|visio|participants?|noms?|prenoms?)\b/.test(plainLine(head))
  )
}

/** A cell of the agenda's own first column under a table that goes on without repeating its head. */
export function goesOn(columns: Columns, cells: readonly string[]): boolean {
  return (
    cells.length === columns.fields.length &&
    columns.fields.some((field, at) => {
      const cell = cells[at] ?? ''
      return (
        (field === 'time' && hoursOfCell(cell) !== null) ||
        (field === 'duration' && wholeDuration(cell) !== null)
      )
    })
  )
}

/**
 * Columns of a table without a head, by what its cells are; null unless hours or durations run down one of them.
 * @param isAgenda it stands right under "Ordre du jour": 1, 2, 3 beside names are enough
 */
export function guessColumns(rows: readonly (readonly string[])[], isAgenda: boolean): Columns | null {
  // A row may end before the others do.
  const width = Math.max(0, ...rows.map((row) => row.length))
  if (rows.length < 2 || width < 2 || rows.some((row) => row.length < Math.max(2, width - 1))) return null
  const fields: ColumnField[] = Array.from({ length: width }, () => 'other')
  const assign = (field: ColumnField, test: (cell: string) => boolean) => {
    const column = fields.findIndex((known, at) => known === 'other' && shareOf(rows, at, test) >= MOST)
    if (column >= 0) fields[column] = field
    return column
  }
  const time = assign('time', IS.time)
  const duration = assign('duration', IS.duration)
  const number = assign('number', (cell) => /^\d{1,2}(?:\.\d{1,2})*[.)]?$/.test(cell))
  const isCounted = isAgenda && rows.every((row, at) => Number.parseInt(row[number] ?? '', 10) === at + 1)
  if (time < 0 && duration < 0 && !isCounted) return null
  assign('nature', (cell) => wholeNature(cell) !== null)
  const lengths = fields.map((field, at) =>
    field === 'other' ? rows.reduce((sum, row) => sum + (row[at]?.length ?? 0), 0) : -1,
  )
  const longest = lengths.indexOf(Math.max(...lengths))
  if ((lengths[longest] ?? 0) <= 0) return null
  fields[longest] = 'title'
  const people = fields.findIndex((field, at) => {
    const filled = rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '')
    const named = filled.filter((cell) => isPerson(cell) || isFunction(cell.replace(OF_OFFICE, '')))
    const first = (cell: string) => cell.split(/\s*[\n,/(]/)[0]?.trim() ?? ''
    const mayBe = filled.filter((cell) => mayBePerson(first(cell)) && !isThing(first(cell)))
    const areNamed = named.length > 0 && named.length / filled.length >= 0.3
    return field === 'other' && (areNamed || (mayBe.length >= 2 && mayBe.length / filled.length >= MOST))
  })
  if (people >= 0) fields[people] = 'presenter'
  return { fields, heads: fields.map(() => '') }
}

/** "le maire", "M. le Maire" */
const OF_OFFICE = /^(?:(?:M\.|Mme|Monsieur|Madame)\s)?(?:le |la |l[’'])/iu
