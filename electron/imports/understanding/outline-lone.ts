import type { Line } from './lines.ts'
import { isNominal } from './nominal.ts'
import { isHeaderLine } from './outline-lines.ts'
import { onlyPersons } from './people.ts'

/**
 * "1. Le four" below who was there, over all that minutes say, and no other number: a meeting with one subject. So is a
 * heading with that number.
 */
export function loneTitle(lines: readonly Line[], presence: number | null): Line | null {
  const isCounted = ({ number, type }: Line) =>
    type !== 'row' && /^(?:\d{1,2}|[IVX]{1,4})$/.test(number ?? '')
  const [title, ...others] = lines.filter(isCounted)
  if (title === undefined || others.length > 0 || !/^[1I]$/.test(title.number ?? '')) return null
  const isHeading = title.type === 'heading'
  const isBelow = presence === null ? isHeading : title.block > presence
  const isTitle =
    title.words.length <= LONGEST &&
    !/[.!?;,]$/.test(title.words) &&
    isNominal(title.words) &&
    !onlyPersons(title.words)
  // What is decided under a heading is no line of the text any more.
  const isOver =
    isHeading ||
    lines
      .slice(lines.indexOf(title) + 1)
      .some(({ text }) => /^\p{Lu}.*\p{Ll}\.$/u.test(text) && text.length > SENTENCE)
  return isBelow && isTitle && isOver && !isHeaderLine(title) ? title : null
}

const LONGEST = 140
const SENTENCE = 40
