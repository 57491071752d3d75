import { closedGap } from '../text/closed-gap.ts'
import { bagOf, bareText } from '../text/text-likeness.ts'
import type { Difference, SentParagraph } from './difference.ts'
import type { PdfRemark, PdfReview } from './pdf-review.ts'

/** Shorter paragraphs are the same in every paper. */
const LONG_ENOUGH = 25
/** Part of the words of a line that a paragraph has to hold to be the one that the line is of. */
const HOLDS = 0.6
/** Letters on each side of a mark by which its place is told from others, and the least by which one is known. */
const MOST_AROUND = 40
const LEAST_AROUND = 4
/** Of the lines of a mark: one that covers a page stands where it begins. */
const MOST_NEAR = 1000

/** What a mark wants, said in words, where it cannot be written into the paragraph. */
export type RemarkWords = Readonly<Record<PdfRemark['kind'], (words: string) => string>>

/** Part of the words sent that the lines of a file have, from 0 to 1, by paragraphs of some length. */
export function shareIn(lines: readonly string[]): (sent: readonly SentParagraph[], title: string) => number {
  const page = new Letters(lines.join(' ')).letters
  return (sent, title) => {
    const own = sent.filter(({ isOwn }) => !isOwn).map(({ text }) => text)
    const long = own.filter((text) => bareText(text).length >= LONG_ENOUGH)
    const head = new Letters(title).letters
    // Short titles are the same in every agenda: they count under the title of their meeting alone.
    const counted = long.length > 0 ? long : head !== '' && page.includes(head) ? own : []
    const there = counted.filter((text) => page.includes(new Letters(text).letters))
    return counted.length === 0 ? 0 : there.length / counted.length
  }
}

/** Each remark at the paragraph whose words it covers, else at the one that its line is of; null: at none. */
export function remarkPlaces(
  texts: readonly string[],
  remarks: readonly PdfRemark[],
): (RemarkPlace | null)[] {
  const paragraphs = texts.map((text) => new Letters(text))
  return remarks.map((remark) => placeOf(remark, paragraphs))
}

/** @param places those of the remarks, in their order. */
export function pdfDifferences(
  sent: readonly SentParagraph[],
  review: PdfReview,
  { places, say }: { places: readonly (RemarkPlace | null)[]; say: RemarkWords },
): Difference[] {
  return review.remarks.map((remark, rank) => {
    const place = places[rank] ?? null
    return differenceOf(remark, place, sent[place?.at ?? -1]?.text ?? '', say)
  })
}

function differenceOf(
  remark: PdfRemark,
  place: RemarkPlace | null,
  text: string,
  say: RemarkWords,
): Difference {
  const { kind, author, words, covered } = remark
  const base: Difference = {
    kind: 'comment',
    source: 'tracked',
    at: place?.at ?? null,
    before: text,
    after: text,
    author,
    authoredAt: remark.at,
    comment: {
      author,
      at: remark.at,
      text: say[kind](words),
      quoted: covered,
      span: 1,
      isResolved: remark.isResolved,
      replies: remark.replies,
    },
    struck: null,
    put: 'like',
    moved: null,
  }
  const wanted = kind === 'delete' ? '' : words
  if (kind === 'comment' || place === null || place.from === null) return base
  const [left, right] = [text.slice(0, place.from), text.slice(place.to)]
  const after = wanted === '' ? closedGap(left, right) : `${left}${spaced(text, place, wanted)}${right}`
  // What was written to words that go is no word of the text.
  const isSaid = kind === 'delete' && words !== ''
  return {
    ...base,
    kind: 'change',
    after: after.trim(),
    comment:
      isSaid || remark.replies.length > 0 ? { ...remark, text: words, quoted: covered, span: 1 } : null,
  }
}

/** Words that come between two words stand apart from both. */
function spaced(text: string, { from, to }: RemarkPlace, words: string): string {
  const isLetter = (sign = ' ') => /[\p{L}\p{N}]/u.test(sign)
  const starts = from !== null && isLetter(text[from - 1]) && isLetter(words[0]) ? ' ' : ''
  return `${starts}${words}${isLetter(text[to]) && isLetter(words.at(-1)) ? ' ' : ''}`
}

/** `from` and `to` of its words in the paragraph; null where they cannot be told. */
export type RemarkPlace = { at: number; from: number | null; to: number }

function placeOf(remark: PdfRemark, paragraphs: readonly Letters[]): RemarkPlace | null {
  const near = remark.near.slice(0, MOST_NEAR)
  const line = near.split('\n')[0] ?? ''
  const holders = bestHolders(line, near, paragraphs)
  const wanted = new Letters(remark.kind === 'insert' ? '' : remark.covered).letters
  const around = aroundOf(remark.before, near, wanted)
  const [first] = holders
  if (remark.kind === 'insert') {
    const from = paragraphs[first ?? -1]?.between(around) ?? null
    return first === undefined ? null : { at: first, from, to: from ?? 0 }
  }
  if (wanted !== '') {
    const known = (at: number) => {
      const found = paragraphs[at]?.find(wanted, around) ?? null
      return found === null ? [] : [{ at, ...found }]
    }
    const [inLine] = holders.flatMap(known)
    if (inLine !== undefined) return inLine
    // A line of several cells is of no single paragraph: words that are said once are found all the same.
    const [only, ...others] = [...paragraphs.keys()].flatMap(known)
    if (only !== undefined && others.length === 0) return only
  }
  return first === undefined ? null : { at: first, from: null, to: 0 }
}

/** Letters that stand before a mark on its line, and behind it. */
type Around = { before: string; after: string }

function aroundOf(before: string, near: string, wanted: string): Around {
  const [lead, all] = [new Letters(before).letters, new Letters(near).letters]
  const rest = all.startsWith(lead) ? all.slice(lead.length) : ''
  return { before: lead, after: rest.startsWith(wanted) ? rest.slice(wanted.length) : '' }
}

/** Paragraphs that a line may be of: those that hold all of it, then those that hold most of its words. */
function bestHolders(line: string, near: string, paragraphs: readonly Letters[]): number[] {
  const [own, around] = [new Letters(line).letters, [...bagOf(near).words.keys()]]
  const wanted = [...bagOf(line).words.keys()]
  if (wanted.length === 0) return []
  const part = (words: readonly string[], held: ReadonlyMap<string, number>) =>
    words.length === 0 ? 0 : words.filter((word) => held.has(word)).length / words.length
  return paragraphs
    .map((one, at) => {
      const isWhole = one.letters.includes(own)
      return { at, isWhole, held: part(wanted, one.bag), around: part(around, one.bag) }
    })
    .filter(({ isWhole, held }) => isWhole || held >= HOLDS)
    .sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || b.held - a.held || b.around - a.around)
    .map(({ at }) => at)
}

/** A text by its letters alone: how a page spaces, joins and quotes them says nothing. */
class Letters {
  readonly letters: string
  /** Where each letter stands in the text, and where the text ends. */
  readonly #at: readonly number[]
  #bag: ReadonlyMap<string, number> | null = null
  readonly #text: string

  constructor(text: string) {
    let letters = ''
    const at: number[] = []
    let index = 0
    for (const sign of text) {
      for (const letter of plain(sign)) {
        letters += letter
        for (let unit = 0; unit < letter.length; unit += 1) at.push(index)
      }
      index += sign.length
    }
    this.letters = letters
    this.#at = [...at, text.length]
    this.#text = text
  }

  get bag(): ReadonlyMap<string, number> {
    this.#bag ??= bagOf(this.#text).words
    return this.#bag
  }

  /** Where some letters stand: of several places, the one with the same words around it; null `from` when two have. */
  find(wanted: string, around: Around): { from: number | null; to: number } | null {
    const starts: number[] = []
    for (let at = this.letters.indexOf(wanted); at !== -1; at = this.letters.indexOf(wanted, at + 1))
      starts.push(at)
    if (starts.length === 0) return null
    const start = this.#likest(starts, wanted.length, around)?.at ?? null
    if (start === null) return { from: null, to: 0 }
    const last = this.#at[start + wanted.length - 1] ?? 0
    const [sign = ''] = this.#text.slice(last)
    return { from: this.#at[start] ?? 0, to: last + sign.length }
  }

  /** The place between two words with these around it; null when none, or several, have them. */
  between(around: Around): number | null {
    const found = this.#likest([...this.#at.keys()], 0, around)
    if (found === null || found.score < LEAST_AROUND) return null
    // A mark between two letters of a word stands before it or behind it: the nearer end is taken.
    const at = this.#at[found.at] ?? this.#text.length
    const rest = /^[\p{L}\p{N}]*/u.exec(this.#text.slice(at))?.[0].length ?? 0
    const said = /(?<![\p{L}\p{N}])[\p{L}\p{N}]*$/u.exec(this.#text.slice(0, at))?.[0].length ?? 0
    return rest <= said ? at + rest : at - said
  }

  #likest(starts: readonly number[], length: number, { before, after }: Around) {
    let best: { at: number; score: number } | null = null
    let isTie = false
    for (const at of starts) {
      const score = this.#common(at - 1, before, -1) + this.#common(at + length, after, 1)
      isTie = score === best?.score || (isTie && score < (best?.score ?? 0))
      if (best === null || score > best.score) best = { at, score }
    }
    return isTie ? null : best
  }

  /** How many letters from a place on are those of some words, from their near end. */
  #common(from: number, words: string, step: 1 | -1): number {
    const first = step === 1 ? 0 : words.length - 1
    let count = 0
    while (
      count < Math.min(words.length, MOST_AROUND) &&
      this.letters[from + step * count] === words[first + step * count]
    )
      count += 1
    return count
  }
}

const plains = new Map<string, string>()

function plain(sign: string): string {
  const known = plains.get(sign)
  if (known !== undefined) return known
  const letters = sign
    .normalize('NFKC')
    .replace(/[\s\u00ad\u200b\u2060\ufeff]/gu, '')
    .replace(/['\u2018\u02bc]/gu, '’')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/[“”]/gu, '"')
  plains.set(sign, letters)
  return letters
}
