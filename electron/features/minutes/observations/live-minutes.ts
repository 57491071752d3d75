import { putOf } from '../../../domain/minutes/observation.ts'
import { isSameWording } from '../../../domain/minutes/passages.ts'
import { bothWordings } from '../../../domain/text/both-wordings.ts'
import { matchParagraphs } from '../../../domain/text/paragraph-match.ts'
import { PARTED } from '../../../domain/text/rich-paragraphs.ts'
import { bareText } from '../../../domain/text/text-likeness.ts'
import { findMove } from './live-moves.ts'
import { findFoot, isPrinted } from './live-printed.ts'
import {
  type Asking,
  bareOf,
  type Found,
  found,
  isAtPrinted,
  isLabelled,
  isSameText,
  nearest,
  nowhere,
  type Places,
  rankOf,
  runOf,
  sameName,
} from './places.ts'
import type { SentPlace } from './sent-minutes.ts'

/** Fewer letters are in many paragraphs. */
const TELLING = 12

/**
 * @param besides what others that were accepted want of the same words: where the text says that and no more, this one is
 * wanted together with them.
 */
export function findPlace(observation: Asking, places: Places, besides: readonly string[] = []): Found {
  const { kind, anchor, state, beforeText, afterText } = observation
  if (kind === 'move') return findMove(observation, places)
  if (kind !== 'change' || isAtPrinted(observation)) return nowhere('byHand')
  const { name, put } = putOf(observation)
  const then = anchor === '' ? undefined : places.sent.find((place) => sameName(place.anchor, name))
  if (put === 'cell') return nowhere('byHand')
  if (then === undefined) return byWords(observation, places.now)
  const { target } = then
  if (target === null) return nowhere('byHand')
  if (target.field === 'foot') return findFoot(observation, target, places.now)
  // A number or a label that is wanted otherwise is no word of the text; who words an answer leaves them out.
  if (beforeText !== '' && afterText !== '' && state !== 'reworded' && !isLabelled(afterText, then))
    return nowhere('byHand')
  const lines = linesOf(beforeText, then)
  // The text that its readers had was not kept, and another paragraph bears the name now.
  if (beforeText !== '' && bareOf(then) !== bareText(lines[0] ?? '')) return byWords(observation, places.now)
  const own = places.now.filter((place) => isSameText(place.target, target))
  if (beforeText === '') return putIn(then, own, afterText, places)
  if (rankOf(target) === 0) return nowhere('byHand')
  const says = own.filter((place) => rankOf(place.target) !== 0)
  const run = (words: readonly string[]) => runOf(says, words, target)
  const twin = lines.length === 1 ? changedTwin(then, says, places.sent) : null
  if (twin != null && isSameWording(twin.text, afterText)) return found('done', [twin])
  const same = twin === null ? run(lines) : null
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
    if (others !== null) return found('same', others, (words) => bothWordings(beforeText, together, words))
  }
  const now = successor(then, says, places.sent)
  if (now !== undefined && lines.length === 1) return found('differs', [now])
  return nowhere(afterText === '' ? 'done' : 'gone')
}

/** The paragraphs of words; a place that has an empty line of its own is one. */
function linesOf(words: string, place: SentPlace): string[] {
  return place.text.includes(PARTED) ? [words] : words.split(PARTED)
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
      target.field !== 'foot' &&
      (itemId === null || of === itemId),
  )
  if (anchor !== '') return wholeByWords({ beforeText, afterText }, own)
  const [was, asked] = [beforeText, afterText].map((words) => {
    const spansIn = spansOf(words)
    return own.flatMap((place) => spansIn(place.text).map((span) => ({ place, span })))
  })
  // What is wanted may hold what was there: "un délai", then "un délai de trois mois".
  const [said] = asked ?? []
  const isSaid = said !== undefined && (was ?? []).every((one) => isWithin(one, said))
  const all = isSaid ? (asked ?? []) : (was ?? [])
  const [one] = all
  if (one === undefined || all.length > 1) return nowhere('byHand')
  const { text } = one.place
  return found(
    isSaid ? 'done' : 'same',
    [one.place],
    (words) => text.slice(0, one.span.from) + words.trim() + text.slice(one.span.to),
  )
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

type Span = { from: number; to: number }

const isWithin = (one: { place: SentPlace; span: Span }, other: { place: SentPlace; span: Span }) =>
  one.place === other.place && one.span.from >= other.span.from && one.span.to <= other.span.to

/** Where whole words stand in a text, however they are spaced. */
function spansOf(words: string): (text: string) => Span[] {
  const said = words.trim()
  if (said === '') return () => []
  const pattern = said
    .split(/\s+/u)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/['’]/gu, "['’]"))
    .join('\\s+')
  const [start, end] = [/^[\p{L}\p{N}]/u, /[\p{L}\p{N}]$/u].map((edge) => edge.test(said))
  const whole = `${start ? '(?<![\\p{L}\\p{N}])' : ''}${pattern}${end ? '(?![\\p{L}\\p{N}])' : ''}`
  const standing = new RegExp(whole, 'gu')
  return (text) =>
    [...text.matchAll(standing)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }))
}

/** A new paragraph goes after the one that it stood after; below a heading, first. */
function putIn(then: SentPlace, own: readonly SentPlace[], afterText: string, places: Places): Found {
  const { target } = then
  if (target === null || !('rank' in target)) return nowhere('byHand')
  const done = runOf(
    own,
    afterText.split(PARTED).filter((words) => words.trim() !== ''),
    target,
  )
  if (done !== null) return found('done', done)
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

/** How many paragraphs after a place others have put in there, the last of them found by its words. */
export function putInAfter(place: SentPlace, words: readonly string[], { sent, now }: Places): number {
  const lines = new Set(words.flatMap((one) => one.split(PARTED)).map(bareText))
  const sentHere = new Set(sent.filter(({ target }) => isSameText(target, place.target)).map(bareOf))
  const below = now.filter(
    ({ target }) => isSameText(target, place.target) && rankOf(target) > rankOf(place.target),
  )
  const end = below.findIndex((one) => sentHere.has(bareOf(one)) && !lines.has(bareOf(one)))
  return below.slice(0, end === -1 ? below.length : end).findLastIndex((one) => lines.has(bareOf(one))) + 1
}

/** The present form of a paragraph that was edited since. */
function successor(
  then: SentPlace,
  own: readonly SentPlace[],
  all: readonly SentPlace[],
): SentPlace | undefined {
  if (then.target !== null && !('rank' in then.target)) return own[0]
  const before = textOf(then, all)
  return own[matchPlaces(before, own).indexOf(before.indexOf(then))]
}

const textOf = (one: SentPlace, all: readonly SentPlace[]) =>
  all.filter(({ target }) => isSameText(target, one.target) && rankOf(target) !== 0)

/** Names of places say a rank: after an insertion the same rank is another paragraph. Only words count. */
function matchPlaces(before: readonly SentPlace[], now: readonly SentPlace[]): (number | null)[] {
  const bare = (place: SentPlace) => ({ text: place.text, anchors: [] })
  return matchParagraphs(before.map(bare), now.map(bare))
}

/**
 * Of several that said the same, such as numbers in two tables, what this one says now that it says something else;
 * undefined where it is not known, null where it still says it or had no twin.
 */
function changedTwin(
  then: SentPlace,
  own: readonly SentPlace[],
  sent: readonly SentPlace[],
): SentPlace | undefined | null {
  const before = textOf(then, sent)
  const saying = (places: readonly SentPlace[]) =>
    places.filter((place) => bareOf(place) === bareOf(then)).length
  if (saying(own) === 0 || saying(own) >= saying(before)) return null
  const matched = matchPlaces(before, own)
  const at = before.indexOf(then)
  const now = own[matched.indexOf(at)]
  if (now !== undefined) return bareOf(now) === bareOf(then) ? null : now
  // Between the same two neighbours, nothing like it.
  const [from, to] = [matched.indexOf(at - 1), matched.indexOf(at + 1)]
  const end = to === -1 ? own.length : to
  return (from !== -1 || at === 0) && (to !== -1 || at === before.length - 1) && end - from === 2
    ? own[from + 1]
    : undefined
}

/** Whether the text does not say what an answered observation wants, whatever else was written around it since. */
export function isOwed(observation: Asking, places: Places, besides: readonly string[]): boolean {
  const isOfPrinted = isAtPrinted(observation) && observation.kind === 'change'
  if (isOfPrinted && observation.beforeText !== '') return !isPrinted(observation, places)
  if (isOfPrinted || putOf(observation).put === 'cell') return !isAdded(observation, places)
  const { standing, live } = findPlace(observation, places, besides)
  // Of a move whose paragraphs or neighbour are no more to be found, nothing is known.
  if (observation.kind === 'move') return standing === 'same' || standing === 'differs'
  return standing !== 'done' && !isSaid(observation, { standing, live }, places)
}

/** Words of a cell may stand in others. */
function isAdded({ itemId, afterText }: Asking, { sent, now }: Places): boolean {
  const saying = (places: readonly SentPlace[], words: string) =>
    places.filter((place) => place.itemId === itemId && bareOf(place) === words).length
  // Of a text that was not kept as it left, nothing says how often it said them.
  const isMore = (words: string) =>
    words === '' || saying(now, words) > (sent === now ? 0 : saying(sent, words))
  // A cell may have several paragraphs.
  const isThere = (cell: string) =>
    isMore(bareText(cell)) || cell.split('\n').every((line) => isMore(bareText(line)))
  return afterText.split(PARTED).every(isThere)
}

function isSaid(
  { anchor, itemId, beforeText, afterText }: Asking,
  { standing, live }: Pick<Found, 'standing' | 'live'>,
  places: Places,
): boolean {
  const wanted = bareText(afterText)
  if (standing === 'differs') {
    const both = bothWordings(beforeText, afterText, live)
    return both !== null && isSameWording(both, live)
  }
  // It may have been moved to another text.
  if (standing === 'gone') return wanted !== '' && places.now.some((place) => bareOf(place) === wanted)
  const own = places.now.filter((place) => itemId === null || place.itemId === itemId)
  if (anchor !== '') return standing === 'byHand' && own.some((place) => bareOf(place) === wanted)
  const spansIn = spansOf(wanted === '' ? beforeText : afterText)
  return own.some((place) => spansIn(place.text).length > 0) === (wanted !== '')
}
