import { plainText, type RichText } from './rich-text.ts'

/** "Mesdames, Messieurs," is no sentence. */
const LEAST_WORDS = 5
/** What is told of one that is long: its end. */
const TOLD = 100

const goesOn = /^[\p{Ll}\-–—•*]/u
/** Typed by hand, with a dash or a number before each. */
const listed = /^(?:[-–—•*]|\p{L}\)|\d+[.)])/u

/** The end of each paragraph that stops at a comma; one that leads to a list, a quotation or a table goes on there. */
export function endsInComma({ content }: RichText): string[] {
  return content.flatMap((block, at) => {
    if (block.type === 'blockquote') return endsInComma({ type: 'doc', content: block.content })
    if (block.type !== 'paragraph') return []
    const next = content[at + 1]
    if (next !== undefined && (next.type !== 'paragraph' || goesOn.test(wordsOf(next)))) return []
    return cutAtComma(wordsOf(block))
  })
}

const wordsOf = (block: RichText['content'][number]) => plainText({ type: 'doc', content: [block] }).trim()

/** The same of a text of one paragraph. */
export function cutAtComma(text: string): string[] {
  const words = text.trim().replaceAll(/\s+/gu, ' ')
  if (!words.endsWith(',') || listed.test(words) || words.split(' ').length < LEAST_WORDS) return []
  return [words.length <= TOLD ? words : words.slice(words.indexOf(' ', words.length - TOLD) + 1)]
}
