import { writtenName } from '../../attendance-report/written-name.ts'
import { plainLine } from '../plain-line.ts'
import type { PersonLine } from './person-line.ts'
import { personName } from './person-name.ts'

type Column = 'name' | 'given' | 'join' | 'leave' | 'duration' | 'email' | 'action' | 'stamp' | 'other'
export type ConnectionHeads = readonly Column[]

const HEADS: readonly (readonly [Column, RegExp])[] = [
  ['email', /e-?mail|courriel|adresse (?:electronique|mail)|\bupn\b/],
  ['action', /^(?:user )?action(?: de l'utilisateur)?$/],
  ['stamp', /^(?:horodatage|timestamp)$/],
  ['duration', /\bduration\b|\bduree\b|temps (?:de presence|passe|en reunion)|time in meeting/],
  ['leave', /\b(?:leave|left)\b|depart\b|deconnexion|sortie|quitt/],
  ['join', /\bjoin|\brejoi|arrivee|connexion|participation|\bentree\b/],
  ['given', /^(?:prenom|first name|given name)$/],
  [
    'name',
    /^(?:(?:full|user|display|last) )?name(?: \(original name\))?$|^nom \(nom (?:d'origine|original)\)$|^noms?(?: complet| d'affichage| de famille| du participant| d'utilisateur| de l'utilisateur)?$|^(?:user|utilisateur|participante?s?)$/,
  ],
]

/** Null when the row is no head of such a list: it has a name, and when somebody came or left. */
export function connectionHeads(cells: readonly string[]): ConnectionHeads | null {
  const columns = cells.map((cell): Column => {
    const head = plainLine(cell)
    if (head.length > 60 || /\d|@/.test(head)) return 'other'
    return HEADS.find(([, words]) => words.test(head))?.[0] ?? 'other'
  })
  const has = (column: Column) => columns.includes(column)
  // Who travels arrives and leaves too.
  if (cells.some((cell) => /hotel|train\b|vol\b|chambre|nuit|repas|transport/.test(plainLine(cell))))
    return null
  const cameAndLeft = has('join') && (has('leave') || has('duration'))
  // One line for each entry and each exit.
  return has('name') && (cameAndLeft || (has('action') && has('stamp'))) ? columns : null
}

/** Who a row names; null for a telephone, a device, an empty row. What somebody is in the tool is not what they are. */
export function connected(cells: readonly string[], heads: ConnectionHeads): PersonLine | null {
  const cell = (column: Column) => (cells[heads.indexOf(column)] ?? '').trim()
  const { name, organisation, kind } = writtenName(
    [cell('given'), cell('name')].filter((part) => part !== '').join(' '),
    'organisation',
    'either',
  )
  const read = kind === 'person' ? personName(name, 'givenFirst') : null
  if (read === null) return null
  return { ...read, organisation: organisation || null, role: null, attendance: 'present' }
}
