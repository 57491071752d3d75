import { TEXT_LENGTH } from '../limits.ts'
import { PARTED } from '../text/rich-paragraphs.ts'
import { longestRising } from '../text/rising.ts'
import { bareText } from '../text/text-likeness.ts'
import { type Difference, type Differences, IgnoredCount, type SentParagraph } from './difference.ts'
import { MatchedPassages, spaced } from './matched-passages.ts'
import { changedMiddle, namelessMoves, type Worded } from './moved-paragraphs.ts'
import { isSameWording, type Passage } from './passages.ts'
import type { WordReview } from './word-review.ts'

/** A file with less of the text than this is an excerpt: what is not in it was not taken out. */
const WHOLE = 0.5

/** In the order of the file; what is missing in it stands where it was. */
export function reviewDifferences(sent: readonly SentParagraph[], review: WordReview): Differences {
  const gatherer = new Gatherer(sent, review)
  const differences = gatherer.all()
  return { differences, ignored: gatherer.ignored.list(), share: gatherer.share }
}

type Placed = { order: number; difference: Difference }

class Gatherer {
  readonly ignored: IgnoredCount
  readonly #sent: readonly SentParagraph[]
  readonly #read: MatchedPassages
  readonly #isTracked: boolean
  readonly #found: Placed[] = []
  /** Of those, both ends of moves that were tracked: each is told as a whole. */
  readonly #ends = new Set<number>()
  /** The last paragraph met of those that stayed. */
  #above: Passage | null = null

  constructor(sent: readonly SentParagraph[], { paragraphs, isTracked, unread }: WordReview) {
    this.ignored = new IgnoredCount(unread)
    this.#sent = sent
    this.#isTracked = isTracked
    this.#read = new MatchedPassages(sent, paragraphs)
  }

  get share(): number {
    return this.#read.share
  }

  all(): Difference[] {
    this.#trackedMoves()
    this.#movedUntracked()
    let before: number | null = null
    this.#read.passages.forEach((paragraph, order) => {
      const at = this.#read.at[order] ?? null
      this.#ofParagraph(paragraph, order, at ?? before)
      this.#comments(paragraph, order, at ?? before)
      if (at === null || this.#read.elsewhere.has(order)) return
      before = this.#read.end(order)
      this.#above = paragraph
    })
    if (this.#read.share >= WHOLE) this.#missing()
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
    const at = this.#read.at[order] ?? null
    const sent = at === null ? undefined : this.#sent[at]
    if (isContents && sent === undefined) {
      this.ignored.add('own')
      return
    }
    // Words that changed without being tracked.
    lines.forEach((line, rank) => {
      const own = this.#read.lines[order]?.[rank] ?? null
      const words = own === null ? undefined : this.#sent[own]
      if (words === undefined || spaced(line) === spaced(words.text)) return
      if (bareText(line) === bareText(words.text)) this.ignored.add('signs')
      else if (words.isWritten || (!words.isOwn && !this.#isTracked))
        this.#add(order, { kind: 'change', at: own, before: words.text, after: line })
      else this.ignored.add('own')
    })
    const isUnknown = before !== null && sent === undefined && changes.length === 0
    if (isUnknown && !this.#read.elsewhere.has(order)) {
      if (this.#isAmongWritten(order)) this.#put(paragraph, order, { at: near, after: before })
      else this.ignored.add('own')
    }
    if (this.#ends.has(order)) return
    const said = this.#read.textSent(order)
    const was = before !== null && bareText(before) === bareText(said) ? said : (before ?? '')
    const row = this.#read.goneRow(paragraph)
    if (row !== null) {
      const [change] = changes
      if (row[0] !== order || change === undefined) return
      const { author, at: authoredAt } = change
      const words = row.map((one) => this.#read.textSent(one)).join(PARTED)
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
    const row = this.#read.newRow(paragraph)
    if (row === null) {
      this.#add(order, { kind: 'change', before: '', put: this.#standing(paragraph), ...words })
      return
    }
    if (row[0] !== order) return
    const cells = new Map<number, string[]>()
    for (const one of row) {
      const { cell, before, after } = this.#read.passages[one] ?? paragraph
      const column = cell?.column ?? 0
      cells.set(column, [...(cells.get(column) ?? []), after ?? before ?? ''])
    }
    const after = [...cells.values()].map((lines) => lines.join('\n')).join(PARTED)
    const isBelow = this.#above?.cell?.table === paragraph.cell?.table
    this.#add(order, { kind: 'change', before: '', ...words, put: isBelow ? 'row' : 'cell', after })
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
    const at = this.#read.at[order] ?? null
    const own = this.#read.textSent(order) || (before ?? after ?? '')
    for (const comment of comments) {
      const others = Array.from({ length: comment.span - 1 }, (_, step) =>
        this.#read.textSent(order + step + 1),
      )
      const words = [own, ...others].join('\n').slice(0, TEXT_LENGTH)
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
    this.#read.passages.forEach(({ move }, order) => {
      if (move === null) return
      const end = move.name === '' ? nameless : (ends.get(move.name) ?? { from: [], to: [] })
      if (move.name !== '') ends.set(move.name, end)
      end[move.side].push(order)
    })
    for (const [rank, end] of namelessMoves(nameless, (order, side) => this.#wordsAt(order, side)).entries())
      ends.set(`\u0000${rank}`, end)
    for (const { from, to } of ends.values()) {
      const [first, target] = [from[0], to[0]]
      if (first === undefined || target === undefined) continue
      const there = this.#cameWith(to)
      for (const order of [...from, ...there]) {
        this.#read.elsewhere.add(order)
        this.#ends.add(order)
      }
      const move = this.#read.passages[first]?.move
      const texts = from.map((order) => this.#read.textSent(order))
      this.#addMove(first, texts, target, {
        source: 'tracked',
        author: move?.author ?? '',
        authoredAt: move?.at ?? null,
      })
      this.#editedOnTheWay(from, there)
      for (const [rank, order] of there.entries()) {
        const passage = this.#read.passages[order]
        const near = from[Math.min(rank, from.length - 1)] ?? first
        if (passage !== undefined) this.#struckSince(passage, first, this.#read.at[near] ?? null)
      }
    }
  }

  /** Of an end of a move: as its words were sent, or as they stand at their new place. */
  #wordsAt(order: number, side: 'from' | 'to'): string {
    return side === 'from' ? this.#read.textSent(order) : (this.#read.passages[order]?.after ?? '')
  }

  /** The paragraphs of the new place, with those that were put in between them. */
  #cameWith(to: readonly number[]): number[] {
    const [first = 0, last = first] = [to[0], to.at(-1)]
    const between = Array.from({ length: last - first + 1 }, (_, step) => first + step)
    const isNew = (order: number) => {
      const passage = this.#read.passages[order]
      return passage?.before === null && passage.after !== null && passage.move === null
    }
    return between.filter((order) => to.includes(order) || isNew(order))
  }

  /** What was typed in paragraphs after they were moved, put in between them, or taken out there. */
  #editedOnTheWay(from: readonly number[], to: readonly number[]): void {
    const was = from.map((order) => ({ order, words: this.#wordsAt(order, 'from') }))
    const will = to.map((order) => ({ order, words: this.#wordsAt(order, 'to') }))
    if (was.length === will.length) {
      for (const [rank, one] of was.entries()) this.#editedPart([one], will.slice(rank, rank + 1), one.order)
      return
    }
    const { gone, come, head } = changedMiddle(was, will)
    const near = gone[0] ?? was[head - 1]
    this.#editedPart(gone, come, near?.order ?? null)
  }

  /** @param near the paragraph that is meant, or after which new ones stand; null before all that went. */
  #editedPart(gone: readonly Worded[], come: readonly Worded[], near: number | null): void {
    const joined = (part: readonly Worded[]) => part.map(({ words }) => words).join(PARTED)
    const [before, after] = [joined(gone), joined(come)]
    if (isSameWording(before, after)) return
    const moved = near === null ? null : (this.#read.passages[near]?.move ?? null)
    const changes = come.flatMap(({ order }) => this.#read.passages[order]?.changes ?? [])
    const by = changes.find(({ author }) => author !== moved?.author) ?? changes[0] ?? moved
    const order = come[0]?.order ?? 0
    this.#add(near ?? order, {
      kind: 'change',
      source: 'tracked',
      at: near === null ? this.#read.neighbour(order, -1) : (this.#read.at[near] ?? null),
      before,
      after,
      author: by?.author ?? '',
      authoredAt: by?.at ?? null,
    })
  }

  #addMove(
    first: number,
    texts: readonly string[],
    target: number,
    who: Pick<Difference, 'source' | 'author' | 'authoredAt'>,
  ): void {
    const words = texts[0] ?? ''
    const at = this.#read.at[first] ?? null
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
      moved: { texts, after: this.#read.neighbour(target, -1), next: this.#read.neighbour(target, 1) },
    })
  }

  /**
   * Beside words that the application makes of itself, unknown words are those of another day; all the more so where
   * whoever added some had it tracked. What bears no name of ours behind words of people is people's.
   */
  #isAmongWritten(order: number): boolean {
    const [before, after] = ([-1, 1] as const).map((step) => {
      const at = this.#read.neighbour(order, step)
      return at === null ? undefined : this.#sent[at]
    })
    const [takes, goesOn] = [before?.takesMore === true, after?.isWritten === true]
    if (!this.#isTracked) return takes || goesOn
    const isNamed = (this.#read.passages[order]?.anchors.length ?? 0) > 0
    const isBehindHeading = this.#above?.level !== null
    return takes && (goesOn || (before?.isWritten === true && !isBehindHeading && !isNamed))
  }

  /** What changed places with words of the application is counted: nobody asks for their place in words. */
  #ownMoved(): void {
    const all = this.#read.at.filter((at) => at !== null)
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
    const rows = this.#read.at.flatMap((at, order) =>
      at === null || this.#read.elsewhere.has(order) || this.#sent[at]?.isOwn === true ? [] : [{ order, at }],
    )
    const stays = longestRising(rows.map(({ at }) => at))
    const runs: { order: number; at: number }[][] = []
    rows.forEach((row, rank) => {
      if (stays.has(rank)) return
      const last = runs.at(-1)?.at(-1)
      const follows = last !== undefined && row.at > last.at && rows[rank - 1]?.order === last.order
      if (follows) runs.at(-1)?.push(row)
      else runs.push([row])
    })
    for (const run of runs) for (const { order } of run) this.#read.elsewhere.add(order)
    for (const run of runs) {
      const [first] = run
      if (first === undefined) continue
      const texts = run.map(({ at }) => this.#sent[at]?.text ?? '')
      this.#addMove(first.order, texts, first.order, { source: 'compared', author: '', authoredAt: null })
    }
  }

  /** Paragraphs that are no longer in the file at all. */
  #missing(): void {
    const here = new Map<number, number>()
    this.#read.lines.forEach((own, order) => {
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
