// What is asked for by its kind and a day, a month, a meeting or its place there: "décisions de mars", "point 4 de la séance 11".
import { sql } from 'kysely'
import type { SearchHit } from '../../../contract/search.ts'
import type { Reader } from '../../../db/driver.ts'
import { itemNumbers } from '../../../domain/agenda/agenda.ts'
import { printedNumber } from '../../../domain/minutes/minutes.ts'
import type { SearchQuery } from '../../../domain/search/query.ts'
import { periodOf, type When } from '../../../domain/search/when.ts'
import type { ReadContext } from '../../context.ts'
import { BY_NUMBER } from './marks.ts'
import { meantMeetings } from './meant-meetings.ts'

const MOST = 5
/** Meetings that are looked into for the one that is meant. */
const MOST_MEETINGS = 4

type Found = Pick<
  SearchHit,
  'kind' | 'id' | 'meetingId' | 'itemId' | 'date' | 'title' | 'number' | 'meetingNumber'
>

export async function datedObjects({ tx, today }: ReadContext, query: SearchQuery): Promise<SearchHit[]> {
  const { about, when, meetingNumber, place, rank, words } = query
  if (words.length > 0 || [when, meetingNumber, place, rank].every((one) => one === null)) return []
  const found =
    about === 'decision' || about === 'action' || about === 'item'
      ? await ofMeetings(tx, { ...query, about }, today)
      : (about === 'watch' || about === 'subject') && when !== null
        ? await ofDays(tx, about, inPast(when, today))
        : []
  return found.slice(0, MOST).map((one, at) => ({
    ...one,
    titleRanges: [],
    extract: '',
    ranges: [],
    note: '',
    mark: BY_NUMBER - at / 100,
  }))
}

async function ofMeetings(
  tx: Reader,
  query: SearchQuery & { about: 'decision' | 'action' | 'item' },
  today: string,
): Promise<Found[]> {
  const meetings = await meantMeetings(tx, { ...query, about: null }, today)
  for (const meeting of meetings.slice(0, MOST_MEETINGS)) {
    const found =
      query.about === 'item'
        ? await itemOf(tx, meeting, query.rank)
        : await notedIn(tx, query.about, meeting, query.rank)
    if (found.length > 0) return found
  }
  return []
}

type Meeting = { readonly id: string; readonly number: number | null; readonly date: string }

async function notedIn(
  tx: Reader,
  kind: 'decision' | 'action',
  meeting: Meeting,
  rank: number | null,
): Promise<Found[]> {
  const all = tx
    .selectFrom(kind)
    .select(['id', 'meetingId', 'itemId', 'rank', 'text'])
    .where('meetingId', '=', meeting.id)
    .orderBy('rank')
    .limit(MOST)
  const rows = await (rank === null ? all : all.where('rank', '=', rank)).execute()
  return rows.map(({ rank: own, text, ...row }) => ({
    ...row,
    kind,
    date: meeting.date,
    title: text,
    number: printedNumber(kind === 'decision' ? 'D' : 'A', meeting, own),
    meetingNumber: meeting.number,
  }))
}

async function itemOf(tx: Reader, meeting: Meeting, rank: number | null): Promise<Found[]> {
  const items = await tx
    .selectFrom('agendaItem')
    .select(['id', 'parentId', 'position', 'kind', 'title'])
    .where('meetingId', '=', meeting.id)
    .execute()
  const numbers = itemNumbers(items)
  return items
    .filter(({ id }) => numbers.get(id) === String(rank))
    .map(({ id, title }) => ({
      kind: 'item',
      id,
      meetingId: meeting.id,
      itemId: id,
      date: meeting.date,
      title,
      number: '',
      meetingNumber: meeting.number,
    }))
}

async function ofDays(tx: Reader, kind: 'watch' | 'subject', when: When): Promise<Found[]> {
  const period = periodOf(when)
  if (period === null) return []
  const rows =
    kind === 'watch'
      ? await tx
          .selectFrom('watchItem')
          .select(['id', 'title', 'publishedOn as date'])
          // As its index has it.
          .where(sql<string>`coalesce(published_on, '9999')`, '>=', period.from)
          .where(sql<string>`coalesce(published_on, '9999')`, '<=', period.to)
          .orderBy(sql`coalesce(published_on, '9999')`, 'desc')
          .orderBy('id', 'desc')
          .limit(MOST)
          .execute()
      : await tx
          .selectFrom('subject')
          .select(['id', 'title', 'receivedOn as date'])
          .where('receivedOn', '>=', period.from)
          .where('receivedOn', '<=', period.to)
          .orderBy('receivedOn', 'desc')
          .limit(MOST)
          .execute()
  return rows.map((row) => ({
    ...row,
    kind,
    meetingId: null,
    itemId: null,
    number: '',
    meetingNumber: null,
  }))
}

/** Texts and subjects are of the past: "juin" is the last one. */
function inPast(when: When, today: string): When {
  if (when.year !== null || when.days !== undefined) return when
  const year = Number(today.slice(0, 4))
  const from = periodOf({ ...when, year })?.from ?? ''
  return { ...when, year: from > today ? year - 1 : year }
}
