import type { Page, Piece } from '../../domain/documents/drawn-pages.ts'

/** Letters that French writes with each accent, by the sign that stands for it alone. */
const ACCENTS: Readonly<Record<string, readonly [combining: string, letters: string]>> = {
  '´': ['\u0301', 'eE'],
  '`': ['\u0300', 'aeuAEU'],
  ˋ: ['\u0300', 'aeuAEU'],
  ˆ: ['\u0302', 'aeiıouAEIOU'],
  '^': ['\u0302', 'aeiıouAEIOU'],
  '¨': ['\u0308', 'eiıuEIU'],
  '¸': ['\u0327', 'cC'],
}
const SIGN = /([´`ˋˆ^¨¸])\s?([\p{L}ı])/gu

/** Behind an elided word, or where a word begins, such a sign may be a slip for an apostrophe or a quote: "l`avis". */
const SLIP = /(?:^|[^\p{L}ı])[cdjlmnst]?$|qu$/iu

/**
 * Old fonts of TeX draw an accent, then its letter below it: "pr´esents" is "présents". In a file that has letters with
 * their accents, or none of whose signs stands within a word, they are slips.
 */
export function withAccents(pages: readonly Page[]): readonly Page[] {
  const pieces = pages.flatMap((page) => page.pieces)
  if (pieces.some(({ text }) => /[éèêàçùâîôû]/iu.test(text.normalize('NFC')))) return pages
  if (!pieces.some(({ text }) => /[´ˋˆ¨¸`]/.test(text))) return pages
  const whole = pages.map((page) => ({ ...page, pieces: joined(page.pieces) }))
  if (!whole.some((page) => page.pieces.some(({ text }) => isDrawn(text)))) return pages
  return whole.map((page) => ({
    ...page,
    pieces: page.pieces.map((piece) => ({ ...piece, text: composed(piece.text) })),
  }))
}

function isDrawn(text: string): boolean {
  return [...text.matchAll(SIGN)].some(
    ({ 0: whole, index }) =>
      composed(whole) !== whole && !SLIP.test(text.slice(Math.max(0, index - 3), index)),
  )
}

/** An accent that came as a piece of its own goes to the letter that follows it. */
function joined(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = []
  for (const piece of pieces) {
    const last = kept.at(-1)
    const isOver =
      last !== undefined && /[´`ˋˆ^¨¸]\s?$/.test(last.text) && Math.abs(last.y - piece.y) < piece.height
    if (isOver) kept[kept.length - 1] = over(last, piece)
    else kept.push(piece)
  }
  return kept
}

function over(last: Piece, piece: Piece): Piece {
  const right = Math.max(last.x + last.width, piece.x + piece.width)
  return { ...last, text: last.text.trimEnd() + piece.text.trimStart(), width: right - last.x }
}

function composed(text: string): string {
  return text.replace(SIGN, (whole, sign: string, letter: string, at: number) => {
    // "10´ environ": minutes.
    if (/\d/.test(text.charAt(at - 1))) return whole
    const [combining, letters] = ACCENTS[sign] ?? ['', '']
    return letters.includes(letter) ? `${letter.replace('ı', 'i')}${combining}`.normalize('NFC') : whole
  })
}
