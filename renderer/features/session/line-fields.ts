// Line fields: a typed line, as it is read, made ready to be kept.
import type { ReadLine } from '../../../electron/domain/notation.ts'
import type { SessionLineFields } from '../../../electron/domain/session.ts'
import type { LiveItem, Session } from './use-session.ts'

/** The item that a line goes to: the one it names by number, else the current one. Undefined when it names none there is. */
export function targetOf(line: ReadLine, { items, current }: Session): LiveItem | null | undefined {
  if (line.itemNumber === null) return current
  return items.find(({ number }) => number === line.itemNumber)
}

export function lineFields(raw: string, line: ReadLine, itemId: string | null): SessionLineFields {
  const { named, due } = line
  const speaker = named?.speaker ?? null
  return {
    itemId,
    kind: line.kind,
    raw,
    text: line.text,
    speaker: speaker?.label ?? named?.words ?? '',
    organisation: speaker?.organisation ?? '',
    personId: speaker?.personId ?? null,
    organisationId: speaker?.organisationId ?? null,
    dueDate: due?.date ?? null,
    dueWords: due?.words ?? '',
    watchItemId: null,
  }
}

/** A line taken as it is: no mark, no name, no date. */
export function asNote(raw: string): ReadLine {
  return { kind: 'note', itemNumber: null, text: raw.trim(), named: null, due: null, parts: [] }
}
