import { foldedWords } from '../text/fold.ts'
import type { Draft, DraftItem, DraftSource } from './draft.ts'

export type FlatItem = Pick<DraftItem, 'number' | 'title' | 'source'>
type Said = { readonly itemNumber: string | null; readonly source: DraftSource }

/** The items of a draft, parents before children. */
export function flatItems(items: readonly DraftItem[]): DraftItem[] {
  return items.flatMap((item) => [item, ...flatItems(item.children)])
}

/**
 * The rank among `flatItems` of the item that each statement stands under; null when the file does not say it: a
 * place is never guessed.
 */
export function placesOf(
  items: readonly FlatItem[],
  statements: Pick<Draft, 'decisions' | 'actions'>,
): { decisions: (number | null)[]; actions: (number | null)[] } {
  const all: readonly Said[] = [...statements.decisions, ...statements.actions]
  const lastItem = Math.max(...items.map(({ source }) => source.block))
  // An agenda printed before the body says nothing of what stands below its last line.
  const isBetween = all.some(({ source }) => source.block < lastItem)
  const placeOf = (said: Said) =>
    byTitle(items, said) ?? byNumber(items, said) ?? (isBetween ? byBlock(items, said) : null)
  return { decisions: statements.decisions.map(placeOf), actions: statements.actions.map(placeOf) }
}

/** A cell of the row, "1 – Cadrage des besoins", is the title of an item or begins as one does. */
function byTitle(items: readonly FlatItem[], { source }: Said): number | null {
  const cells = source.excerpt.split(' | ')
  if (cells.length < 2) return null
  for (const cell of cells) {
    const words = titleWords(cell)
    if (words.length === 0) continue
    const fits = items.flatMap(({ title }, index) => {
      const own = titleWords(title)
      const isWhole = own.length === words.length
      return words.every((word, at) => own[at] === word) && (isWhole || words.length > 1)
        ? [{ index, isWhole }]
        : []
    })
    const whole = fits.filter(({ isWhole }) => isWhole)
    const only = whole.length > 0 ? whole : fits
    if (only.length === 1) return only[0]?.index ?? null
  }
  return null
}

const titleWords = (text: string) => foldedWords(text.replace(/^\s*\d+(?:\.\d+)*[.)]?\s*[–—:-]?\s*/, ''))

function byNumber(items: readonly FlatItem[], { itemNumber, source }: Said): number | null {
  if (itemNumber === null) return null
  const fits = items.flatMap(({ number, source: { block } }, index) =>
    number !== null && bare(number) === bare(itemNumber) ? [{ index, block }] : [],
  )
  // Numbers that begin again: the nearest above.
  if (fits.length > 1) return fits.findLast(({ block }) => block <= source.block)?.index ?? null
  return fits[0]?.index ?? null
}

const bare = (number: string) => number.trim().replace(/(?<![.)])[.)]+$/, '')

function byBlock(items: readonly FlatItem[], { source }: Said): number | null {
  const at = items.findLastIndex((item) => item.source.block <= source.block)
  return at < 0 ? null : at
}

/** The rank that a printed number gives: "D-2026-18-03", "A3", "n° 7"; null when it says none. */
export function printedRank(letter: 'D' | 'A', number: string | null): number | null {
  const found = /^(?:n°\s*)?(?:([DA])\s*)?(?:[-–]\s*)?(?:\d{4}\s*[-–]\s*\d{1,3}\s*[-–]\s*)?(\d{1,4})$/iu.exec(
    number?.trim() ?? '',
  )
  if (found === null) return null
  const [, own, digits] = found
  if (own !== undefined && own.toUpperCase() !== letter) return null
  const rank = Number(digits)
  return rank > 0 ? rank : null
}

/**
 * A rank for each: the printed one where it is free, else the lowest that nobody has or had, or is printed.
 * @param gone those of what was taken out: a paper that prints one says which it is
 */
export function ranksFor(
  printed: readonly (number | null)[],
  taken: readonly number[],
  gone: readonly number[] = [],
): number[] {
  const used = new Set(taken)
  const ranks = printed.map((rank) => {
    if (rank === null || used.has(rank)) return null
    used.add(rank)
    return rank
  })
  // Statements of the meeting keep their numbers, gaps included: a given-up number is not given again.
  let next = Math.max(0, ...taken, ...gone)
  return ranks.map((rank) => {
    if (rank !== null) return rank
    do next += 1
    while (used.has(next))
    used.add(next)
    return next
  })
}
