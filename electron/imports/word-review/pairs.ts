import type { ReviewChange, ReviewParagraph } from '../../domain/minutes/word-review.ts'
import type { Atom, Piece } from './atoms.ts'
import type { Revision } from './revisions.ts'

/** Longest text kept of one paragraph. */
const MAX_TEXT = 20_000

/** Consecutive atoms that make one paragraph on one side. */
type Side = { from: number; to: number; text: string }

/** A paragraph with its ids of comments still to be looked up. */
export type Pair = Omit<ReviewParagraph, 'comments'> & {
  comments: readonly string[]
  continued: readonly string[]
}

/** Paragraphs of a stretch of atoms, in reading order. */
export function pairsOf(atoms: readonly Atom[]): Pair[] {
  const pairs: Pair[] = []
  let start = 0
  atoms.forEach(({ markInserted, markDeleted }, index) => {
    const goesOn = markInserted !== null || markDeleted !== null
    if (goesOn && index < atoms.length - 1) return
    pairs.push(...groupPairs(atoms.slice(start, index + 1)))
    start = index + 1
  })
  return pairs.filter(
    ({ before, after, comments }) => before !== null || after !== null || comments.length > 0,
  )
}

function groupPairs(atoms: readonly Atom[]): Pair[] {
  const before = sides(atoms, 'insert')
  const after = sides(atoms, 'delete')
  const partner = new Map<Side, Side>()
  const taken = new Set<Side>()
  for (const { one, other } of candidates(atoms, before, after)) {
    if (partner.has(one) || taken.has(other)) continue
    partner.set(one, other)
    taken.add(other)
  }
  const pairs: Pair[] = []
  let next = 0
  const putIn = (limit: number) => {
    for (; next < limit; next += 1) {
      const side = after[next]
      if (side !== undefined && !taken.has(side)) pairs.push(pairOf(atoms, null, side))
    }
  }
  for (const one of before) {
    const other = partner.get(one)
    // Words put in before the place where this one is, or was.
    putIn(other === undefined ? after.findIndex(({ to }) => to >= one.from) : after.indexOf(other))
    pairs.push(pairOf(atoms, one, other ?? null))
    if (other !== undefined) next = after.indexOf(other) + 1
  }
  putIn(after.length)
  return pairs
}

/** Sides that overlap, those with most words in common first. In both, atoms go in one order: no two pairs can cross. */
function candidates(atoms: readonly Atom[], before: readonly Side[], after: readonly Side[]) {
  const found: { one: Side; other: Side; kept: number }[] = []
  let first = 0
  for (const one of before) {
    while (first < after.length && (after[first]?.to ?? 0) < one.from) first += 1
    for (let at = first; at < after.length; at += 1) {
      const other = after[at]
      if (other === undefined || other.from > one.to) break
      const common = atoms.slice(Math.max(one.from, other.from), Math.min(one.to, other.to) + 1)
      const kept = common
        .flatMap(({ pieces }) => pieces)
        .reduce((sum, { text, revisions }) => sum + (revisions.length === 0 ? text.trim().length : 0), 0)
      if (kept > 0 || atoms.length === 1) found.push({ one, other, kept })
    }
  }
  return found.sort((a, b) => b.kept - a.kept)
}

/** Paragraphs with one kind of change undone: its words are not there, its marks do not part. Those without words are none. */
function sides(atoms: readonly Atom[], without: Revision['kind']): Side[] {
  const found: Side[] = []
  let from = 0
  atoms.forEach((atom, index) => {
    const mark = without === 'insert' ? atom.markInserted : atom.markDeleted
    if (mark !== null && index < atoms.length - 1) return
    const text = textOf(atoms.slice(from, index + 1), ({ revisions }) =>
      revisions.every(({ kind }) => kind !== without),
    )
    if (text !== '') found.push({ from, to: index, text })
    from = index + 1
  })
  return found
}

function textOf(atoms: readonly Atom[], isSaid: (piece: Piece) => boolean): string {
  return atoms
    .flatMap(({ pieces }) => pieces.filter(isSaid))
    .map(({ text }) => text)
    .join('')
    .trim()
    .slice(0, MAX_TEXT)
}

function pairOf(atoms: readonly Atom[], one: Side | null, other: Side | null): Pair {
  const own = atoms.slice(
    Math.min(one?.from ?? Infinity, other?.from ?? Infinity),
    Math.max(one?.to ?? 0, other?.to ?? 0) + 1,
  )
  // Where both sides have it, it is known by what they have in common: the rest belongs to neighbours.
  const common =
    one === null || other === null
      ? own
      : atoms.slice(Math.max(one.from, other.from), Math.min(one.to, other.to) + 1)
  const before = one?.text ?? null
  const after = other?.text ?? null
  const [first] = common
  return {
    anchors: common.flatMap(({ anchors }) => anchors),
    level: first?.level ?? null,
    cell: first?.cell ?? null,
    before,
    after,
    changes: before === after ? [] : changesOf(common, before, after),
    move: moveOf(common, before === null ? 'to' : after === null ? 'from' : null),
    comments: common.flatMap(({ comments }) => comments),
    continued: common.flatMap(({ continued }) => continued),
  }
}

/** One change for each author: several may want different things of one paragraph. */
function changesOf(atoms: readonly Atom[], before: string | null, after: string | null): ReviewChange[] {
  const said = atoms.flatMap(({ pieces }) => pieces.flatMap(({ revisions }) => revisions))
  const marks = atoms.flatMap(({ markInserted, markDeleted }) => [markInserted, markDeleted])
  const revisions = [...said, ...marks.filter((mark) => mark !== null)]
  const authors = [...new Set(revisions.map(({ author }) => author))]
  const ofMark = after === null ? marks.find((mark) => mark?.kind === 'delete')?.author : undefined
  return authors.flatMap((author): ReviewChange[] => {
    const own = revisions.filter((revision) => revision.author === author)
    const at =
      own
        .map((revision) => revision.at ?? '')
        .sort()
        .at(-1) || null
    const change = (text: string) => [{ author, at, after: text }]
    if (authors.length === 1 || author === ofMark) return change(after ?? '')
    const alone = textOf(atoms, (piece) => isSaidBy(piece, author))
    if (alone !== (before ?? '')) return change(alone)
    // Changes of somebody else's change only: they are understood in the whole.
    return said.some((revision) => revision.author === author) ? change(after ?? '') : []
  })
}

/** Whether a piece is there once the changes of one author are accepted and those of the others refused. */
function isSaidBy({ revisions }: Piece, author: string): boolean {
  return revisions.every((revision) => (revision.kind === 'insert') === (revision.author === author))
}

/** A paragraph of which every word was moved; what was typed in it since does not matter. */
function moveOf(atoms: readonly Atom[], side: 'from' | 'to' | null): ReviewParagraph['move'] {
  if (side === null) return null
  const pieces = atoms.flatMap((atom) => atom.pieces).filter(({ text }) => text.trim() !== '')
  const moves = pieces.flatMap(({ revisions }) => revisions.filter(({ move }) => move !== null))
  const [first] = moves
  if (first === undefined || pieces.some(({ revisions }) => revisions.length === 0)) return null
  return { side, name: first.move ?? '', author: first.author, at: first.at }
}
