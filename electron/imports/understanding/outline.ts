import { withoutClosing } from './closing-lines.ts'
import { datesIn } from './dates.ts'
import type { Line } from './lines.ts'
import { listedAt } from './listed-in-line.ts'
import { joinLone } from './lone-lines.ts'
import { confidenceOf, outlineOf, type Read } from './outline-by-mode.ts'
import { hoursInRow, labelsOverText } from './outline-lines.ts'
import { loneTitle } from './outline-lone.ts'
import { chooseMode, countsOf, type Mode, possibleModes } from './outline-modes.ts'
import { anchorKind, anchorsOf, endsAgenda, findRegion, listBelow } from './outline-region.ts'
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
import { plainLine } from './plain-line.ts'
import { titlesOverBullets, titlesOverText } from './titles-over-text.ts'
import { leadsTo, type Told, toldPoints } from './told-agenda.ts'

export type Outline = Read & {
  /** What speaks for it, against other readings of the same file. */
  points: number
  /** With less it is no agenda: bullets that nothing announces may be anything. */
  least: number
}

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
      best.points - other.points < CLOSE &&
      plainLine(firstItem(other)?.words ?? '') !== plainLine(first?.words ?? ''),
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

/** A sentence, and no head such as "Matin :". */
const LEADS_ON = /^\p{L}[\p{L}’'-]*(?:\s[^\s:]+){3,40}\s?:$/u

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
  const anchors = begun < 0 ? anchorsOf(lines, isMinutes).filter((at) => !leadsToDays(lines, at)) : [begun]
  const sisters = isMinutes ? new Map<number, number[]>() : sistersOf(lines, anchors)
  const further = new Set([...sisters.values()].flat())
  const places = anchors.length === 0 ? [-1] : anchors.filter((at) => !further.has(at))
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
    const regions = (sisters.get(anchorAt) ?? []).map((at) => findRegion(lines, false, at).region)
    const region = joinLone([found.region, ...regions].flatMap(withoutClosing), anchored)
    const anchor = begun >= 0 ? 'title' : anchored ? anchorKind(lines[anchorAt]) : null
    const overBullets = titlesOverBullets(region)
    const offer = (outline: Read, mode: Mode, looks: Partial<Candidate> = {}, fewest = 1) => {
      const titles = outline.lines.flatMap(({ line, depth }) => (depth === 0 ? [line] : []))
      const place = (titles[0]?.block ?? 0) / Math.max(1, lines.at(-1)?.block ?? 1)
      const opens = titles[0] === region[0]
      const [top] = titles
      const above = top === undefined ? undefined : lines[lines.indexOf(top) - 1]
      const isLed = above !== undefined && LEADS_ON.test(above.text) && above !== lines[anchorAt]
      const candidate = {
        titles,
        mode,
        anchor,
        isFirst: false,
        isTight: false,
        opens,
        isLed,
        hasParts: outline.lines.some(({ depth }) => depth === 1),
        isParted: headingsAmong(region, titles) + amongTitles(overBullets, titles) >= 2,
        place,
        ...looks,
      }
      if (titles.length >= fewest) all.push({ outline, candidate })
    }
    if (said.length > 0 && lines.length <= MAX_COMPARED)
      offer(
        { lines: said.map((line) => ({ line, depth: 0 })), confidence: confidenceOf('plain', true) },
        'plain',
        { anchor: 'title', isTight: true, opens: true },
      )
    const overText = isMinutes ? titlesOverText(region, presence) : overBullets
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
      // "Ordre du jour : le plan" over "1. Plan" alone
      const isOne = said.length > 0 && outline.lines.filter(({ depth }) => depth === 0).length === 1
      offer(outline, mode, { isFirst: rank === 0 && mode === byRules && !isOne })
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
    const parts = isMinutes ? listOverParts(region) : []
    if (parts.length > 0)
      offer(outlineOf(parts, 'bullets', anchored, false, overText), 'bullets', { isTight: true, opens: true })
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

/**
 * "Ordre du jour de l’assemblée extraordinaire" over its list, and below it that of the ordinary one: both are held one after the
 * other.
 */
function sistersOf(lines: readonly Line[], anchors: readonly number[]): Map<number, number[]> {
  const named = anchors.filter((at) => {
    const line = lines[at]
    return line?.type === 'heading' && OF_ASSEMBLY.test(plainLine(line.words))
  })
  const [first, ...others] = named
  const top = first === undefined ? undefined : lines[first]
  const sisters = others.filter(
    (at) =>
      lines[at]?.level === top?.level && plainLine(lines[at]?.words ?? '') !== plainLine(top?.words ?? ''),
  )
  return new Map(first === undefined || sisters.length === 0 ? [] : [[first, sisters]])
}

const OF_ASSEMBLY = /\bordre du jour d(?:e (?:la |l')|u )(?:assemblee|ag[eo]?\b|conseil|seance|partie)/

/** Short lines without a mark, each over bullets, right below "Ordre du jour", where some come again over the text. */
function listOverParts(region: readonly Line[]): Line[] {
  const end = region.findIndex(
    (line) =>
      line.type === 'heading' ||
      line.type === 'row' ||
      line.number !== null ||
      line.text.length > LONGEST_PART ||
      /[.!?]$/.test(line.text) ||
      endsAgenda(line),
  )
  const list = region.slice(0, Math.max(0, end))
  const titles = list.filter(({ bullet }) => !bullet)
  if (list[0]?.bullet !== false || titles.length < 2 || list.length - titles.length < 2) return []
  const headings = region
    .slice(end)
    .flatMap(({ type, words }) => (type === 'heading' ? [plainLine(words)] : []))
  const told = list.filter(({ words }) => {
    const title = plainLine(words)
    return title.length >= SHORTEST && headings.some((heading) => heading.startsWith(title))
  })
  return told.length < 2
    ? []
    : list.map((line) => ({ ...line, bullet: true, level: line.bullet ? line.level + 1 : 0 }))
}

const LONGEST_PART = 110

/** Fewer letters may begin anything. */
const SHORTEST = 8

/** How many headings that are no titles stand between the first and the last of these. */
function headingsAmong(region: readonly Line[], titles: readonly Line[]): number {
  const [first, last] = [titles[0]?.block ?? 0, titles.at(-1)?.block ?? 0]
  const chosen = new Set(titles.map(({ block }) => block))
  return region.filter(
    ({ type, block }) => type === 'heading' && block > first && block < last && !chosen.has(block),
  ).length
}

/** How many of the short lines over bullets stand between the first and the last of these. */
function amongTitles(overBullets: ReadonlySet<Line>, titles: readonly Line[]): number {
  const [first, last] = [titles[0]?.block ?? 0, titles.at(-1)?.block ?? 0]
  const chosen = new Set(titles)
  return [...overBullets].filter((line) => line.block > first && line.block < last && !chosen.has(line))
    .length
}

/** "Agenda" over "15/06 : fête": what lies ahead, and no subjects. */
function leadsToDays(lines: readonly Line[], at: number): boolean {
  const isCalendar = /^(?:agenda|calendrier)\b/.test(plainLine(lines[at]?.words ?? ''))
  return isCalendar && datesIn(lines[at + 1]?.words ?? '')[0]?.index === 0
}

/** The list right below the title, unless the text between its numbers parted it: "2) …", what was said of it, "3) …". */
function countsOn(region: readonly Line[], length: number): Line[] {
  const last = Number(region.slice(0, length).findLast(({ number }) => number !== null)?.number)
  const next = region.slice(length).find(({ number, bullet }) => number !== null && !bullet)
  return last > 0 && Number(next?.number) === last + 1 ? [] : region.slice(0, length)
}

/** Fewer hours in a row are anything. */
const FEWEST_HOURS = 4

/** Numbers with bullets below them, none of them a sentence, and then the text: the bullets are parts of the agenda. */
function isListOverText(below: readonly Line[], region: readonly Line[]): boolean {
  return (
    below.some(({ number }) => number !== null) &&
    below.some(({ bullet }) => bullet) &&
    below.every(({ text }) => text.length <= 140 && !/\p{Ll}{3}[.!?]$/u.test(text)) &&
    region.length >= below.length + TEXT_BELOW
  )
}

const TEXT_BELOW = 3
