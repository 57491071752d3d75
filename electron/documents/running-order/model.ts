// The meeting hour by hour as the secretariat and the chair hold it, with their notes. It never leaves them.
import { z } from 'zod'
import {
  type AgendaItem,
  depths,
  inAgendaOrder,
  isTimed,
  itemNumbers,
  latestTold,
  plannedEnd,
  type Slot,
  type Timetable,
  timetable,
  toClockTime,
} from '../../domain/agenda/agenda.ts'
import { replyCounts } from '../../domain/attendance/reply.ts'
import type { AwaitedDocument } from '../../domain/documents/attachment.ts'
import type { FileToPrint, MeetingFile } from '../../domain/meetings/meeting-file.ts'
import {
  formatDate,
  formatDuration,
  formatEndTime,
  formatNarrowDate,
  formatTime,
  formatTimeRange,
} from '../../domain/text/french.ts'
import { plainLines } from '../blocks.ts'
import { requesterWords } from '../facts/meeting.ts'
import { DocumentHead, documentHead, fact, joined, Row, typed } from '../head.ts'
import { calledName } from '../room/names.ts'
import { meetingText } from '../text/meeting.ts'
import { runningOrderText as text } from '../text/running-order.ts'
import { cuesOf, guestsOf, namedPerson, type Prepared, presenterOf } from './cues.ts'

const OrderRow = z.strictObject({
  kind: z.enum(['item', 'welcome', 'break', 'gap']),
  depth: z.int().min(1),
  /** Empty when nothing on the agenda is timed. */
  time: z.string(),
  /** "heure fixe", "jusqu’à 15 h", a duration: under the hour, each on its line. */
  timing: z.array(z.string()),
  number: z.string(),
  title: z.string(),
  /** Nature, presenter, who asked for it; then the guests. */
  about: z.array(z.string()),
  cues: z.array(z.string()),
  notes: z.array(z.string()),
  /** Who wants it otherwise and what they say; null when nobody does. */
  disagreement: z.strictObject({ label: z.string(), lines: z.array(z.string()) }).nullable(),
  documents: z.array(z.string()),
})

export const RunningOrderModel = z.strictObject({
  kind: z.literal('runningOrder'),
  /** It holds internal notes: no message and no folder of members may carry it. */
  circulation: z.literal('secretariat'),
  head: DocumentHead,
  facts: z.array(Row),
  warnings: z.strictObject({ heading: z.string(), lines: z.array(z.string()) }),
  heading: z.string(),
  columns: z.array(z.string()).length(5),
  rows: z.array(OrderRow),
  /** In place of cells without words. */
  nothing: z.string(),
  meetingDocuments: z.strictObject({ heading: z.string(), lines: z.array(z.string()) }),
  empty: z.string(),
})
export type RunningOrderModel = z.infer<typeof RunningOrderModel>

export type RunningOrderParts = Prepared & { awaited: readonly AwaitedDocument[] }

export function runningOrderModel(file: FileToPrint, parts: RunningOrderParts): RunningOrderModel {
  const { meeting } = file
  const items = inAgendaOrder(file.items)
  const numbers = itemNumbers(items)
  const depthOf = depths(items)
  const times = timetable(items, meeting)
  const latest = latestTold(items, times)
  const timed = isTimed(items)
  const { time, item, cues, notes, documents } = text.columns
  return {
    kind: 'runningOrder',
    circulation: 'secretariat',
    head: documentHead(file, 'runningOrder', text.mention, text.notice),
    facts: factsOf(file, parts, times),
    warnings: { heading: text.warnings, lines: warningsOf(file, items, numbers, times, parts) },
    heading: text.heading,
    columns: [time, item, cues, notes, documents],
    rows: items.flatMap((one) => {
      const slot = timed ? times.slots.get(one.id) : undefined
      const row = rowOf(file, parts, one, slot, numbers.get(one.id) ?? '', depthOf.get(one.id) ?? 1)
      const isTold = slot === undefined || slot.start <= (latest.get(one.id) ?? slot.start)
      return [...gapRows(slot), isTold ? row : { ...row, time: text.nothing }]
    }),
    nothing: text.nothing,
    meetingDocuments: { heading: text.forMeeting, lines: documentsOf(file, parts, null) },
    empty: items.length === 0 ? text.empty : '',
  }
}

function factsOf(
  { body, meeting }: MeetingFile,
  { asked }: RunningOrderParts,
  times: ReturnType<typeof timetable>,
): Row[] {
  const counts = replyCounts(asked)
  const answers = (['onSite', 'remote', 'represented', 'excused', 'awaited'] as const).map((answer) =>
    counts[answer] === 0 ? '' : text.answers[answer](counts[answer]),
  )
  return [
    ...fact(meetingText.subject, typed(meeting.title)),
    ...fact(
      meetingText.date,
      joined([formatDate(meeting.date), formatTimeRange(meeting.startTime, meeting.endTime)]),
    ),
    ...fact(meetingText.mode, meetingText.modes[meeting.mode]),
    ...fact(meetingText.place, typed(meeting.place)),
    ...fact(meetingText.chair, typed(meeting.chair)),
    ...fact(meetingText.secretary, joined([typed(meeting.secretary), typed(body.contact)])),
    ...fact(text.expected, joined(answers)),
    ...fact(text.total, times.totalMinutes === 0 ? '' : formatDuration(times.totalMinutes)),
    ...endFacts(meeting, times),
  ]
}

/** When the meeting will end as its items are timed; nothing where they are not. */
export const endFacts = (meeting: MeetingFile['meeting'], times: Timetable): Row[] =>
  fact(text.end, times.totalMinutes === 0 ? '' : endWords(meeting, times))

/** When it will end, against when it should. */
function endWords(
  meeting: Pick<MeetingFile['meeting'], 'startTime' | 'endTime'>,
  { end, overrunMinutes }: { end: number; overrunMinutes: number },
): string {
  const said = formatEndTime(meeting.startTime, toClockTime(end))
  const planned = plannedEnd(meeting)
  if (planned === null) return said
  const plannedSaid = formatEndTime(meeting.startTime, toClockTime(planned))
  if (overrunMinutes > 0) return text.overrunFact(said, plannedSaid, formatDuration(overrunMinutes))
  return planned === end
    ? text.endFits(said, plannedSaid)
    : text.margin(said, plannedSaid, formatDuration(planned - end))
}

type OrderRowModel = RunningOrderModel['rows'][number]

function gapRows(slot: Slot | undefined): OrderRowModel[] {
  const gap = slot?.gapBefore ?? 0
  if (slot === undefined || gap === 0) return []
  return [
    {
      kind: 'gap',
      depth: 1,
      time: formatTime(toClockTime(slot.start - gap)),
      timing: [formatDuration(gap)],
      number: '',
      title: text.gap,
      about: [],
      cues: [],
      notes: [],
      disagreement: null,
      documents: [],
    },
  ]
}

function rowOf(
  file: FileToPrint,
  parts: RunningOrderParts,
  item: AgendaItem,
  slot: Slot | undefined,
  number: string,
  depth: number,
): OrderRowModel {
  const by = typed(item.disagreementBy)
  const lines = plainLines(item.disagreement)
  return {
    kind: item.kind,
    depth,
    time: slot === undefined ? '' : formatTime(toClockTime(slot.start)),
    timing: timingOf(item, slot),
    number,
    title: typed(item.title),
    about: aboutOf(item, parts, file.articles),
    cues: cuesOf(item, slot, parts, file),
    notes: plainLines(item.note),
    disagreement:
      by === '' && lines.length === 0 ? null : { label: text.disagreement(by, file.articles), lines },
    documents: documentsOf(file, parts, item.id),
  }
}

function timingOf(item: AgendaItem, slot: Slot | undefined): string[] {
  if (slot === undefined) return []
  return [
    ...(item.fixedStart === null ? [] : [text.fixed]),
    ...(slot.durationMinutes === 0 ? [] : [formatDuration(slot.durationMinutes)]),
    ...(slot.end === slot.start ? [] : [text.until(formatTime(toClockTime(slot.end)))]),
  ]
}

function aboutOf(
  item: AgendaItem,
  { asked }: RunningOrderParts,
  articles: FileToPrint['articles'],
): string[] {
  const guests = guestsOf(item, asked).map((guest) =>
    text.guest(namedPerson(guest), text.guestAnswers[guest.reply?.answer ?? 'none']),
  )
  return [
    item.nature === null ? '' : meetingText.natures[item.nature],
    joined([typed(item.presenter), typed(item.organisation)]),
    requesterWords(item, articles),
    guests.length === 0 ? '' : `${text.guests}\u00a0: ${joined(guests)}`,
  ].filter((line) => line !== '')
}

/** Documents to be shown, then those still awaited. */
function documentsOf(
  { attachments }: MeetingFile,
  { awaited }: RunningOrderParts,
  itemId: string | null,
): string[] {
  const there = attachments
    .filter((attachment) => attachment.itemId === itemId && attachment.replacedBy === null)
    .map(({ title, fileName, circulation, tabled }) => {
      const name = typed(title) || typed(fileName)
      if (circulation === 'secretariat') return text.documentInternal(name)
      return tabled ? text.documentTabled(name) : name
    })
  const missing = awaited
    .filter((document) => document.itemId === itemId && document.attachmentId === null)
    .map(({ title }) => text.documentAwaited(typed(title)))
  return [...there, ...missing]
}

/** In sentences, the overrun first, then in agenda order. */
function warningsOf(
  { meeting }: MeetingFile,
  items: readonly AgendaItem[],
  numbers: ReadonlyMap<string, string>,
  times: Timetable,
  { asked, awaited }: Prepared & { awaited: readonly AwaitedDocument[] },
): string[] {
  const lines: string[] = []
  const planned = plannedEnd(meeting)
  if (times.overrunMinutes > 0 && planned !== null)
    lines.push(
      text.overrun(
        formatDuration(times.overrunMinutes),
        formatEndTime(meeting.startTime, toClockTime(planned)),
      ),
    )
  const parents = new Set(items.map(({ parentId }) => parentId))
  const untimed = items.filter(
    ({ id, kind, durationMinutes }) => kind === 'item' && !parents.has(id) && (durationMinutes ?? 0) === 0,
  ).length
  // An agenda without any hour is not one whose hours are missing.
  if (untimed > 0 && times.totalMinutes > 0) lines.push(text.untimed(untimed))
  for (const item of items) {
    const number = numbers.get(item.id) ?? ''
    const name = number === '' ? text.unnumbered(typed(item.title)) : text.itemNumber(number)
    const slot = times.slots.get(item.id)
    if (slot !== undefined && slot.overlapBefore > 0)
      lines.push(text.overlap(name, formatDuration(slot.overlapBefore), formatTime(toClockTime(slot.start))))
    const presenter = presenterOf(item, asked)
    if (presenter?.reply?.answer === 'excused') lines.push(text.excusedPresenter(name, calledName(presenter)))
    for (const document of awaited)
      if (document.itemId === item.id && document.attachmentId === null)
        lines.push(
          text.awaited(
            name,
            typed(document.title),
            typed(document.fromName),
            document.dueOn === null ? '' : formatNarrowDate(document.dueOn),
          ),
        )
  }
  return lines
}
