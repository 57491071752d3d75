import type { Id } from '../ids.ts'
import { foldedWords } from '../text/fold.ts'
import { bareText } from '../text/text-likeness.ts'

/** A line of the file in order, with what helps to know it again. */
export type MatchLine = { readonly key: number; readonly parentKey: number | null; readonly said: Traits }
/** An item of the agenda, in agenda order. */
export type MatchItem = { readonly id: Id; readonly parentId: Id | null } & Traits
type Traits = {
  readonly title: string
  readonly durationMinutes: number | null
  readonly presenter: string | null
}

/**
 * - `same`: the same title;
 * - `alike`: another title that can only be meant for this item;
 * - `doubtful`: perhaps another subject: somebody is asked, the likely answer is yes;
 * - `faint`: only its place and who presents it agree: somebody is asked, the likely answer is no.
 */
export type Likeness = 'same' | 'alike' | 'doubtful' | 'faint'
export type Match = { readonly itemId: Id; readonly likeness: Likeness }

/** From here a retitled item is recognised without asking. */
const ALIKE = 0.75
/** From here somebody is asked. */
const DOUBTFUL = 0.45
/** A match this close to another one is no longer sure. */
const MARGIN = 0.12

const SMALL_WORDS = new Set(
  'de d du des la le les l et en pour a au aux un une sur par dans avec the point'.split(' '),
)

/** Every line and every item at most once; the matches do not depend on the numbers printed. */
export function matchLines(lines: readonly MatchLine[], items: readonly MatchItem[]): Map<number, Match> {
  const found = new Map<number, Match>()
  const taken = new Set<Id>()
  const pair = (line: MatchLine, item: MatchItem, likeness: Likeness) => {
    found.set(line.key, { itemId: item.id, likeness })
    taken.add(item.id)
  }
  pairEqualTitles(lines, items, pair)
  const left = lines.filter((line) => !found.has(line.key))
  const free = items.filter((item) => !taken.has(item.id))
  for (const { line, item, likeness } of bestPairs(left, free)) pair(line, item, likeness)
  for (const { line, item } of alonePairs(lines, items, found)) pair(line, item, 'faint')
  return found
}

type Pair = (line: MatchLine, item: MatchItem, likeness: Likeness) => void

/** Lines and items of one title: those under parents of one title first, the others in their order. */
function pairEqualTitles(lines: readonly MatchLine[], items: readonly MatchItem[], pair: Pair): void {
  const lineTitles = new Map(lines.map((line) => [line.key, titleKey(line.said.title)]))
  const itemTitles = new Map(items.map((item) => [item.id, titleKey(item.title)]))
  const underLine = ({ parentKey }: MatchLine) => (parentKey === null ? '' : lineTitles.get(parentKey))
  const underItem = ({ parentId }: MatchItem) => (parentId === null ? '' : itemTitles.get(parentId))
  const byTitle = new Map<string, MatchItem[]>()
  for (const item of items) {
    const key = itemTitles.get(item.id) ?? ''
    byTitle.set(key, [...(byTitle.get(key) ?? []), item])
  }
  const later: MatchLine[] = []
  const used = new Set<Id>()
  const take = (line: MatchLine, item: MatchItem) => {
    used.add(item.id)
    pair(line, item, 'same')
  }
  for (const line of lines) {
    const key = lineTitles.get(line.key) ?? ''
    if (key === '') continue
    const item = byTitle.get(key)?.find((one) => !used.has(one.id) && underItem(one) === underLine(line))
    if (item === undefined) later.push(line)
    else take(line, item)
  }
  for (const line of later) {
    const item = byTitle.get(lineTitles.get(line.key) ?? '')?.find((one) => !used.has(one.id))
    if (item !== undefined) take(line, item)
  }
}

function titleKey(title: string): string {
  return foldedWords(bareText(title)).join(' ')
}

/** The likeliest pairs of other titles, the best first; what could as well be another one is doubtful. */
function bestPairs(
  lines: readonly MatchLine[],
  items: readonly MatchItem[],
): { line: MatchLine; item: MatchItem; likeness: Likeness }[] {
  const rare = rarity([...lines.map((line) => line.said.title), ...items.map((item) => item.title)])
  const lineSigns = lines.map((line) => signsOf(line.said.title))
  const itemSigns = items.map((item) => signsOf(item.title))
  const scored: { line: number; item: number; score: number; rank: number }[] = []
  for (const [line, a] of lineSigns.entries()) {
    for (const [item, b] of itemSigns.entries()) {
      const score = titleLikeness(a, b, rare)
      if (score >= DOUBTFUL - MARGIN)
        scored.push({ line, item, score, rank: rankBetween(line, lines, item, items) })
    }
  }
  scored.sort((a, b) => b.score - a.score || a.rank - b.rank)
  const lineDone = new Set<number>()
  const itemDone = new Set<number>()
  return scored.flatMap(({ line, item, score }) => {
    const [said, known] = [lines[line], items[item]]
    if (lineDone.has(line) || itemDone.has(item) || score < DOUBTFUL) return []
    if (said === undefined || known === undefined) return []
    lineDone.add(line)
    itemDone.add(item)
    const rival = scored.some(
      (other) =>
        (other.line === line) !== (other.item === item) &&
        !(other.line === line ? itemDone.has(other.item) : lineDone.has(other.line)) &&
        score - other.score < MARGIN,
    )
    return [{ line: said, item: known, likeness: score >= ALIKE && !rival ? ('alike' as const) : 'doubtful' }]
  })
}

/** How far apart two stand in their lists, both taken as going from 0 to 1. */
function rankBetween(
  line: number,
  lines: readonly unknown[],
  item: number,
  items: readonly unknown[],
): number {
  return Math.abs(line / lines.length - item / items.length)
}

type Signs = {
  readonly words: ReadonlySet<string>
  readonly numbers: string
  readonly trigrams: ReadonlySet<string>
}

function signsOf(title: string): Signs {
  const words = foldedWords(title).filter((word) => !SMALL_WORDS.has(word))
  const text = ` ${words.join(' ')} `
  const trigrams = new Set<string>()
  for (let at = 0; at + 3 <= text.length; at += 1) trigrams.add(text.slice(at, at + 3))
  const numbers = words.filter((word) => /\d/u.test(word)).join(' ')
  return { words: new Set(words), numbers, trigrams }
}

/** A word that many titles have says little. */
function rarity(titles: readonly string[]): (word: string) => number {
  const often = new Map<string, number>()
  for (const title of titles)
    for (const word of new Set(foldedWords(title))) often.set(word, (often.get(word) ?? 0) + 1)
  return (word) => 1 / Math.max(2, often.get(word) ?? 0)
}

/** From 0 to 1; words misspelt or in another number still count, other numbers or dates make it doubtful at best. */
function titleLikeness(a: Signs, b: Signs, rare: (word: string) => number): number {
  const score = Math.max(
    shared(a.words, b.words, rare),
    shared(a.trigrams, b.trigrams, () => 1),
  )
  return a.numbers === b.numbers || a.numbers === '' || b.numbers === ''
    ? score
    : Math.min(score, ALIKE - 0.01)
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: (sign: string) => number): number {
  let common = 0
  let all = 0
  for (const sign of a) {
    all += weight(sign)
    if (b.has(sign)) common += 2 * weight(sign)
  }
  for (const sign of b) all += weight(sign)
  return all === 0 ? 0 : common / all
}

/**
 * A line and an item that stand alone between the same neighbours, presented by the same person or for as long: perhaps
 * one subject under quite another title.
 */
function alonePairs(
  lines: readonly MatchLine[],
  items: readonly MatchItem[],
  found: ReadonlyMap<number, Match>,
): { line: MatchLine; item: MatchItem }[] {
  const matched = new Set([...found.values()].map(({ itemId }) => itemId))
  const place = new Map<string, MatchItem[]>()
  for (const [at, item] of items.entries()) {
    if (matched.has(item.id)) continue
    const key = `${item.parentId}|${items[at - 1]?.id}|${items[at + 1]?.id}`
    place.set(key, [...(place.get(key) ?? []), item])
  }
  const itemOf = (line: MatchLine | undefined) => line && found.get(line.key)?.itemId
  return lines.flatMap((line, at) => {
    if (found.has(line.key) || line.said.title.trim() === '') return []
    const parent = line.parentKey === null ? null : found.get(line.parentKey)?.itemId
    const [before, after] = [lines[at - 1], lines[at + 1]]
    if ((before && itemOf(before) === undefined) || (after && itemOf(after) === undefined)) return []
    const item = place.get(`${parent}|${itemOf(before)}|${itemOf(after)}`)?.[0]
    return item !== undefined && agrees(line.said, item) ? [{ line, item }] : []
  })
}

function agrees(said: Traits, item: Traits): boolean {
  const presenter = titleKey(said.presenter ?? '')
  const known = titleKey(item.presenter ?? '')
  if (presenter !== '' && known !== '') return presenter === known
  return said.durationMinutes !== null && said.durationMinutes === item.durationMinutes
}
