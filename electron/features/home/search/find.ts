// The texts that hold what somebody typed: as it was typed, else with its slips understood, else what comes nearest.
import { sql } from 'kysely'
import type { Reader } from '../../../db/driver.ts'
import type { Among, FoundText } from '../../../db/search/find-texts.ts'
import type { SearchedKind } from '../../../db/search/kinds.ts'
import { type Wanted, wantedOf } from '../../../domain/search/quality.ts'
import type { SearchQuery } from '../../../domain/search/query.ts'
import { bestSentence, heldTest } from '../../../domain/search/sentences.ts'
import { isWhen, periodOf } from '../../../domain/search/when.ts'
import type { ReadContext } from '../../context.ts'
import { MEMBER, markOf } from './marks.ts'

export type MarkedText = FoundText & { readonly mark: number }
export type Finding = {
  readonly wanted: readonly Wanted[]
  readonly texts: readonly MarkedText[]
  readonly nearest: readonly MarkedText[]
  readonly readAs: readonly { typed: string; word: string }[]
}

/** Words that a slip is taken for at most. */
const MOST_READINGS = 5
const NEAREST = 3

type Options = Pick<Among, 'kinds' | 'byTitle'>

export async function find(
  context: ReadContext,
  query: SearchQuery,
  words: readonly string[],
  /** Nothing else is looked for where nothing holds the words. */
  { asTyped: isAsTyped = false, ...options }: Options & { asTyped?: boolean } = {},
): Promise<Finding> {
  const asTyped = wantedOf(words)
  const texts = await membersFirst(context.tx, await textsWith(context, query, asTyped, options))
  if (words.length === 0 || texts.length > 0 || isAsTyped)
    return { wanted: asTyped, texts, nearest: [], readAs: [] }
  const readings = await Promise.all(asTyped.map((one) => readingsOf(context, one)))
  const wanted = readings.map((reading) => reading.wanted)
  const understood = await membersFirst(context.tx, await textsWith(context, query, wanted, options))
  if (understood.length > 0) {
    const readAs = readings.flatMap(({ wanted: { typed }, word }) => (word === null ? [] : { typed, word }))
    return { wanted, texts: understood, nearest: [], readAs }
  }
  return { wanted, texts: [], nearest: await nearestOf(context, query, wanted, options), readAs: [] }
}

async function membersFirst(tx: Reader, texts: readonly MarkedText[]): Promise<MarkedText[]> {
  const ids = texts.flatMap(({ kind, entityId }) => (kind === 'person' ? entityId : []))
  if (ids.length === 0) return [...texts]
  const mandates = await tx
    .selectFrom('mandate')
    .select('personId')
    .where('personId', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .execute()
  const members = new Set(mandates.map(({ personId }) => personId))
  return texts
    .map((text) => (members.has(text.entityId) ? { ...text, mark: text.mark + MEMBER } : text))
    .sort((a, b) => b.mark - a.mark)
}

/** A word with those that it may be a slip of; the likeliest of them, unless it is known as it is. */
async function readingsOf(
  context: ReadContext,
  asTyped: Wanted,
): Promise<{ wanted: Wanted; word: string | null }> {
  const near = await context.nearestWords(asTyped.typed, MOST_READINGS)
  const [first] = near
  return {
    wanted: {
      typed: asTyped.typed,
      forms: [...asTyped.forms, ...near.map(({ word }) => ({ word, isStart: false }))],
    },
    word: first === undefined || first.slips === 0 ? null : first.word,
  }
}

async function textsWith(
  context: ReadContext,
  query: SearchQuery,
  wanted: readonly Wanted[],
  options: Options,
): Promise<MarkedText[]> {
  const { when } = query
  const found = await context.findTexts(
    wanted.map(({ forms }) => forms),
    { ...options, period: when === null ? null : (periodOf(when) ?? anyDate) },
  )
  const marked = found
    .filter(({ date }) => when === null || (date !== null && isWhen(date, when)))
    .map((text) => ({ ...text, mark: markOf(text, wanted, { about: query.about, today: context.today }) }))
    .sort((a, b) => b.mark - a.mark)
  return wanted.length < 2 ? marked : withSentences(context, marked, wanted)
}

/** What somebody said and what was written of it: words that stand in one sentence were meant together. */
async function withSentences(
  context: ReadContext,
  texts: readonly MarkedText[],
  wanted: readonly Wanted[],
): Promise<MarkedText[]> {
  const looked = spokenKinds.flatMap((kind) =>
    texts.filter((text) => text.kind === kind && !text.byTitle).slice(0, MOST_READ),
  )
  if (looked.length === 0) return [...texts]
  const bodies = await context.textsOf(
    wanted.map(({ forms }) => forms),
    looked.map(({ rowid }) => rowid),
  )
  const tests = wanted.map(heldTest)
  const more = new Map(
    looked.map(({ rowid, kind, title }) => {
      const who = kind === 'section' || kind === 'document' ? '' : title
      const held = bestSentence(bodies.get(rowid) ?? '', tests, who)?.held ?? 0
      return [rowid, held === wanted.length ? IN_ONE_SENTENCE : 0]
    }),
  )
  return texts
    .map((text) => ({ ...text, mark: text.mark + (more.get(text.rowid) ?? 0) }))
    .sort((a, b) => b.mark - a.mark)
}

/** Of texts that have a date. */
const anyDate = { from: '0000', to: '9999-99' }

/** What says all of the words in its title: a text is called by its day, whenever it was published. */
export function titled(
  context: ReadContext,
  query: SearchQuery,
  wanted: readonly Wanted[],
): Promise<MarkedText[]> {
  return textsWith(context, query, wanted, { byTitle: true })
}

const spokenKinds: readonly SearchedKind[] = ['section', 'document', 'position', 'line']
/** Texts of a kind that are read through. */
const MOST_READ = 15
const IN_ONE_SENTENCE = 20

/** What holds most of the words, the rarest first. */
async function nearestOf(
  context: ReadContext,
  query: SearchQuery,
  wanted: readonly Wanted[],
  options: Options,
): Promise<MarkedText[]> {
  const best = new Map<number, MarkedText>()
  for (const word of wanted.filter(({ typed }) => typed.length > 2)) {
    const found = await textsWith(context, query, [word], options)
    for (const text of found) {
      const mark = text.mark / (1 + Math.log10(found.length))
      const known = best.get(text.rowid)
      best.set(text.rowid, { ...text, mark: mark + (known?.mark ?? 0) })
    }
  }
  return [...best.values()].sort((a, b) => b.mark - a.mark).slice(0, NEAREST)
}
