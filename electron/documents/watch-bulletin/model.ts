import { z } from 'zod'
import type { DocumentLook } from '../../domain/documents/document-style.ts'
import type { Body } from '../../domain/meetings/body.ts'
import { alphabetical } from '../../domain/text/alphabetical.ts'
import { formatDateWithoutWeekday, formatPeriod, withCapital } from '../../domain/text/french.ts'
import {
  type BulletinScope,
  horizonOf,
  isDue,
  type Period,
  type PeriodPart,
  partOf,
  soonOf,
} from '../../domain/watch/period.ts'
import { WatchNature } from '../../domain/watch/watch.ts'
import { acronymOf, DocumentHead, fact, headOf, joined, momentOf, Row, typed } from '../head.ts'
import { paperText } from '../text/head.ts'
import { bulletinText as text } from '../text/watch-bulletin.ts'
import { BulletinDate, datesOf } from './dates.ts'
import { BulletinEntry, type BulletinItem, entryOf } from './entry.ts'
import { isNews, News, newsOf } from './news.ts'

export const WatchBulletinModel = z.strictObject({
  kind: z.literal('watchBulletin'),
  head: DocumentHead,
  /** How many texts in each part, and of what. */
  facts: z.array(Row).min(1),
  /** Null when no date is to be kept in mind. */
  dates: z
    .strictObject({
      heading: z.string(),
      columns: z.array(z.string()).length(4),
      rows: z.array(BulletinDate),
    })
    .nullable(),
  /** Of the short bulletin: what each public has to know; the parts below are those of the whole one. */
  news: z.array(News).default([]),
  /** Only parts and groups that hold a text. */
  parts: z.array(
    z.strictObject({
      heading: z.string(),
      groups: z.array(z.strictObject({ heading: z.string(), entries: z.array(BulletinEntry).min(1) })),
    }),
  ),
  /** Said under its heading when there is no text at all; null otherwise. */
  nothing: z.strictObject({ heading: z.string(), sentence: z.string() }).nullable(),
})
export type WatchBulletinModel = z.infer<typeof WatchBulletinModel>

/** The texts of a bulletin; those of which it does not speak are left out. */
export type BulletinFile = {
  body: Body
  /** How documents of the period's last day look. */
  look: DocumentLook
  period: Period
  /** What is new and soon applies, or every text that the period speaks of. */
  scope: BulletinScope
  items: readonly BulletinItem[]
}

type Group = { heading: string; counted: (count: number) => string; items: BulletinItem[] }
type Part = { part: PeriodPart; groups: Group[] }

const parts: readonly PeriodPart[] = ['published', 'preparation', 'deadline']
const preparing = ['signed', 'consultation', 'draft', 'announced'] as const

/** The bulletin of a period: the same data give the same model, whenever it is made. */
export function watchBulletinModel({ body, look, period, scope, items }: BulletinFile): WatchBulletinModel {
  // The head counts what is inside, and nothing else.
  const inside = scope === 'whole' ? items : items.filter((item) => isNews(item, period))
  const grouped = parts
    .map((part): Part => ({ part, groups: groupsOf(inside, part, period) }))
    .filter(({ part, groups }) => scope === 'whole' || part !== 'preparation' || groups.length > 0)
  const listed = grouped.flatMap(({ groups }) => groups.flatMap((group) => group.items))
  const numbers = new Map(listed.map((item, index) => [item.id, index + 1]))
  const dates = scope === 'whole' ? datesOf(listed, period) : []
  const news = scope === 'news' ? newsOf(listed, period) : []
  const until = scope === 'whole' ? horizonOf(period) : soonOf(period)
  const isEmpty = scope === 'whole' ? listed.length === 0 : news.length === 0
  return {
    kind: 'watchBulletin',
    head: bulletinHead(body, look, period, scope),
    facts: [
      ...grouped.map(({ part, groups }) =>
        countFact(
          part,
          part === 'deadline' ? byNature(listed.filter((item) => isDue(item, period, until))) : groups,
          period,
          until,
        ),
      ),
      ...fact(text.toPresent, awaiting(listed)),
    ],
    dates: dates.length === 0 ? null : { heading: text.dates, columns: [...text.dateColumns], rows: dates },
    news,
    parts: (scope === 'whole' ? grouped : [])
      .filter(({ groups }) => groups.length > 0)
      .map(({ part, groups }) => ({
        heading: text.parts[part].heading,
        groups: groups.map((group) => ({
          heading: group.heading,
          entries: group.items.map((item) =>
            entryOf(item, numbers.get(item.id) ?? 0, period, body.meetingWord),
          ),
        })),
      })),
    nothing: isEmpty ? { heading: text.emptyHeading, sentence: text.nothing[scope] } : null,
  }
}

function bulletinHead(body: Body, look: DocumentLook, period: Period, scope: BulletinScope): DocumentHead {
  const { title, code } = paperText.watchBulletin
  const days = formatPeriod(period.from, period.to)
  return headOf({ body, look }, 'watchBulletin', {
    title,
    subtitle: days,
    runningTitle: `${title} ${days}`,
    reference: `${acronymOf(body)}/${periodCode(period)}-${code}${text.codes[scope]}`,
    mention: '',
    notice: '',
    metadataTitle: `${title} ${days}, ${typed(body.name)}`,
    keywords: [period.from, period.to],
    date: momentOf(period.to, '12:00'),
  })
}

/** "2026-11" for a whole month, else both days. */
export function periodCode({ from, to }: Period): string {
  const month = from.slice(0, 7)
  const lastDay = new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)), 0))
  return from === `${month}-01` && to === lastDay.toISOString().slice(0, 10) ? month : `${from}_${to}`
}

/** Published texts and deadlines by nature, in the order of the norms; what is not out by its state, nearest first. */
function groupsOf(items: readonly BulletinItem[], part: PeriodPart, period: Period): Group[] {
  const found = items.filter((item) => partOf(item, period) === part)
  const groups =
    part === 'preparation'
      ? preparing.map((status): Group => {
          const words = text.preparing[status]
          return {
            heading: words.heading,
            counted: (count) =>
              `${count}\u00a0${status === 'announced' && count === 1 ? text.oneAnnounced : words.counted}`,
            items: found.filter((item) => item.status === status).sort(byNatureThenTitle),
          }
        })
      : byNature(found.sort((a, b) => order(a, b, part === 'published' ? publication : deadline(period))))
  return groups.filter((group) => group.items.length > 0)
}

function byNature(items: readonly BulletinItem[]): Group[] {
  return WatchNature.options
    .map((nature): Group => {
      const [one, several] = text.natures[nature]
      return {
        heading: withCapital(several),
        counted: (count) => `${count}\u00a0${count === 1 ? one : several}`,
        items: items.filter((item) => item.nature === nature),
      }
    })
    .filter((group) => group.items.length > 0)
}

const natureRank = new Map(WatchNature.options.map((nature, rank) => [nature, rank]))
const publication = (item: BulletinItem) => item.publishedOn ?? ''

/** The first date of a text that the period still has before it. */
function deadline({ from }: Period) {
  return ({ inForceOn, appliesOn, deadlines }: BulletinItem) =>
    [inForceOn, appliesOn, ...deadlines.map(({ date }) => date)]
      .filter((date) => date !== null && date >= from)
      .sort()[0] ?? ''
}

function byNatureThenTitle(a: BulletinItem, b: BulletinItem): number {
  return (natureRank.get(a.nature) ?? 0) - (natureRank.get(b.nature) ?? 0) || order(a, b, () => '')
}

function order(a: BulletinItem, b: BulletinItem, dateOf: (item: BulletinItem) => string): number {
  return (
    dateOf(a).localeCompare(dateOf(b)) ||
    alphabetical(a.number, b.number) ||
    alphabetical(a.title, b.title) ||
    a.id.localeCompare(b.id)
  )
}

/** @param until the last day whose deadlines are told. */
function countFact(part: PeriodPart, groups: readonly Group[], period: Period, until: string): Row {
  const items = groups.flatMap((group) => group.items)
  const count = items.length
  const published = items.filter((item) => partOf(item, period) === 'published').length
  const texts =
    part === 'deadline' && count > 0
      ? joined([
          text.until(text.texts(count), formatDateWithoutWeekday(until)),
          text.alsoPublished(published, count),
        ])
      : text.texts(count)
  const detail = joined(groups.map(({ counted, items }) => counted(items.length)))
  const value = count === 0 ? text.none : text.detail(texts, detail)
  return { label: text.parts[part].fact, value, href: null }
}

function awaiting(listed: readonly BulletinItem[]): string {
  const count = listed.filter(({ followUp }) => followUp === 'toPresent').length
  return count === 0 ? '' : text.texts(count)
}
