import { z } from 'zod'
import { alphabetical } from '../../domain/text/alphabetical.ts'
import { fold } from '../../domain/text/fold.ts'
import { formatNarrowDate, withCapital } from '../../domain/text/french.ts'
import { comesIntoForceAsUsual, type Period, partOf, soonOf } from '../../domain/watch/period.ts'
import { plainLines } from '../blocks.ts'
import { typed } from '../head.ts'
import { bulletinText as text } from '../text/watch-bulletin.ts'
import { sourceOf, watchName } from '../watch-name.ts'
import type { BulletinItem } from './entry.ts'

const NewsRow = z.strictObject({
  /** "Paru le 3 nov. 2026", then what is to come, one per line. */
  when: z.array(z.string()).min(1),
  title: z.string(),
  /** Where the text is read, or null. */
  href: z.string().nullable(),
  /** What changes, one per typed line; of a text published before the period, the bulletin of then told it. */
  lines: z.array(z.string()),
})
/** What one public has to know. */
export const News = z.strictObject({
  heading: z.string(),
  columns: z.array(z.string()).length(2),
  rows: z.array(NewsRow).min(1),
})
export type News = z.infer<typeof News>

type Moment = { on: string; words: string }

/**
 * What came out in the period and what soon applies, by public; each text once in each public, new ones first. What it
 * changes is told once, to those whom it is for, unless an earlier bulletin can have told it.
 */
export function newsOf(items: readonly BulletinItem[], period: Period): News[] {
  type Told = { item: BulletinItem; moments: Moment[]; isTold: boolean }
  const publics = new Map<string, { name: string; rows: Told[] }>()
  for (const item of items) {
    const isNew = partOf(item, period) === 'published'
    const isOfBefore = item.publishedOn !== null && item.publishedOn < period.from
    const found = momentsOf(item, period, isNew)
    const own = typed(item.audience)
    const first = found.has(own) ? own : [...found.keys()][0]
    for (const [name, moments] of found) {
      const key = fold(name)
      const known = publics.get(key) ?? { name, rows: [] }
      publics.set(key, {
        ...known,
        rows: [...known.rows, { item, moments, isTold: !isOfBefore && name === first }],
      })
    }
  }
  return [...publics.values()]
    .sort((a, b) => Number(a.name === '') - Number(b.name === '') || alphabetical(a.name, b.name))
    .map(({ name, rows }) => ({
      heading: name === '' ? text.everybody : withCapital(name),
      columns: [...text.newsColumns],
      rows: rows
        .sort(
          (a, b) =>
            (a.moments[0]?.on ?? '').localeCompare(b.moments[0]?.on ?? '') ||
            alphabetical(a.item.title, b.item.title) ||
            a.item.id.localeCompare(b.item.id),
        )
        .map(({ item, moments, isTold }) => ({
          when: moments.map(({ words }) => withCapital(words)),
          title: watchName(item),
          href: sourceOf(item.sourceUrl).href,
          lines: isTold ? plainLines(item.consequences) : [],
        })),
    }))
}

/** Whether the short bulletin speaks of a text. */
export const isNews = (item: BulletinItem, period: Period): boolean =>
  momentsOf(item, period, partOf(item, period) === 'published').size > 0

/** By public, soonest first: the publication, then what is due until `soonOf` the period. */
function momentsOf(item: BulletinItem, period: Period, isNew: boolean): Map<string, Moment[]> {
  const until = soonOf(period)
  const moment = (on: string | null, words: (day: string) => string): Moment[] =>
    on === null ? [] : [{ on, words: words(formatNarrowDate(on)) }]
  const due = (on: string | null, words: (day: string) => string): Moment[] =>
    on === null || item.status === 'repealed' || on < period.from || on > until ? [] : moment(on, words)
  const { inForceOn, appliesOn } = item
  const whole = [
    ...(isNew ? moment(item.publishedOn, text.news.published) : []),
    ...(inForceOn === appliesOn || comesIntoForceAsUsual(item) ? [] : due(inForceOn, text.news.inForce)),
    ...due(appliesOn, text.news.applies),
  ]
  const found = new Map<string, Moment[]>()
  const add = (name: string, more: readonly Moment[]) => {
    if (more.length > 0) found.set(name, [...(found.get(name) ?? []), ...more])
  }
  add(typed(item.audience), whole)
  for (const deadline of item.deadlines) {
    const threshold = typed(deadline.threshold)
    const label = typed(deadline.label)
    add(
      typed(deadline.audience) || typed(item.audience),
      due(deadline.date, (day) => text.news.due(day, threshold, label)),
    )
  }
  for (const moments of found.values()) moments.sort((a, b) => a.on.localeCompare(b.on))
  return found
}
