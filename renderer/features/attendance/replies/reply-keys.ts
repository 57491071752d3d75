import type { ReplyAnswer } from '../../../../electron/domain/attendance/reply.ts'

const letters: Readonly<Record<string, ReplyAnswer>> = {
  s: 'onSite',
  v: 'remote',
  e: 'excused',
  r: 'represented',
}

/** The answer a letter says, `clear` for Delete and Backspace, null for another key. Modifiers mean something else. */
export function answerForKey(event: {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}): ReplyAnswer | 'clear' | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if (event.key === 'Delete' || event.key === 'Backspace') return 'clear'
  return letters[event.key.toLowerCase()] ?? null
}
