import { foldedWords } from '../../domain/text/fold.ts'
import { sayPresence } from '../understanding/minutes/participants-table.ts'
import { civilityOf, roleOf } from './cells.ts'

export type PersonColumn =
  | 'name'
  | 'familyName'
  | 'usedName'
  | 'birthName'
  | 'givenName'
  | 'civility'
  | 'jobTitle'
  | 'role'
  | 'holder'
  | 'deputy'
  | 'organisation'
  | 'acronym'
  | 'college'
  | 'email'
  | 'copyEmails'
  | 'phone'
  | 'startsOn'
  | 'endsOn'
  /** Who came to a meeting: nothing of it is for the directory. */
  | 'presence'
  | 'other'

export type PersonColumns = {
  /** Rank of the head among the rows. */
  readonly row: number
  readonly columns: readonly PersonColumn[]
  readonly heads: readonly string[]
}

/** By the folded words of the head. `quality` waits for the cells: a role in the body, or a function. */
const HEADS: readonly (readonly [PersonColumn | 'quality' | 'seat', RegExp])[] = [
  ['birthName', /^(?:noms? (?:de naissance|de jeune fille|patronymique)|autres? noms?)$/],
  ['usedName', /^nom (?:d usage|marital|usuel|d epoux|d epouse)$/],
  ['familyName', /^(?:noms?|noms? de famille|patronymes?|last name|surname|family name)$/],
  ['givenName', /^(?:prenoms?(?: usuel)?|first name|given name)$/],
  [
    'name',
    /^(?:noms? (?:et )?prenoms?|prenoms? (?:et )?noms?|nom complet|identite|participants?|personnes?|representants?|contacts?|interlocuteurs?)$/,
  ],
  ['civility', /^(?:civilites?|civ|m mme|mme m|titre de civilite|politesse)$/],
  ['seat', /^(?:membres? )?(?:titulaires?|suppleante?s?)$/],
  ['role', /^(?:titulaires?|membres?) (?:ou )?suppleante?s?$/],
  ['quality', /^(?:qualites?|roles?|statuts?|types?(?: de membre)?|mandats?|sieges?|membres?)$/],
  ['presence', /^(?:presences?|presente?s?|excusee?s?|absente?s?)\b/],
  ['copyEmails', /\b(?:copies?|cc|assistante?s?|secretariat)\b/],
  [
    'email',
    /^(?:e ?mails?|mails?|courriels?|mels?|messageries?|courriers? electroniques?|adresses? (?:e ?mails?|mails?|mels?|electroniques?|courriels?|de messagerie))\b/,
  ],
  [
    'phone',
    /^(?:tel\w*|portables?|mobiles?|fixes?|gsm|(?:no?|numeros?) (?:de )?tel\w*|lignes?(?: directes?)?)\b/,
  ],
  ['startsOn', /^(?:date de )?(?:debut|nomination|depuis|du)\b/],
  ['endsOn', /^(?:date de )?(?:fin|echeance|jusqu|au)\b/],
  ['acronym', /^(?:sigles?|acronymes?|abreviations?)$/],
  ['college', /^(?:colleges?|groupes?|categories?|familles?)\b/],
  ['jobTitle', /^(?:fonctions?|postes?|emplois?|titres?|grades?|mandat (?:electif|local))\b/],
  [
    'organisation',
    /^(?:organismes?|organisations?|structures?|entites?|employeurs?|associations?|administrations?|institutions?|services?|directions?|ministeres?|collectivites?|societes?|rattachements?|etablissements?)\b/,
  ],
]

/** Rows before the head: a title, a date, an empty line. */
const HEAD_WITHIN = 25
const LONGEST_HEAD = 60
/** Share of the filled cells that must look alike. */
const MOST = 0.6

const NAMES: ReadonlySet<PersonColumn> = new Set(['name', 'familyName', 'usedName', 'holder', 'deputy'])

/** The head of a list of persons and what its columns hold; null when no row names a column of names. */
export function findHead(rows: readonly (readonly string[])[]): PersonColumns | null {
  for (const [row, heads] of rows.slice(0, HEAD_WITHIN).entries()) {
    if (heads.some((head) => head.length > LONGEST_HEAD)) continue
    const below = rows.slice(row + 1)
    const columns = heads.map((head, column) => columnOf(head, cellsOf(below, column)))
    const unique = columns.map((column, rank) => (isTaken(columns, column, rank) ? 'other' : column))
    const known = unique.filter((column) => column !== 'other' && column !== 'presence').length
    const isAlone = heads.filter((head) => head.trim() !== '').length === 1
    if (unique.some((column) => NAMES.has(column)) && (known > 1 || isAlone))
      return { row, columns: unique, heads }
  }
  return null
}

/** Two columns of telephones or copies are read together; of anything else the first one counts. */
function isTaken(columns: readonly PersonColumn[], column: PersonColumn, rank: number): boolean {
  return (
    column !== 'phone' &&
    column !== 'copyEmails' &&
    column !== 'presence' &&
    column !== 'other' &&
    columns.indexOf(column) < rank
  )
}

function cellsOf(rows: readonly (readonly string[])[], column: number): string[] {
  return rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '')
}

function columnOf(head: string, cells: readonly string[]): PersonColumn {
  const words = foldedWords(head).join(' ')
  const mostly = (test: (cell: string) => boolean) =>
    cells.length > 0 && cells.filter(test).length / cells.length >= MOST
  const found = HEADS.find(([, pattern]) => pattern.test(words))?.[0]
  switch (found) {
    case undefined:
      return mostly((cell) => /\S@\S/.test(cell)) ? 'email' : 'other'
    case 'quality':
      if (mostly((cell) => roleOf(cell) !== null)) return 'role'
      if (sayPresence(cells)) return 'presence'
      return words.startsWith('membre') ? 'name' : 'jobTitle'
    case 'seat': {
      // "Titulaire" over crosses says the role; over names it names the person.
      const isName = mostly((cell) => roleOf(cell, head) === null)
      return isName ? (words.includes('suppleant') ? 'deputy' : 'holder') : 'role'
    }
    case 'jobTitle':
      return mostly((cell) => civilityOf(cell) !== '') ? 'civility' : 'jobTitle'
    default:
      return found
  }
}
