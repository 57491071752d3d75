import { LINE_LENGTH } from '../../domain/limits.ts'
import type { DirectoryDraftRow } from '../../domain/people/directory-draft.ts'
import { fold, foldedWords } from '../../domain/text/fold.ts'
import { oneLine } from '../understanding/plain-line.ts'
import { addressesOf, civilityOf, dayOf, phoneOf, properCase, type Role, roleOf, splitName } from './cells.ts'
import type { PersonColumn, PersonColumns } from './heads.ts'

/** A row before it is matched with the directory. */
export type ListedPerson = Omit<DirectoryDraftRow, 'match' | 'take'>

const MAX_ACRONYM = 40
const MAX_COPIES = 1000

/** The cells of one row by what they are; `head` of a column tells how to read some of them. */
type Cells = {
  of(column: PersonColumn): string
  all(column: PersonColumn): string[]
  headOf(column: PersonColumn): string
}

export function personsOf(rows: readonly (readonly string[])[], head: PersonColumns): ListedPerson[] {
  const persons: ListedPerson[] = []
  let college = ''
  for (const [rank, row] of rows.entries()) {
    if (rank <= head.row || isHeadAgain(row, head)) continue
    const filled = row.filter((cell) => cell.trim() !== '')
    // "Collège des élus" alone on its row: it stands above those that follow.
    if (filled.length === 1 && fold(filled[0] ?? '').startsWith('college')) {
      college = oneLine(filled[0] ?? '')
      continue
    }
    const cells = cellsOf(row, head)
    for (const seat of seatsOf(cells, head)) persons.push(personOf(cells, seat, rank + 1, college))
  }
  return persons
}

function cellsOf(row: readonly string[], { columns, heads }: PersonColumns): Cells {
  const at = (column: PersonColumn) => columns.indexOf(column)
  return {
    of: (column) => (at(column) < 0 ? '' : (row[at(column)] ?? '').trim()),
    all: (column) => columns.flatMap((one, rank) => (one === column ? [(row[rank] ?? '').trim()] : [])),
    headOf: (column) => heads[at(column)] ?? '',
  }
}

/** A head repeated on each page of a printed list. */
function isHeadAgain(row: readonly string[], { heads }: PersonColumns): boolean {
  return heads.every((head, column) => fold(row[column] ?? '').trim() === fold(head).trim())
}

type Seat = { column: PersonColumn | null; role: Role | null }

/** Who the row is about: usually one person; with columns "Titulaire" and "Suppléant" full of names, up to two. */
function seatsOf(cells: Cells, { columns }: PersonColumns): Seat[] {
  if (!columns.includes('holder') && !columns.includes('deputy'))
    return [{ column: null, role: roleOf(cells.of('role'), cells.headOf('role')) }]
  return [
    { column: 'holder' as const, role: 'titulaire' as const },
    { column: 'deputy' as const, role: 'suppleant' as const },
  ].filter(({ column }) => cells.of(column) !== '')
}

function personOf(cells: Cells, { column, role }: Seat, line: number, college: string): ListedPerson {
  const name = column === null ? nameOf(cells) : { ...splitName(cells.of(column)), otherNames: '' }
  // The address and the telephone of a row with two names are those of its first.
  const isOwn = column !== 'deputy' || cells.of('holder') === ''
  const address = addressesOf(isOwn ? cells.of('email') : '')
  const copies = [...address.others, ...cells.all('copyEmails').flatMap(copiesOf)]
  const [startsOn, endsOn] = [dayOf(cells.of('startsOn')), dayOf(cells.of('endsOn'))]
  const isReversed = startsOn !== null && endsOn !== null && endsOn < startsOn
  const warnings: ListedPerson['warnings'] = []
  if (name.familyName === '') warnings.push('no-name')
  if (address.raw !== '') warnings.push('bad-address')
  if (isReversed) warnings.push('mandate-dates')
  return {
    line,
    person: {
      civility: civilityOf(cells.of('civility')) || name.civility,
      givenName: short(name.givenName),
      familyName: short(name.familyName),
      jobTitle: isOwn ? short(cells.of('jobTitle')) : '',
      email: address.email,
      phone: isOwn ? phoneOf(cells.all('phone')) : '',
      copyEmails: joined(copies),
      otherNames: short(name.otherNames),
    },
    rawAddress: short(address.raw),
    organisation: short(cells.of('organisation')),
    acronym: oneLine(cells.of('acronym')).slice(0, MAX_ACRONYM),
    college: short(cells.of('college')) || short(college),
    mandate: role === null ? null : { role, startsOn, endsOn: isReversed ? null : endsOn },
    warnings,
  }
}

/** The name by its own columns, or cut out of one; a family name typed under "Prénom" is put back in its place. */
function nameOf(cells: Cells) {
  const whole = cells.of('name')
  const used = cells.of('usedName')
  const declared = cells.of('familyName')
  const family = used || declared
  const given = cells.of('givenName')
  const births = [cells.of('birthName'), used === '' ? '' : declared]
  const other = births.filter((name) => name !== '' && fold(name) !== fold(family)).map(properCase)
  const otherNames = [...new Set(other)].join(', ')
  if (given === '') {
    const name = splitName(family || whole, family === '' ? cells.headOf('name') : '')
    // "Le Goff" under "Nom" with no given name is a family name; capitals or a civility show a whole name.
    const isWhole = family === '' || name.civility !== '' || isMixed(family)
    return isWhole
      ? { ...name, otherNames }
      : { civility: '' as const, givenName: '', familyName: properCase(family), otherNames }
  }
  const isSwapped = isCapital(given) && !isCapital(family) && family !== ''
  const [givenName, familyName] = isSwapped ? [family, given] : [given, family]
  const lead = splitName(familyName)
  return {
    civility: lead.civility,
    givenName: properCase(givenName),
    familyName: lead.civility === '' ? properCase(familyName) : lead.familyName,
    otherNames,
  }
}

function isCapital(text: string): boolean {
  return (text.match(/\p{L}/gu) ?? []).length > 2 && text === text.toUpperCase()
}

/** One word in capitals beside others that are not: "MARCHETTI Hélène". */
function isMixed(text: string): boolean {
  const words = text.split(/\s+/)
  return (
    words.some(isCapital) && words.some((word) => !isCapital(word) && foldedWords(word).join('').length > 2)
  )
}

function copiesOf(cell: string): string[] {
  const { email, others } = addressesOf(cell)
  return email === '' ? others : [email, ...others]
}

function joined(addresses: readonly string[]): string {
  let text = ''
  for (const address of new Set(addresses)) {
    const next = text === '' ? address : `${text}, ${address}`
    if (next.length <= MAX_COPIES) text = next
  }
  return text
}

const short = (text: string) => oneLine(text).slice(0, LINE_LENGTH)
