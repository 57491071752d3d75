// Makes any typed text drawable with the documents' fonts, so that one odd character never stops an export.
import type { Coverage } from './resources.ts'

/** Drawn in place of what no font of ours can draw (emoji, other scripts): visible, and never taken for a letter. */
const FALLBACK = '□'
const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' })
/** Longer words may be cut anywhere, otherwise they would run out of the page. */
const LONGEST_WORD = 40
/** No line ends at a bound space, nor at any behind an opening sign or before a closing one. */
const unitSign = '(?:[^ \\n\\u200b-]|(?<=[(\\[{¿¡„‚]) | (?=[)\\]}!?;:,./]))'
const longUnit = new RegExp(`${unitSign}{${LONGEST_WORD + 1},}`, 'gu')
const boundSpace = /(?<=[^«][\u00a0\u202f])(?![:;?!»%€])/u
const ZERO_WIDTH_SPACE = '\u200b'
/** Never printed: read by programs, or not words at all. */
const untouched: ReadonlySet<string> = new Set(['href', 'dataFile', 'sha256', 'mediaType', 'kind', 'type'])

/** A sign that no font can draw, and how many □ stand for it in the document. */
type Undrawn = { sign: string; count: number }

/**
 * A copy of a document model whose strings can all be drawn; addresses of links are left as they are.
 * @returns also what could not be drawn, in the order in which it is met: never replaced without being said.
 */
export function printable<T>(value: T, covered: Coverage): { value: T; undrawn: Undrawn[] } {
  const counts = new Map<string, number>()
  const copy = copied(value, covered, counts)
  return { value: copy, undrawn: [...counts].map(([sign, count]) => ({ sign, count })) }
}

type Counts = Map<string, number> | null

function copied<T>(value: T, covered: Coverage, counts: Counts): T
function copied(value: unknown, covered: Coverage, counts: Counts): unknown {
  if (typeof value === 'string') return printableText(value, covered, counts)
  if (Array.isArray(value)) return value.map((item: unknown) => copied(item, covered, counts))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [
      key,
      // Metadata repeat words of the pages: what lacks there has been counted already.
      untouched.has(key) ? item : copied(item, familiesOf(key, covered), key === 'metadata' ? null : counts),
    ]),
  )
}

/** What the first family lacks in a drawing is sought among the fonts of the machine, none of which is ours. */
const familiesOf = (key: string, covered: Coverage) => (key === 'drawing' ? covered.slice(0, 1) : covered)

function printableText(text: string, covered: Coverage, counts: Counts): string {
  const drawn = isDrawable(text, covered) ? text : replaceUndrawable(text, covered, counts)
  return drawn.replace(longUnit, parted)
}

/** The usual case, told without cutting into graphemes: everything is in the first family, nothing turns a line round. */
function isDrawable(text: string, [first]: Coverage): boolean {
  if (/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text)) return false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 0x20 || code > 0x7e) if (first?.has(code) !== true || code < 0xa0) return false
  }
  return true
}

function replaceUndrawable(text: string, covered: Coverage, counts: Counts): string {
  const hasAll = (signs: readonly string[]) =>
    covered.some((family) => signs.every((sign) => family.has(sign.codePointAt(0) ?? 0)))
  let result = ''
  for (const { segment } of graphemes.segment(text.replace(/\p{Surrogate}/gu, '\ufffd').normalize('NFC'))) {
    if (/^\s+$/u.test(segment)) {
      result += hasAll([segment]) && segment.length === 1 ? segment : ' '
      continue
    }
    // Marks of direction go with the other invisible signs: the order of a line is that of its letters alone.
    const signs = Array.from(segment).filter(
      (sign) => !/[\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(sign),
    )
    if (signs.length === 0) continue
    if (hasAll(signs)) result += signs.join('')
    else {
      result += FALLBACK
      counts?.set(segment, (counts.get(segment) ?? 0) + 1)
    }
  }
  return result
}

/** Lets what holds together break where spaces are bound first, and within where that is not enough. */
function parted(unit: string): string {
  return unit
    .split(boundSpace)
    .map((part) => (part.length > LONGEST_WORD ? cuttable(part) : part))
    .join(ZERO_WIDTH_SPACE)
}

/** Lets a long word break: in an address after its signs, elsewhere every few letters. */
function cuttable(word: string): string {
  return Array.from(word.matchAll(/[^/.?&=_,;:]{1,12}[/.?&=_,;:]?|[/.?&=_,;:]/gu), ([piece]) => piece).join(
    ZERO_WIDTH_SPACE,
  )
}
