import type { Id } from '../ids.ts'
import type { ReadLine } from '../session/notation.ts'
import type { SessionLineFields } from '../session/session.ts'

/** @param line of a position, where it cannot stand beside the lines, is what its organisation said, else a note. */
export function lineFields(raw: string, line: ReadLine, itemId: Id | null): SessionLineFields {
  if (line.kind === 'position' && (line.named?.speaker == null || line.position?.stance == null))
    return lineFields(raw, { ...line, kind: 'note', text: raw.trim(), named: null, position: null }, itemId)
  const { named, due } = line
  const speaker = named?.speaker ?? null
  return {
    itemId,
    kind: line.kind === 'position' ? 'intervention' : line.kind,
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
