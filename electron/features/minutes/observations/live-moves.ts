import { matchParagraphs } from '../../../domain/text/paragraph-match.ts'
import { bagOf, bareText, likeness, VERY_ALIKE } from '../../../domain/text/text-likeness.ts'
import {
  type Asking,
  bareOf,
  type Found,
  found,
  isSameText,
  nearest,
  nowhere,
  type Places,
  rankOf,
  runOf,
  sameName,
} from './places.ts'
import type { SentPlace } from './sent-minutes.ts'

/** A move names the paragraphs that go, and the one after which they go (drafts.ts `moveAnchor`). */
export function findMove({ anchor, beforeText }: Asking, { sent, now }: Places): Found {
  const [from = '', after = ''] = anchor.split('>')
  const [name = '', count = '1'] = from.split('+')
  const at = sent.findIndex((place) => sameName(place.anchor, name))
  const goalThen = sent.find((place) => sameName(place.anchor, after))
  const run = sent.slice(at, at + Number(count))
  const [first] = run
  if (at === -1 || first === undefined || goalThen === undefined || after === '') return nowhere('byHand')
  if (!run.every(isTyped) || bareOf(first) !== bareText(beforeText)) return nowhere('byHand')
  if (goalThen.target === null || !('rank' in goalThen.target)) return nowhere('byHand')
  const places = { sent, now }
  const goal = goalOf(goalThen, places)
  if (goal === undefined) return nowhere('gone')
  const lines = run.map(({ text }) => text)
  const beyond = now.slice(now.indexOf(goal) + 1, now.indexOf(goal) + 1 + lines.length)
  if (beyond.every(isTyped) && lines.every((words, step) => bareOf(beyond[step] ?? goal) === bareText(words)))
    return found('done', beyond)
  const own = now.filter((place) => isTyped(place) && isSameText(place.target, first.target))
  const here =
    (first.target === null ? null : runOf(own, lines, first.target)) ??
    together(run.map(formsOf(places)), now)
  if (here === null) return nowhere('gone')
  const followers = sent.slice(sent.indexOf(goalThen) + 1).filter((place) => !run.includes(place))
  if (hasCome(here, goal, { followers, places })) return found('done', here)
  const isAlike = here.every(
    ({ text }, step) => likeness(bagOf(text), bagOf(lines[step] ?? '')) >= VERY_ALIKE,
  )
  return { ...found(isAlike ? 'same' : 'differs', here), goal }
}

/** The present form of the place after which a move goes. */
function goalOf(then: SentPlace, places: Places): SentPlace | undefined {
  const own = places.now.filter((place) => isSameText(place.target, then.target))
  const says = own.filter((place) => bareOf(place) === bareOf(then))
  const same = nearest(says, rankOf(then.target))
  if (same !== undefined) return same
  return isTyped(then) ? formsOf(places)(then) : own.find(({ target }) => rankOf(target) === 0)
}

/** It stands between its goal and what followed that one; others may have come there too. */
function hasCome(
  here: readonly SentPlace[],
  goal: SentPlace,
  { followers, places }: { followers: readonly SentPlace[]; places: Places },
): boolean {
  const [start] = here
  if (start === undefined || !isSameText(start.target, goal.target)) return false
  const [next] = followers
    .filter(({ target }) => isSameText(target, goal.target))
    .flatMap((place) => formsOf(places)(place) ?? [])
  const at = places.now.indexOf(start)
  return at > places.now.indexOf(goal) && (next === undefined || at < places.now.indexOf(next))
}

/** A paragraph of a text that somebody typed. */
function isTyped({ target }: SentPlace): boolean {
  return target !== null && 'rank' in target && target.rank > 0
}

/** Paragraphs that follow each other in one text; null when they do not. */
function together(
  places: readonly (SentPlace | undefined)[],
  now: readonly SentPlace[],
): readonly SentPlace[] | null {
  const own = places.filter((place) => place !== undefined)
  const [first] = own
  if (first === undefined || own.length < places.length) return null
  const at = now.indexOf(first)
  const isRow = own.every((place, step) => now[at + step] === place && isSameText(place.target, first.target))
  return isRow ? own : null
}

type Forms = ReadonlyMap<SentPlace, SentPlace>

const matched = new WeakMap<readonly SentPlace[], WeakMap<readonly SentPlace[], Forms>>()

/** The present form of each paragraph that somebody typed, wherever it stands now. */
function formsOf({ sent, now }: Places) {
  const known = matched.get(now) ?? new WeakMap<readonly SentPlace[], Forms>()
  matched.set(now, known)
  const forms = known.get(sent) ?? matchedForms(sent, now)
  known.set(sent, forms)
  return (place: SentPlace): SentPlace | undefined => forms.get(place)
}

function matchedForms(sent: readonly SentPlace[], now: readonly SentPlace[]): Forms {
  const [before, after] = [sent.filter(isTyped), now.filter(isTyped)]
  const bare = ({ text }: SentPlace) => ({ text, anchors: [] })
  const forms = new Map<SentPlace, SentPlace>()
  matchParagraphs(before.map(bare), after.map(bare)).forEach((at, index) => {
    const [own, form] = [at === null ? undefined : before[at], after[index]]
    if (own !== undefined && form !== undefined) forms.set(own, form)
  })
  return forms
}
