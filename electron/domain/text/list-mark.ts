/** Fonts that show signs in place of letters: Word's bullets are letters of them ("Ø"). */
const SIGNS = /(?<![-\w])font(?:-family)?\s*:[^:]*?\b(?:Symbol|Wingdings|Webdings)/i

/**
 * Whether what Word prints before a paragraph counts it, "2.", "a)" or a bare "IV". A letter alone may be a bullet, which its
 * font tells; the hollow one is an "o" of any font.
 * @param styles of the elements that it stands in
 */
export function isCountedMark(mark: string, styles: string): boolean {
  if (!/^\p{L}$/u.test(mark)) return /[\p{L}\p{N}]/u.test(mark)
  return mark !== 'o' && !SIGNS.test(styles)
}
