import { timesIn } from './clock-times.ts'
import { datesIn } from './dates.ts'
import type { Line } from './lines.ts'
import { isHeaderLine, isShort, namesMeeting } from './outline-lines.ts'
import type { Candidate } from './outline-scores.ts'

/** How an agenda may be written, but for a table. */
export type Mode = Exclude<Candidate['mode'], 'table'>

/** Every kind of list that the region may be read as; a reading nobody would take is not worth its time. */
export function possibleModes(
  region: readonly Line[],
  anchored: boolean,
  isMinutes: boolean,
  overText: ReadonlySet<Line>,
  labels: ReadonlySet<Line>,
  presence: number | null,
): Mode[] {
  const { headings, numbers, times, bullets, isMarked } = countsOf(region)
  return [
    ...(headings >= 2 && (anchored || isMinutes || isMarked || (headings >= 3 && saysWhen(region)))
      ? ['headings' as const]
      : []),
    ...(numbers >= 2 ? ['numbers' as const] : []),
    ...(times >= 2 ? ['times' as const] : []),
    ...(bullets >= (anchored ? 2 : 3) && (anchored || !isMinutes) ? ['bullets' as const] : []),
    ...(headings === 1 &&
    isMinutes &&
    !anchored &&
    numbers < 2 &&
    presence !== null &&
    isBelow(region, presence)
      ? ['headings' as const]
      : []),
    ...(overText.size > 1 ? ['over-text' as const] : []),
    ...(labels.size > 1 ? ['labels' as const] : []),
  ]
}

/** The only heading is that of the text below those who were there. */
function isBelow(region: readonly Line[], presence: number): boolean {
  return (region.find(({ type }) => type === 'heading')?.block ?? 0) > presence
}

/** A page whose title is a meeting and its day, or that begins with a day and hours, tells of one, whatever it calls itself. */
function saysWhen(region: readonly Line[]): boolean {
  if (region.slice(0, 6).some(namesMeeting)) return true
  const head = region.slice(0, 6).filter(({ text }) => text.length <= 160)
  const withDay = head.findIndex(({ text }) => datesIn(text).length > 0)
  const withHours = head.some(({ text }) => timesIn(text).length > 0)
  return withDay >= 0 && withHours
}

/** What the rules take; null when nothing looks like a list. */
export function chooseMode(region: readonly Line[], anchored: boolean, isMinutes: boolean): Mode | null {
  const { candidates, headings, numbers, times, bullets, isMarked } = countsOf(region)
  // Who left at which hour, between the headings of a text, is no programme.
  if (times >= 2 && times > numbers && times * 2 > headings) return 'times'
  if (headings >= 2 && (headings > 2 || headings >= numbers)) {
    if (anchored || isMinutes || isMarked) return 'headings'
  }
  if (numbers >= (anchored ? 1 : 2)) return 'numbers'
  if (bullets >= (anchored ? 1 : 3) && (anchored || !isMinutes)) return 'bullets'
  if (!anchored) return null
  if (headings >= 1) return 'headings'
  return candidates.filter((line) => isShort(line)).length >= 2 ? 'plain' : null
}

/** What there is of each kind in a region. */
export function countsOf(region: readonly Line[]) {
  const candidates = region.filter((line) => !isHeaderLine(line))
  const count = (test: (line: Line) => boolean) => candidates.filter(test).length
  return {
    candidates,
    headings: count((line) => line.type === 'heading'),
    numbers: count((line) => line.type !== 'heading' && line.number !== null),
    times: count((line) => line.type !== 'heading' && line.timed),
    bullets: count((line) => line.bullet),
    /** Some heading has a number or an hour. */
    isMarked: candidates.some((line) => line.type === 'heading' && (line.number !== null || line.timed)),
  }
}
