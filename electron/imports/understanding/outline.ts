import { timesIn } from './clock-times.ts'
import { withoutClosing } from './closing-lines.ts'
import { datesIn } from './dates.ts'
import { fold } from './fold.ts'
import type { Line } from './lines.ts'
import { listedAt } from './listed-in-line.ts'
import { joinLone } from './lone-lines.ts'
import { isTitleOfText } from './minutes-titles.ts'
import { place, type Step } from './outline-depth.ts'
import {
  areLettered,
  hoursInRow,
  isBreak,
  isHeaderLine,
  isProperty,
  isShort,
  isSundry,
  labelOf,
  labelsOverText,
  titlesOverText,
} from './outline-lines.ts'
import { loneTitle } from './outline-lone.ts'
import { chooseMode, countsOf, type Mode, possibleModes } from './outline-modes.ts'
import {
  anchorKind,
  anchorsOf,
  beginsOver,
  endsAgenda,
  findRegion,
  isListOverText,
  listBelow,
} from './outline-region.ts'
import {
  areSentences,
  type Candidate,
  isInOrder,
  leastOf,
  pointsOf,
  type Said,
  saidIn,
  scoresOf,
} from './outline-scores.ts'
import { onlyPersons } from './people.ts'
import { leadsTo, type Told, toldPoints } from './told-agenda.ts'

export type Outline = {
  /** Items, and under them the paragraphs that belong to them (depth null). */
  lines: readonly { line: Line; depth: number | null }[]
  confidence: number
  /** What speaks for it, against other readings of the same file. */
  points: number
  /** With less it is no agenda: bullets that nothing announces may be anything. */
  least: number
}

type Read = Omit<Outline, 'points' | 'least'>

/**
 * Lines of the agenda when it is written as a list, as headings or line by line; null when none is found.
 * @param isMinutes bullets below the headings or numbers of minutes are what was said, not items
 * @param presence of minutes, the last block that says who was there; null when none does
 */
export function findOutline(
  lines: readonly Line[],
  isMinutes = false,
  presence: number | null = null,
  told: Told | null = null,
): { best: Outline | null; other: Outline | null } {
  const said = saidIn(lines)
  const scored = readings(lines, isMinutes, presence, told).map(({ outline, candidate }) => ({
    ...outline,
    confidence: sureness(outline.confidence, candidate, said),
    points: pointsOf(candidate, said) + toldPoints(outline.lines, told),
    least: isText(candidate) ? Number.POSITIVE_INFINITY : leastOf(candidate),
  }))
  // Of equals the first: what the rules take.
  const bestOf = (all: readonly Outline[]) =>
    all.reduce<Outline | null>(
      (one, other) => (one === null || other.points > one.points ? other : one),
      null,
    )
  const best = bestOf(scored.filter(({ points, least }) => points >= least))
  if (best === null) return { best: isMinutes ? oneSubject(lines, presence) : null, other: bestOf(scored) }
  const other = bestOf(scored.filter((one) => titlesOf(one) !== titlesOf(best)))
  return { best: withCloseness(best, scored), other }
}

function oneSubject(lines: readonly Line[], presence: number | null): Outline | null {
  const title = loneTitle(lines, presence)
  if (title === null) return null
  const below = withoutClosing(lines.slice(lines.indexOf(title) + 1)).map((line) => ({ line, depth: null }))
  return { lines: [{ line: title, depth: 0 }, ...below], confidence: 0.5, points: 0, least: 0 }
}

function titlesOf(outline: Read): string {
  return outline.lines
    .flatMap(({ line, depth }) => (depth === null ? [] : [`${line.block} ${line.part}`]))
    .join()
}

function withCloseness(best: Outline, scored: readonly Outline[]): Outline {
  const first = firstItem(best)
  // The same subject in the list and over its part of the text is one beginning.
  const isClose = scored.some(
    (other) =>
      best.points - other.points < CLOSE && fold(firstItem(other)?.words ?? '') !== fold(first?.words ?? ''),
  )
  return isClose ? { ...best, confidence: Math.min(best.confidence, CLOSE_CONFIDENCE) } : best
}

/** What speaks against the reading that wins is said with it; so is that only a mention of an agenda announces it. */
function sureness(confidence: number, candidate: Candidate, said: Said): number {
  const against = scoresOf(candidate, said).reduce((sum, { points }) => sum + Math.min(0, points), 0)
  const isDoubtful = against <= AGAINST || (candidate.anchor === 'mention' && candidate.mode !== 'numbers')
  if (isDoubtful) return Math.min(confidence, CLOSE_CONFIDENCE)
  // 1, 2, 3 over the whole text need no title.
  return candidate.titles.length >= 3 && isInOrder(candidate) ? Math.max(confidence, IN_ORDER) : confidence
}

/** Numbers or bullets that nothing announces, many of them sentences: in no file that was looked at an agenda. */
function isText(candidate: Candidate): boolean {
  const isList = candidate.mode === 'numbers' || candidate.mode === 'bullets'
  return isList && candidate.anchor === null && areSentences(candidate)
}

const IN_ORDER = 0.8

/** A third of its titles are sentences, persons or hours. */
const AGAINST = -1

/** Another reading that begins elsewhere and has nearly as much for it: neither is sure. */
const CLOSE = 0.6

const CLOSE_CONFIDENCE = 0.7

function firstItem({ lines }: Outline): Line | undefined {
  return lines.find(({ depth }) => depth === 0)?.line
}

/** Past so many lines only what the rules take is looked at, so that a file of any size is read in linear time. */
const MAX_COMPARED = 4000

/** Every anchor with every kind of list below it; what the rules take comes first. */
function readings(
  lines: readonly Line[],
  isMinutes: boolean,
  presence: number | null,
  told: Told | null,
): { outline: Read; candidate: Candidate }[] {
  const begun = told === null ? -1 : lines.findIndex(told.begins)
  const anchors = begun < 0 ? anchorsOf(lines, isMinutes) : [begun]
  const places = anchors.length === 0 ? [-1] : anchors
  const all: { outline: Read; candidate: Candidate }[] = []
  for (const [rank, anchorAt] of (lines.length > MAX_COMPARED || begun >= 0
    ? places.slice(0, 1)
    : [...new Set([...places, -1])]
  ).entries()) {
    // The first item itself was said to begin it: nothing above is part of the agenda.
    const isFirstItem = begun >= 0 && !leadsTo(lines, begun)
    const found = isFirstItem
      ? { region: findRegion(lines.slice(begun), isMinutes, -1).region, anchored: true, isSection: false }
      : findRegion(lines, isMinutes, anchorAt)
    const { anchored } = found
    const said = anchored ? listedAt(lines, anchorAt) : []
    const region = joinLone(withoutClosing(found.region), anchored)
    const anchor = begun >= 0 ? 'title' : anchored ? anchorKind(lines[anchorAt]) : null
    const offer = (outline: Read, mode: Mode, looks: Partial<Candidate> = {}, fewest = 1) => {
      const titles = outline.lines.flatMap(({ line, depth }) => (depth === 0 ? [line] : []))
      const place = (titles[0]?.block ?? 0) / Math.max(1, lines.at(-1)?.block ?? 1)
      const opens = titles[0] === region[0]
      const candidate = { titles, mode, anchor, isFirst: false, isTight: false, opens, place, ...looks }
      if (titles.length >= fewest) all.push({ outline, candidate })
    }
    if (said.length > 0 && lines.length <= MAX_COMPARED)
      offer(
        { lines: said.map((line) => ({ line, depth: 0 })), confidence: confidenceOf('plain', true) },
        'plain',
        { anchor: 'title', isTight: true, opens: true },
      )
    const overText = isMinutes ? titlesOverText(region, presence) : new Set<Line>()
    const isPlain =
      !anchored ||
      !region.some(({ type, number, bullet }) => type !== 'paragraph' || bullet || number !== null)
    const labels: ReadonlySet<Line> = isMinutes && isPlain ? labelsOverText(region) : new Set()
    const byRules = chooseMode(region, anchored, isMinutes) ?? (overText.size > 1 ? 'over-text' : null)
    const modes =
      rank > 0 || lines.length <= MAX_COMPARED
        ? possibleModes(region, anchored, isMinutes, overText, labels, presence)
        : []
    for (const mode of new Set([...(byRules === null ? [] : [byRules]), ...modes])) {
      const outline = outlineOf(region, mode, anchored, isMinutes, mode === 'labels' ? labels : overText)
      offer(outline, mode, { isFirst: rank === 0 && mode === byRules })
    }
    const hours = hoursInRow(region)
    offer(outlineOf(hours, 'times', anchored, isMinutes, overText), 'times', { isTight: true }, FEWEST_HOURS)
    // The list is a part of the minutes by itself: nothing in it was said.
    if (isMinutes && found.isSection && countsOf(region).headings > 0)
      offer(outlineOf(region, 'headings', anchored, false, overText), 'headings', {
        isFirst: rank === 0 && byRules === 'headings',
        isTight: true,
        opens: true,
      })
    const below = countsOn(region, listBelow(region).length)
    const isMarked = below[0]?.bullet === true || below[0]?.number != null
    const [alone, ...more] = said
    // "Ordre du jour : le budget" over "Les clés"
    if (alone !== undefined && more.length === 0 && !isMarked)
      offer(
        outlineOf([{ ...alone, bullet: false }, ...below], 'plain', anchored, isMinutes, overText),
        'plain',
        {
          isTight: true,
          opens: true,
        },
        2,
      )
    if (anchor !== 'title') continue
    const isList = isMinutes && isListOverText(below, region)
    for (const mode of isMarked ? (['bullets', 'numbers'] as const) : (['plain'] as const))
      offer(outlineOf(below, mode, anchored, isMinutes && !isList, overText), mode, {
        isFirst: isList && rank === 0 && mode === byRules,
        isTight: true,
        opens: true,
      })
  }
  return all
}

/** The list right below the title, unless the text between its numbers parted it: "2) …", what was said of it, "3) …". */
function countsOn(region: readonly Line[], length: number): Line[] {
  const last = Number(region.slice(0, length).findLast(({ number }) => number !== null)?.number)
  const next = region.slice(length).find(({ number, bullet }) => number !== null && !bullet)
  return last > 0 && Number(next?.number) === last + 1 ? [] : region.slice(0, length)
}

/** A first item speaks of another day's minutes. */
const APPROVES = /^(?:\d[\d.)]* ?)?(?:approbation|adoption|validation|compte rendu|proces verbal)\b/

/** Fewer hours in a row are anything. */
const FEWEST_HOURS = 4

function outlineOf(
  region: readonly Line[],
  mode: Mode,
  anchored: boolean,
  isMinutes: boolean,
  chosen: ReadonlySet<Line>,
): Read {
  const kept: { line: Line; depth: number | null }[] = []
  const stack: Step[] = []
  const titles = titlesAbove(region, mode, isMinutes && !anchored)
  const lettered = areLettered(region)
  // "Financement – 25 mai 2026" over the whole page names the meeting, and so does what stands over it.
  const text = region.findIndex(({ type, level }) => type !== 'heading' || level > 1)
  // A page of titles alone has its items among them.
  const heads = region.slice(0, Math.max(0, text)).filter(({ words }) => !APPROVES.test(fold(words)))
  const dated = anchored ? -1 : heads.findLastIndex((heading) => datesIn(heading.text).length > 0)
  for (const heading of heads.slice(0, dated + 1)) titles.add(heading)
  const hours = mode === 'times' ? hoursOfAll(region) : null
  if (hours !== null) titles.add(hours)
  // Text stands between its items.
  let isMixed = false
  const areInText = mode === 'headings' || (mode === 'numbers' && !anchored && countsOf(region).headings >= 2)
  const listed: ReadonlySet<Line> = new Set([
    ...(isMinutes && areInText ? listsInText(region) : []),
    ...(isMinutes && mode === 'numbers' ? countedOtherwise(region) : []),
  ])
  for (const line of region) {
    if (titles.has(line)) continue
    if (isMinutes && (isSaid(line, mode) || listed.has(line)) && !lettered.has(line)) {
      if (kept.length > 0) kept.push({ line, depth: null })
      continue
    }
    if (mode === 'numbers' && isMinutes && anchored && beginsOver(kept, line)) break
    if (mode === 'plain' && kept.length > 0 && endsAgenda(line)) break
    // A list of its own, and then the text: bullets further down are what was said.
    const isBelow = isMinutes && anchored && mode === 'bullets' && kept.length >= 3 && !isMixed
    if (isBelow && line.type === 'paragraph' && !line.bullet)
      if (isHeaderLine(line) || line.text.length >= 120) break
    if (
      mode === 'over-text' || mode === 'labels'
        ? chosen.has(line)
        : isItem(line, mode, kept.length > 0, !isMinutes && kept.at(-1)?.depth != null)
    )
      kept.push(...withText(line, place(stack, line, mode), mode))
    else if (kept.length > 0 && !isHeaderLine(line)) {
      isMixed = true
      kept.push({ line, depth: null })
    }
  }
  return { lines: kept, confidence: confidenceOf(mode, anchored) }
}

/** "Le local : un tri est fait." is an item and what was said of it. */
function withText(line: Line, depth: number, mode: Mode): { line: Line; depth: number | null }[] {
  const label = mode === 'labels' ? labelOf(line) : null
  if (label === null) return [{ line, depth }]
  const rest = line.words.slice(label.length).replace(/^\s?:\s+/, '')
  return [
    { line: { ...line, words: label }, depth },
    { line: { ...line, words: rest, text: rest, number: null, bullet: false }, depth: null },
  ]
}

/** "Ce projet a trois étapes :" over 1, 2, 3 between the headings of minutes: what was said, as bullets would be. */
function listsInText(region: readonly Line[]): Set<Line> {
  const found = new Set<Line>()
  let isList = false
  for (const [at, line] of region.entries()) {
    const isNumbered = line.type === 'list' && line.number !== null
    const above = region[at - 1]
    const isLed = above?.type === 'paragraph' && !above.bullet && /[\p{L}\d)»]\s?:$/u.test(above.text)
    isList = isNumbered && (isList || isLed)
    if (isList) found.add(line)
  }
  return found
}

/** "1-", "2-" within what was said of "3)": numbers that begin again with another mark. */
function countedOtherwise(region: readonly Line[]): Line[] {
  const marked = region.filter(
    ({ type, level, number }) =>
      (type === 'paragraph' || (type === 'list' && level === 0)) && /^\d{1,2}$/.test(number ?? ''),
  )
  const markOf = ({ type, text }: Line) =>
    type === 'list' ? type : (/^\d{1,2}\s?([.)°/:–—-]*)/u.exec(text)?.[1] ?? '')
  const first = marked[0] === undefined ? '' : markOf(marked[0])
  const own = marked.filter((line) => markOf(line) === first)
  const others = marked.filter((line) => markOf(line) !== first)
  const areInOrder = own.length > 1 && own.every(({ number }, at) => Number(number) === at + 1)
  return areInOrder && others[0]?.number === '1' ? others : []
}

/** "9h30 – 12h30, salle 3" over "9h30 Accueil": the hours of the meeting, which begin with those of its first item. */
function hoursOfAll(region: readonly Line[]): Line | null {
  const [first, second, ...others] = region.filter(({ timed }) => timed)
  if (first === undefined || second === undefined || others.length === 0) return null
  const whole = timesIn(first.words)[0]
  const start = timesIn(second.words)[0]?.start
  const last = timesIn(others.at(-1)?.words ?? '')[0]?.start
  if (whole?.end == null || start === undefined || last === undefined) return null
  return whole.start === start && whole.end >= last ? first : null
}

/** Below the headings or numbers of minutes: bullets, and sentences that begin with the initial of a name. */
function isSaid(line: Line, mode: Mode): boolean {
  if (line.type === 'heading' || (mode !== 'headings' && mode !== 'numbers')) return false
  return line.bullet || (line.type === 'paragraph' && /^\p{Lu}\.\s/u.test(line.text))
}

/**
 * Headings without a number before the first that has one, where headings are numbered: they name the meeting. So does, in
 * minutes without an agenda, what stands alone above the level of the others.
 */
function titlesAbove(region: readonly Line[], mode: Mode, byLevel: boolean): Set<Line> {
  const headings = region.filter((line) => line.type === 'heading')
  // Numbers of headings far below the others number parts of one item.
  const top = Math.min(...headings.filter((line) => line.number !== null).map(({ level }) => level))
  const areNumbered = headings.filter((line) => line.level < top).length < 3
  const isFirst =
    headings.some((line) => line.number !== null) && areNumbered
      ? (line: Line) => line.number !== null
      : (line: Line) => byLevel && headings.filter(({ level }) => level === line.level).length > 1
  const first = region.findIndex((line) => line.type === 'heading' && isFirst(line))
  if (mode !== 'headings' || first < 0) return new Set()
  const level = region[first]?.level ?? 0
  // Below some text a heading of the same level is the first item, with or without a number.
  const text = region.findIndex(({ type }) => type !== 'heading')
  return new Set(
    region
      .slice(0, first)
      .filter(
        (line, at) =>
          line.type === 'heading' &&
          (line.level < level || (line.level === level && (text < 0 || at < text))),
      ),
  )
}

function isItem(line: Line, mode: Mode, begun: boolean, follows: boolean): boolean {
  if (isTitleOfText(line)) return false
  if (isHeaderLine(line) || (line.type === 'heading' && line.number === null && onlyPersons(line.words)))
    return false
  const marked = line.number !== null || line.bullet
  switch (mode) {
    case 'headings':
      return line.type === 'heading' || (begun && marked && !isProperty(line))
    case 'numbers':
      return (
        line.number !== null ||
        (begun && ((line.bullet && !isProperty(line)) || isBreak(line) || isSundry(line)))
      )
    case 'times':
      return line.timed || (begun && marked && !isProperty(line))
    case 'bullets':
      return (marked && !isProperty(line)) || (follows && isSundry(line))
    case 'plain':
    case 'over-text':
    case 'labels':
      return isShort(line) && !isProperty(line)
  }
}

function confidenceOf(mode: Mode, anchored: boolean): number {
  const byMode: Readonly<Record<Mode, number>> = {
    headings: 0.85,
    numbers: 0.9,
    times: 0.85,
    bullets: 0.75,
    plain: 0.45,
    'over-text': 0.7,
    labels: 0.7,
  }
  return anchored ? byMode[mode] : byMode[mode] - 0.25
}
