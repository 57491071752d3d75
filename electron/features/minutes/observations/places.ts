import type { ObservationStanding, Standing } from '../../../contract/observations.ts'
import type { Observation } from '../../../domain/minutes/observation.ts'
import { PARTED } from '../../../domain/text/rich-paragraphs.ts'
import { bareText } from '../../../domain/text/text-likeness.ts'
import type { SentPlace, Target } from './sent-minutes.ts'

/** As its readers had it, and as it is now. */
export type Places = { readonly sent: readonly SentPlace[]; readonly now: readonly SentPlace[] }

/** Where an observation stands; `place` is what can be written at, null when nothing can. */
export type Found = Omit<ObservationStanding, 'id'> & {
  readonly place: SentPlace | null
  /** How many paragraphs it is about, from `place` on. */
  readonly count: number
  /** Of a move: the place after which it goes. */
  readonly goal: SentPlace | null
  /** The words of all of it, once those that are wanted are in them; null where what others want is in their way. */
  readonly whole: (words: string) => string | null
}

const bared = new WeakMap<SentPlace, string>()

/** Asked of every place by every observation. */
export function bareOf(place: SentPlace): string {
  const bare = bared.get(place) ?? bareText(place.text)
  bared.set(place, bare)
  return bare
}

const asItIs: Found['whole'] = (words) => words

export type Asking = Pick<
  Observation,
  'kind' | 'anchor' | 'itemId' | 'place' | 'source' | 'state' | 'beforeText' | 'afterText'
>

/** Read in a file at words that bear no name: those that the application prints of other data. */
export function isAtPrinted({ anchor, source }: Pick<Asking, 'anchor' | 'source'>): boolean {
  return anchor === '' && (source === 'tracked' || source === 'compared')
}

/** Paragraphs that say some words one after the other, those nearest to where they stood. */
export function runOf(
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

export function found(standing: Standing, run: readonly SentPlace[], whole = asItIs): Found {
  const live = run.map(({ text }) => text).join(PARTED)
  return { standing, live, place: run[0] ?? null, count: run.length, goal: null, whole }
}

export function nowhere(standing: Standing): Found {
  return { standing, live: '', place: null, count: 1, goal: null, whole: asItIs }
}

export function nearest(places: readonly SentPlace[], rank: number): SentPlace | undefined {
  return [...places].sort((a, b) => Math.abs(rankOf(a.target) - rank) - Math.abs(rankOf(b.target) - rank))[0]
}

/** A place that was told before says the row without the column, the head without the paragraph. */
export const samePlace = (one: string, other: string) =>
  one === other || one.startsWith(`${other}, `) || other.startsWith(`${one}, `)

export const sameName = (one: string | null, other: string) => one?.toLowerCase() === other.toLowerCase()

/** One for what has no paragraphs. */
export function rankOf(target: Target | null): number {
  return target !== null && 'rank' in target ? target.rank : 1
}

export function isSameText(one: Target | null, other: Target | null): boolean {
  if (one === null || other === null || one.field !== other.field) return false
  if ('id' in one && 'id' in other) return one.id === other.id
  return one.itemId === other.itemId
}

/** Whether words begin with the label that the application prints before those of a place, or it prints none there. */
export function isLabelled(words: string, { target, text }: SentPlace): boolean {
  const label = target !== null && 'label' in target ? bareText(target.label) : ''
  const begins = (said: string) => bareText(said) === label || bareText(said).startsWith(`${label} `)
  return label === '' || !begins(text) || begins(words)
}

/** The printed words without the label that the application puts before them. */
export function without(words: string, target: Target | null): string {
  if (target === null || !('label' in target) || target.label === '') return words
  const [first = '', ...rest] = words.split(target.label)
  return first.trim() === '' ? rest.join(target.label).trim() : words
}
