import { saysClosed } from '../closing-lines.ts'
import { datesIn } from '../dates.ts'
import type { FoundItem } from '../found-item.ts'
import type { Line } from '../lines.ts'
import type { Outline } from '../outline.ts'
import { APPROVES } from '../outline-lines.ts'
import { anchorKind, anchorsOf, endsAgenda, isAnchor } from '../outline-region.ts'
import { type Candidate, leastOf, pointsOf, type Said, saidIn } from '../outline-scores.ts'
import { plainLine } from '../plain-line.ts'
import { FEWEST, type Series, seriesIn } from './like-lines.ts'

/** A file as series are measured on it. */
type Page = {
  lines: readonly Line[]
  /** Places of its lines, by block and part. */
  places: ReadonlyMap<string, number>
  /** Places of the titles of its agenda. */
  anchors: ReadonlySet<number>
  said: Said
  isMinutes: boolean
}

type Worth = { points: number; least: number }

/** Past so many lines nothing is compared. */
const MAX_LINES = 4000

/** By so much a series must be better than what was read; titles that are only typed by more. */
const BETTER = 1.5
const BETTER_WHEN_TYPED = 2.5
/** When each of its lines has somebody who presents it. */
const BETTER_WHEN_PRESENTED = 0.5
/** When it holds what was read, and more. */
const BETTER_WHEN_WIDER = 0.1

const CONFIDENCE = 0.7

/**
 * The lines of one look that are the agenda, where they look more like one than what was read.
 * @param items what was read otherwise; both are measured alike
 */
export function seriesAsAgenda(
  lines: readonly Line[],
  items: readonly FoundItem[],
  isMinutes: boolean,
): Outline | null {
  if (lines.length > MAX_LINES) return null
  const page: Page = {
    lines,
    places: new Map(lines.map(({ block, part }, at) => [`${block} ${part}`, at])),
    anchors: new Set(anchorsOf(lines, isMinutes)),
    said: saidIn(lines),
    isMinutes,
  }
  const best = seriesIn(lines)
    // Hours in a row are anything, where others were read.
    .filter(({ kind }) => kind !== 'times' || items.length === 0)
    .map((series) => withoutHead(series, page))
    .filter((series) => series.lines.length >= FEWEST)
    .map((series) => ({ series, ...worthOf(series, page) }))
    .filter(({ points, least }) => points >= least)
    .reduce<{ series: Series; points: number } | null>(
      (one, other) => (one === null || other.points > one.points ? other : one),
      null,
    )
  if (best === null) return null
  const read = asSeries(items, page)
  if (best.series.kind === 'headings' && read?.kind === 'headings' && areParts(best.series.lines, items))
    return null
  if (read !== null && !isBetter(best, { series: read, points: worthOf(read, page).points })) return null
  return { lines: withBelow(best.series.lines, page), confidence: CONFIDENCE, points: best.points, least: 0 }
}

/** Headings that all stand below those that were read are parts of these. */
function areParts(lines: readonly Line[], items: readonly FoundItem[]): boolean {
  const parts = new Set(items.flatMap(({ depth, block }) => (depth > 0 ? [block] : [])))
  const tops = items.filter(({ depth }) => depth === 0)
  return (
    tops.length > 1 &&
    !tops.some(({ title }) => PART.test(plainLine(title))) &&
    lines.every(({ block }) => parts.has(block))
  )
}

/** So many first lines may name the meeting and its day. */
const HEAD = 8

/** "Réunion du bureau" over "20 juin 2026": what the paper is called is no part of it. */
function withoutHead(series: Series, page: Page): Series {
  const isCalled = series.kind === 'headings' || series.kind === 'capitals' || series.kind === 'short'
  const head = series.lines.filter((line) => placeOf(line, page) < HEAD)
  const dated = isCalled
    ? head.findLastIndex(({ text }) => datesIn(text).length > 0 && !APPROVES.test(plainLine(text)))
    : -1
  const [first, second] = series.lines
  const below = page.lines.slice(1, second === undefined ? 1 : placeOf(second, page))
  const saysDay = below.slice(0, 3).some(({ text }) => datesIn(text).length > 0)
  const isTop =
    isCalled && first !== undefined && placeOf(first, page) === 0 && (saysDay || !isOverText(below))
  // What leads to an agenda is no item of it.
  const leads = (line: Line) => isAnchor(line) && (isCalled || anchorKind(line) === 'title')
  const lines = series.lines.slice(Math.max(dated + 1, isTop ? 1 : 0)).filter((line) => !leads(line))
  return { ...series, lines }
}

function isBetter(
  { series: { kind, lines }, points }: { series: Series; points: number },
  read: { series: Series; points: number },
): boolean {
  const shared = sharedBlocks(lines, read.series.lines)
  const others = read.series.lines.length
  // A part of what was read, which is hardly more.
  const isPart = lines.length < others && others <= 2 * lines.length + 1 && shared >= MOST * lines.length
  if (isPart && kind !== 'presented') return false
  const isWider = lines.length > others && shared >= MOST * others
  const isTyped = kind === 'short' || kind === 'capitals'
  const least =
    isWider && kind === 'counted'
      ? BETTER_WHEN_WIDER
      : kind === 'presented'
        ? BETTER_WHEN_PRESENTED
        : isTyped
          ? BETTER_WHEN_TYPED
          : BETTER
  return points > read.points + least
}

const MOST = 0.8

function sharedBlocks(some: readonly Line[], others: readonly Line[]): number {
  const blocks = new Set(others.map(({ block }) => block))
  return some.filter(({ block }) => blocks.has(block)).length
}

/** What was read, as lines of their place. */
function asSeries(items: readonly FoundItem[], { lines }: Page): Series | null {
  const first = new Map<number, Line>()
  for (const line of lines) if (!first.has(line.block)) first.set(line.block, line)
  const tops = items
    .filter(({ depth }) => depth === 0)
    .map(({ block, number, title, fixedStart }): Line => {
      const line = first.get(block) ?? { ...NOWHERE, block, text: title }
      const words = fixedStart === null ? title : `${fixedStart} ${title}`
      return { ...line, number, words, bullet: number === null && line.bullet, timed: fixedStart !== null }
    })
  const isMost = (test: (line: Line) => boolean) => tops.filter(test).length * 2 > tops.length
  if (tops.length === 0) return null
  const kind = isMost(({ number }) => number !== null)
    ? 'counted'
    : isMost(({ type }) => type === 'heading')
      ? 'headings'
      : isMost(({ timed }) => timed)
        ? 'times'
        : tops.every(({ bullet }) => bullet)
          ? 'bullets'
          : 'short'
  return { kind, lines: tops }
}

const NOWHERE: Omit<Line, 'block' | 'text'> = {
  part: 0,
  type: 'paragraph',
  level: 0,
  number: null,
  bullet: false,
  words: '',
  box: null,
  timed: false,
}

const MODES: Readonly<Record<Series['kind'], Candidate['mode']>> = {
  counted: 'numbers',
  headings: 'headings',
  capitals: 'over-text',
  bullets: 'bullets',
  short: 'over-text',
  presented: 'over-text',
  times: 'times',
}

/** On the scale of other readings: what speaks for it, and without how much it is none. */
function worthOf({ kind, lines: titles }: Series, page: Page): Worth {
  const { lines, said, isMinutes } = page
  const at = titles.map((line) => placeOf(line, page))
  const [first = 0] = at
  const above = [first - 1, first - 2].find((place) => {
    const line = lines[place]
    return line !== undefined && isAnchor(line)
  })
  const anchor = above === undefined ? null : anchorKind(lines[above])
  const overText = at.filter((place, rank) => isOverText(lines.slice(place + 1, at[rank + 1]))).length
  const over = overText / titles.length
  const spread = ((at.at(-1) ?? 0) - first) / lines.length
  const candidate: Candidate = {
    titles,
    mode: MODES[kind],
    anchor,
    isFirst: false,
    isTight: anchor !== null && spread < 0.5 && over < 0.3,
    opens: anchor !== null,
    isLed: false,
    hasParts: false,
    isParted: false,
    place: first / lines.length,
  }
  // Of the next meeting, or of nothing at all.
  const isOthers = above !== undefined && !page.anchors.has(above)
  const isTyped = kind === 'capitals' || kind === 'short'
  const isIdle = anchor === null && (isTyped || kind === 'headings') && over < 0.5
  const isNone =
    isOthers || isIdle || (isTyped && !isMinutes) || (kind === 'bullets' && isMinutes && anchor === null)
  return {
    points:
      pointsOf(candidate, said) +
      (kind === 'bullets' ? 0 : partsOfText(over, spread, titles.length)) +
      partsOfPaper(titles) +
      actsInARow(titles),
    least: isNone ? Number.POSITIVE_INFINITY : leastOf(candidate),
  }
}

function placeOf({ block, part }: Line, { places }: Page): number {
  return places.get(`${block} ${part}`) ?? places.get(`${block} 0`) ?? 0
}

const isOverText = (below: readonly Line[]) => below.some(({ text }) => text.length >= 60)

/** Several titles, each over its text, all over the file. */
function partsOfText(over: number, spread: number, count: number): number {
  return 1.5 * over * Math.min(1, 2 * spread) * Math.min(1, count / 3)
}

/** "Participants", "Synthèse des échanges", "Prochaines étapes": the parts of every paper about a meeting. */
const PART =
  /^(?:participants?|presents?|synthese|releve|decisions?|actions?|prochaines? (?:etapes?|reunions?|seances?|dates?)|calendrier|introduction|conclusions?|contexte|annexes?|suites?)\b/

function partsOfPaper(titles: readonly Line[]): number {
  const share = titles.filter(({ words }) => PART.test(plainLine(words))).length / titles.length
  return share > 0.15 ? -3 * share : 0
}

/** "2026-75", "2026-76": acts that follow each other are counted for nothing else. */
function actsInARow(titles: readonly Line[]): number {
  const ranks = titles.map(({ number }) => Number(/\d[-/. ](\d+)$/.exec(number ?? '')?.[1] ?? Number.NaN))
  const isRising = ranks.every((rank, at) => !Number.isNaN(rank) && (at === 0 || rank > (ranks[at - 1] ?? 0)))
  return isRising && titles.length >= 4 ? 1.5 : 0
}

/** With what stands below each: of an agenda and of its list in minutes also what hangs below an item. */
function withBelow(titles: readonly Line[], { lines, places, isMinutes }: Page): Outline['lines'] {
  const at = new Map(titles.map((line) => [places.get(`${line.block} ${line.part}`), line]))
  const [first = 0, last = 0] = [Math.min, Math.max].map((of) => of(...[...at.keys()].map((key) => key ?? 0)))
  const isList = !isMinutes || last - first <= 3 * titles.length
  const end = lines.findIndex(
    (line, place) =>
      place > last &&
      (endsAgenda(line) ||
        saysClosed(line.text) ||
        (isList && isMinutes && !line.bullet) ||
        (line.type === 'heading' && titles.at(-1)?.type !== 'heading')),
  )
  return lines.slice(first, end < 0 ? lines.length : end).flatMap((line, rank) => {
    const title = at.get(first + rank)
    if (title !== undefined) return [{ line: title, depth: 0 }]
    // The other cells of a row that was taken whole.
    if (line.type === 'row' && titles.some(({ block }) => block === line.block)) return []
    const isBelow = isList && (line.bullet || line.number !== null)
    return [{ line, depth: isBelow ? 1 : null }]
  })
}
