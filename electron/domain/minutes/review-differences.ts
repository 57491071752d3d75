import { matchParagraphs } from '../text/paragraph-match.ts'
import { PARTED, type Put } from '../text/rich-paragraphs.ts'
import { longestRising } from '../text/rising.ts'
import { bareText } from '../text/text-likeness.ts'
import { isSameWording, type Passage, passagesOf, withNumbers } from './passages.ts'
import type { Ignored, IgnoredReason, ReviewComment, WordReview } from './word-review.ts'

/** A paragraph as it was sent. */
export type SentParagraph = {
  readonly text: string
  /** With which its text begins, and which programs may count by themselves; '' for none. */
  readonly number: string
  readonly anchor: string | null
  /** Said by the application of itself (state of the draft, follow-up): it differs by itself and is never compared. */
  readonly isOwn: boolean
  /** Written by people; other words (facts, attendance, headings) are made of data that may have changed since. */
  readonly isWritten: boolean
  /** Whether a paragraph may be put in after it: words of people, and headings of what people write. */
  readonly takesMore: boolean
}

/** Its words without the number before them. */
export const unnumbered = ({ text, number }: Pick<SentParagraph, 'text' | 'number'>) =>
  number === '' ? text : text.slice(number.length).trimStart()

export type Difference = {
  readonly kind: 'change' | 'comment' | 'move'
  readonly source: 'tracked' | 'compared'
  /** Index of the paragraph sent: the one meant, or for a new one that after which it stands; null when none is known. */
  readonly at: number | null
  /** The whole paragraph; empty = there was, or will be, none. Equal for a comment and a move. */
  readonly before: string
  readonly after: string
  /** Empty when the file does not say. */
  readonly author: string
  readonly authoredAt: string | null
  readonly comment: ReviewComment | null
  /** Words struck through by hand that are gone in `after`: whether they are to go is to be asked. */
  readonly struck: string | null
  /** Of new words: how they stand to the paragraph after which they come; `cell`: in a cell that it is not in. */
  readonly put: Put | 'cell'
  /** Of a move: the paragraphs that go along, and those between which they now stand. */
  readonly moved: {
    readonly texts: readonly string[]
    readonly after: number | null
    readonly next: number | null
  } | null
}

export type Differences = {
  readonly differences: readonly Difference[]
  /** Those of which nothing is asked, and why. */
  readonly ignored: readonly Ignored[]
  /** Part of the words sent that the file still has, from 0 to 1, by paragraphs of some length. */
  readonly share: number
}

/** Shorter ones (headings, names of organisations) are the same in every paper. */
const LONG_ENOUGH = 25
/** A file with less of the text than this is an excerpt: what is not in it was not taken out. */
const WHOLE = 0.5
/** Longest text kept of one place. */
const MAX_TEXT = 20_000

/** In the order of the file; what is missing in it stands where it was. */
export function reviewDifferences(sent: readonly SentParagraph[], review: WordReview): Differences {
  const gatherer = new Gatherer(sent, review)
  const differences = gatherer.all()
  return { differences, ignored: gatherer.ignored.list(), share: gatherer.share }
}

/** Counts what is not told. */
export class IgnoredCount {
  readonly #counts = new Map<IgnoredReason, number>()

  constructor(known: readonly Ignored[]) {
    for (const { reason, count } of known) this.#counts.set(reason, count)
  }

  add(reason: IgnoredReason): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + 1)
  }

  list(): Ignored[] {
    return [...this.#counts].map(([reason, count]) => ({ reason, count }))
  }
}

/** Apart from how white space is written. */
const spaced = (words: string) => words.normalize('NFC').replace(/\s+/gu, ' ').trim()

const rowKey = ({ table, row }: NonNullable<Passage['cell']>) => `${table} ${row}`

type Placed = { order: number; difference: Difference }
type Worded = { order: number; words: string }

class Gatherer {
  readonly ignored: IgnoredCount
  readonly #sent: readonly SentParagraph[]
  readonly #paragraphs: readonly Passage[]
  readonly #isTracked: boolean
  /** Indices sent of the lines of each passage that was there, and the first of them. */
  readonly #lines: readonly (readonly (number | null)[])[]
  readonly #at: readonly (number | null)[]
  readonly #found: Placed[] = []
  readonly #elsewhere = new Set<number>()
  /** Of those, both ends of moves that were tracked: each is told as a whole. */
  readonly #ends = new Set<number>()
  /** The last paragraph met of those that stayed. */
  #above: Passage | null = null
  /** What stands in each row of a table. */
  readonly #rows = new Map<string, number[]>()

  constructor(sent: readonly SentParagraph[], { paragraphs, isTracked, unread }: WordReview) {
    this.ignored = new IgnoredCount(unread)
    this.#sent = sent
    const passages = passagesOf(paragraphs)
    this.#isTracked = isTracked
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
    this.#lines = passages.map(({ lines }) => {
      const own = matched.slice(next, next + lines.length)
      next += lines.length
      return own
    })
    this.#at = this.#lines.map((own) => own.find((at) => at !== null) ?? null)
    this.#paragraphs = withNumbers(
      passages,
      (order, rank) => sent[this.#lines[order]?.[rank] ?? -1]?.number ?? '',
    )
    this.#paragraphs.forEach(({ cell }, order) => {
      if (cell === null) return
      const row = this.#rows.get(rowKey(cell)) ?? []
      this.#rows.set(rowKey(cell), row)
      row.push(order)
    })
  }

  get share(): number {
    const here = new Set(this.#lines.flat())
    const isLong = ({ text, isOwn }: SentParagraph) => !isOwn && bareText(text).length >= LONG_ENOUGH
    const long = this.#sent.flatMap((paragraph, index) => (isLong(paragraph) ? [index] : []))
    const all = long.length > 0 ? long : this.#sent.map((_, index) => index)
    return all.length === 0 ? 0 : all.filter((index) => here.has(index)).length / all.length
  }

  all(): Difference[] {
    this.#trackedMoves()
    this.#movedUntracked()
    let before: number | null = null
    this.#paragraphs.forEach((paragraph, order) => {
      const at = this.#at[order] ?? null
      this.#ofParagraph(paragraph, order, at ?? before)
      this.#comments(paragraph, order, at ?? before)
      if (at === null || this.#elsewhere.has(order)) return
      before = this.#end(order)
      this.#above = paragraph
    })
    if (this.share >= WHOLE) this.#missing()
    return this.#found.sort((a, b) => a.order - b.order).map(({ difference }) => difference)
  }

  #add(
    order: number,
    difference: Partial<Difference> & Pick<Difference, 'kind' | 'before' | 'after' | 'at'>,
  ) {
    this.#found.push({
      order,
      difference: {
        source: 'compared',
        author: '',
        authoredAt: null,
        comment: null,
        struck: null,
        put: 'like',
        moved: null,
        ...difference,
      },
    })
  }

  #ofParagraph(paragraph: Passage, order: number, near: number | null): void {
    const { before, after, changes, lines, isContents, struck, struckSince } = paragraph
    const at = this.#at[order] ?? null
    const sent = at === null ? undefined : this.#sent[at]
    if (isContents && sent === undefined) {
      this.ignored.add('own')
      return
    }
    // Words that changed without being tracked.
    lines.forEach((line, rank) => {
      const own = this.#lines[order]?.[rank] ?? null
      const words = own === null ? undefined : this.#sent[own]
      if (words === undefined || spaced(line) === spaced(words.text)) return
      if (bareText(line) === bareText(words.text)) this.ignored.add('signs')
      else if (words.isWritten || (!words.isOwn && !this.#isTracked))
        this.#add(order, { kind: 'change', at: own, before: words.text, after: line })
      else this.ignored.add('own')
    })
    const isUnknown = before !== null && sent === undefined && changes.length === 0
    if (isUnknown && !this.#elsewhere.has(order)) {
      if (this.#isAmongWritten(order)) this.#put(paragraph, order, { at: near, after: before })
      else this.ignored.add('own')
    }
    if (this.#ends.has(order)) return
    const said = this.#textSent(order)
    const was = before !== null && bareText(before) === bareText(said) ? said : (before ?? '')
    const row = this.#goneRow(paragraph)
    if (row !== null) {
      const [change] = changes
      if (row[0] !== order || change === undefined) return
      const { author, at: authoredAt } = change
      const words = row.map((one) => this.#textSent(one)).join(PARTED)
      this.#add(order, {
        kind: 'change',
        source: 'tracked',
        at,
        before: words,
        after: '',
        author,
        authoredAt,
      })
      return
    }
    for (const { author, at: authoredAt, after: wanted } of changes)
      if (isSameWording(wanted, was)) this.ignored.add('signs')
      else if (was === '')
        this.#put(paragraph, order, { source: 'tracked', at: near, after: wanted, author, authoredAt })
      else
        this.#add(order, {
          kind: 'change',
          source: 'tracked',
          at: sent === undefined ? near : at,
          before: was,
          after: wanted,
          author,
          authoredAt,
        })
    if (changes.length === 0 && before === null && after !== null)
      this.#put(paragraph, order, { source: 'tracked', at: near, after })
    if (struck !== null)
      this.#add(order, {
        kind: 'change',
        at: sent === undefined ? near : at,
        before: was,
        after: struck.without,
        struck: struck.words,
      })
    this.#struckSince({ after, struckSince }, order, sent === undefined ? near : at)
  }

  /** New words, where they stand; those of a new row all with its first. */
  #put(
    paragraph: Passage,
    order: number,
    words: Partial<Difference> & Pick<Difference, 'at' | 'after'>,
  ): void {
    const row = this.#newRow(paragraph)
    if (row === null) {
      this.#add(order, { kind: 'change', before: '', put: this.#standing(paragraph), ...words })
      return
    }
    if (row[0] !== order) return
    const cells = new Map<number, string[]>()
    for (const one of row) {
      const { cell, before, after } = this.#paragraphs[one] ?? paragraph
      const column = cell?.column ?? 0
      cells.set(column, [...(cells.get(column) ?? []), after ?? before ?? ''])
    }
    const after = [...cells.values()].map((lines) => lines.join('\n')).join(PARTED)
    const isBelow = this.#above?.cell?.table === paragraph.cell?.table
    this.#add(order, { kind: 'change', before: '', ...words, put: isBelow ? 'row' : 'cell', after })
  }

  /** All that a row says where none of it was sent; null for what stands in no such row. */
  #newRow({ cell }: Passage): readonly number[] | null {
    const row = cell === null ? undefined : this.#rows.get(rowKey(cell))
    const isNew = (order: number) => this.#at[order] === null && !this.#elsewhere.has(order)
    return row?.every(isNew) === true ? row : null
  }

  /** All that somebody wrote in a row that is taken out; null for what stands in no such row. */
  #goneRow({ cell }: Passage): readonly number[] | null {
    const row = cell === null ? undefined : this.#rows.get(rowKey(cell))
    const goes = (order: number) => {
      const [one, at] = [this.#paragraphs[order], this.#at[order] ?? null]
      const isWritten = at !== null && this.#sent[at]?.isWritten === true
      return one?.after === null && one.changes.length === 1 && isWritten && !this.#elsewhere.has(order)
    }
    return row?.every(goes) === true ? row : null
  }

  #standing({ cell, isCounted }: Passage): Difference['put'] {
    const above = this.#above
    const isHeading = above?.level !== null
    const isSameCell = cell?.table === above?.cell?.table && cell?.row === above?.cell?.row
    if (cell !== null && !(isSameCell && cell.column === above?.cell?.column)) return 'cell'
    if (cell === null && above !== null && above.cell !== null) return isCounted ? 'cell' : 'behind'
    if (isCounted) return 'entry'
    if (isHeading || above === null || !above.isCounted) return 'like'
    return cell === null ? 'behind' : 'cell'
  }

  /** Words that others put in: they are there once what put them in is retained. */
  #struckSince(
    { after, struckSince }: Pick<Passage, 'after' | 'struckSince'>,
    order: number,
    at: number | null,
  ) {
    if (struckSince === null) return
    const { words, without } = struckSince
    this.#add(order, { kind: 'change', at, before: after ?? '', after: without, struck: words })
  }

  #comments({ before, after, comments }: Passage, order: number, near: number | null): void {
    const at = this.#at[order] ?? null
    const own = this.#textSent(order) || (before ?? after ?? '')
    for (const comment of comments) {
      const others = Array.from({ length: comment.span - 1 }, (_, step) => this.#textSent(order + step + 1))
      const words = [own, ...others].join('\n').slice(0, MAX_TEXT)
      this.#add(order, {
        kind: 'comment',
        source: 'tracked',
        at: at ?? near,
        before: words,
        after: words,
        author: comment.author,
        authoredAt: comment.at,
        comment,
      })
    }
  }

  /** Both ends of a move bear one name; an end alone is words taken out, or put in. */
  #trackedMoves(): void {
    const ends = new Map<string, { from: number[]; to: number[] }>()
    const nameless = { from: [] as number[], to: [] as number[] }
    this.#paragraphs.forEach(({ move }, order) => {
      if (move === null) return
      const end = move.name === '' ? nameless : (ends.get(move.name) ?? { from: [], to: [] })
      if (move.name !== '') ends.set(move.name, end)
      end[move.side].push(order)
    })
    for (const [rank, end] of this.#namelessMoves(nameless).entries()) ends.set(`\u0000${rank}`, end)
    for (const { from, to } of ends.values()) {
      const [first, target] = [from[0], to[0]]
      if (first === undefined || target === undefined) continue
      const there = this.#cameWith(to)
      for (const order of [...from, ...there]) {
        this.#elsewhere.add(order)
        this.#ends.add(order)
      }
      const move = this.#paragraphs[first]?.move
      const texts = from.map((order) => this.#textSent(order))
      this.#addMove(first, texts, target, {
        source: 'tracked',
        author: move?.author ?? '',
        authoredAt: move?.at ?? null,
      })
      this.#editedOnTheWay(from, there)
      for (const [rank, order] of there.entries()) {
        const passage = this.#paragraphs[order]
        const near = from[Math.min(rank, from.length - 1)] ?? first
        if (passage !== undefined) this.#struckSince(passage, first, this.#at[near] ?? null)
      }
    }
  }

  /** Without a range that names them, the ends of a move are known by their words; neighbours are one. */
  #namelessMoves({ from, to }: { from: readonly number[]; to: readonly number[] }) {
    const moves: { from: number[]; to: number[] }[] = []
    const left = new Set(to)
    for (const order of from) {
      const words = bareText(this.#textSent(order))
      const target = [...left].find((one) => bareText(this.#paragraphs[one]?.after ?? '') === words)
      if (target === undefined) continue
      left.delete(target)
      const last = moves.at(-1)
      if (last?.from.at(-1) === order - 1 && last.to.at(-1) === target - 1) {
        last.from.push(order)
        last.to.push(target)
      } else moves.push({ from: [order], to: [target] })
    }
    return moves
  }

  /** The paragraphs of the new place, with those that were put in between them. */
  #cameWith(to: readonly number[]): number[] {
    const [first = 0, last = first] = [to[0], to.at(-1)]
    const between = Array.from({ length: last - first + 1 }, (_, step) => first + step)
    const isNew = (order: number) => {
      const passage = this.#paragraphs[order]
      return passage?.before === null && passage.after !== null && passage.move === null
    }
    return between.filter((order) => to.includes(order) || isNew(order))
  }

  /** What was typed in paragraphs after they were moved, put in between them, or taken out there. */
  #editedOnTheWay(from: readonly number[], to: readonly number[]): void {
    const was = from.map((order) => ({ order, words: this.#textSent(order) }))
    const will = to.map((order) => ({ order, words: this.#paragraphs[order]?.after ?? '' }))
    if (was.length === will.length) {
      for (const [rank, one] of was.entries()) this.#editedPart([one], will.slice(rank, rank + 1), one.order)
      return
    }
    const isSame = (one: Worded | undefined, other: Worded | undefined) =>
      bareText(one?.words ?? '') === bareText(other?.words ?? '')
    const most = Math.min(was.length, will.length)
    let head = 0
    while (head < most && isSame(was[head], will[head])) head += 1
    let tail = 0
    while (tail < most - head && isSame(was.at(-1 - tail), will.at(-1 - tail))) tail += 1
    const gone = was.slice(head, was.length - tail)
    const near = gone[0] ?? was[head - 1]
    this.#editedPart(gone, will.slice(head, will.length - tail), near?.order ?? null)
  }

  /** @param near the paragraph that is meant, or after which new ones stand; null before all that went. */
  #editedPart(gone: readonly Worded[], come: readonly Worded[], near: number | null): void {
    const joined = (part: readonly Worded[]) => part.map(({ words }) => words).join(PARTED)
    const [before, after] = [joined(gone), joined(come)]
    if (isSameWording(before, after)) return
    const moved = near === null ? null : (this.#paragraphs[near]?.move ?? null)
    const changes = come.flatMap(({ order }) => this.#paragraphs[order]?.changes ?? [])
    const by = changes.find(({ author }) => author !== moved?.author) ?? changes[0] ?? moved
    const order = come[0]?.order ?? 0
    this.#add(near ?? order, {
      kind: 'change',
      source: 'tracked',
      at: near === null ? this.#neighbour(order, -1) : (this.#at[near] ?? null),
      before,
      after,
      author: by?.author ?? '',
      authoredAt: by?.at ?? null,
    })
  }

  /** Index sent of the last of several paragraphs. */
  #end(order: number): number | null {
    return this.#lines[order]?.findLast((at) => at !== null) ?? null
  }

  #textSent(order: number): string {
    return (this.#paragraphs[order]?.lines ?? [])
      .map((line, rank) => this.#sent[this.#lines[order]?.[rank] ?? -1]?.text ?? line)
      .join(PARTED)
  }

  #addMove(
    first: number,
    texts: readonly string[],
    target: number,
    who: Pick<Difference, 'source' | 'author' | 'authoredAt'>,
  ): void {
    const words = texts[0] ?? ''
    const at = this.#at[first] ?? null
    // A table that the application makes stands where the version that printed it had put it.
    if (at !== null && this.#sent[at]?.takesMore === false) {
      this.ignored.add('own')
      return
    }
    this.#add(first, {
      ...who,
      kind: 'move',
      at,
      before: words,
      after: words,
      moved: { texts, after: this.#neighbour(target, -1), next: this.#neighbour(target, 1) },
    })
  }

  /**
   * Beside words that the application makes of itself, unknown words are those of another day; all the more so where
   * whoever added some had it tracked. What bears no name of ours behind words of people is people's.
   */
  #isAmongWritten(order: number): boolean {
    const [before, after] = ([-1, 1] as const).map((step) => {
      const at = this.#neighbour(order, step)
      return at === null ? undefined : this.#sent[at]
    })
    const [takes, goesOn] = [before?.takesMore === true, after?.isWritten === true]
    if (!this.#isTracked) return takes || goesOn
    const isNamed = (this.#paragraphs[order]?.anchors.length ?? 0) > 0
    const isBehindHeading = this.#above?.level !== null
    return takes && (goesOn || (before?.isWritten === true && !isBehindHeading && !isNamed))
  }

  /** The nearest paragraph sent that stayed in its place. */
  #neighbour(order: number, step: 1 | -1): number | null {
    for (let at = order + step; at >= 0 && at < this.#paragraphs.length; at += step) {
      const index = step === -1 ? this.#end(at) : (this.#at[at] ?? null)
      if (index !== null && !this.#elsewhere.has(at)) return index
    }
    return null
  }

  /** What changed places with words of the application is counted: nobody asks for their place in words. */
  #ownMoved(): void {
    const all = this.#at.filter((at) => at !== null)
    const others = all.filter((at) => this.#sent[at]?.isOwn !== true)
    const keeps = longestRising(all)
    const told = longestRising(others)
    const moved = new Set(others.filter((_, rank) => !told.has(rank)))
    all.forEach((at, rank) => {
      if (!keeps.has(rank) && !moved.has(at)) this.ignored.add('own')
    })
  }

  /** Paragraphs that no longer stand in the order in which they were sent, neighbours as one move. */
  #movedUntracked(): void {
    this.#ownMoved()
    const rows = this.#at.flatMap((at, order) =>
      at === null || this.#elsewhere.has(order) || this.#sent[at]?.isOwn === true ? [] : [{ order, at }],
    )
    const stays = longestRising(rows.map(({ at }) => at))
    const runs: { order: number; at: number }[][] = []
    rows.forEach((row, rank) => {
      if (stays.has(rank)) return
      const last = runs.at(-1)?.at(-1)
      const follows = last !== undefined && row.at > last.at && this.#isNext(rows, rank, last.order)
      if (follows) runs.at(-1)?.push(row)
      else runs.push([row])
    })
    for (const run of runs) for (const { order } of run) this.#elsewhere.add(order)
    for (const run of runs) {
      const [first] = run
      if (first === undefined) continue
      const texts = run.map(({ at }) => this.#sent[at]?.text ?? '')
      this.#addMove(first.order, texts, first.order, { source: 'compared', author: '', authoredAt: null })
    }
  }

  #isNext(rows: readonly { order: number }[], rank: number, order: number): boolean {
    return rows[rank - 1]?.order === order
  }

  /** Paragraphs that are no longer in the file at all. */
  #missing(): void {
    const here = new Map<number, number>()
    this.#lines.forEach((own, order) => {
      for (const at of own) if (at !== null) here.set(at, order)
    })
    let order = -0.5
    this.#sent.forEach(({ text, isOwn, isWritten }, at) => {
      const there = here.get(at)
      if (there !== undefined) order = there + 0.5
      else if (isWritten && !isOwn) this.#add(order, { kind: 'change', at, before: text, after: '' })
      else this.ignored.add('own')
    })
  }
}
