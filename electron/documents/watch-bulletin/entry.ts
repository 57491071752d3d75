import { z } from 'zod'
import { meetingName } from '../../domain/meetings/meeting-name.ts'
import type { Hearing } from '../../domain/projects/project.ts'
import { formatDateWithoutWeekday, withCapital } from '../../domain/text/french.ts'
import type { Period } from '../../domain/watch/period.ts'
import type { TextDeadline } from '../../domain/watch/text-life.ts'
import type { WatchItem } from '../../domain/watch/watch.ts'
import { plainLines } from '../blocks.ts'
import { fact, joined, Row, typed } from '../head.ts'
import { minutesText } from '../text/minutes.ts'
import { bulletinText as text } from '../text/watch-bulletin.ts'
import { publicOf, sourceOf, watchName } from '../watch-name.ts'

export const BulletinEntry = z.strictObject({
  /** Rank in the bulletin, by which its dates refer to it. */
  number: z.string(),
  title: z.string(),
  /** Changes for local authorities, one per typed line. */
  lines: z.array(z.string()),
  facts: z.array(Row).min(1),
})
export type BulletinEntry = z.infer<typeof BulletinEntry>

export type BulletinItem = WatchItem & {
  hearings: readonly Hearing[]
  /** Soonest first, undated ones last. */
  deadlines: readonly TextDeadline[]
}

/** @param word what the body calls its meetings. */
export function entryOf(item: BulletinItem, number: number, period: Period, word: string): BulletinEntry {
  const nor = typed(item.nor)
  const source = sourceOf(item.sourceUrl)
  return {
    number: String(number),
    title: watchName(item),
    lines: plainLines(item.consequences),
    facts: [
      ...fact(text.facts.references, joined([nor === '' ? '' : minutesText.nor(nor), typed(item.ministry)])),
      ...fact(text.facts.dates, withCapital(joined(datesOf(item, period)))),
      ...fact(text.facts.state, item.status === 'repealed' ? text.repealed : ''),
      ...fact(text.facts.audience, withCapital(typed(item.audience))),
      ...fact(text.facts.deadlines, item.deadlines.map(dueWords).join('\u202f; ')),
      ...fact(text.facts.followUp, followUpOf(item, word)),
      ...fact(text.facts.source, source.words, source.href),
    ],
  }
}

function datesOf({ publishedOn, inForceOn, appliesOn }: WatchItem, { to }: Period): string[] {
  const said = (date: string | null, words: (date: string) => string) =>
    date === null ? '' : words(formatDateWithoutWeekday(date))
  const isAhead = publishedOn !== null && publishedOn > to
  return [
    said(publishedOn, isAhead ? text.publicationPlanned : text.published),
    said(inForceOn, text.inForceOn),
    said(appliesOn, text.appliesOn),
  ]
}

/** "1er janvier 2027, communes de plus de 3 500 habitants : désigner un référent". */
function dueWords(deadline: TextDeadline): string {
  const day = deadline.date === null ? text.noDate : formatDateWithoutWeekday(deadline.date)
  const label = typed(deadline.label)
  const start = joined([day, publicOf(deadline)])
  return label === '' ? start : text.due(start, label)
}

function followUpOf({ followUp, hearings }: BulletinItem, word: string): string {
  const meetings = hearings
    .filter(({ state }) => state !== 'left')
    .sort((a, b) => a.meetingDate.localeCompare(b.meetingDate))
    .map(({ meetingDate, meetingNumber }) =>
      meetingName(meetingNumber, formatDateWithoutWeekday(meetingDate), word),
    )
  return joined([text.followUps[followUp], ...new Set(meetings)])
}
