import { fold } from '../understanding/fold.ts'
import type { Connection } from './connections.ts'
import { writtenName } from './written-name.ts'

/** Lines of such a pane that name nobody, folded. */
const HEADING =
  /^(?:participants?|presents?|liste des presents|personnes presentes|name|nom|organisat(?:eur|rice)s?|organi[sz]ers?|presentat(?:eur|rice)s?|presenters?|(?:co-?)?(?:host|hote)s?|invites?|guests?|en reunion|in this meeting|dans cette reunion|muet|muted|autres invites)\s*(?:\(?\d{0,4}\)?)?\s*:?$/
const BULLET = /^\s*(?:[-–—•*·▪]\s+|\d{1,3}[.)]\s+)/
const MOST_CHARACTERS = 120
const MOST_WORDS = 14

/** Null when most lines cannot be names. */
export function namedLines(text: string): Connection[] | null {
  const lines = text
    .split('\n')
    // Of columns without heads, the first.
    .map((line) => (line.split('\t').find((cell) => cell.trim() !== '') ?? '').replace(BULLET, '').trim())
    .filter((line) => line !== '' && !HEADING.test(fold(line)))
  const names = lines.filter(canBeName)
  if (names.length === 0 || names.length < lines.length * 0.6) return null
  return names.flatMap((line): Connection[] => {
    const written = writtenName(line, 'organisation', 'organisation')
    return written.name === ''
      ? []
      : [{ ...written, email: '', arrivedAt: null, leftAt: null, seconds: null }]
  })
}

function canBeName(line: string): boolean {
  if (line.length > MOST_CHARACTERS || line.split(/\s+/).length > MOST_WORDS) return false
  // Code, sums, addresses of pages and whole sentences name nobody; a hidden telephone number has its stars.
  return (
    /[\p{L}\d]/u.test(line) && !/[{}<>=;|\\]|:\/\/|[.!?…]$/u.test(line.replace(/(?<!\p{L})\p{L}\.$/u, ''))
  )
}
