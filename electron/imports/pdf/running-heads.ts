import type { Page, Piece } from '../../domain/documents/drawn-pages.ts'
import { linesOfPieces, type TextLine, wordsOfLine } from './text-lines.ts'

/** Share of the page, at the top and at the foot, where running heads lie. */
const BAND = 0.12
const PAGE_NUMBER = /^(?:[-–—]\s*)?(?:page\s*)?\d{1,4}(?:\s*(?:\/|sur|de)\s*\d{1,4})?(?:\s*[-–—])?$/i

/** Pieces of each page without declared artifacts, page numbers and lines that come back on other pages. */
export function withoutRunningHeads(pages: readonly Page[]): Piece[][] {
  const title = wordsOf(linesOfPieces(pages[0]?.pieces ?? [])[0])
  const counts = new Map<string, number>()
  const bands = pages.map((page) => bandLines(page))
  for (const lines of bands) {
    for (const key of new Set(lines.map((line) => keyOf(line)))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return pages.map((page, at) => {
    const text = page.pieces.reduce((most, { isArtifact, y }) => (isArtifact ? most : Math.max(most, y)), 0)
    const dropped = (bands[at] ?? []).filter((line) => {
      const isTitle =
        at > 0 && title.length >= SHORTEST_TITLE && isTitleWithNumber(wordsOf(line), title, at + 1)
      return PAGE_NUMBER.test(wordsOfLine(line)) || isTitle || (counts.get(keyOf(line)) ?? 0) > 1
    })
    // Who declares the running heads of a page says that what stands in its structure is none.
    const isDeclared = page.structure !== null && page.pieces.some(({ isArtifact }) => isArtifact)
    return page.pieces.filter(
      (piece) =>
        // Only the first page has it, over all of its text: its header names the meeting, and runs nowhere.
        (!piece.isArtifact || (at === 0 && text > 0 && piece.y > text)) &&
        ((isDeclared && piece.contentId !== null) ||
          !dropped.some((line) => Math.abs(line.y - piece.y) < line.size * 0.5)),
    )
  })
}

const SHORTEST_TITLE = 12

function wordsOf(line: TextLine | undefined): string {
  return line === undefined ? '' : wordsOfLine(line).replace(/\s+/g, ' ').trim()
}

/** "Bureau du 3 mars, salle 2 2": what the first page is called, and which page this is, need come only once. */
function isTitleWithNumber(words: string, title: string, number: number): boolean {
  return (
    (words.startsWith(title) && words.endsWith(` ${number}`)) ||
    (words.startsWith(`${number} `) && words.includes(title))
  )
}

function bandLines(page: Page): TextLine[] {
  const near = page.pieces.filter(({ y }) => y < page.height * BAND || y > page.height * (1 - BAND))
  return linesOfPieces(near)
}

/** The same line on another page: its digits may differ, its place may not. */
function keyOf(line: TextLine): string {
  return `${Math.round(line.y / 12)} ${wordsOfLine(line).replace(/\d+/g, '#')}`
}
