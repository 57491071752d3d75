// Printable: makes any typed text drawable with the documents' fonts, so that one odd character never stops an export.

/** Drawn in place of what no font of ours can draw (emoji, other scripts): visible, and never taken for a letter. */
const FALLBACK = '□'
const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' })
/** Longer words may be cut anywhere, otherwise they would run out of the page. */
const LONGEST_WORD = 40
const longWord = new RegExp(`[^\\s\\u200b-]{${LONGEST_WORD + 1},}`, 'gu')
const ZERO_WIDTH_SPACE = '\u200b'

/** A copy of a document model whose strings can all be drawn; addresses of links are left as they are. */
export function printable<T>(value: T, covered: ReadonlySet<number>): T
export function printable(value: unknown, covered: ReadonlySet<number>): unknown {
  if (typeof value === 'string') return printableText(value, covered)
  if (Array.isArray(value)) return value.map((item: unknown) => printable(item, covered))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [
      key,
      key === 'href' || key === 'dataFile' ? item : printable(item, covered),
    ]),
  )
}

function printableText(text: string, covered: ReadonlySet<number>): string {
  const drawn = isDrawable(text, covered) ? text : replaceUndrawable(text, covered)
  return drawn.replace(longWord, cuttable)
}

function isDrawable(text: string, covered: ReadonlySet<number>): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 0x20 || code > 0x7e) if (!covered.has(code) || code < 0xa0) return false
  }
  return true
}

function replaceUndrawable(text: string, covered: ReadonlySet<number>): string {
  const known = (sign: string) => covered.has(sign.codePointAt(0) ?? 0)
  let result = ''
  for (const { segment } of graphemes.segment(text.replace(/\p{Surrogate}/gu, '\ufffd').normalize('NFC'))) {
    if (/^\s+$/u.test(segment)) {
      result += known(segment) && segment.length === 1 ? segment : ' '
      continue
    }
    const signs = Array.from(segment).filter(
      (sign) => !/[\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(sign),
    )
    if (signs.length > 0) result += signs.every(known) ? signs.join('') : FALLBACK
  }
  return result
}

/** Lets a long word break: in an address after its signs, elsewhere every few letters. */
function cuttable(word: string): string {
  return Array.from(word.matchAll(/[^/.?&=_,;:]{1,12}[/.?&=_,;:]?|[/.?&=_,;:]/gu), ([piece]) => piece).join(
    ZERO_WIDTH_SPACE,
  )
}
