import { z } from 'zod'
import { formatNarrowDate, withCapital } from '../../domain/text/french.ts'
import { comesIntoForceAsUsual, type Period } from '../../domain/watch/period.ts'
import { typed } from '../head.ts'
import { bulletinText as text } from '../text/watch-bulletin.ts'
import { publicOf, shortWatchName } from '../watch-name.ts'
import type { BulletinItem } from './entry.ts'

export const BulletinDate = z.strictObject({
  date: z.string(),
  what: z.string(),
  /** Number of the text's entry, and its short name. */
  entry: z.string(),
  name: z.string(),
  audience: z.string(),
})
export type BulletinDate = z.infer<typeof BulletinDate>

/** @param listed the texts of the bulletin in its order. */
export function datesOf(listed: readonly BulletinItem[], period: Period): BulletinDate[] {
  return listed
    .flatMap((item, index) =>
      item.status === 'repealed'
        ? []
        : momentsOf(item, period).map((moment) => ({ ...moment, item, entry: index + 1 })),
    )
    .sort((a, b) => a.on.localeCompare(b.on) || a.entry - b.entry)
    .map(({ on, what, audience, item, entry }) => ({
      date: formatNarrowDate(on),
      what,
      entry: String(entry),
      name: shortWatchName(item),
      audience: withCapital(audience) || text.noAudience,
    }))
}

/** From the period on; the day after a publication needs no reminder. */
function momentsOf(
  item: BulletinItem,
  { from, to }: Period,
): { on: string; what: string; audience: string }[] {
  const { publishedOn, appliesOn } = item
  const inForceOn = comesIntoForceAsUsual(item) ? null : item.inForceOn
  const moments: { on: string | null; what: string }[] = [
    { on: publishedOn !== null && publishedOn > to ? publishedOn : null, what: text.publication },
    ...(inForceOn !== null && inForceOn === appliesOn
      ? [{ on: inForceOn, what: text.both }]
      : [
          { on: inForceOn, what: text.inForce },
          { on: appliesOn, what: text.applies },
        ]),
  ]
  const whole = moments.map((moment) => ({ ...moment, audience: typed(item.audience) }))
  const byPublic = item.deadlines.map((deadline) => ({
    on: deadline.date,
    what: typed(deadline.label) || text.deadline,
    audience: publicOf(deadline),
  }))
  return [...whole, ...byPublic].flatMap(({ on, ...moment }) =>
    on !== null && on >= from ? [{ on, ...moment }] : [],
  )
}
