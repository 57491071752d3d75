// Lines that look alike, each over its own text or one below the other: what an agenda is made of, whatever its marks are.
import { timesIn } from '../clock-times.ts'
import type { Line } from '../lines.ts'
import { saysHowItEnded } from '../minutes/vote-outcome.ts'
import { isNominal } from '../nominal.ts'
import { endsAgenda } from '../outline-region.ts'
import { saysWhoPresents } from '../people.ts'
import { type Mark, markOf, rankOf } from './line-marks.ts'

export type Series = {
  kind: 'counted' | 'headings' | 'capitals' | 'bullets' | 'short' | 'presented' | 'times'
  lines: readonly Line[]
}

/** A line with its count; a row with the words of its first two cells. */
type Unit = { line: Line; text: string; mark: Mark | null }

/** Fewer lines are no series. */
export const FEWEST = 3

/** Every series that some lines hold. */
export function seriesIn(lines: readonly Line[]): Series[] {
  const units = unitsOf(lines)
  return [
    ...countedRuns(units),
    ...headingsOfALevel(lines),
    { kind: 'capitals' as const, lines: lines.filter(isInCapitals) },
    ...bulletRuns(lines, 0),
    ...bulletRuns(lines, 1),
    { kind: 'short' as const, lines: lines.filter((line, at) => isOverText(line, lines[at + 1])) },
    { kind: 'presented' as const, lines: lines.filter((line, at) => isPresented(line, lines[at + 1])) },
    { kind: 'times' as const, lines: units.flatMap(timedLine) },
  ].filter((one) => one.lines.length >= FEWEST)
}

function unitsOf(lines: readonly Line[]): Unit[] {
  return lines.flatMap((line, at) => {
    const isRow = line.type === 'row'
    if (isRow && lines[at - 1]?.block === line.block) return []
    const next = isRow && lines[at + 1]?.block === line.block ? lines[at + 1] : undefined
    const text = next === undefined ? line.text : `${line.text} ${next.text}`
    return [{ line, text, mark: marked(line, text) }]
  })
}

/** Counted alike and of one style. */
function marked(line: Line, text: string): Mark | null {
  const { type, level, number, words } = line
  if (type === 'list' && number !== null)
    return { look: `list ${level} ${/^\d/.test(number)}`, rank: rankOf(number), number, words }
  // A first cell that is nothing but the count.
  const isCell = type === 'row' && /^[^\p{Ll}]{1,8}$/u.test(line.text)
  const mark = markOf(isCell ? text : line.text)
  return mark === null ? null : { ...mark, look: `${type} ${level} ${mark.look}` }
}

/** One of them may be left out; acts go on from wherever they stood last time. */
const MOST_LEFT_OUT = 1
const MOST_ACTS_LEFT_OUT = 4

/** 1, 2, 3; what begins again is another series. */
function countedRuns(units: readonly Unit[]): Series[] {
  const open = new Map<string, { last: number; lines: Line[] }>()
  const all: Series[] = []
  for (const { line, mark } of units) {
    if (mark === null) continue
    const isAct = mark.look.endsWith(' act')
    const counted: Line = { ...line, number: mark.number, bullet: false, words: mark.words }
    const run = open.get(mark.look)
    const step = mark.rank - (run?.last ?? 0)
    if (run !== undefined && step > 0 && step <= 1 + (isAct ? MOST_ACTS_LEFT_OUT : MOST_LEFT_OUT)) {
      run.lines.push(counted)
      run.last = mark.rank
    } else if (isAct || mark.rank === 1) {
      const begun = { last: mark.rank, lines: [counted] }
      open.set(mark.look, begun)
      all.push({ kind: 'counted', lines: begun.lines })
    }
  }
  return all
}

function headingsOfALevel(lines: readonly Line[]): Series[] {
  const headings = lines.filter(({ type }) => type === 'heading')
  return [...new Set(headings.map(({ level }) => level))].map((level) => ({
    kind: 'headings',
    lines: headings.filter((heading) => heading.level === level),
  }))
}

const LONGEST = 120

function isInCapitals({ type, text }: Line): boolean {
  return (
    type !== 'row' &&
    text.length <= LONGEST &&
    (text.match(/\p{Lu}/gu) ?? []).length >= 4 &&
    !/\p{Ll}/u.test(text)
  )
}

/**
 * Bullets of one level, one below the other, with what hangs below each.
 * @param mostOdd so many other lines in a row do not end them
 */
function bulletRuns(lines: readonly Line[], mostOdd: number): Series[] {
  const runs: Line[][] = []
  let run: Line[] = []
  let odd = 0
  for (const line of lines) {
    const [first] = run
    const isNext = first !== undefined && line.type === first.type && line.level === first.level
    const isDeeper = first !== undefined && line.type === 'list' && line.level > first.level
    if (line.bullet && isNext) {
      run.push(line)
      odd = 0
      continue
    }
    if (line.bullet && isDeeper) {
      odd = 0
      continue
    }
    odd += 1
    if (first !== undefined && line.type !== 'heading' && odd <= mostOdd && !leadsOn(line)) continue
    run = line.bullet ? [line] : []
    odd = 0
    if (line.bullet) runs.push(run)
  }
  return runs.map((one) => ({ kind: 'bullets', lines: one }))
}

/** "Pour venir :" */
function leadsOn(line: Line): boolean {
  return /:$/.test(line.text) || endsAgenda(line)
}

/** A short line without a verb or an end, right over a text: a title that was only typed. */
function isOverText({ type, part, bullet, text }: Line, below: Line | undefined): boolean {
  return (
    type === 'paragraph' &&
    part === 0 &&
    !bullet &&
    text.length <= LONGEST &&
    /^[\p{Lu}\d«]/u.test(text) &&
    !/[.;:,!]$/.test(text) &&
    isNominal(text) &&
    !saysHowItEnded(text) &&
    below !== undefined &&
    below.type !== 'row' &&
    (below.bullet || below.text.length >= LONG_TEXT || /^\p{Lu}.{30,}[.!?]$/u.test(below.text))
  )
}

const LONG_TEXT = 100

/** "Le budget :" over "Présenté par Odile Vasseur": whatever has somebody to present it is a subject. */
function isPresented({ type, part, text }: Line, below: Line | undefined): boolean {
  return (
    type !== 'row' &&
    part === 0 &&
    text.length <= LONGEST &&
    below !== undefined &&
    saysWhoPresents(below.words)
  )
}

function timedLine({ line, text }: Unit): Line[] {
  return timesIn(text)[0]?.index === 0 ? [{ ...line, text, words: text, timed: true }] : []
}
