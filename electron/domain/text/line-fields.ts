import type { Id } from '../ids.ts'
import type { ReadLine } from '../session/notation.ts'
import type { SessionLineFields } from '../session/session.ts'

export function lineFields(raw: string, line: ReadLine, itemId: Id | null): SessionLineFields {
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
