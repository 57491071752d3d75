import { z } from 'zod'
import {
  inAgendaOrder,
  isTimed,
  itemNumbers,
  latestTold,
  timetable,
  toClockTime,
} from '../../domain/agenda/agenda.ts'
import { provenanceWords } from '../../domain/agenda/provenance-words.ts'
import { MeetingFacts } from '../../domain/documents/meeting-facts.ts'
import type { FileToPrint } from '../../domain/meetings/meeting-file.ts'
import type { Articles } from '../../domain/people/organisation-article.ts'
import { formatDuration, formatEndTime, formatTime } from '../../domain/text/french.ts'
import { itemFacts, meetingFacts, meetingRows, peopleWords, placeRows, timedItems } from '../facts/meeting.ts'
import { DocumentHead, documentHead, fact, joined, Row, typed } from '../head.ts'
import { agendaText } from '../text/agenda.ts'
import { meetingText } from '../text/meeting.ts'

export const AgendaModel = z.strictObject({
  kind: z.literal('agenda'),
  head: DocumentHead,
  facts: z.array(Row),
  heading: z.string(),
  /** Whether hours and durations are printed: no when nothing on the agenda is timed. */
  timed: z.boolean(),
  columns: z.strictObject({
    time: z.string(),
    duration: z.string(),
    item: z.string(),
    nature: z.string(),
    presenter: z.string(),
  }),
  rows: z.array(
    z.strictObject({
      kind: z.enum(['item', 'welcome', 'break', 'gap']),
      depth: z.int().min(1),
      time: z.string(),
      duration: z.string(),
      number: z.string(),
      title: z.string(),
      nature: z.string(),
      presenter: z.string(),
    }),
  ),
  /** Said instead of the table when the agenda has no item; empty otherwise. */
  empty: z.string(),
  /** Which points were taken up again, and from where; empty when none was. */
  carried: z.string(),
  carries: MeetingFacts.nullable().default(null),
})
export type AgendaModel = z.infer<typeof AgendaModel>

/**
 * The agenda of a meeting as it is sent: the items' notes and disagreements, which are the secretariat's own, never
 * enter it.
 * @param options.hours false for the list alone; otherwise hours and durations are printed once something is timed.
 * @param options.version number of the version that these words become; the first bears no mark.
 */
export function agendaModel(
  file: FileToPrint,
  { hours = true, version = 1 }: { hours?: boolean; version?: number } = {},
): AgendaModel {
  const { body, meeting } = file
  const facts = agendaFacts(file, hours)
  const isDraft = file.isAgendaDraft === true && meeting.state !== 'cancelled'
  const mention = joined([
    isDraft ? agendaText.draft : '',
    meeting.state === 'cancelled' ? agendaText.cancelled : '',
    version === 1 ? '' : agendaText.version(version),
  ])
  return {
    kind: 'agenda',
    head: documentHead(file, 'agenda', mention, isDraft ? agendaText.draftNotice : ''),
    facts: [
      ...meetingRows(facts),
      ...fact(meetingText.mode, meetingText.modes[meeting.mode]),
      ...placeRows(facts),
      ...fact(meetingText.chair, typed(meeting.chair)),
      ...fact(meetingText.secretary, typed(meeting.secretary)),
      ...fact(meetingText.contact, typed(body.contact)),
      ...fact(agendaText.total, totalOf(timetable(timedItems(facts), meeting), meeting)),
    ],
    heading: hours ? agendaText.heading : agendaText.listHeading,
    timed: isTimed(timedItems(facts)),
    columns: agendaText.columns,
    rows: agendaRows(facts, file.articles),
    empty: facts.items.length === 0 ? agendaText.empty : '',
    carried: carriedWords(file, itemNumbers(inAgendaOrder(file.items))),
    carries: facts,
  }
}

/** Without hours when they are not to be printed; a duration of its own is said even where a longer sum of sub-items is printed. */
function agendaFacts(file: FileToPrint, hours: boolean): MeetingFacts {
  const items = itemFacts(inAgendaOrder(file.items))
  return {
    ...meetingFacts(file.meeting),
    videoLink: file.meeting.videoLink.trim(),
    items: hours ? items : items.map((item) => ({ ...item, fixedStart: null, durationMinutes: null })),
    isWhole: true,
  }
}

/** The rows of the table as the facts give them. */
export function agendaRows(facts: MeetingFacts, articles: Articles): AgendaModel['rows'] {
  const items = timedItems(facts)
  const timed = isTimed(items)
  const { slots } = timetable(items, facts)
  const latest = latestTold(items, { slots })
  return facts.items.flatMap((item, index) => {
    const slot = slots.get(String(index))
    const start = slot?.start ?? 0
    const gap = slot?.gapBefore ?? 0
    const hour = (minutes: number) =>
      minutes <= (latest.get(String(index)) ?? minutes) ? formatTime(toClockTime(minutes)) : agendaText.untold
    const row = {
      kind: item.kind,
      depth: item.depth,
      time: timed ? hour(start) : '',
      duration: timed && slot !== undefined ? durationWords(slot.durationMinutes) : '',
      number: item.number,
      title: typed(item.title),
      nature: item.nature === null ? '' : meetingText.natures[item.nature],
      presenter: peopleWords(item, articles),
    }
    if (gap === 0) return [row]
    const before = {
      ...row,
      kind: 'gap' as const,
      time: hour(start - gap),
      duration: formatDuration(gap),
      number: '',
      title: agendaText.gap,
      nature: '',
      presenter: '',
    }
    return [before, row]
  })
}

/** "Points reportés : point 4, reporté de la séance du 12 mai ; point 6, …"; only of points that have a number. */
function carriedWords({ body, meeting, earlier }: FileToPrint, numbers: ReadonlyMap<string, string>): string {
  const points = (earlier?.provenance ?? []).flatMap((one) => {
    const number = numbers.get(one.itemId)
    return number === undefined
      ? []
      : [{ number, words: provenanceWords(one, meeting.date, body.meetingWord) }]
  })
  if (points.length === 0) return ''
  points.sort((a, b) => a.number.localeCompare(b.number, 'fr', { numeric: true }))
  const label = points.length === 1 ? agendaText.carriedOne : agendaText.carriedMany
  const said = points.map(({ number, words }) => agendaText.carriedItem(number, words))
  return `${label}\u00a0: ${said.join('\u202f; ')}.`
}

function durationWords(minutes: number): string {
  return minutes === 0 ? '' : formatDuration(minutes)
}

/** Members are told one end: the one that is planned, whatever the items add up to; the secretariat sees both on its screen. */
function totalOf(
  { totalMinutes, end }: { totalMinutes: number; end: number },
  { startTime, endTime }: Pick<FileToPrint['meeting'], 'startTime' | 'endTime'>,
): string {
  if (totalMinutes === 0 || endTime !== null) return ''
  return agendaText.totalWithEnd(formatDuration(totalMinutes), formatEndTime(startTime, toClockTime(end)))
}
