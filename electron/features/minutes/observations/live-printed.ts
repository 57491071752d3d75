import { matchParagraphs } from '../../../domain/text/paragraph-match.ts'
import { bareText } from '../../../domain/text/text-likeness.ts'
import { type Asking, bareOf, type Places, samePlace } from './places.ts'
import type { SentPlace } from './sent-minutes.ts'

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
