import { minutesText } from '../../../documents/text/minutes.ts'
import type { CivilDate } from '../../../domain/ids.ts'
import { matchParagraphs } from '../../../domain/text/paragraph-match.ts'
import { bareText } from '../../../domain/text/text-likeness.ts'
import { dueWords } from '../../../domain/time/due-words.ts'
import {
  type Asking,
  bareOf,
  type Found,
  found,
  isSameText,
  nowhere,
  type Places,
  samePlace,
} from './places.ts'
import type { SentPlace, Target } from './sent-minutes.ts'

/** Cells of a row, by their columns. */
type Row = ReadonlyMap<number, SentPlace>

/**
 * Whether words that the application prints say what is wanted of them, at their own place: the same words may be printed
 * in any number of others. A cell is found again by the rest of its row.
 */
export function isPrinted({ place, beforeText, afterText }: Asking, { sent, now }: Places): boolean {
  const [was, wanted] = [bareText(beforeText), bareText(afterText)]
  const printed = (places: readonly SentPlace[], words: string) =>
    places.filter((one) => one.target === null && samePlace(one.place, place) && bareOf(one) === words)
  const all = printed(sent, was)
  const then = all.find((one) => one.place === place) ?? all[0]
  const cell = then?.cell ?? null
  // Of a text that was not kept as it left, the place alone is known.
  if (cell === null) return printed(now, wanted).length > 0
  const [rows, present] = [rowsOf(sent), rowsOf(now)]
  const rest = (row: Row) => ({
    text: [...row].flatMap(([column, { text }]) => (column === cell.column ? [] : text)).join(' '),
    anchors: [],
  })
  const matched = matchParagraphs(rows.map(rest), present.map(rest))
  const found = present[matched.indexOf(rows.findIndex((row) => row.get(cell.column) === then))]
  const said = found?.get(cell.column)
  return found === undefined ? wanted === '' : (said === undefined ? '' : bareOf(said)) === wanted
}

/** Another day below an action is its deadline; the line goes with its action. The rest of it is for a person. */
export function findFoot(
  { beforeText, afterText }: Pick<Asking, 'beforeText' | 'afterText'>,
  target: Target,
  now: readonly SentPlace[],
): Found {
  const present = now.find((one) => isSameText(one.target, target))
  if (afterText === '') return nowhere(present === undefined ? 'done' : 'byHand')
  const [was, wanted] = [footWords(beforeText), footWords(afterText)]
  if (was === null || wanted === null || was.owner !== wanted.owner || was.due === wanted.due)
    return nowhere('byHand')
  if (present === undefined) return nowhere('gone')
  const due = footWords(present.text)?.due
  return found(due === wanted.due ? 'done' : due === was.due ? 'same' : 'differs', [present])
}

/** Null where it says a day that is none, or that its year does not tell. */
export function footWords(words: string): { owner: string; due: CivilDate | null } | null {
  const [owner = '', due] = words.split(DUE)
  if (due === undefined) return { owner: bareText(owner), due: null }
  // Read with its year, a day is the same whenever it was said.
  const found = dueWords(due, { saidOn: '2000-01-01', nextMeeting: null })
  const isWhole =
    found?.date != null &&
    /\d{4}/u.test(found.words) &&
    bareText(due).replace(/\.$/u, '') === bareText(found.words)
  return isWhole ? { owner: bareText(owner), due: found.date } : null
}

const DUE = new RegExp(`${minutesText.due('').split(/[\s.:]/u)[0]}\\s*:`, 'u')

function rowsOf(places: readonly SentPlace[]): Row[] {
  const rows: Map<number, SentPlace>[] = []
  let last: SentPlace['cell'] = null
  for (const place of places) {
    const { target } = place
    const cell = target === null ? place.cell : null
    if (cell !== null) {
      const row = cell.row === last?.row ? (rows.at(-1) ?? new Map()) : new Map<number, SentPlace>()
      if (row.size === 0) rows.push(row)
      row.set(cell.column, place)
    }
    last = cell
  }
  return rows
}
