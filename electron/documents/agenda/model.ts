import { z } from 'zod'
import {
  depths,
  inAgendaOrder,
  isTimed,
  itemNumbers,
  timetable,
  toClockTime,
} from '../../domain/agenda/agenda.ts'
import { provenanceWords } from '../../domain/agenda/provenance-words.ts'
import type { FileToPrint } from '../../domain/meetings/meeting-file.ts'
import { formatDate, formatDuration, formatTime, formatTimeRange } from '../../domain/text/french.ts'
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
  const items = inAgendaOrder(file.items)
  const numbers = itemNumbers(items)
  const depthOf = depths(items)
  const times = timetable(items, meeting)
  const timed = hours && isTimed(items)
  const mention = joined([
    meeting.state === 'cancelled' ? agendaText.cancelled : '',
    version === 1 ? '' : agendaText.version(version),
  ])
  return {
    kind: 'agenda',
    head: documentHead(file, 'agenda', mention, ''),
    facts: [
      ...fact(meetingText.subject, typed(meeting.title)),
      ...fact(
        meetingText.date,
        joined([formatDate(meeting.date), formatTimeRange(meeting.startTime, meeting.endTime)]),
      ),
      ...fact(meetingText.mode, meetingText.modes[meeting.mode]),
      ...fact(meetingText.place, typed(meeting.place)),
      ...videoFact(meeting.videoLink.trim()),
      ...fact(meetingText.chair, typed(meeting.chair)),
      ...fact(meetingText.secretary, typed(meeting.secretary)),
      ...fact(meetingText.contact, typed(body.contact)),
      ...fact(agendaText.total, hours ? totalOf(times) : ''),
    ],
    heading: hours ? agendaText.heading : agendaText.listHeading,
    timed,
    columns: agendaText.columns,
    rows: items.flatMap((item) => {
      const slot = times.slots.get(item.id)
      const depth = depthOf.get(item.id) ?? 1
      const start = slot?.start ?? 0
      const gap = slot?.gapBefore ?? 0
      const row = {
        kind: item.kind,
        depth,
        time: timed ? formatTime(toClockTime(start)) : '',
        duration: timed && slot !== undefined ? durationWords(slot.durationMinutes) : '',
        number: numbers.get(item.id) ?? '',
        title: typed(item.title),
        nature: item.nature === null ? '' : meetingText.natures[item.nature],
        presenter: joined([
          typed(item.presenter),
          typed(item.organisation),
          item.requester.trim() === '' ? '' : meetingText.requestedBy(typed(item.requester)),
        ]),
      }
      if (gap === 0 || !hours) return [row]
      const before = {
        ...row,
        kind: 'gap' as const,
        time: formatTime(toClockTime(start - gap)),
        duration: formatDuration(gap),
        number: '',
        title: agendaText.gap,
        nature: '',
        presenter: '',
      }
      return [before, row]
    }),
    empty: items.length === 0 ? agendaText.empty : '',
    carried: carriedWords(file, numbers),
  }
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

function totalOf({ totalMinutes, end }: { totalMinutes: number; end: number }): string {
  if (totalMinutes === 0) return ''
  return agendaText.totalWithEnd(formatDuration(totalMinutes), formatTime(toClockTime(end)))
}

/** Short addresses are printed whole; long ones, useless on paper, as words with their host. */
export function videoFact(link: string): Row[] {
  if (link === '') return []
  if (!/^https?:\/\//i.test(link) || !URL.canParse(link)) return fact(meetingText.video, typed(link))
  const value = link.length <= 40 ? link : meetingText.joinVideo(new URL(link).host)
  return [{ label: meetingText.video, value, href: link }]
}
