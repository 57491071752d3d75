import { TEXT_LENGTH } from '../../domain/limits.ts'
import type { ReviewChange, ReviewParagraph } from '../../domain/minutes/word-review.ts'
import { closedGap } from '../../domain/text/closed-gap.ts'
import { PARTED } from '../../domain/text/rich-paragraphs.ts'
import type { Atom, Piece } from './atoms.ts'
import type { Revision } from './revisions.ts'

/** Consecutive atoms that make one paragraph on one side. */
type Side = { from: number; to: number; text: string }

/** What each side has for the same words: one for one, or several where a paragraph was parted or two were joined. */
type Stretch = { before: readonly Side[]; after: readonly Side[] }

/** A paragraph with its ids of comments still to be looked up. */
export type Pair = Omit<ReviewParagraph, 'comments'> & {
  comments: readonly string[]
  /** Ids of the comments that are about words of it. */
  covered: readonly string[]
}

/** Paragraphs of a stretch of atoms, in reading order; `blank`: tracked changes of which no word tells. */
export function pairsOf(atoms: readonly Atom[]): { pairs: Pair[]; blank: number } {
  const pairs: Pair[] = []
  let [start, blank] = [0, 0]
  atoms.forEach(({ markInserted, markDeleted }, index) => {
    const goesOn = markInserted !== null || markDeleted !== null
    if (goesOn && index < atoms.length - 1) return
    const group = new Group(atoms.slice(start, index + 1))
    pairs.push(...group.pairs())
    blank += group.blank()
    start = index + 1
  })
  return { pairs, blank }
}

/** Which revisions leave their words there: all of them refused, or all accepted. */
const isThereBefore = ({ kind }: Revision) => kind === 'delete'
const isThereAfter = ({ kind }: Revision) => kind === 'insert'

/** Words that one put in and another took out again are nobody's wish: with all of it accepted, they are not there. */
const isTakenBack = ({ revisions }: Piece) =>
  revisions.some(
    (one) =>
      one.kind === 'delete' &&
      revisions.some(({ kind, author }) => kind === 'insert' && author !== one.author),
  )

/** Atoms that tracked marks hold together. */
class Group {
  readonly #atoms: readonly Atom[]
  readonly #stretches: readonly Stretch[]

  constructor(atoms: readonly Atom[]) {
    this.#atoms = atoms
    this.#stretches = stretchesOf(atoms, sides(atoms, isThereBefore), sides(atoms, isThereAfter))
  }

  pairs(): Pair[] {
    const own = this.#stretches.map((): Atom[] => [])
    this.#owners().forEach((owner, at) => {
      const atom = this.#atoms[at]
      if (atom !== undefined) own[owner]?.push(atom)
    })
    const pairs = this.#stretches.flatMap((stretch, index) => this.#pairsOf(stretch, own[index] ?? []))
    if (this.#stretches.length > 0) return pairs
    const [first] = this.#atoms
    const bare: Pair = {
      ...gathered(this.#atoms),
      level: first?.level ?? null,
      cell: first?.cell ?? null,
      isContents: false,
      isCounted: false,
      before: null,
      after: null,
      continues: false,
      changes: [],
      struck: null,
      struckSince: null,
      move: null,
    }
    return bare.comments.length > 0 ? [bare] : []
  }

  /** Marks of empty paragraphs, spaces, and words that were taken back. */
  blank(): number {
    const isSame = this.#stretches.every(
      ({ before, after }) => before.length === after.length && joined(before) === joined(after),
    )
    const marks = this.#atoms.filter(({ markInserted, markDeleted, pieces }) => {
      const isTracked = markInserted !== null || markDeleted !== null
      return isTracked && (isSame || pieces.every(({ text }) => text.trim() === ''))
    })
    const spaces = this.#stretches.filter((stretch) =>
      joined(stretch.before) === joined(stretch.after)
        ? this.#relevant(stretch).some(({ revisions }) => revisions.length > 0)
        : this.#relevant(stretch).some(isTakenBack),
    )
    return marks.length + spaces.length
  }

  /** Each atom belongs to one stretch: that which has its words, else the last. */
  #owners(): number[] {
    const was = this.#atoms.map(() => -1)
    const will = this.#atoms.map(() => -1)
    this.#stretches.forEach(({ before, after }, index) => {
      for (const { from, to } of before) was.fill(index, from, to + 1)
      for (const { from, to } of after) will.fill(index, from, to + 1)
    })
    let last = 0
    return this.#atoms.map(({ pieces }, at) => {
      const isNew = pieces.some(({ text, revisions }) => text.trim() !== '' && revisions.some(isThereAfter))
      const [one = -1, other = -1] = isNew ? [will[at], was[at]] : [was[at], will[at]]
      last = one !== -1 ? one : other !== -1 ? other : last
      return last
    })
  }

  #pairsOf(stretch: Stretch, own: readonly Atom[]): Pair[] {
    const { before, after } = stretch
    const count = Math.max(before.length, after.length)
    const [first] = own
    return Array.from({ length: count }, (_, rank): Pair => {
      const whole = rank === 0 ? gathered(own) : gathered([])
      const was = before[rank]?.text ?? null
      return {
        ...whole,
        level: first?.level ?? null,
        cell: first?.cell ?? null,
        isContents: first?.isContents ?? false,
        // Its mark says what a paragraph is.
        isCounted: this.#atoms[(before[rank] ?? after[rank])?.to ?? -1]?.isCounted ?? false,
        before: was,
        after: after[rank]?.text ?? null,
        continues: rank > 0,
        changes: rank > 0 ? [] : this.#changes(stretch, own),
        struck: this.#struck(before[rank], isThereBefore, ({ length }) => length === 0),
        struckSince: this.#struck(after[rank], isThereAfter, ({ length }) => length > 0),
        move: before.length > 0 && after.length > 0 ? null : moveOf(own, before.length === 0 ? 'to' : 'from'),
      }
    })
  }

  /** Pieces of a stretch: what is put in or taken out beside it belongs to its neighbours. */
  #relevant({ before, after }: Stretch): Piece[] {
    const [from, to] = reach([...before, ...after])
    const [wasFrom, wasTo] = reach(before)
    const [isFrom, isTo] = reach(after)
    return this.#atoms.slice(from, to + 1).flatMap(({ pieces }, step) => {
      const at = from + step
      const [was, is] = [wasFrom <= at && at <= wasTo, isFrom <= at && at <= isTo]
      return pieces.filter(({ revisions }) => {
        const goes = revisions.some(isThereBefore)
        const comes = revisions.some(isThereAfter)
        return goes === comes ? was || is : goes ? was : is
      })
    })
  }

  /** One change for each author: several may want different things of one paragraph. */
  #changes(stretch: Stretch, atoms: readonly Atom[]): ReviewChange[] {
    const { before, after } = stretch
    const [was, will] = [joined(before), joined(after)]
    if (was === will && before.length === after.length) return []
    const pieces = this.#relevant(stretch).filter((piece) => !isTakenBack(piece))
    const said = pieces.flatMap(({ revisions }) => revisions)
    const isParted = before.length > 1 || after.length > 1
    // The mark of the last one parts it from what comes after: nobody's business here, unless it is alone.
    const parting = before.length > 0 && after.length > 0 ? atoms.slice(0, -1) : atoms
    const marks = parting.flatMap(({ markInserted, markDeleted }) => [markInserted, markDeleted])
    const ofMarks = marks.filter((mark) => mark !== null)
    const revisions =
      isParted || said.length === 0 || before.length === 0 || after.length === 0
        ? [...said, ...ofMarks]
        : said
    const wished = atoms.map((atom) => ({ ...atom, pieces: atom.pieces.filter((one) => !isTakenBack(one)) }))
    const authors = [...new Set(revisions.map(({ author }) => author))]
    const ofMark = after.length === 0 ? ofMarks.find(({ kind }) => kind === 'delete')?.author : undefined
    return authors.flatMap((author): ReviewChange[] => {
      const own = revisions.filter((revision) => revision.author === author)
      const at =
        own
          .map((revision) => revision.at ?? '')
          .sort()
          .at(-1) || null
      const change = (text: string) => [{ author, at, after: text }]
      if (authors.length === 1 || author === ofMark) return change(will)
      const isOwn = (revision: Revision) => (revision.kind === 'insert') === (revision.author === author)
      const alone = isParted ? joined(sides(wished, isOwn)) : textOf(pieces, isOwn)
      if (alone !== was) return change(alone)
      // Changes of somebody else's change only: they are understood in the whole.
      return said.some((revision) => revision.author === author) ? change(will) : []
    })
  }

  /** @param isAsked of which words of that side, by what was tracked of them. */
  #struck(
    side: Side | undefined,
    isThere: (revision: Revision) => boolean,
    isAsked: (revisions: readonly Revision[]) => boolean,
  ): ReviewParagraph['struck'] {
    if (side === undefined) return null
    const pieces = this.#atoms
      .slice(side.from, side.to + 1)
      .flatMap((atom) => atom.pieces)
      .filter(({ revisions }) => revisions.every(isThere))
    const isByHand = ({ isStruck, revisions }: Piece) => isStruck && isAsked(revisions)
    const words = pieces.filter(isByHand)
    if (words.every(({ text }) => text.trim() === '')) return null
    let [without, isAfterGap] = ['', false]
    for (const piece of pieces) {
      if (isByHand(piece)) isAfterGap = true
      else {
        without = isAfterGap ? closedGap(without, piece.text) : without + piece.text
        isAfterGap = false
      }
    }
    return {
      words: words.map(({ text }) => text).join(''),
      without: without.trim().slice(0, TEXT_LENGTH),
    }
  }
}

/** Paragraphs once some revisions are followed: words and marks of which one is not are not there. Empty ones are none. */
function sides(atoms: readonly Atom[], isThere: (revision: Revision) => boolean): Side[] {
  const found: Side[] = []
  let from = 0
  atoms.forEach(({ markInserted, markDeleted }, index) => {
    const ends = [markInserted, markDeleted].every((mark) => mark === null || isThere(mark))
    if (!ends && index < atoms.length - 1) return
    const text = textOf(
      atoms.slice(from, index + 1).flatMap(({ pieces }) => pieces),
      isThere,
    )
    if (text !== '') found.push({ from, to: index, text })
    from = index + 1
  })
  return found
}

/** Sides that hold the same words together; in both, atoms go in one order: no two stretches cross. */
function stretchesOf(
  atoms: readonly Atom[],
  before: readonly Side[],
  after: readonly Side[],
): readonly Stretch[] {
  const links = linksOf(atoms, before, after)
  const found: Stretch[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [one, other] = [before[i], after[j]]
    const first = links.ofBefore[i]?.[0]
    const isAhead =
      one === undefined || (first === undefined ? (other?.to ?? Infinity) < one.from : j < first)
    if (other !== undefined && isAhead && (one === undefined || links.ofAfter[j]?.length === 0)) {
      found.push({ before: [], after: [other] })
      j += 1
      continue
    }
    const [endI, endJ] = grown(links, i, j)
    found.push({ before: before.slice(i, endI), after: after.slice(j, endJ) })
    ;[i, j] = [endI, endJ]
  }
  return found
}

type Links = { ofBefore: readonly (readonly number[])[]; ofAfter: readonly (readonly number[])[] }

/** As far as one link leads to the next, from a side before that comes first. */
function grown(links: Links, i: number, j: number): [number, number] {
  let [endI, endJ] = [i + 1, j]
  for (let [nextI, nextJ] = [i, j]; nextI < endI || nextJ < endJ; ) {
    if (nextI < endI) {
      endJ = Math.max(endJ, (links.ofBefore[nextI]?.at(-1) ?? -1) + 1)
      nextI += 1
    } else {
      endI = Math.max(endI, (links.ofAfter[nextJ]?.at(-1) ?? -1) + 1)
      nextJ += 1
    }
  }
  return [endI, endJ]
}

/** Which sides have words in common, or words in the place of each other's. */
function linksOf(atoms: readonly Atom[], before: readonly Side[], after: readonly Side[]): Links {
  const ofBefore = before.map((): number[] => [])
  const ofAfter = after.map((): number[] => [])
  let first = 0
  before.forEach((one, i) => {
    while (first < after.length && (after[first]?.to ?? 0) < one.from) first += 1
    for (let j = first; j < after.length; j += 1) {
      const other = after[j]
      if (other === undefined || other.from > one.to) break
      const common = atoms.slice(Math.max(one.from, other.from), Math.min(one.to, other.to) + 1)
      if (!common.some(({ pieces }) => isShared(pieces))) continue
      ofBefore[i]?.push(j)
      ofAfter[j]?.push(i)
    }
  })
  return { ofBefore, ofAfter }
}

function isShared(pieces: readonly Piece[]): boolean {
  const said = pieces.filter(({ text }) => text.trim() !== '')
  if (said.some(({ revisions }) => revisions.length === 0)) return true
  const goes = said.some(({ revisions }) => revisions.every(isThereBefore))
  return goes && said.some(({ revisions }) => revisions.every(isThereAfter))
}

function reach(list: readonly Side[]): [number, number] {
  return list.reduce(
    ([from, to], side) => [Math.min(from, side.from), Math.max(to, side.to)] as [number, number],
    [Infinity, -1] as [number, number],
  )
}

function joined(list: readonly Side[]): string {
  return list.map(({ text }) => text).join(PARTED)
}

function textOf(pieces: readonly Piece[], isThere: (revision: Revision) => boolean): string {
  return pieces
    .filter(({ revisions }) => revisions.every(isThere))
    .map(({ text }) => text)
    .join('')
    .trim()
    .slice(0, TEXT_LENGTH)
}

function gathered(atoms: readonly Atom[]): Pick<Pair, 'anchors' | 'comments' | 'covered'> {
  return {
    anchors: atoms.flatMap(({ anchors }) => anchors),
    comments: atoms.flatMap(({ comments }) => comments),
    covered: atoms.flatMap(({ covered }) => [...covered]),
  }
}

/** A paragraph of which every word was moved; what was typed in it since does not matter. */
function moveOf(atoms: readonly Atom[], side: 'from' | 'to'): ReviewParagraph['move'] {
  const pieces = atoms.flatMap((atom) => atom.pieces).filter(({ text }) => text.trim() !== '')
  const moves = pieces.flatMap(({ revisions }) => revisions.filter(({ move }) => move !== null))
  const [first] = moves
  if (first === undefined || pieces.some(({ revisions }) => revisions.length === 0)) return null
  return { side, name: first.move ?? '', author: first.author, at: first.at }
}
