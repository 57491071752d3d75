import { timesIn } from './clock-times.ts'
import { datesIn } from './dates.ts'
import type { Line } from './lines.ts'
import { isTitleOfText } from './minutes-titles.ts'
import { place, type Step } from './outline-depth.ts'
import {
  APPROVES,
  areLettered,
  isBesideItems,
  isBreak,
  isHeaderLine,
  isProperty,
  isShort,
  isSundry,
  labelOf,
  namesMeeting,
} from './outline-lines.ts'
import { countsOf, type Mode } from './outline-modes.ts'
import { beginsOver, endsAgenda } from './outline-region.ts'
import { onlyPersons } from './people.ts'
import { plainLine } from './plain-line.ts'

export type Read = {
  /** Items, and under them the paragraphs that belong to them (depth null). */
  lines: readonly { line: Line; depth: number | null }[]
  confidence: number
}

export function outlineOf(
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
  const heads = region.slice(0, Math.max(0, text)).filter(({ words }) => !APPROVES.test(plainLine(words)))
  const dated = anchored ? -1 : heads.findLastIndex((heading) => datesIn(heading.text).length > 0)
  for (const heading of heads.slice(0, dated + 1)) titles.add(heading)
  for (const line of region.slice(0, FIRST)) if (!anchored && namesMeeting(line)) titles.add(line)
  const hours = mode === 'times' ? hoursOfAll(region) : null
  if (hours !== null) titles.add(hours)
  const called = likePersons(region)
  // Text stands between its items.
  let isMixed = false
  const areInText = mode === 'headings' || (mode === 'numbers' && !anchored && countsOf(region).headings >= 2)
  const listed: ReadonlySet<Line> = new Set([
    ...(isMinutes && areInText ? listsInText(region) : []),
    ...(isMinutes && mode === 'numbers' ? [...countedOtherwise(region), ...withinActs(region)] : []),
  ])
  for (const line of region) {
    if (titles.has(line)) continue
    if (isMinutes && (isSaid(line, mode) || listed.has(line)) && !lettered.has(line)) {
      if (kept.length > 0) kept.push({ line, depth: null })
      continue
    }
    if (mode === 'numbers' && isMinutes && anchored && beginsOver(kept, line)) break
    if (mode === 'plain' && kept.length > 0 && endsAgenda(line)) break
    // Bullets over the headings of the text are the list; those below them are what was said.
    if (mode === 'bullets' && isMinutes && anchored && kept.length > 0 && line.type === 'heading') break
    // A list of its own, and then the text: bullets further down are what was said.
    const isBelow = isMinutes && anchored && mode === 'bullets' && kept.length >= 3 && !isMixed
    if (isBelow && line.type === 'paragraph' && !line.bullet)
      if (isHeaderLine(line) || line.text.length >= 120 || LEADS_ON.test(line.text)) break
    if (
      mode === 'over-text' || mode === 'labels'
        ? chosen.has(line)
        : isItem(line, mode, kept.length > 0, !isMinutes && kept.at(-1)?.depth != null, called)
    )
      kept.push(...withText(line, place(stack, line, mode), mode))
    else if (kept.length > 0 && !isHeaderLine(line)) {
      isMixed = true
      kept.push({ line, depth: null })
    }
  }
  const isList = isMinutes && (mode === 'numbers' || mode === 'bullets')
  return { lines: isList ? partedAtLabels(kept) : kept, confidence: confidenceOf(mode, anchored) }
}

/** "Ensuite la présidente soumet au vote de tous les textes suivants :" */
const LEADS_ON = /^\p{Lu}.{40,}\s\p{Ll}+\s?:$/u

/** "Table des matières" over the links to the parts of a page. */
function isContents({ type, words }: Line): boolean {
  return type === 'heading' && /^(?:table des matieres|sommaire|sur cette page)\s?:?$/.test(plainLine(words))
}

/** So many first lines may be the title of the page. */
const FIRST = 5

/** "Le local : un tri est fait." is an item and what was said of it. */
function withText(line: Line, depth: number, mode: Mode): { line: Line; depth: number | null }[] {
  const label = mode === 'labels' ? (labelOf(line) ?? besideLabels(line)) : null
  return label === null ? [{ line, depth }] : atLabel(line, depth, label)
}

function atLabel(line: Line, depth: number, label: string): { line: Line; depth: number | null }[] {
  const rest = line.words.slice(label.length).replace(/^\s?[:.]\s+/, '')
  return [
    { line: { ...line, words: label }, depth },
    { line: { ...line, words: rest, text: rest, number: null, bullet: false }, depth: null },
  ]
}

/** "1. Budget : il reste 40 €.", "2. Local : Zoé a les clés.": where all begin so, and half of them end as sentences do. */
function partedAtLabels(
  kept: readonly { line: Line; depth: number | null }[],
): { line: Line; depth: number | null }[] {
  const titles = kept.filter(({ depth }) => depth === 0).map(({ line }) => line)
  const sentences = titles.filter(({ words }) => /^[^:]{3,60}:\s(?:.{15,}[.!]|.{60,})$/u.test(words))
  const areParted =
    titles.length >= 3 &&
    sentences.length * 2 >= titles.length &&
    titles.every(({ words }) => LABELLED.test(words) && !onlyPersons(words.split(/\s?:/)[0] ?? ''))
  return areParted
    ? kept.flatMap((one) => {
        const label = one.depth === 0 ? LABELLED.exec(one.line.words)?.[1] : undefined
        return label === undefined || one.depth === null ? [one] : atLabel(one.line, one.depth, label)
      })
    : [...kept]
}

const LABELLED = /^(\p{Lu}(?:[^:.;!?]|\.(?=\S)){2,59}?)\s?:\s+\S/u

/** "Logo : voté" in a list whose bullets all begin so. */
function besideLabels({ bullet, words }: Line): string | null {
  return bullet ? (LABELLED.exec(words)?.[1] ?? null) : null
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

/** "1)", "2)" within "2026-114 TARIFS": where acts are numbered, other numbers are those of their text. */
function withinActs(region: readonly Line[]): Line[] {
  const isAct = ({ number }: Line) => /^20\d{2}[-/]\d/.test(number ?? '')
  return region.filter(isAct).length < FEWEST_ACTS
    ? []
    : region.filter((line) => line.number !== null && !isAct(line))
}

const FEWEST_ACTS = 3

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

/** Headings written as names are; "Marché Paysan" over its text is none, below subjects and among three times as many of them. */
function likePersons(region: readonly Line[]): Set<Line> {
  const isPlain = ({ type, number }: Line) => type === 'heading' && number === null
  const called = new Set(region.filter((line) => isPlain(line) && onlyPersons(line.words)))
  const [headings, persons] = [levelsOf(region.filter(isPlain)), levelsOf([...called])]
  const begun = new Set<number>()
  return new Set(
    region.filter((line, at) => {
      if (!called.has(line)) {
        if (isPlain(line)) begun.add(line.level)
        return false
      }
      const isOverText = (region[at + 1]?.type ?? 'heading') !== 'heading'
      const isOdd = (persons.get(line.level) ?? 0) * FEW < (headings.get(line.level) ?? 0)
      return !isOverText || !isOdd || !begun.has(line.level)
    }),
  )
}

const FEW = 4

function levelsOf(lines: readonly Line[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { level } of lines) counts.set(level, (counts.get(level) ?? 0) + 1)
  return counts
}

function isItem(
  line: Line,
  mode: Mode,
  begun: boolean,
  follows: boolean,
  called: ReadonlySet<Line>,
): boolean {
  if (isTitleOfText(line) || !/[\p{L}\d]/u.test(line.words) || isContents(line)) return false
  if (isHeaderLine(line) || called.has(line)) return false
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
      return line.timed || (begun && ((marked && !isProperty(line)) || isBesideItems(line)))
    case 'bullets':
      return (marked && !isProperty(line)) || (follows && isSundry(line))
    case 'plain':
    case 'over-text':
    case 'labels':
      return isShort(line) && !isProperty(line)
  }
}

export function confidenceOf(mode: Mode, anchored: boolean): number {
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
