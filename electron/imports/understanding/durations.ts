import { MINUTES, minutesOfWords } from '../../domain/time/duration-words.ts'
import { plainLine } from './plain-line.ts'

/** Minutes; `range`, the shorter end first, when the text leaves a choice, which is not ours to make. */
export type Duration = { minutes: number | null; range: [number, number] | null }

const RANGE = new RegExp(
  String.raw`^(\d{1,3})\s?(${MINUTES}|h)?\s?(?:a|ou|-|–|—|/)\s?(\d{1,3})\s?(${MINUTES}|h(?:eures?)?)$`,
)

/**
 * Duration a whole text is, or null when it is none. "1h45" is read as one: the caller knows where an hour would be.
 * @param inColumn in a column of durations bare numbers are minutes and "0:30" is half an hour
 */
export function wholeDuration(text: string, inColumn = false): Duration | null {
  const folded = plainLine(text)
    .replace(/^(?:duree|temps)\s?(?:prevue?|estimee?|indicative)?\s?:?\s?/, '')
    .replace(/^(?:environ|env\.?|~|max\.?|maximum)\s?/, '')
    .replace(/\s?(?:environ|max\.?|maximum)$/, '')
  // "1/2 h" is half an hour, not one or two.
  const said = minutesOfWords(folded)
  const range = said === null ? RANGE.exec(folded) : null
  if (range !== null) return between(range[1], range[2] ?? range[4], range[3], range[4])
  const bareRange = inColumn ? /^(\d{1,3})\s?(?:a|-|–|—)\s?(\d{1,3})$/.exec(folded) : null
  if (bareRange !== null) return between(bareRange[1], 'min', bareRange[2], 'min')
  const minutes = said ?? (inColumn ? bare(folded) : null)
  return minutes === null || minutes > 1440 ? null : { minutes, range: null }
}

function between(
  from: string | undefined,
  fromUnit: string | undefined,
  to: string | undefined,
  toUnit: string | undefined,
): Duration {
  const ends = [minutesIn(from, fromUnit), minutesIn(to, toUnit)].sort((a, b) => a - b)
  return { minutes: null, range: [ends[0] ?? 0, ends[1] ?? 0] }
}

/** At most a day: what is longer is no duration of an item. */
function minutesIn(value: string | undefined, unit: string | undefined): number {
  return Math.min(1440, Number(value) * (unit?.startsWith('h') === true ? 60 : 1))
}

function bare(text: string): number | null {
  if (/^\d{1,3}$/.test(text)) return Number(text)
  const clock = /^(\d{1,2}):([0-5]\d)(?::\d\d)?$/.exec(text)
  return clock === null ? null : Number(clock[1]) * 60 + Number(clock[2])
}
