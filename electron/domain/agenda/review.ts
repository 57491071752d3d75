import { type Difference, IgnoredCount, unnumbered } from '../minutes/difference.ts'
import { behind, type Passage, passagesOf } from '../minutes/passages.ts'
import type { Ignored, WordReview } from '../minutes/word-review.ts'
import { matchParagraphs } from '../text/paragraph-match.ts'
import { longestRising } from '../text/rising.ts'
import { bareText } from '../text/text-likeness.ts'
import { type AgendaCell, ReadRow, said, tableIn } from './read-rows.ts'

/** A row of the table as it was sent. */
export type SentRow = {
  readonly anchor: string
  /** With which its title begins, and which programs may count by themselves. */
  readonly number: string
  readonly cells: Readonly<Record<AgendaCell, string>>
}

export type AgendaDifference = Omit<Difference, 'moved' | 'put'> & {
  /** Which cell; null for a whole row. */
  readonly cell: AgendaCell | null
  /** Of a row put in or taken out: what its other cells say, in order. */
  readonly others: readonly string[]
  /** It is about words beside the table. */
  readonly isBeside: boolean
  /** Which paragraph of those, from 0; null where none is known. */
  readonly paragraph: number | null
  /** Of a move: the row after which it now stands; null: before all. */
  readonly standsAfter: number | null
}

export type AgendaDifferences = {
  readonly differences: readonly AgendaDifference[]
  readonly ignored: readonly Ignored[]
  /** Part of the rows sent that the file still has, from 0 to 1. */
  readonly share: number
}

/**
 * @param known.columnsOf what each column shows, by the words of the head; null when the table is another one.
 * @param known.beside what is printed beside the table.
 * @param known.between what a row says that stands between two items and is none.
 */
export function agendaDifferences(
  sent: readonly SentRow[],
  review: WordReview,
  known: {
    columnsOf: (head: readonly string[]) => readonly AgendaCell[] | null
    beside: readonly string[]
    between: string
  },
): AgendaDifferences {
  const passages = passagesOf(review.paragraphs)
  const ignored = new IgnoredCount(review.unread)
  const table = tableIn(passages, known.columnsOf)
  if (table === null) return { differences: [], ignored: ignored.list(), share: 0 }
  const { columns } = table
  const rows = table.rows.map((row) => new ReadRow(row, columns))
  const there = rows.flatMap((row, index) => (row.isNew ? [] : [index]))
  const matched = matchParagraphs(
    sent.map(({ cells, number, anchor }) => ({
      text: rows.some(({ isCounted }) => isCounted) ? unnumbered({ text: cells.title, number }) : cells.title,
      anchors: [anchor],
    })),
    there.map((index) => ({
      text: rows[index]?.words('title', 'before') ?? '',
      anchors: rows[index]?.anchors ?? [],
    })),
  )
  const at = rows.map((): number | null => null)
  there.forEach((index, rank) => {
    at[index] = matched[rank] ?? null
  })
  const found = new AgendaGatherer(sent, rows, at, columns, ignored, known.between).all(review.isTracked)
  const inRows = new Set(rows.flatMap((row) => row.all))
  const others = passages.filter((passage) => !inRows.has(passage))
  const here = new Set(at.filter((index) => index !== null))
  return {
    differences: [...besideDifferences(others, known.beside, ignored), ...found],
    ignored: ignored.list(),
    share: sent.length === 0 ? 0 : here.size / sent.length,
  }
}

/** What is tracked or said there is told; words that only differ may be those of another day. */
function besideDifferences(
  passages: readonly Passage[],
  beside: readonly string[],
  ignored: IgnoredCount,
): AgendaDifference[] {
  const there = passages.flatMap(({ lines }) => lines)
  const matched = matchParagraphs(
    beside.map((text) => ({ text, anchors: [] })),
    there.map((text) => ({ text, anchors: [] })),
  )
  there.forEach((words, rank) => {
    const at = matched[rank]
    if (at === null || at === undefined || bareText(beside[at] ?? '') !== bareText(words)) ignored.add('own')
  })
  const order = matched.filter((at) => at !== null)
  for (let left = order.length - longestRising(order).size; left > 0; left -= 1) ignored.add('own')
  const found = new Set(matched)
  beside.forEach((_, at) => {
    if (!found.has(at)) ignored.add('own')
  })
  return passages.flatMap(({ before, after, changes, comments, struck, struckSince }, rank) => {
    const was = before ?? ''
    const wanted = changes.map(({ author, at, after: words }) => ({
      ...plain,
      source: 'tracked' as const,
      before: was,
      after: words,
      author,
      authoredAt: at,
    }))
    const said = comments.map((comment) => ({
      ...plain,
      kind: 'comment' as const,
      source: 'tracked' as const,
      before: before ?? after ?? '',
      after: before ?? after ?? '',
      author: comment.author,
      authoredAt: comment.at,
      comment,
    }))
    const asked = [
      { of: was, struck },
      { of: after ?? '', struck: struckSince },
    ].flatMap(({ of, struck: one }) =>
      one === null ? [] : [{ ...plain, before: of, after: one.without, struck: one.words }],
    )
    return [...wanted, ...asked, ...said].map((one) => ({ ...one, paragraph: rank }))
  })
}

const plain: AgendaDifference = {
  kind: 'change',
  source: 'compared',
  at: null,
  before: '',
  after: '',
  author: '',
  authoredAt: null,
  comment: null,
  struck: null,
  cell: null,
  others: [],
  standsAfter: null,
  isBeside: true,
  paragraph: null,
}

type Placed = { order: number; difference: AgendaDifference }

class AgendaGatherer {
  readonly #sent: readonly SentRow[]
  readonly #rows: readonly ReadRow[]
  readonly #at: readonly (number | null)[]
  readonly #columns: readonly AgendaCell[]
  readonly #found: Placed[] = []
  readonly #ignored: IgnoredCount
  readonly #between: string
  /** The row sent of each that was pasted elsewhere. */
  readonly #cameFrom = new Map<number, number>()

  constructor(
    sent: readonly SentRow[],
    rows: readonly ReadRow[],
    at: readonly (number | null)[],
    columns: readonly AgendaCell[],
    ignored: IgnoredCount,
    between: string,
  ) {
    this.#ignored = ignored
    this.#between = bareText(between)
    this.#sent = sent
    this.#rows = rows
    this.#at = at
    this.#columns = columns
  }

  all(isTracked: boolean): AgendaDifference[] {
    const moved = this.#moves()
    let near: number | null = null
    this.#rows.forEach((row, order) => {
      const at = this.#at[order] ?? null
      this.#comments(row, order, at ?? this.#cameFrom.get(order) ?? near)
      if (!moved.has(order)) {
        if (at === null) this.#unknown(row, order, near)
        else if (row.isGone && row.all.length > 0) this.#whole(row, order, at, 'before')
        else this.#cells(row, order, at)
      } else if (at !== null && !row.isGone) this.#cells(row, order, at)
      if (at !== null && !row.isGone && !moved.has(order)) near = at
    })
    if (!isTracked || this.#at.some((at) => at !== null)) this.#missing()
    return this.#found.sort((a, b) => a.order - b.order).map(({ difference }) => difference)
  }

  #add(
    order: number,
    difference: Partial<AgendaDifference> & Pick<AgendaDifference, 'kind' | 'at' | 'before' | 'after'>,
  ): void {
    this.#found.push({
      order,
      difference: {
        ...plain,
        isBeside: false,
        ...difference,
      },
    })
  }

  /** A row that was not sent. */
  #unknown(row: ReadRow, order: number, near: number | null): void {
    // Of no item: it follows from the hours of those around it.
    if (bareText(row.words('title', 'before')) === this.#between) return
    if (row.words('title', 'after') !== '') this.#whole(row, order, near, 'after')
    else this.#ignored.add('own')
  }

  #whole(row: ReadRow, order: number, at: number | null, side: 'before' | 'after'): void {
    const title = row.words('title', side)
    const sent = at === null ? undefined : this.#sent[at]
    const isTracked = row.all.some(({ changes }) => changes.length > 0)
    const struck = row.all.flatMap((one) => [one.struck ?? [], one.struckSince ?? []].flat())
    this.#add(order, {
      kind: 'change',
      source: isTracked ? 'tracked' : 'compared',
      at,
      before: side === 'before' ? (sent?.cells.title ?? title) : '',
      after: side === 'after' ? title : '',
      others: row.others(side),
      // Of a row that goes, nothing is left to ask.
      struck: side === 'before' || struck.length === 0 ? null : struck.map(({ words }) => words).join('\n'),
      ...row.author,
    })
  }

  #cells(row: ReadRow, order: number, at: number): void {
    for (const which of this.#columns) {
      const was = this.#sent[at]?.cells[which] ?? ''
      const cell = row.cell(which)
      const number = which === 'title' && row.isCounted ? (this.#sent[at]?.number ?? '') : ''
      const before = behind(number, row.words(which, 'before'))
      // Hours follow from durations and order: only what somebody wrote there by hand is asked for.
      if (bareText(before) !== bareText(was)) {
        if (which === 'time') this.#ignored.add('own')
        else this.#add(order, { kind: 'change', at, cell: which, before: was, after: before })
      }
      const authors = [...new Set(cell.flatMap(({ changes }) => changes.map(({ author }) => author)))]
      for (const author of authors) {
        const wanted = behind(
          number,
          said(
            cell.map(
              (paragraph) =>
                paragraph.changes.find((change) => change.author === author)?.after ?? paragraph.before,
            ),
          ),
        )
        if (bareText(wanted) === bareText(before)) {
          this.#ignored.add('signs')
          continue
        }
        this.#add(order, {
          kind: 'change',
          source: 'tracked',
          at,
          cell: which,
          before: bareText(before) === bareText(was) ? was : before,
          after: wanted,
          author,
          authoredAt:
            cell.flatMap(({ changes }) => changes).find((change) => change.author === author)?.at ?? null,
        })
      }
      this.#struck(cell, order, { at, which, number, was })
    }
  }

  /** Words struck by hand: those that were there, and those that somebody put in. */
  #struck(
    cell: readonly Passage[],
    order: number,
    { at, which, number, was }: { at: number; which: AgendaCell; number: string; was: string },
  ): void {
    for (const [struckIn, side] of [
      ['struck', 'before'],
      ['struckSince', 'after'],
    ] as const) {
      const struck = cell.flatMap((paragraph) => paragraph[struckIn] ?? [])
      if (struck.length === 0) continue
      const words = (one: (paragraph: Passage) => string | null) => behind(number, said(cell.map(one)))
      const before = words((paragraph) => paragraph[side])
      this.#add(order, {
        kind: 'change',
        at,
        cell: which,
        before: bareText(before) === bareText(was) ? was : before,
        after: words((paragraph) => paragraph[struckIn]?.without ?? paragraph[side]),
        struck: struck.map(({ words: gone }) => gone).join('\n'),
      })
    }
  }

  #comments(row: ReadRow, order: number, at: number | null): void {
    for (const { comments, before, after } of row.all)
      for (const comment of comments) {
        const words = before ?? after ?? ''
        this.#add(order, {
          kind: 'comment',
          source: 'tracked',
          at,
          before: words,
          after: words,
          author: comment.author,
          authoredAt: comment.at,
          comment,
        })
      }
  }

  /** Word tracks a row that was moved as one taken out and the same one put in; without tracking it stands elsewhere. */
  #moves(): ReadonlySet<number> {
    const moved = new Set<number>()
    this.#rows.forEach((row, order) => {
      const at = this.#at[order] ?? null
      if (at === null || !row.isGone) return
      const title = bareText(row.words('title', 'before'))
      const target = this.#rows.findIndex(
        (other, index) =>
          this.#at[index] === null && !moved.has(index) && bareText(other.words('title', 'after')) === title,
      )
      if (target === -1) return
      moved.add(order).add(target)
      this.#cameFrom.set(target, at)
      this.#addMove(at, target, { source: 'tracked', ...row.author })
      this.#editedOnTheWay(target, at)
    })
    const stay = this.#rows.flatMap((row, order) => {
      const at = this.#at[order] ?? null
      return at === null || row.isGone || moved.has(order) ? [] : [{ order, at }]
    })
    const rising = longestRising(stay.map(({ at }) => at))
    const gone = stay.filter((_, rank) => !rising.has(rank))
    for (const { order } of gone) moved.add(order)
    for (const { order, at } of gone) {
      const before = stay.filter((one, rank) => rising.has(rank) && one.order < order).at(-1)
      this.#addMove(at, order, { source: 'compared', author: '', authoredAt: null }, before?.at ?? null)
    }
    return moved
  }

  /** Cells that say something else where the row was pasted. */
  #editedOnTheWay(order: number, at: number): void {
    const row = this.#rows[order]
    const sent = this.#sent[at]
    if (row === undefined || sent === undefined) return
    const mover = row.author
    for (const which of this.#columns) {
      const number = which === 'title' && row.isCounted ? sent.number : ''
      const [was, wanted] = [sent.cells[which], behind(number, row.words(which, 'after'))]
      const changes = row.cell(which).flatMap((paragraph) => paragraph.changes)
      const change = changes.find(({ author }) => author !== mover.author) ?? changes[0]
      const isOther = bareText(was) !== bareText(wanted)
      // Hours follow from durations and order.
      if (isOther && which === 'time') this.#ignored.add('own')
      else if (isOther)
        this.#add(order, {
          kind: 'change',
          source: 'tracked',
          at,
          cell: which,
          before: was,
          after: wanted,
          author: change?.author ?? mover.author,
          authoredAt: change?.at ?? mover.authoredAt,
        })
      this.#struck(row.cell(which), order, { at, which, number, was })
    }
  }

  #addMove(
    at: number,
    order: number,
    who: Pick<AgendaDifference, 'source' | 'author' | 'authoredAt'>,
    after: number | null = this.#near(order),
  ): void {
    const title = this.#sent[at]?.cells.title ?? ''
    this.#add(order, { ...who, kind: 'move', at, before: title, after: title, standsAfter: after })
  }

  #near(order: number): number | null {
    for (let index = order - 1; index >= 0; index -= 1) {
      const at = this.#at[index] ?? null
      if (at !== null && this.#rows[index]?.isGone === false) return at
    }
    return null
  }

  #missing(): void {
    const here = new Map<number, number>()
    this.#at.forEach((at, order) => {
      if (at !== null) here.set(at, order)
    })
    if (here.size === 0) return
    let order = -0.5
    this.#sent.forEach(({ cells }, at) => {
      const there = here.get(at)
      if (there !== undefined) order = there + 0.5
      else
        this.#add(order, {
          kind: 'change',
          at,
          before: cells.title,
          after: '',
          others: [cells.duration, cells.nature, cells.presenter].filter((words) => words !== ''),
        })
    })
  }
}
