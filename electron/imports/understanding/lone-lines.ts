import { datesIn } from './dates.ts'
import { hoursOfCell } from './hour-cells.ts'
import { isHeaderLabel, LABEL, type Line } from './lines.ts'

/**
 * "9h30 – 10h00" over "Accueil" and "1." over "Budget" read as one line each; two of a kind at least, or they may be anything.
 * @param anchored the region stands right under the title of the agenda
 */
export function joinLone(region: readonly Line[], anchored: boolean): Line[] {
  return withRests(join(join(region, isLoneHour, anchored), isLoneNumber, anchored))
}

/** "20h50 – Présentation des programmes de" over "l’université" and another hour: one line that a narrow page cut. */
function withRests(region: readonly Line[]): Line[] {
  const lines: Line[] = []
  region.forEach((line, at) => {
    const above = lines.at(-1)
    const isRest =
      line.type === 'paragraph' &&
      above?.type === 'paragraph' &&
      above.timed &&
      region[at + 1]?.timed === true &&
      /^\p{Ll}/u.test(line.text) &&
      !/[.!?:;]$/.test(above.text)
    if (isRest)
      lines[lines.length - 1] = {
        ...above,
        text: `${above.text} ${line.text}`,
        words: `${above.words} ${line.words}`,
        alsoBlock: line.block,
      }
    else lines.push(line)
  })
  return lines
}

function join(region: readonly Line[], isLone: (line: Line) => boolean, anchored: boolean): Line[] {
  const first = region.findIndex(isLone)
  if (region.filter(isLone).length < 2 || !opens(region, first, anchored)) return [...region]
  const lines: Line[] = []
  region.forEach((line, at) => {
    const above = region[at - 1]
    const below = region[at + 1]
    if (isLone(line) && below !== undefined && !isLone(below)) return
    lines.push(above !== undefined && isLone(above) && !isLone(line) ? joined(above, line) : line)
  })
  return lines
}

/** Nothing that could be a title stands above the first: else each may belong to the line above it. */
function opens(region: readonly Line[], first: number, anchored: boolean): boolean {
  const above = region[first - 1]
  if (above === undefined) return anchored
  const label = LABEL.exec(above.text)?.[1]
  return datesIn(above.text).length > 0 || (label !== undefined && isHeaderLabel(label))
}

function joined(lone: Line, line: Line): Line {
  const number = line.number ?? numberAlone(lone)
  const hour = numberAlone(lone) === null ? `${lone.words} ` : ''
  return {
    ...line,
    text: `${lone.text} ${line.text}`,
    number,
    bullet: false,
    words: `${hour}${line.words}`,
    timed: line.timed || hour !== '',
    alsoBlock: lone.block,
  }
}

function isLoneHour(line: Line): boolean {
  return line.type !== 'row' && line.number === null && hoursOfCell(line.words) !== null
}

function isLoneNumber(line: Line): boolean {
  return line.type !== 'row' && numberAlone(line) !== null
}

function numberAlone(line: Line): string | null {
  return /^(?:point |n° ?)?(\d{1,2}(?:\.\d{1,2})*)\s?[.)/:°–-]?$/iu.exec(line.text)?.[1] ?? null
}
