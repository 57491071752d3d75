import { type NotationContext, readLine } from '../session/notation.ts'
import type { LineKind, SessionLineFields } from '../session/session.ts'

type Kept = Pick<SessionLineFields, 'kind' | 'text' | 'speaker' | 'dueWords'>

const marks = { decision: 'D', action: 'A', watch: 'V', question: '?' } as const

/** The line as typed to be read as this kind. A line that names nobody cannot become an intervention: null. */
export function retyped(line: Kept, kind: LineKind, context: NotationContext): string | null {
  if (kind === 'intervention')
    return line.speaker === '' ? null : `@${line.speaker} ${words({ ...line, speaker: '' })}`
  const text = words(line)
  if (kind !== 'note') return `${marks[kind]} : ${text}`
  const isRead = readLine(text, context)
  // A beginning that looks like a mark is text here.
  return isRead.kind === 'note' && isRead.itemNumber === null ? text : `\\${text}`
}

/** Its words with what its kind said beside them: who spoke, who was to act and when. */
function words({ kind, text, speaker, dueWords }: Kept): string {
  if (kind === 'intervention') return speaker === '' ? text : `${speaker} ${text}`
  if (kind !== 'action') return text
  const beside = [speaker, text.includes(dueWords) ? '' : dueWords].filter((part) => part !== '')
  return beside.length === 0 ? text : `${text} (${beside.join(', ')})`
}
