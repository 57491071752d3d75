import type { ObservationStanding, Standing } from '../../../contract/observations.ts'
import type { Observation } from '../../../domain/minutes/observation.ts'
import { isSameWording } from '../../../domain/minutes/passages.ts'
import { bothWordings } from '../../../domain/text/both-wordings.ts'
import { matchParagraphs } from '../../../domain/text/paragraph-match.ts'
import { PARTED } from '../../../domain/text/rich-paragraphs.ts'
import { bareText } from '../../../domain/text/text-likeness.ts'
import type { SentPlace, Target } from './sent-minutes.ts'

/** As its readers had it, and as it is now. */
type Places = { readonly sent: readonly SentPlace[]; readonly now: readonly SentPlace[] }

/** Where an observation stands; `place` is what can be written at, null when nothing can. */
export type Found = Omit<ObservationStanding, 'id'> & {
  readonly place: SentPlace | null
  /** How many paragraphs it is about, from `place` on. */
  readonly count: number
  /** Of a move: the place after which it goes. */
  readonly goal: SentPlace | null
  /** The words of all of it, once those that are wanted are in them. */
  readonly whole: (words: string) => string
}

const bared = new WeakMap<SentPlace, string>()

/** Asked of every place by every observation. */
function bareOf(place: SentPlace): string {
  const bare = bared.get(place) ?? bareText(place.text)
  bared.set(place, bare)
  return bare
}

const asItIs = (words: string) => words
/** Fewer letters are in many paragraphs. */
const TELLING = 12

type Asking = Pick<Observation, 'kind' | 'anchor' | 'itemId' | 'beforeText' | 'afterText'>

/**
 * @param besides what others that were accepted want of the same words: where the text says that and no more, this one is
 * wanted together with them.
 */
export function findPlace(observation: Asking, places: Places, besides: readonly string[] = []): Found {
  const { kind, anchor, beforeText, afterText } = observation
  if (kind === 'move') return findMove(observation, places)
  if (kind !== 'change') return nowhere('byHand')
  const then = anchor === '' ? undefined : places.sent.find((place) => sameName(place.anchor, anchor))
  if (then === undefined) return byWords(observation, places.now)
  const { target } = then
  if (target === null) return nowhere('byHand')
  const lines = linesOf(beforeText, then)
  // The text that its readers had was not kept, and another paragraph bears the name now.
  if (beforeText !== '' && bareOf(then) !== bareText(lines[0] ?? '')) return byWords(observation, places.now)
  const own = places.now.filter((place) => isSameText(place.target, target))
  if (beforeText === '') return putIn(then, own, afterText, places)
  if (rankOf(target) === 0) return nowhere('byHand')
  const says = own.filter((place) => rankOf(place.target) !== 0)
  const run = (words: readonly string[]) => runOf(says, words, target)
  const same = run(lines)
  if (same !== null) return found('same', same)
  const done = afterText === '' ? null : run(linesOf(afterText, then))
  if (done !== null) return found('done', done)
  const together = besides.reduce<string | null>(
    (sofar, words) => (sofar === null ? null : bothWordings(beforeText, sofar, words)),
    beforeText,
  )
  const both = together === null ? null : bothWordings(beforeText, together, afterText)
  if (together !== null && both !== null && besides.length > 0) {
    const all = run(linesOf(both, then))
    if (all !== null) return found('done', all)
    const others = run(linesOf(together, then))
    if (others !== null)
      return found('same', others, (words) => bothWordings(beforeText, together, words) ?? words)
  }
  const now = successor(then, says, places.sent)
  if (now !== undefined && lines.length === 1) return found('differs', [now])
  return nowhere(afterText === '' ? 'done' : 'gone')
}

/** The paragraphs of words; a place that has an empty line of its own is one. */
function linesOf(words: string, place: SentPlace): string[] {
  return place.text.includes(PARTED) ? [words] : words.split(PARTED)
}

/** Paragraphs that say some words one after the other, those nearest to where they stood. */
function runOf(
  own: readonly SentPlace[],
  lines: readonly string[],
  target: Target,
): readonly SentPlace[] | null {
  const wanted = lines.map((words) => bareText(without(words, target)))
  const starts = own.flatMap((place, at) =>
    wanted.every((words, step) => {
      const one = own[at + step]
      return one !== undefined && bareText(without(one.text, one.target)) === words
    })
      ? [{ place, at }]
      : [],
  )
  const best = nearest(
    starts.map(({ place }) => place),
    rankOf(target),
  )
  const at = starts.find(({ place }) => place === best)?.at
  return at === undefined ? null : own.slice(at, at + wanted.length)
}

function found(standing: Standing, run: readonly SentPlace[], whole = asItIs): Found {
  const live = run.map(({ text }) => text).join(PARTED)
  return { standing, live, place: run[0] ?? null, count: run.length, goal: null, whole }
}

function nowhere(standing: Standing): Found {
  return { standing, live: '', place: null, count: 1, goal: null, whole: asItIs }
}

/** A move names the paragraphs that go, and the one after which they go (drafts.ts `moveAnchor`). */
function findMove({ anchor, beforeText }: Asking, { sent, now }: Places): Found {
  const [from = '', after = ''] = anchor.split('>')
  const [name = '', count = '1'] = from.split('+')
  const at = sent.findIndex((place) => sameName(place.anchor, name))
  const goalThen = sent.find((place) => sameName(place.anchor, after))
  const run = sent.slice(at, at + Number(count))
  const [first] = run
  if (at === -1 || first === undefined || goalThen === undefined || after === '') return nowhere('byHand')
  const isRich = ({ target }: SentPlace) => isParagraph(target)
  if (!run.every(isRich) || bareOf(first) !== bareText(beforeText)) return nowhere('byHand')
  if (goalThen.target === null || !('rank' in goalThen.target)) return nowhere('byHand')
  const says = now.filter(isRich)
  const inText = (target: Target | null) => says.filter((place) => isSameText(place.target, target))
  const lines = run.map(({ text }) => text)
  const goal = now.find(
    (place) => isSameText(place.target, goalThen.target) && bareOf(place) === bareOf(goalThen),
  )
  if (goal === undefined) return nowhere('gone')
  const beyond = now.slice(now.indexOf(goal) + 1, now.indexOf(goal) + 1 + lines.length)
  if (beyond.every(isRich) && lines.every((words, step) => bareOf(beyond[step] ?? goal) === bareText(words)))
    return found('done', beyond)
  const here = first.target === null ? null : runOf(inText(first.target), lines, first.target)
  return here === null ? nowhere('gone') : { ...found('same', here), goal }
}

/** A paragraph of a text that somebody typed. */
function isParagraph(target: Target | null): boolean {
  return target !== null && 'rank' in target && target.rank > 0
}

/**
 * Words of which no paragraph is named stand where they are read, if they are read once. Those that name one that is no
 * more are looked for as a whole.
 */
function byWords({ anchor, itemId, beforeText, afterText }: Asking, now: readonly SentPlace[]): Found {
  const wanted = bareText(beforeText)
  if (wanted === '' || isSameWording(beforeText, afterText)) return nowhere('byHand')
  const own = now.filter(
    ({ target, itemId: of }) =>
      target !== null &&
      rankOf(target) !== 0 &&
      target.field !== 'title' &&
      (itemId === null || of === itemId),
  )
  if (anchor !== '') return wholeByWords({ beforeText, afterText }, own)
  const holds = own.filter((place) => bareOf(place).includes(wanted))
  const [one] = holds
  if (one === undefined || holds.length > 1) return nowhere('byHand')
  const at = indexOfWords(one.text, beforeText)
  if (at === null) return nowhere('byHand')
  return found('same', [one], (words) => one.text.slice(0, at.from) + words.trim() + one.text.slice(at.to))
}

function wholeByWords(
  { beforeText, afterText }: Pick<Asking, 'beforeText' | 'afterText'>,
  own: readonly SentPlace[],
): Found {
  const run = (words: string) => {
    const lines = words.split(PARTED).map(bareText)
    const at = own.findIndex((first, index) =>
      lines.every((line, step) => {
        const place = own[index + step]
        return place !== undefined && bareOf(place) === line && isSameText(place.target, first.target)
      }),
    )
    return at === -1 ? null : own.slice(at, at + lines.length)
  }
  const [same, now] = [run(beforeText), run(afterText)]
  if (same !== null) return found('same', same)
  if (now !== null) return found('done', now)
  const [at] = matchParagraphs(
    own.map((place) => ({ text: bareOf(place), anchors: [] })),
    [{ text: bareText(beforeText), anchors: [] }],
  )
  const alike = at == null ? undefined : own[at]
  return alike === undefined || beforeText.includes(PARTED)
    ? nowhere(afterText === '' ? 'done' : 'gone')
    : found('differs', [alike])
}

/** Where words stand in a text, however they are spaced. */
function indexOfWords(text: string, words: string): { from: number; to: number } | null {
  const pattern = words
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/['’]/gu, "['’]"))
    .join('\\s+')
  const match = new RegExp(pattern, 'u').exec(text)
  return match === null ? null : { from: match.index, to: match.index + match[0].length }
}

/** A new paragraph goes after the one that it stood after; below a heading, first. */
function putIn(then: SentPlace, own: readonly SentPlace[], afterText: string, places: Places): Found {
  const { target } = then
  if (target === null || !('rank' in target)) return nowhere('byHand')
  const done = own.find((place) => bareOf(place) === bareText(afterText))
  if (done !== undefined) return found('done', [done])
  if (target.rank === 0) return { ...nowhere('same'), place: then }
  const same = nearest(
    own.filter((place) => bareOf(place) === bareOf(then)),
    target.rank,
  )
  const place = same ?? holder(then, own) ?? successor(then, own, places.sent)
  return place === undefined ? nowhere('gone') : { ...nowhere('same'), place }
}

/** The paragraph that another was joined to, or the last of those that it was parted into. */
function holder(then: SentPlace, own: readonly SentPlace[]): SentPlace | undefined {
  const words = bareOf(then)
  const parted = own.findLast((place) => bareOf(place).length >= TELLING && words.endsWith(bareOf(place)))
  return own.find((place) => words.length >= TELLING && bareOf(place).includes(words)) ?? parted
}

/** The present form of a paragraph that was edited since. */
function successor(
  then: SentPlace,
  own: readonly SentPlace[],
  all: readonly SentPlace[],
): SentPlace | undefined {
  if (then.target !== null && !('rank' in then.target)) return own[0]
  const before = all.filter(({ target }) => isSameText(target, then.target) && rankOf(target) !== 0)
  // Names of places say a rank: after an insertion the same rank is another paragraph. Only words count.
  const bare = (place: SentPlace) => ({ text: place.text, anchors: [] })
  const matched = matchParagraphs(before.map(bare), own.map(bare))
  return own[matched.indexOf(before.indexOf(then))]
}

function nearest(places: readonly SentPlace[], rank: number): SentPlace | undefined {
  return [...places].sort((a, b) => Math.abs(rankOf(a.target) - rank) - Math.abs(rankOf(b.target) - rank))[0]
}

const sameName = (one: string | null, other: string) => one?.toLowerCase() === other.toLowerCase()

/** One for what has no paragraphs. */
function rankOf(target: Target | null): number {
  return target !== null && 'rank' in target ? target.rank : 1
}

export function isSameText(one: Target | null, other: Target | null): boolean {
  if (one === null || other === null || one.field !== other.field) return false
  if ('id' in one && 'id' in other) return one.id === other.id
  return one.itemId === other.itemId
}

/** The printed words without the label that the application puts before them. */
export function without(words: string, target: Target | null): string {
  if (target === null || !('label' in target) || target.label === '') return words
  const [first = '', ...rest] = words.split(target.label)
  return first.trim() === '' ? rest.join(target.label).trim() : words
}

/** Whether the text says what an answered observation wants, whatever else was written around it since. */
export function isSaid(observation: Asking, places: Places, besides: readonly string[]): boolean {
  const { anchor, itemId, beforeText, afterText } = observation
  const { standing, live } = findPlace(observation, places, besides)
  if (standing === 'done') return true
  const [was, wanted] = [bareText(beforeText), bareText(afterText)]
  if (standing === 'differs') {
    const both = bothWordings(beforeText, afterText, live)
    return both !== null && isSameWording(both, live)
  }
  if (standing === 'gone' || observation.kind === 'move') return false
  const own = places.now.filter((place) => itemId === null || place.itemId === itemId)
  if (anchor !== '') return standing === 'byHand' && own.some((place) => bareOf(place) === wanted)
  return wanted === ''
    ? !own.some((place) => bareOf(place).includes(was))
    : own.some((place) => bareOf(place).includes(wanted))
}
