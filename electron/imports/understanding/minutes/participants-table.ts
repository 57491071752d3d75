import type { AttendanceStatus } from '../../../domain/attendance/attendance.ts'
import { withoutEndings } from '../kind-evidence.ts'
import { isFunction, isOrganisationName, isPerson, mayBePerson } from '../people.ts'
import { oneLine, plainLine } from '../plain-line.ts'
import { bodyIn } from './body-in-function.ts'
import {
  attendanceOf,
  organisationAndRole,
  type PersonLine,
  personLine,
  representedBy,
} from './person-line.ts'
import { hasCivility, personName } from './person-name.ts'

type Column =
  | 'name'
  | 'familyName'
  | 'givenName'
  | 'organisation'
  | 'role'
  | 'presence'
  | AttendanceStatus
  | 'other'

export type Heads = {
  columns: Column[]
  order: 'givenFirst' | 'familyFirst'
  /** What the head over the names says of all of them: "Absents". */
  group?: AttendanceStatus
}

const HEADS: readonly (readonly [Column, RegExp])[] = [
  [
    'name',
    /^(?:noms?,? (?:et )?(?:prenoms?,? (?:et )?)?(?:fonctions?|qualites?)|noms?(?: et)? prenoms?|prenoms?(?: et)? noms?|noms?[/,] ?prenoms?|prenoms?[/,] ?noms?|participante?s?|membres?(?: presents?)?|personnes?|representants?|nom complet)$/,
  ],
  ['familyName', /^noms?(?: de famille)?$/],
  ['givenName', /^prenoms?$/],
  [
    'organisation',
    /^(?:organismes?|organisations?|structures?|entites?|services?|directions?|employeurs?|institutions?|collectivites?|autorites? de rattachement|rattachements?|administrations?|communes?|mairies?|villes?|etablissements?|associations?|syndicats?|entreprises?|societes?|ministeres?|bibliotheques?|ecoles?|laboratoires?|unites?|poles?|agences?|departements?|bureaux?|affiliation|organisation syndicale|affectations?|(?:collectif|instance|organe|club|groupe|quartier|canton)s? representee?s?|au titre de|pour le compte de|membres avec voix)\b/,
  ],
  ['role', /^(?:fonctions?|roles?|qualites?|titres?|postes?)\b/],
  ['surPlace', /^(?:sur place|en salle|presentiel|sur site|en presentiel)$/],
  ['visio', /^(?:visio(?:conference)?|en visio(?:conference)?|a distance|distanciel)$/],
  ['audio', /^(?:audio(?:conference)?|telephone|en audio(?:conference)?)$/],
  ['excuse', /^(?:exc|excuse?e?(?:s|\(e\))?)$/],
  ['absent', /^(?:abs|absente?s?)$/],
  ['represente', /^(?:represente?e?s?(?: par)?|pouvoirs?(?: a| donne a)?|suppleance)$/],
  ['present', /^(?:pres|presente?s?)$/],
  ['presence', /^(?:presences?|statuts?|etats?|presence \/ absence|mode)\b/],
]
const LETTERS: Readonly<Record<string, AttendanceStatus>> = {
  p: 'present',
  e: 'excuse',
  a: 'absent',
  v: 'visio',
  r: 'represente',
}
const PRESENCES: ReadonlySet<Column> = new Set([
  'surPlace',
  'visio',
  'audio',
  'excuse',
  'absent',
  'represente',
  'present',
  'presence',
])

/** The columns of a table of participants; null when the row is no head of one. */
export function participantHeads(cells: readonly string[]): Heads | null {
  if (cells.some((cell) => cell.length > 40)) return null
  const columns = cells.map((cell): Column => {
    const words = withoutEndings(plainLine(cell))
      .replace(/\(e?s?\)|[.:*]/g, '')
      .trim()
    const of = (head: string) => HEADS.find(([, pattern]) => pattern.test(head))?.[0]
    // "Prése" over "nt", as a narrow column breaks it.
    return of(words) ?? of(words.replace(/[\s-]/g, '')) ?? 'other'
  })
  // "P / E / A" over one column of them
  for (const [at, cell] of cells.entries())
    if (/^[peavr](?: ?[/,;-] ?(?:po|[peavr]))+$/.test(plainLine(cell))) columns[at] = 'presence'
  // Beside the names, who takes part in the works is a firm.
  if (columns.includes('familyName') && !columns.includes('organisation')) {
    const parties = cells.findIndex((cell) =>
      /^(?:intervenants?|participants?|entreprises?)$/.test(plainLine(cell)),
    )
    if (parties >= 0) columns[parties] = 'organisation'
  }
  const letters = cells.map((cell) => LETTERS[plainLine(cell)] ?? null)
  // One letter alone may be anything: "P | E | A" is who was there.
  if (letters.filter((letter) => letter !== null).length > 1)
    for (const [at, letter] of letters.entries()) if (letter !== null) columns[at] = letter
  const away = awayHeads(cells)
  if (away !== null) return away
  const holds = (test: (column: Column) => boolean) => columns.some(test)
  const names = holds((column) => column === 'name' || column === 'familyName')
  if (!names || !holds((column) => column === 'organisation' || column === 'role' || PRESENCES.has(column)))
    return null
  const head = plainLine(cells[columns.indexOf('name')] ?? '')
  return { columns, order: /^noms?(?: et|[/,])? ?prenoms?/.test(head) ? 'familyFirst' : 'givenFirst' }
}

/** "Absents | Sans pouvoir | Suppléant | Pouvoir à": those who were away, and who stood in for each. */
function awayHeads(cells: readonly string[]): Heads | null {
  const [away, ...beside] = cells.map((cell) => plainLine(cell).replace(/[.…: ]+$/, ''))
  if (!/^(?:(?:membres|elus) )?(?:absents|excuses|absents excuses)$/.test(away ?? '')) return null
  const columns = beside.map((words): Column => {
    if (/^(?:ni|sans|aucune?|pas de) /.test(words)) return 'absent'
    return /^(?:(?:pouvoir|procuration|mandat)s? (?:donnee?s? )?a|(?:represente|remplace)e?s? par|suppleant(?:\(?e\)?|e)?s?)$/.test(
      words,
    )
      ? 'represente'
      : 'other'
  })
  if (!columns.includes('represente') || columns.includes('other')) return null
  const group = /^(?:(?:membres|elus) )?absents$/.test(away ?? '') ? 'absent' : 'excuse'
  return { columns: ['name', ...columns], order: 'givenFirst', group }
}

/**
 * Heads of a list of who was there, not of any list of persons: "Présent", "Excusé", "Présence"; "Statut" where that is
 * what stands below.
 */
export function asksPresence(cells: readonly string[], below: () => readonly (readonly string[])[]): boolean {
  const columns = participantHeads(cells)?.columns ?? []
  return columns.some(
    (column, at) =>
      ['present', 'excuse', 'absent'].includes(column) ||
      (column === 'presence' &&
        (/^presence/.test(plainLine(cells[at] ?? '')) || sayPresence(below().map((row) => row[at] ?? '')))),
  )
}

/** Share of the filled cells that must say it. */
const MOST = 0.6

/** Whether most cells of a column say who was there, in words or by the letters "P", "E", "A". */
export function sayPresence(cells: readonly string[]): boolean {
  const filled = cells.map(oneLine).filter((cell) => cell !== '')
  const saying = filled.filter(
    (cell) => LETTERS[plainLine(cell)] !== undefined || attendanceOf(cell) !== null,
  )
  return filled.length > 0 && saying.length >= filled.length * MOST
}

/**
 * The people of one row, several when its cell of names has a line for each; none for empty rows and dividers.
 * @param group presence that a divider above said ("Excusés"), for rows that say none
 */
export function participantRow(
  cells: readonly string[],
  heads: Heads,
  group: AttendanceStatus | null,
): PersonLine[] {
  const lines = cells.map((cell) => cell.split('\n').filter((line) => line.trim() !== ''))
  const named = heads.columns.findIndex((column) => column === 'name' || column === 'familyName')
  const names = wholeNames(lines[named] ?? []).flatMap(bothNames)
  if (
    names.length < 2 ||
    names.some((name) => lineOf(name, [name], { ...heads, columns: ['name'] }) === null)
  ) {
    return onePerson(names.length === 1 ? cells.with(named, names[0] ?? '') : cells, heads, group)
  }
  // A cell with as many lines says one thing of each; any other says it of all.
  return names.flatMap((_, at) => {
    const own = lines.map((cell, column) =>
      column === named
        ? (names[at] ?? '')
        : cell.length === names.length
          ? (cell[at] ?? '')
          : (cells[column] ?? ''),
    )
    return onePerson(own, heads, group)
  })
}

/** "M. Anne-Lise" over "ROY" is one name, and "Maire" or "DGX" below it says more of them. */
function wholeNames(lines: readonly string[]): string[] {
  const whole: string[] = []
  for (const line of lines.map((one) => one.trim())) {
    const last = whole.at(-1)
    // "DELORME ANNE" below "BRISAC PAUL" is no acronym.
    const isBelowName = hasCivility(last ?? '') && /\s\S*\p{Ll}{2}/u.test(last ?? '')
    const saysMore = (isFunction(line) || (isBelowName && isOrganisationName(line))) && !isPerson(line)
    const isEnd = GIVEN_ALONE.test(last ?? '') && /^\p{Lu}[\p{L}’' -]{2,40}$/u.test(line) && !isFunction(line)
    if (last !== undefined && isEnd) whole[whole.length - 1] = `${last} ${line}`
    else if (last !== undefined && saysMore) whole[whole.length - 1] = `${last}, ${line}`
    else whole.push(line)
  }
  return whole
}

/** "Mme Anne-Lise", and no family name yet: a civility is not said of a given name. */
const GIVEN_ALONE = /^(?:M\.|Mr\.?|Mme\.?|Mlle\.?|Monsieur|Madame)\s\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u

/** "Anne ROY - Paul BON", "Anne ROY Paul BON" in one line of a cell. */
function bothNames(words: string): string[] {
  const name = String.raw`\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}[\p{Lu}’'-]{2,30}`
  const dashed = words.split(/\s[–—-]\s/u)
  if (dashed.length === 2 && dashed.every((one) => mayBePerson(one.trim()))) return dashed
  const [, first, second] = new RegExp(`^(${name})\\s(${name})$`, 'u').exec(words.trim()) ?? []
  return first === undefined || second === undefined ? [words] : [first, second]
}

const TICK = /^[xX✓✔☑☒✗]$/u

/** "☒ (visio)", "☐ excusé", "P (à partir du point 3)", "E, pouvoir à Mme Roy": the mark, and what is said beside it. */
const MARKED = /^(?<mark>[☑☒✓✔☐]|[PEAVR](?=[\s,(/]))[\s,(/–-]*(?![\s,(/–-])(?<aside>.*?)\)?$/u

/** "Anne Roy (arrivée en cours de séance)": away at first only; folded. */
const ARRIVED = /\barrivee? (?:en (?:cours|retard)|a \d|au point|pour le point)/

function onePerson(cells: readonly string[], heads: Heads, group: AttendanceStatus | null): PersonLine[] {
  const cell = (column: Column) => oneLine(cells[heads.columns.indexOf(column)] ?? '')
  const written = heads.columns.includes('name')
    ? cell('name')
    : `${cell('givenName')} ${cell('familyName')}`.trim()
  const line = lineOf(written, cells, heads)
  // "absent" in the place of a name: nobody came for them.
  if (line === null || (line.givenName === null && attendanceOf(written) !== null)) return []
  // A cross beside a name is nowhere somebody works.
  const where = cell('organisation')
  const place = organisationAndRole(TICK.test(where) ? '' : where)
  // Crosses in columns that are not understood say something of who was there.
  const asked = heads.columns.some(
    (column, at) => PRESENCES.has(column) || (column === 'other' && TICK.test((cells[at] ?? '').trim())),
  )
  // Who stands in a list of participants that asks for no presence took part.
  const isLate = ARRIVED.test(plainLine(written))
  const attendance =
    (isLate ? 'present' : presenceOf(cells, heads)) ??
    line.attendance ??
    saidAside(cells, heads) ??
    group ??
    (asked ? null : 'present')
  const standIn = isLate ? {} : standInOf(cells, heads)
  return [
    {
      ...line,
      organisation: place.organisation ?? line.organisation ?? bodyOfRole(cell('role')),
      role: [cell('role'), place.role, line.role].find((role) => role !== null && role !== '') ?? null,
      // Who was away and gave their power was represented.
      attendance: standIn.representedBy !== undefined && attendance !== 'present' ? 'represente' : attendance,
      ...standIn,
    },
  ]
}

/** "Maire de Castelroc" in a column of functions. */
function bodyOfRole(words: string): string | null {
  return isFunction(words) ? bodyIn(words) : null
}

function lineOf(written: string, cells: readonly string[], heads: Heads): PersonLine | null {
  const nothing = { organisation: null, role: null, attendance: null }
  if (!heads.columns.includes('name')) {
    const familyName = oneLine(cells[heads.columns.indexOf('familyName')] ?? '')
    const at = heads.columns.indexOf('givenName')
    if (familyName === '') return null
    if (at < 0)
      return (
        personLine(familyName, heads.order) ?? {
          ...(personName(familyName, 'givenFirst') ?? { familyName, givenName: null }),
          ...nothing,
        }
      )
    return { familyName, givenName: oneLine(cells[at] ?? '') || null, ...nothing }
  }
  const read = personLine(written, heads.order)
  if (read !== null) return read
  const name = personName(written, heads.order)
  return name === null ? null : { ...name, ...nothing }
}

/** By whom somebody is represented: in words of any presence, or the name alone in a column "Représenté par". */
function standInOf(cells: readonly string[], heads: Heads): { representedBy?: string } {
  for (const [at, column] of heads.columns.entries()) {
    if (column !== 'represente' && column !== 'presence') continue
    const words = oneLine(cells[at] ?? '')
    const said = representedBy(words)
    if (said !== null) return { representedBy: said }
    const name = column === 'represente' && words.length > 2 ? personName(words, heads.order) : null
    if (name?.givenName != null || /^(?:M|Mme|Mlle)\b/.test(words)) return { representedBy: words }
  }
  return {}
}

/** A cross in a column of one presence, or the words of a column of any. */
function presenceOf(cells: readonly string[], heads: Heads): AttendanceStatus | null {
  let isDenied = false
  for (const [at, column] of heads.columns.entries()) {
    const words = oneLine(cells[at] ?? '')
    isDenied ||= /^non$/i.test(words) && (column === 'presence' || column === 'present')
    // The number under "Téléphone" is where somebody is reached.
    const saysNone = /^(?:non|-|–)$/i.test(words) || /\d(?:\D?\d){3}/.test(words)
    if (words === '' || !PRESENCES.has(column) || saysNone) continue
    if (column === 'presence') return byLetter(words) ?? byMark(words) ?? attendanceOf(words)
    // In a column of presence, "visio" says more than a cross.
    const said = attendanceOf(words)
    if (said !== null && said !== column) return said
    return column as AttendanceStatus
  }
  return isDenied ? 'absent' : null
}

/** "Absent excusé" in the column for signatures. */
function saidAside(cells: readonly string[], heads: Heads): AttendanceStatus | null {
  const aside = cells.filter((cell, at) => heads.columns[at] === 'other' && cell.length <= 60)
  return (
    aside.map((cell) => attendanceOf(oneLine(cell))).find((state) => state !== null && state !== 'present') ??
    null
  )
}

function byMark(words: string): AttendanceStatus | null {
  const { mark = '', aside = '' } = MARKED.exec(words)?.groups ?? {}
  if (mark === '') return null
  const said = attendanceOf(aside)
  if (mark === '☐') return said ?? 'absent'
  return said ?? LETTERS[plainLine(mark)] ?? 'present'
}

function byLetter(words: string): AttendanceStatus | null {
  return /^(?:x|oui)$/.test(plainLine(words)) ? 'present' : (LETTERS[plainLine(words)] ?? null)
}
