import { timetable, toClockTime } from '../../domain/agenda/agenda.ts'
import type { Draft, DraftWarning } from '../../domain/agenda/draft.ts'
import { timesIn } from '../understanding/clock-times.ts'
import { wholeDuration } from '../understanding/durations.ts'
import { wholeNature } from '../understanding/natures.ts'
import { type LaidItem, type LayoutLine, laidItem, natureAndPeople, takePeople, treeOf } from './items.ts'

const HEADING = /^(?:Déroulé|Points inscrits)$/
const HEADS = /^(?:(?:Heure|Durée|Point|Nature|Présenté par)(?: |$))+$/
/** "14 h 05 5 min", "18 h 9 min", "– 20 min": whole hours are not followed by the minutes of a duration. */
const HOURS = /^(–|\d{1,2} h(?: \d{2}(?! (?:min|h)\b))?)(?: (\d{1,2} h(?: \d{2})?|\d{1,3} min))?(?= |$)/

type Timed = LaidItem & {
  start: string | null
  minutes: number | null
  isAfterGap: boolean
  /** Who presents, small under the title; null while nothing said it. */
  people: string | null
}

/** Null when there is no such table. */
export function agendaLayout(all: readonly LayoutLine[], visible: Draft): Draft | null {
  const lines = withNumbers(all)
  const from = lines.findIndex(({ text }) => HEADING.test(text))
  if (from < 0) return null
  const found: Timed[] = []
  let isAfterGap = false
  const lastRow = lines.findLastIndex(({ isRow }, at) => isRow && at > from)
  for (const [index, line] of lines.slice(from + 1).entries()) {
    const at = from + 1 + index
    if (HEADS.test(line.text) || /^Points? reportés?\s?:/.test(line.text)) continue
    const small = natureAndPeople(line.text)
    const last = found.at(-1)
    if (small !== null && small.before === '' && last !== undefined) {
      last.item.nature = small.nature
      last.people = small.people
      takePeople(last.item, small.people)
      continue
    }
    const [whole = '', start, minutes] = HOURS.exec(line.text) ?? []
    const words = line.text.slice(whole.length).trim()
    if (words === 'Intervalle') {
      isAfterGap = true
      continue
    }
    // What stands below a table is no row of it; of a page without structure only some rows are told.
    const isNumbered = numbered(words)[0] !== null
    const isBelow = start === undefined && !isNumbered && at > lastRow && lastRow >= 0
    if (words === '' || (last !== undefined && isBelow)) continue
    if (last !== undefined && start === undefined && last.start !== null) {
      goOn(last, words)
      continue
    }
    found.push({
      ...itemIn(line, words),
      start: start === undefined ? null : (timesIn(start)[0]?.start ?? null),
      minutes: minutes === undefined ? null : (wholeDuration(minutes)?.minutes ?? null),
      isAfterGap,
      people: null,
    })
    isAfterGap = false
  }
  if (found.length === 0) return null
  ownHours(found, visible)
  return {
    ...visible,
    kind: 'agenda',
    items: treeOf(found),
    participants: [],
    warnings: visible.warnings.filter(isOfMeeting),
  }
}

/** In a list without hours the number of an item is a line of its own before its title. */
function withNumbers(lines: readonly LayoutLine[]): LayoutLine[] {
  return lines.flatMap((line, at) => {
    if (isNumber(line)) return []
    const before = lines[at - 1]
    return before !== undefined && isNumber(before)
      ? [{ ...line, text: `${before.text} ${line.text}`, cells: [before.text, ...line.cells] }]
      : [line]
  })
}
const isNumber = ({ text }: LayoutLine) => /^\d{1,2}(?:\.\d{1,2}){0,2}$/u.test(text)

/** Doubts about the items are those of another reading of them. */
const isOfMeeting = ({ code }: DraftWarning) =>
  !['no-items', 'rows-left-aside', 'duration-range', 'hours-disagree', 'looks-like-minutes'].includes(code)

/** In a table with hours, words without one go on from the line above. */
function goOn(last: Timed, words: string): void {
  if (last.people === null) {
    last.item.title = `${last.item.title} ${words}`
    return
  }
  last.people = `${last.people} ${words}`
  takePeople(last.item, last.people)
}

function itemIn(line: LayoutLine, words: string): LaidItem {
  // Cells of their own, or small words behind the title.
  const [number, title] = numbered(words)
  const own = line.cells.findIndex((cell) => title.startsWith(cell) || words.startsWith(cell))
  const cells = line.cells.slice(own + 1).filter((cell) => title.endsWith(cell) || title.includes(` ${cell}`))
  const nature = cells.find((cell) => wholeNature(cell) !== null && natureAndPeople(cell)?.before === '')
  if (nature !== undefined && natureAndPeople(nature)?.people === '') {
    const at = title.lastIndexOf(` ${[nature, ...cells.slice(cells.indexOf(nature) + 1)].join(' ')}`)
    const laid = laidItem(line, number, at < 0 ? title : title.slice(0, at))
    laid.item.nature = wholeNature(nature)
    takePeople(laid.item, cells.slice(cells.indexOf(nature) + 1).join(' '))
    return laid
  }
  const small = natureAndPeople(title)
  if (small !== null && small.before !== '') {
    const laid = laidItem(line, number, small.before.trim())
    laid.item.nature = small.nature
    takePeople(laid.item, small.people)
    return laid
  }
  const [, bare, asked] = /^(.*\S) (à la demande (?:d’|de |du |des ).+)$/u.exec(title) ?? []
  if (bare !== undefined && asked !== undefined && !cells.some((cell) => cell === asked)) {
    const laid = laidItem(line, number, bare)
    takePeople(laid.item, asked)
    return laid
  }
  const last = cells.at(-1)
  const at = last === undefined ? -1 : title.lastIndexOf(` ${last}`)
  const laid = laidItem(line, number, at <= 0 ? title : title.slice(0, at))
  if (at > 0 && last !== undefined) takePeople(laid.item, last)
  return laid
}

function numbered(words: string): [string | null, string] {
  const [whole = '', number] = /^(\d{1,2}(?:\.\d{1,2}){0,2}) (?=\S)/.exec(words) ?? []
  return [number ?? null, words.slice(whole.length)]
}

/** Hours are printed of every item: its own is only one that does not follow from those before. */
function ownHours(found: readonly Timed[], { meeting }: Draft): void {
  const startTime = meeting.startTime ?? found[0]?.start ?? null
  if (startTime === null) return
  const above: string[] = []
  const items = found.map(({ depth, minutes, item }, position) => {
    above.length = Math.min(above.length, depth - 1)
    const parentId = above.at(-1) ?? null
    above.push(String(position))
    return {
      id: String(position),
      parentId,
      position,
      kind: item.kind,
      fixedStart: null as string | null,
      durationMinutes: minutes,
    }
  })
  // A sum of what is below it is no duration of its own.
  for (const [at, item] of items.entries()) {
    const below = items.filter(({ parentId }) => parentId === item.id)
    const sum = below.reduce((all, { durationMinutes }) => all + (durationMinutes ?? 0), 0)
    if (below.length > 0 && sum === item.durationMinutes) item.durationMinutes = null
    const own = found[at]
    if (own !== undefined) own.item.durationMinutes = item.durationMinutes
  }
  let { slots } = timetable(items, { startTime, endTime: null })
  for (const [at, item] of items.entries()) {
    const own = found[at]
    const computed = slots.get(item.id)?.start
    if (own?.start == null || computed === undefined) continue
    if (toClockTime(computed) === own.start && !own.isAfterGap) continue
    item.fixedStart = own.start
    own.item.fixedStart = own.start
    slots = timetable(items, { startTime, endTime: null }).slots
  }
}
