import type { ReadLine } from '../../../electron/domain/session/notation.ts'
import type { ItemPositionFields } from '../../../electron/domain/session/session.ts'
import type { LiveItem, Session } from './use-session.ts'

/** The item that a line goes to: the one it names by number, else the current one. Undefined when it names none there is. */
export function targetOf(line: ReadLine, { items, current }: Session): LiveItem | null | undefined {
  if (line.itemNumber === null) return current
  return items.find(({ number }) => number === line.itemNumber)
}

/** The line without the number of an item: it is kept with the item, and numbers may change. */
export function withoutItem(raw: string, line: ReadLine): string {
  const item = line.parts.find(({ type }) => type === 'item')
  return item === undefined ? raw : raw.slice(item.end).trimStart()
}

/** A line taken as it is: no mark, no name, no date. */
export function asNote(raw: string): ReadLine {
  return {
    kind: 'note',
    itemNumber: null,
    text: raw.trim(),
    named: null,
    due: null,
    position: null,
    parts: [],
  }
}

/** The position that a line says; null when it says none. */
export function positionOf({ named, position }: ReadLine): ItemPositionFields | null {
  if (named === null || position === null || position.stance === null) return null
  const { speaker, words } = named
  return {
    organisation: speaker?.organisation || speaker?.label || words,
    organisationId: speaker?.organisationId ?? null,
    stance: position.stance,
    words: position.words,
  }
}
