import { matchParagraphs } from '../text/paragraph-match.ts'
import { PARTED } from '../text/rich-paragraphs.ts'
import { bareText } from '../text/text-likeness.ts'
import { type SentParagraph, unnumbered } from './difference.ts'
import { type Passage, passagesOf, withNumbers } from './passages.ts'
import type { WordReview } from './word-review.ts'

/** Shorter ones (headings, names of organisations) are the same in every paper. */
const LONG_ENOUGH = 25
const rowKey = ({ table, row }: NonNullable<Passage['cell']>) => `${table} ${row}`

/** Apart from how white space is written. */
export const spaced = (words: string) => words.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** The passages of a file that came back, and which of the paragraphs sent each of them is. */
export class MatchedPassages {
  readonly #sent: readonly SentParagraph[]
  readonly passages: readonly Passage[]
  /** Indices sent of the lines of each passage that was there, and the first of them. */
  readonly lines: readonly (readonly (number | null)[])[]
  readonly at: readonly (number | null)[]
  /** What no longer stands where it was sent. */
  readonly elsewhere = new Set<number>()
  /** What stands in each row of a table. */
  readonly #rows = new Map<string, number[]>()

  constructor(sent: readonly SentParagraph[], paragraphs: WordReview['paragraphs']) {
    this.#sent = sent
    const passages = passagesOf(paragraphs)
    const isCounted = passages.some(({ countedLines }) => countedLines.includes(true))
    const there = passages.flatMap(({ lines, anchors }) =>
      lines.map((text, rank) => ({ text, anchors: rank === 0 ? anchors : [] })),
    )
    const matched = matchParagraphs(
      sent.map((one) => ({
        text: isCounted ? unnumbered(one) : one.text,
        anchors: one.anchor === null ? [] : [one.anchor],
      })),
      there,
    )
    let next = 0
    this.lines = passages.map(({ lines }) => {
      const own = matched.slice(next, next + lines.length)
      next += lines.length
      return own
    })
    this.at = this.lines.map((own) => own.find((at) => at !== null) ?? null)
    this.passages = withNumbers(
      passages,
      (order, rank) => sent[this.lines[order]?.[rank] ?? -1]?.number ?? '',
    )
    this.passages.forEach(({ cell }, order) => {
      if (cell === null) return
      const row = this.#rows.get(rowKey(cell)) ?? []
      this.#rows.set(rowKey(cell), row)
      row.push(order)
    })
  }

  /** Part of the words sent that the file still has, from 0 to 1, by paragraphs of some length. */
  get share(): number {
    const here = new Set(this.lines.flat())
    const isLong = ({ text, isOwn }: SentParagraph) => !isOwn && bareText(text).length >= LONG_ENOUGH
    const long = this.#sent.flatMap((paragraph, index) => (isLong(paragraph) ? [index] : []))
    const all = long.length > 0 ? long : this.#sent.map((_, index) => index)
    return all.length === 0 ? 0 : all.filter((index) => here.has(index)).length / all.length
  }

  /** All that a row says where none of it was sent; null for what stands in no such row. */
  newRow({ cell }: Passage): readonly number[] | null {
    const row = cell === null ? undefined : this.#rows.get(rowKey(cell))
    const isNew = (order: number) => this.at[order] === null && !this.elsewhere.has(order)
    return row?.every(isNew) === true ? row : null
  }

  /** All that somebody wrote in a row that is taken out; null for what stands in no such row. */
  goneRow({ cell }: Passage): readonly number[] | null {
    const row = cell === null ? undefined : this.#rows.get(rowKey(cell))
    const goes = (order: number) => {
      const [one, at] = [this.passages[order], this.at[order] ?? null]
      const isWritten = at !== null && this.#sent[at]?.isWritten === true
      return one?.after === null && one.changes.length === 1 && isWritten && !this.elsewhere.has(order)
    }
    return row?.every(goes) === true ? row : null
  }

  /** Index sent of the last of several paragraphs. */
  end(order: number): number | null {
    return this.lines[order]?.findLast((at) => at !== null) ?? null
  }

  textSent(order: number): string {
    return (this.passages[order]?.lines ?? [])
      .map((line, rank) => this.#sent[this.lines[order]?.[rank] ?? -1]?.text ?? line)
      .join(PARTED)
  }

  /** The nearest paragraph sent that stayed in its place. */
  neighbour(order: number, step: 1 | -1): number | null {
    for (let at = order + step; at >= 0 && at < this.passages.length; at += step) {
      const index = step === -1 ? this.end(at) : (this.at[at] ?? null)
      if (index !== null && !this.elsewhere.has(at)) return index
    }
    return null
  }
}
