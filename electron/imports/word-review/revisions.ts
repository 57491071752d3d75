import { LINE_LENGTH } from '../../domain/limits.ts'
import type { XmlElement } from '../xml.ts'
import type { InstantOf } from './instants.ts'

export type Revision = {
  readonly kind: 'insert' | 'delete'
  /** Name of the move that it is an end of; null for words that were typed or deleted. */
  readonly move: string | null
  readonly author: string
  readonly at: string | null
}

const kinds: Readonly<Record<string, Revision['kind']>> = {
  'w:ins': 'insert',
  'w:moveTo': 'insert',
  'w:del': 'delete',
  'w:moveFrom': 'delete',
  'w:cellIns': 'insert',
  'w:cellDel': 'delete',
  // Of two people who wrote at once, what was not yet agreed (MS-DOCX, conflictIns and conflictDel).
  '?:conflictIns': 'insert',
  '?:conflictDel': 'delete',
}

/** Moves whose range is open, by the id of the range. */
export type OpenMoves = Map<string, { readonly name: string; readonly side: 'w:moveFrom' | 'w:moveTo' }>

/** The revision that an element notes; null for any other element. */
export function revisionOf(
  { name, attributes }: XmlElement,
  open: OpenMoves,
  instantOf: InstantOf,
): Revision | null {
  const kind = kinds[name]
  if (kind === undefined) return null
  const moves = [...open.values()].filter(({ side }) => side === name)
  const isMove = name === 'w:moveTo' || name === 'w:moveFrom'
  return {
    kind,
    move: isMove ? (moves.at(-1)?.name ?? '') : null,
    author: (attributes['w:author'] ?? '').replace(/\s+/gu, ' ').trim().slice(0, LINE_LENGTH),
    at: instantOf(attributes['w:date'], attributes['?:dateUtc']),
  }
}

/** Follows where moves begin and end; whether the element says so. */
export function followMove({ name, attributes }: XmlElement, open: OpenMoves): boolean {
  const id = attributes['w:id'] ?? ''
  switch (name) {
    case 'w:moveFromRangeStart':
    case 'w:moveToRangeStart': {
      const side = name === 'w:moveToRangeStart' ? 'w:moveTo' : 'w:moveFrom'
      open.set(`${side} ${id}`, { name: attributes['w:name'] ?? '', side })
      return true
    }
    case 'w:moveFromRangeEnd':
      open.delete(`w:moveFrom ${id}`)
      return true
    case 'w:moveToRangeEnd':
      open.delete(`w:moveTo ${id}`)
      return true
    default:
      return false
  }
}
