import type { SearchHit } from '../../../contract/search.ts'
import type { Reader } from '../../../db/driver.ts'
import { printedNumber } from '../../../domain/minutes/minutes.ts'
import { wantedOf } from '../../../domain/search/quality.ts'
import { type ObjectNumber, readQuery, type SearchQuery } from '../../../domain/search/query.ts'
import { spelled } from '../../../domain/search/when.ts'
import type { Handlers, ReadContext } from '../../context.ts'
import { datedObjects } from './dated-objects.ts'
import { find, type MarkedText, titled } from './find.ts'
import { hitsOf } from './hits.ts'
import { BESIDE_WORDS, BY_DATE, BY_NUMBER, BY_PART } from './marks.ts'
import { type MeantMeeting, meansMeetings, meantMeetings, partOf } from './meant-meetings.ts'
import { said } from './said.ts'

/** Lines of one kind; of persons alone. */
const MOST_OF_KIND = 5
const MOST_PERSONS = 20
const MOST_MEETINGS = 4

export const handlers: Handlers<'search'> = {
  'search.said': (context, filter) => said(context, filter),

  async 'search.query'(context, { words, only }) {
    const query = readQuery(words, context.today)
    if (query.all.length === 0) return { hits: [], nearest: [], readAs: [] }
    if (only === 'persons') {
      const { texts, nearest, readAs, wanted } = await find(context, noDate(query), query.all, {
        kinds: ['person'],
      })
      return {
        hits: await hitsOf(context, texts.slice(0, MOST_PERSONS), wanted),
        nearest: await hitsOf(context, nearest, wanted),
        readAs: [...readAs],
      }
    }
    const meaning = Promise.all([
      numbered(context, query),
      datedObjects(context, query),
      meetings(context, query),
    ]).then((found) => found.flat())
    // Words that are a date or a number may as well be words: they are looked for as such when nothing else is left.
    const isAll = query.words.length === 0
    const [meant, narrow, calledSo] = await Promise.all([
      meaning,
      isAll
        ? meaning.then(({ length }) => find(context, noDate(query), query.all, { asTyped: length > 0 }))
        : find(context, query, query.words, { asTyped: false }),
      isAll ? [] : calledByDate(context, query),
    ])
    // A year may as well be one of the words: "obligatoire en 2027".
    const isWord = narrow.texts.length === 0 && calledSo.length === 0 && !isAll && query.when !== null
    const { texts, nearest, readAs, wanted } = isWord ? await find(context, noDate(query), query.all) : narrow
    const called = new Set(calledSo.map(({ id }) => id))
    const hits = [
      ...calledSo,
      ...(await hitsOf(context, fewOfEach(withoutDoubles(texts, query)), wanted)).filter(
        ({ id }) => !called.has(id),
      ),
    ]
    const known = new Set(meant.map(({ id }) => id))
    return {
      hits: [...meant, ...hits.filter(({ id }) => !known.has(id))].sort((a, b) => b.mark - a.mark),
      nearest: meant.length > 0 || calledSo.length > 0 ? [] : await hitsOf(context, nearest, wanted),
      readAs: [...readAs],
    }
  },
}

/** What bears the date in its name: "arrêté du 14 octobre 2026" was published on another day. */
async function calledByDate(context: ReadContext, query: SearchQuery): Promise<SearchHit[]> {
  const date = query.when === null ? null : spelled(query.when)
  if (date === null || query.words.length === 0) return []
  const wanted = wantedOf([...query.words, ...date])
  return hitsOf(context, fewOfEach(await titled(context, noDate(query), wanted)), wanted)
}

const noDate = (query: SearchQuery): SearchQuery => ({ ...query, when: null })

async function numbered({ tx }: ReadContext, { number }: SearchQuery): Promise<SearchHit[]> {
  if (number === null) return []
  const found = await numberedObjects(tx, number)
  return found.map(({ text, rank, ...row }) => ({
    ...row,
    title: text,
    titleRanges: [],
    extract: '',
    ranges: [],
    number: printedNumber(row.kind === 'decision' ? 'D' : 'A', { ...row, number: number.meeting }, rank),
    meetingNumber: number.meeting,
    note: '',
    mark: BY_NUMBER - rank / 100,
  }))
}

async function meetings({ tx, today }: ReadContext, query: SearchQuery): Promise<SearchHit[]> {
  if (!meansMeetings(query)) return []
  const found = await meantMeetings(tx, query, today)
  const isPlain = query.meetingNumber === null && query.when === null && query.place === null
  const mark = query.words.length > 0 ? BESIDE_WORDS : isPlain ? BY_PART : BY_DATE
  return found.slice(0, MOST_MEETINGS).map((meeting, at) => ({
    ...lineOf(meeting),
    kind: partOf(query.about),
    mark: mark - at,
  }))
}

function lineOf({ id, number, date, title }: MeantMeeting): Omit<SearchHit, 'kind' | 'mark'> {
  return {
    id,
    meetingId: id,
    itemId: null,
    date,
    title,
    titleRanges: [],
    extract: '',
    ranges: [],
    number: '',
    meetingNumber: number,
    note: '',
  }
}

/** A point of which there are minutes is found in them, unless its agenda is asked for; a file read in old minutes, as these. */
function withoutDoubles(texts: readonly MarkedText[], { about }: SearchQuery): MarkedText[] {
  const written = new Set(texts.flatMap(({ kind, itemId }) => (kind === 'section' ? (itemId ?? []) : [])))
  const listed = new Set(texts.flatMap(({ kind, itemId }) => (kind === 'item' ? (itemId ?? []) : [])))
  const read = new Set(texts.flatMap(({ kind, entityId }) => (kind === 'document' ? entityId : [])))
  return texts.filter(({ kind, itemId, entityId }) => {
    if (kind === 'attachment') return !read.has(entityId)
    if (itemId === null) return true
    if (about === 'agenda') return kind !== 'section' || !listed.has(itemId)
    return kind !== 'item' || !written.has(itemId)
  })
}

function fewOfEach(texts: readonly MarkedText[]): MarkedText[] {
  const met = new Map<string, number>()
  return texts.filter(({ kind }) => {
    const before = met.get(kind) ?? 0
    met.set(kind, before + 1)
    return before < MOST_OF_KIND
  })
}

type NumberedObject = {
  readonly kind: 'decision' | 'action'
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  readonly date: string
  readonly rank: number
  readonly text: string
}

/** Decisions or actions by their printed number; all of a meeting while the last figures are not typed yet. */
async function numberedObjects(tx: Reader, number: ObjectNumber): Promise<NumberedObject[]> {
  const { of, year, meeting, rank } = number
  const from = (table: 'decision' | 'action') => {
    const query = tx
      .selectFrom(table)
      .innerJoin('meeting', 'meeting.id', `${table}.meetingId`)
      .select([
        `${table}.id as id`,
        `${table}.meetingId as meetingId`,
        `${table}.itemId as itemId`,
        `${table}.rank as rank`,
        `${table}.text as text`,
        'meeting.date as date',
      ])
      .where('meeting.number', '=', meeting)
      .where('meeting.date', 'like', `${year}-%`)
      .where('meeting.deletedAt', 'is', null)
      .orderBy(`${table}.rank`)
      .limit(8)
    return rank === null ? query : query.where(`${table}.rank`, '=', rank)
  }
  const rows = await from(of).execute()
  return rows.map((row) => ({ kind: of, ...row }))
}
