import { closedGap } from '../text/closed-gap.ts'
import { bagOf, bareText } from '../text/text-likeness.ts'
import type { PdfRemark, PdfReview } from './pdf-review.ts'
import type { Difference, Differences, SentParagraph } from './review-differences.ts'

/** Shorter paragraphs are the same in every paper. */
const LONG_ENOUGH = 25
/** Part of the words of a line that a paragraph has to hold to be the one that the line is of. */
const HOLDS = 0.6

/** What a mark wants, said in words, where it cannot be written into the paragraph. */
export type RemarkWords = Readonly<Record<PdfRemark['kind'], (words: string) => string>>

/** Each remark at the paragraph whose words it covers, else at the one that its line is of. */
export function pdfDifferences(
  sent: readonly SentParagraph[],
  review: PdfReview,
  say: RemarkWords,
): Differences {
  const paragraphs = sent.map(({ text }) => new Letters(text))
  const page = new Letters(review.lines.join(' ')).letters
  const counted = sent.flatMap(({ text, isOwn }, at) =>
    !isOwn && bareText(text).length >= LONG_ENOUGH ? [paragraphs[at]] : [],
  )
  const there = counted.filter((one) => one !== undefined && page.includes(one.letters))
  return {
    differences: review.remarks.map((remark) => {
      const place = placeOf(remark, paragraphs)
      return differenceOf(remark, place, sent[place?.at ?? -1]?.text ?? '', say)
    }),
    ignored: review.ignored,
    share: counted.length === 0 ? 0 : there.length / counted.length,
  }
}

function differenceOf(remark: PdfRemark, place: Place | null, text: string, say: RemarkWords): Difference {
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
function spaced(text: string, { from, to }: Place, words: string): string {
  const isLetter = (sign = ' ') => /[\p{L}\p{N}]/u.test(sign)
  const starts = from !== null && isLetter(text[from - 1]) && isLetter(words[0]) ? ' ' : ''
  return `${starts}${words}${isLetter(text[to]) && isLetter(words.at(-1)) ? ' ' : ''}`
}

/** `from` and `to` of its words in the paragraph; null where they cannot be told. */
type Place = { at: number; from: number | null; to: number }

function placeOf({ kind, covered, before, near }: PdfRemark, paragraphs: readonly Letters[]): Place | null {
  const line = near.split('\n')[0] ?? ''
  const holders = bestHolders(line, near, paragraphs)
  if (kind === 'insert') {
    const [at] = holders
    const own = at === undefined ? undefined : paragraphs[at]
    if (own === undefined || at === undefined) return null
    const from = own.endOf(before)
    return { at, from, to: from ?? 0 }
  }
  if (covered !== '') {
    const known = (at: number) => {
      const found = paragraphs[at]?.find(covered, before) ?? null
      return found === null ? [] : [{ at, ...found }]
    }
    const [inLine] = holders.flatMap(known)
    if (inLine !== undefined) return inLine
    // A line of several cells is of no single paragraph: words that are said once are found all the same.
    const [only, ...others] = [...paragraphs.keys()].flatMap(known)
    if (only !== undefined && others.length === 0) return only
  }
  const [at] = holders
  return at === undefined ? null : { at, from: null, to: 0 }
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

  /** Where some words stand; of several places, the one before which the same words stand. */
  find(words: string, before: string): { from: number; to: number } | null {
    const wanted = new Letters(words).letters
    if (wanted === '') return null
    const lead = new Letters(before).letters
    let best: { start: number; common: number } | null = null
    for (
      let start = this.letters.indexOf(wanted);
      start !== -1;
      start = this.letters.indexOf(wanted, start + 1)
    ) {
      const common = commonEnd(this.letters.slice(0, start), lead)
      if (best === null || common > best.common) best = { start, common }
    }
    if (best === null) return null
    const last = this.#at[best.start + wanted.length - 1] ?? 0
    const [sign = ''] = this.#text.slice(last)
    return { from: this.#at[best.start] ?? 0, to: last + sign.length }
  }

  /** The end of the word that stands last in some words of the text; null when they are not its own. */
  endOf(words: string): number | null {
    const lead = new Letters(words).letters.slice(-40)
    // A mark between two letters of a word stands before it or behind it: the nearer end is taken.
    for (let cut = lead.length; cut >= 4; cut -= 1) {
      const start = this.letters.indexOf(lead.slice(0, cut))
      if (start === -1) continue
      const at = this.#at[start + cut] ?? this.#text.length
      const rest = /^[\p{L}\p{N}]*/u.exec(this.#text.slice(at))?.[0].length ?? 0
      const said = /[\p{L}\p{N}]*$/u.exec(this.#text.slice(0, at))?.[0].length ?? 0
      return rest <= said ? at + rest : at - said
    }
    return null
  }
}

const plain = (sign: string) =>
  sign
    .normalize('NFKC')
    .replace(/[\s\u00ad\u200b\u2060\ufeff]/gu, '')
    .replace(/['\u2018\u02bc]/gu, '’')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/[“”]/gu, '"')

function commonEnd(one: string, other: string): number {
  let length = 0
  while (
    length < one.length &&
    length < other.length &&
    one[one.length - 1 - length] === other[other.length - 1 - length]
  )
    length += 1
  return length
}
