import type { ObservationStanding, Standing } from '../../../contract/observations.ts'
import type { Transaction } from '../../../db/driver.ts'
import { deleteRow, getRow, updateRow } from '../../../db/rows.ts'
import type { Observation } from '../../../domain/minutes/observation.ts'
import { matchParagraphs } from '../../../domain/text/paragraph-match.ts'
import { withParagraph, withParagraphAfter } from '../../../domain/text/rich-paragraphs.ts'
import type { RichText } from '../../../domain/text/rich-text.ts'
import { bareText } from '../../../domain/text/text-likeness.ts'
import { forgetLine } from '../numbered.ts'
import type { SentPlace, Target } from './sent-minutes.ts'

/** As its readers had it, and as it is now. */
type Places = { readonly then: readonly SentPlace[]; readonly now: readonly SentPlace[] }

/** Where an observation stands; `place` is what can be written at, null when nothing can. */
export type Found = Omit<ObservationStanding, 'id'> & {
  readonly place: SentPlace | null
  /** For words that are part of a paragraph: the whole paragraph with them replaced. */
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

type Asking = Pick<Observation, 'kind' | 'anchor' | 'itemId' | 'beforeText' | 'afterText'>

/** @param inserted what other accepted observations put in after the same place: it stands before this one. */
export function findPlace(observation: Asking, places: Places): Found {
  const { kind, anchor, beforeText, afterText } = observation
  if (kind !== 'change') return nowhere('byHand')
  const then = anchor === '' ? undefined : places.then.find((place) => sameName(place.anchor, anchor))
  if (then === undefined) return byWords(observation, places.now)
  const { target } = then
  if (target === null) return nowhere('byHand')
  // The text that its readers had was not kept, and another paragraph bears the name now.
  if (beforeText !== '' && bareOf(then) !== bareText(beforeText)) return byWords(observation, places.now)
  const own = places.now.filter((place) => isSameText(place.target, target))
  if (beforeText === '') return putIn(then, own, afterText, places)
  if (rankOf(target) === 0) return nowhere('byHand')
  const wanted = bareText(without(beforeText, target))
  const says = own.filter((place) => rankOf(place.target) !== 0)
  const said = (place: SentPlace) => bareText(without(place.text, place.target))
  const same = nearest(
    says.filter((place) => said(place) === wanted),
    rankOf(target),
  )
  if (same !== undefined) return found('same', same)
  const done =
    afterText === '' ? undefined : says.find((place) => said(place) === bareText(without(afterText, target)))
  if (done !== undefined) return found('done', done)
  const now = successor(then, says, places.then)
  if (now !== undefined) return found('differs', now)
  return nowhere(afterText === '' ? 'done' : 'gone')
}

function found(standing: Standing, place: SentPlace, whole = asItIs): Found {
  return { standing, live: place.text, place, whole }
}

function nowhere(standing: Standing): Found {
  return { standing, live: '', place: null, whole: asItIs }
}

/**
 * Words of which no paragraph is named stand where they are read, if they are read once. Those that name one that is no
 * more are looked for as a whole.
 */
function byWords({ anchor, itemId, beforeText, afterText }: Asking, now: readonly SentPlace[]): Found {
  const wanted = bareText(beforeText)
  if (wanted === '' || wanted === bareText(afterText)) return nowhere('byHand')
  const own = now.filter(
    ({ target, itemId: of }) =>
      target !== null &&
      rankOf(target) !== 0 &&
      target.field !== 'title' &&
      (itemId === null || of === itemId),
  )
  if (anchor !== '') return wholeByWords({ wanted, done: bareText(afterText) }, own)
  const holds = own.filter((place) => bareOf(place).includes(wanted))
  const [one] = holds
  if (one === undefined || holds.length > 1) return nowhere('byHand')
  const at = indexOfWords(one.text, beforeText)
  if (at === null) return nowhere('byHand')
  return found('same', one, (words) => one.text.slice(0, at.from) + words.trim() + one.text.slice(at.to))
}

function wholeByWords({ wanted, done }: { wanted: string; done: string }, own: readonly SentPlace[]): Found {
  const bare = own.map(bareOf)
  const [same, now] = [own[bare.indexOf(wanted)], own[bare.indexOf(done)]]
  if (same !== undefined) return found('same', same)
  if (now !== undefined) return found('done', now)
  const [at] = matchParagraphs(
    bare.map((text) => ({ text, anchors: [] })),
    [{ text: wanted, anchors: [] }],
  )
  const alike = at == null ? undefined : own[at]
  return alike === undefined ? nowhere(done === '' ? 'done' : 'gone') : found('differs', alike)
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
  if (done !== undefined) return found('done', done)
  if (target.rank === 0) return { ...nowhere('same'), place: then }
  const same = nearest(
    own.filter((place) => bareOf(place) === bareOf(then)),
    target.rank,
  )
  const place = same ?? successor(then, own, places.then)
  return place === undefined ? nowhere('gone') : { ...nowhere('same'), place }
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

function isSameText(one: Target | null, other: Target | null): boolean {
  if (one === null || other === null || one.field !== other.field) return false
  if ('id' in one && 'id' in other) return one.id === other.id
  return one.itemId === other.itemId
}

/** The printed words without the label that the application puts before them. */
function without(words: string, target: Target | null): string {
  if (target === null || !('label' in target) || target.label === '') return words
  const [first = '', ...rest] = words.split(target.label)
  return first.trim() === '' ? rest.join(target.label).trim() : words
}

/** Writes words where an observation stands. @param rank how many paragraphs were put in there before. */
export async function writeWords(
  tx: Transaction,
  meetingId: string,
  { place, isNew, words, after }: { place: SentPlace; isNew: boolean; words: string; after: number },
): Promise<void> {
  const { target } = place
  if (target === null) return
  const said = without(words, target).trim()
  switch (target.field) {
    case 'presentation':
    case 'exchanges': {
      const row = await sectionOf(tx, target.itemId)
      const changed = rich(row[target.field], { rank: target.rank, isNew, words, after })
      await updateRow(tx, 'minutesSection', row, { [target.field]: changed })
      return
    }
    case 'outcome': {
      const gone = said === '' ? { outcome: null } : {}
      await updateRow(tx, 'minutesSection', await sectionOf(tx, target.itemId), {
        outcomeSentence: said,
        ...gone,
      })
      return
    }
    case 'opening':
    case 'closing': {
      const row = await tx
        .selectFrom('minutes')
        .selectAll()
        .where('meetingId', '=', meetingId)
        .executeTakeFirstOrThrow()
      const changed = rich(row[target.field], { rank: target.rank, isNew, words, after })
      await updateRow(tx, 'minutes', row, { [target.field]: changed })
      return
    }
    case 'decision':
    case 'action': {
      const row = await getRow(tx, target.field, target.id)
      if (said !== '') await updateRow(tx, target.field, row, { text: said })
      else {
        await forgetLine(tx, target.field === 'decision' ? { decisionId: row.id } : { actionId: row.id })
        await deleteRow(tx, target.field, row)
      }
      return
    }
    case 'title': {
      if (said !== '')
        await updateRow(tx, 'agendaItem', await getRow(tx, 'agendaItem', target.itemId), {
          title: said.slice(0, 500),
        })
    }
  }
}

function sectionOf(tx: Transaction, itemId: string) {
  return tx.selectFrom('minutesSection').selectAll().where('itemId', '=', itemId).executeTakeFirstOrThrow()
}

function rich(
  json: string,
  { rank, isNew, words, after }: { rank: number; isNew: boolean; words: string; after: number },
): string {
  const text = JSON.parse(json) as RichText
  return JSON.stringify(
    isNew ? withParagraphAfter(text, rank - 1 + after, words) : withParagraph(text, rank - 1, words),
  )
}
