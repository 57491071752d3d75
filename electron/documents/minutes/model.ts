import { z } from 'zod'
import { type AgendaItem, depths, inAgendaOrder, itemNumbers } from '../../domain/agenda/agenda.ts'
import { chairAway } from '../../domain/attendance/chair.ts'
import { MeetingFacts } from '../../domain/documents/meeting-facts.ts'
import type { FileToPrint, MeetingFile } from '../../domain/meetings/meeting-file.ts'
import type { Outcome } from '../../domain/minutes/minutes.ts'
import { fold } from '../../domain/text/fold.ts'
import {
  formatDate,
  formatDateWithoutWeekday,
  formatEndTime,
  formatTime,
  formatTimeRange,
} from '../../domain/text/french.ts'
import { sentence } from '../../domain/text/standard-sentences.ts'
import { DocumentBlock, documentBlocks } from '../blocks.ts'
import { itemFacts } from '../facts/meeting.ts'
import { DocumentHead, documentHead, fact, joined, Row, typed } from '../head.ts'
import { meetingText } from '../text/meeting.ts'
import { minutesText } from '../text/minutes.ts'
import { Attendance, attendanceOf, chairedBy, peopleFacts } from './attendance.ts'
import { approvalOf, followUpOf, signaturesOf } from './follow-up.ts'
import {
  ActionNote,
  actionNote,
  DecisionNote,
  decisionNote,
  RecordTable,
  recordOf,
  stateNotice,
} from './record.ts'
import { isUnrecorded, MinutesSectionModel, sectionOf } from './section.ts'
import { heldFacts, nextFacts, statementFacts } from './statement-facts.ts'

const Passage = z.strictObject({ heading: z.string(), sentence: z.string(), blocks: z.array(DocumentBlock) })

export const MinutesModel = z.strictObject({
  kind: z.literal('minutes'),
  head: DocumentHead,
  facts: z.array(Row),
  attendance: Attendance.nullable(),
  /** Null, as the parts below, where the secretariat leaves it out, and where there is none. */
  agenda: z
    .strictObject({
      heading: z.string(),
      items: z.array(z.strictObject({ number: z.string(), title: z.string(), depth: z.int().min(1) })),
    })
    .nullable(),
  record: RecordTable.nullable(),
  /** Whether it stands before the discussion. */
  recordFirst: z.boolean().default(false),
  opening: Passage.nullable(),
  sections: z.array(MinutesSectionModel),
  /** Decisions and actions whose item is no longer on the agenda: never lost on paper. */
  unplaced: z.strictObject({ decisions: z.array(DecisionNote), actions: z.array(ActionNote) }),
  next: Passage.nullable(),
  closing: Passage,
  followUp: z
    .strictObject({
      heading: z.string(),
      columns: z.array(z.string()),
      rows: z.array(z.array(z.string())),
    })
    .nullable(),
  approval: z
    .strictObject({ heading: z.string(), lines: z.array(z.string()) })
    .nullable()
    .default(null),
  /** Null on a draft, which nobody signs. */
  signatures: z
    .strictObject({
      heading: z.string(),
      signatories: z.array(z.strictObject({ quality: z.string(), name: z.string() })).min(1),
    })
    .nullable()
    .default(null),
  carries: MeetingFacts.nullable().default(null),
})
export type MinutesModel = z.infer<typeof MinutesModel>

/**
 * The minutes of a meeting as they are printed. Internal notes, mail addresses and telephone numbers never enter
 * the model, so that no rendering and no attached data can carry them.
 * @param kind how they are called; what may be published of them is the file's to say (public-file.ts).
 */
export function minutesModel(file: FileToPrint, kind: 'minutes' | 'publicMinutes' = 'minutes'): MinutesModel {
  const { body, look, meeting, minutes } = file
  const hidden = new Set(look.style.hiddenSections)
  const state = minutes?.state ?? 'drafting'
  const word = body.meetingWord
  const items = inAgendaOrder(file.items)
  const numbers = itemNumbers(items)
  const depthOf = depths(items)
  const placed = new Set(items.map((item) => item.id))
  const people = hidden.has('attendance') ? [] : peopleFacts(file.attendees, look.style.attendanceList)
  const shown = items.filter((item) => sectionOf(file, item, '', 1).length > 0)
  const followed = {
    ...{ state, life: file.life, secretary: meeting.secretary, chair: meeting.chair, word },
    isTakenOver: meeting.takenOver !== null,
  }
  return {
    kind: 'minutes',
    head: documentHead(file, kind, minutesText.mentions[state], stateNotice(file)),
    facts: [
      ...fact(meetingText.subject, typed(meeting.title)),
      ...fact(meetingText.date, joined([formatDate(meeting.date), hoursOf(file)])),
      ...fact(meetingText.mode, meetingText.modes[meeting.mode]),
      ...fact(meetingText.place, typed(meeting.place)),
      ...fact(meetingText.chair, chairedBy(file)),
      ...fact(meetingText.secretary, typed(meeting.secretary)),
    ],
    attendance: hidden.has('attendance')
      ? null
      : (attendanceOf(file.attendees, look.style.attendanceList, body) ?? nobodyNoted(file)),
    agenda:
      hidden.has('agenda') || items.length === 0
        ? null
        : {
            heading: minutesText.agenda,
            items: listedItems(items, depthOf).map((item) => ({
              number: numbers.get(item.id) ?? '',
              title: typed(item.title),
              depth: depthOf.get(item.id) ?? 1,
            })),
          },
    record: hidden.has('record') ? null : recordOf(file, items, numbers),
    recordFirst: look.style.recordPlace === 'beforeItems',
    opening: openingOf(file, kind),
    sections: items.flatMap((item) =>
      sectionOf(file, item, numbers.get(item.id) ?? '', depthOf.get(item.id) ?? 1),
    ),
    unplaced: {
      decisions: file.decisions.filter((d) => !placed.has(d.itemId)).map((d) => decisionNote(meeting, d)),
      actions: file.actions.filter((a) => !placed.has(a.itemId)).map((a) => actionNote(meeting, a)),
    },
    next: hidden.has('nextMeeting') ? null : nextOf(file),
    closing: {
      heading: minutesText.closing(word),
      sentence: closingOf(file),
      blocks: minutes === null ? [] : documentBlocks(minutes.closing),
    },
    followUp: hidden.has('followUp') ? null : followUpOf(followed),
    approval: hidden.has('followUp') ? null : approvalOf(followed),
    // What is signed is the approved paper.
    signatures: kind === 'publicMinutes' || hidden.has('minutesSignature') ? null : signaturesOf(file),
    carries: {
      ...heldFacts(file),
      // Their hours are not printed.
      items: itemFacts(shown, items).map((item) => ({ ...item, fixedStart: null, durationMinutes: null })),
      isWhole: shown.length === items.length,
      people,
      ...statementFacts(file, shown),
      next: hidden.has('nextMeeting') ? null : nextFacts(file),
    },
  }
}

/** Minutes of a meeting that was held say so where nobody noted who was there. */
function nobodyNoted({ attendees, meeting, minutes }: MeetingFile): Attendance | null {
  if (attendees.length > 0 || minutes === null || meeting.state !== 'held') return null
  const { attendance: heading, nobodyNoted: summary } = minutesText
  return { heading, summary, columns: [], colleges: [], groups: [] }
}

/** A meeting that is still to come, or goes on, was closed by nobody. */
function closingOf(file: FileToPrint): string {
  const { body, look, meeting, minutes } = file
  const word = body.meetingWord
  if (meeting.state !== 'held') return minutesText.notClosed(word)
  return sentence(look.sentences, isExhausted(file) ? 'minutes.closed' : 'minutes.closedBefore', {
    séance: word,
    heure:
      minutes?.closedAt == null ? '' : formatEndTime(minutes.openedAt ?? meeting.startTime, minutes.closedAt),
  })
}

/** A long agenda is told by its main items: each item has its own heading below. */
function listedItems(
  items: readonly AgendaItem[],
  depthOf: ReadonlyMap<string, number>,
): readonly AgendaItem[] {
  return items.length <= MOST_LISTED ? items : items.filter(({ id }) => depthOf.get(id) === 1)
}
const MOST_LISTED = 12

/** Whether every item was dealt with: none put off, none of which nothing is written. */
export function isExhausted(file: FileToPrint): boolean {
  if (file.isExhausted !== undefined) return file.isExhausted
  const isUnfinished = file.sections.some(({ outcome }) => outcome !== null && unfinished.has(outcome))
  const isLeft = (item: AgendaItem) =>
    isUnrecorded(file, item) && !otherBusiness.test(fold(item.title).trim())
  return !isUnfinished && !file.items.some(isLeft)
}
/** What nobody raised is dealt with. */
const otherBusiness = /^(?:(?:questions?|points?|affaires?|sujets?) )?divers(?:es)?$/u
const unfinished: ReadonlySet<Outcome> = new Set(['reporte', 'renvoye', 'nonTraite'])

/** Real hours when both are known, the planned ones beside them when they differ. */
function hoursOf({ meeting, minutes }: MeetingFile): string {
  const planned = formatTimeRange(meeting.startTime, meeting.endTime)
  const opened = minutes?.openedAt ?? null
  const closed = minutes?.closedAt ?? null
  if (opened === null || closed === null) return planned
  const real = formatTimeRange(opened, closed)
  return real === planned ? real : `${real} (${minutesText.plannedHours(planned)})`
}

function openingOf(
  { body, look, meeting, attendees, minutes, approvedByWriting = [] }: FileToPrint,
  kind: 'minutes' | 'publicMinutes',
) {
  if (minutes === null) return null
  const blocks = documentBlocks(minutes.opening)
  // Who came later, or not at all, opened nothing.
  const away = chairAway(meeting.chair, attendees, minutes)
  const isAway = away !== null && away.how !== 'left'
  const opened =
    minutes.openedAt === null
      ? ''
      : sentence(look.sentences, 'minutes.opened', {
          séance: body.meetingWord,
          heure: formatTime(minutes.openedAt),
          // A function stands in no sentence where a name is meant: "sous la présidence de maire".
          présidence:
            (kind === 'publicMinutes' && look.style.publicNames === 'functions') || isAway
              ? ''
              : typed(meeting.chair),
        })
  const approved = approvedByWriting.map(({ number, date, mode, approvedOn, replies }) =>
    minutesText.approvedByWriting(
      { word: body.meetingWord, number, day: formatDateWithoutWeekday(date) },
      mode,
      formatDateWithoutWeekday(approvedOn),
      replies,
    ),
  )
  const said = joined([opened, ...approved], ' ')
  if (said === '' && blocks.length === 0) return null
  return { heading: minutesText.opening(body.meetingWord), sentence: said, blocks }
}

function nextOf({ body, look, minutes }: MeetingFile) {
  if (minutes === null) return null
  const { nextMeetingDate: date, nextMeetingTime: time, nextMeetingPlace: place } = minutes
  const sentences: string[] = []
  if (date !== null) {
    sentences.push(
      sentence(look.sentences, 'minutes.next', {
        séance: body.meetingWord,
        date: formatDate(date),
        heure: time === null ? '' : formatTime(time),
      }),
    )
  }
  if (place.trim() !== '') sentences.push(minutesText.nextPlace(typed(place)))
  if (sentences.length === 0) return null
  return { heading: minutesText.next(body.meetingWord), sentence: joined(sentences, ' '), blocks: [] }
}
