import { type Bag, bagOf, bareText, likeness, VERY_ALIKE } from './text-likeness.ts'

/** `anchors`: names that it bears; those that nobody knows say nothing. */
export type Matchable = { readonly text: string; readonly anchors: readonly string[] }

/** Alike enough between two neighbours that are known. */
const ALIKE = 0.34
/** Most comparisons within one gap. */
const MOST_COMPARISONS = 250_000

type Known = { readonly bare: string; readonly anchors: readonly string[]; bag: Bag | null }

/** For each paragraph of `now`, the index of the one of `old` that it is; null for what was not there. One to one. */
export function matchParagraphs(old: readonly Matchable[], now: readonly Matchable[]): (number | null)[] {
  const [sent, came] = [old.map(known), now.map(known)]
  const matching = new Matching(sent, came)
  // The words first: a name that lies (a bookmark pasted elsewhere) never wins over what is read.
  matching.byAnchor((one, other) => one.bare === other.bare)
  matching.byUniqueWords()
  matching.bySameWordsInOrder()
  matching.byAnchor(() => true)
  matching.byLikenessInOrder()
  matching.byLikenessAnywhere()
  return matching.found
}

class Matching {
  readonly found: (number | null)[]
  readonly #sent: readonly Known[]
  readonly #came: readonly Known[]
  readonly #taken = new Set<number>()

  constructor(sent: readonly Known[], came: readonly Known[]) {
    this.#sent = sent
    this.#came = came
    this.found = came.map(() => null)
  }

  byAnchor(agrees: (one: Known, other: Known) => boolean): void {
    const names = new Map<string, number>()
    this.#sent.forEach(({ anchors }, index) => {
      for (const anchor of anchors) names.set(anchor.toLowerCase(), index)
    })
    this.#came.forEach((one, index) => {
      if (this.found[index] !== null) return
      for (const anchor of one.anchors) {
        const at = names.get(anchor.toLowerCase())
        const other = at === undefined ? undefined : this.#sent[at]
        if (at === undefined || other === undefined || this.#taken.has(at) || !agrees(one, other)) continue
        this.#pair(index, at)
        return
      }
    })
  }

  /** The same words, found once on each side: wherever they stand now. */
  byUniqueWords(): void {
    const here = onlyOnes(this.#sent, (index) => this.#taken.has(index))
    const there = onlyOnes(this.#came, (index) => this.found[index] !== null)
    for (const [bare, index] of there) {
      const at = here.get(bare)
      if (index !== null && at !== null && at !== undefined) this.#pair(index, at)
    }
  }

  /** The same words, found several times (headings): in order, between neighbours that are known. */
  bySameWordsInOrder(): void {
    for (const { came, sent } of this.#gaps()) {
      let from = 0
      for (const index of came) {
        const at = sent.findIndex(
          (candidate, rank) => rank >= from && this.#sent[candidate]?.bare === this.#came[index]?.bare,
        )
        const candidate = sent[at]
        if (candidate === undefined) continue
        this.#pair(index, candidate)
        from = at + 1
      }
    }
  }

  /** In each gap, the row of pairs in order that is most alike in all. */
  byLikenessInOrder(): void {
    for (const { came, sent } of this.#gaps()) {
      if (came.length * sent.length > MOST_COMPARISONS) continue
      for (const [index, at] of bestRow(came, sent, (i, j) => this.#likeness(i, j))) this.#pair(index, at)
    }
  }

  byLikenessAnywhere(): void {
    const came = this.#came.flatMap((_, index) => (this.found[index] === null ? [index] : []))
    const sent = this.#sent.flatMap((_, index) => (this.#taken.has(index) ? [] : [index]))
    if (came.length * sent.length > MOST_COMPARISONS) return
    const pairs = came
      .flatMap((index) => sent.map((at) => ({ index, at, value: this.#likeness(index, at) })))
      .filter(({ value }) => value >= VERY_ALIKE)
      .sort((a, b) => b.value - a.value)
    for (const { index, at } of pairs)
      if (this.found[index] === null && !this.#taken.has(at)) this.#pair(index, at)
  }

  #pair(index: number, at: number): void {
    this.found[index] = at
    this.#taken.add(at)
  }

  #likeness(index: number, at: number): number {
    const [one, other] = [this.#came[index], this.#sent[at]]
    if (one === undefined || other === undefined) return 0
    one.bag ??= bagOf(one.bare)
    other.bag ??= bagOf(other.bare)
    return likeness(one.bag, other.bag)
  }

  /** Unmatched rows of both sides between the same two matched neighbours. */
  *#gaps(): Generator<{ came: number[]; sent: number[] }> {
    let came: number[] = []
    let last = -1
    for (let index = 0; index <= this.#came.length; index += 1) {
      const at = index === this.#came.length ? this.#sent.length : this.found[index]
      if (at === null || at === undefined) {
        came.push(index)
        continue
      }
      // A paragraph that was moved backwards bounds nothing.
      if (at < last) continue
      const sent: number[] = []
      for (let between = last + 1; between < at; between += 1)
        if (!this.#taken.has(between)) sent.push(between)
      if (came.length > 0 && sent.length > 0) yield { came, sent }
      came = []
      last = at
    }
  }
}

function known({ text, anchors }: Matchable): Known {
  return { bare: bareText(text), anchors, bag: null }
}

/** Index of each text that is there once; null for one that is there several times. */
function onlyOnes(all: readonly Known[], isOut: (index: number) => boolean): Map<string, number | null> {
  const found = new Map<string, number | null>()
  all.forEach(({ bare }, index) => {
    if (!isOut(index)) found.set(bare, found.has(bare) ? null : index)
  })
  return found
}

/** Pairs in order with the greatest likeness in all, none below `ALIKE`. */
function bestRow(
  came: readonly number[],
  sent: readonly number[],
  value: (index: number, at: number) => number,
): [number, number][] {
  const width = sent.length + 1
  const best = new Float64Array((came.length + 1) * width)
  const own = came.map((index) => sent.map((at) => value(index, at)))
  const of = (i: number, j: number) => own[i]?.[j] ?? 0
  for (let i = came.length - 1; i >= 0; i -= 1)
    for (let j = sent.length - 1; j >= 0; j -= 1) {
      const skip = Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0)
      const take = of(i, j) < ALIKE ? 0 : of(i, j) + (best[(i + 1) * width + j + 1] ?? 0)
      best[i * width + j] = Math.max(skip, take)
    }
  const pairs: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < came.length && j < sent.length) {
    const here = best[i * width + j] ?? 0
    if (here === best[(i + 1) * width + j]) i += 1
    else if (here === best[i * width + j + 1]) j += 1
    else {
      const [index, at] = [came[i], sent[j]]
      if (index !== undefined && at !== undefined) pairs.push([index, at])
      i += 1
      j += 1
    }
  }
  return pairs
}
