// For whoever chairs: one page an item, with what the data know of it. It never leaves the chair and the secretariat.

import { z } from 'zod'
import {
  type AgendaItem,
  inAgendaOrder,
  isTimed,
  itemNumbers,
  latestTold,
  timetable,
  toClockTime,
} from '../../domain/agenda/agenda.ts'
import type { FileToPrint } from '../../domain/meetings/meeting-file.ts'
import { meetingName } from '../../domain/meetings/meeting-name.ts'
import { type Action, isOpenAction } from '../../domain/minutes/action.ts'
import { printedNumber } from '../../domain/minutes/minutes.ts'
import { wordsBesideStance } from '../../domain/minutes/position-sentence.ts'
import type { Stance } from '../../domain/session/session.ts'
import {
  formatDate,
  formatDateWithoutWeekday,
  formatDuration,
  formatNarrowDate,
  formatTime,
  formatTimeRange,
  withCapital,
} from '../../domain/text/french.ts'
import { endedSentence } from '../../domain/text/french-sentence.ts'
import { daysBetween } from '../../domain/time/civil-date.ts'
import { plainLines } from '../blocks.ts'
import { actionState } from '../followed-up.ts'
import { DocumentHead, documentHead, fact, joined, Row, shortened, typed } from '../head.ts'
import { ownerWords } from '../minutes/record.ts'
import { natureCues } from '../running-order/cues.ts'
import { endFacts } from '../running-order/model.ts'
import { chairBriefText as text } from '../text/chair-brief.ts'
import { meetingText } from '../text/meeting.ts'
import { watchName } from '../watch-name.ts'
import { fittedParts, Part } from './fitted.ts'

export const ChairBriefModel = z.strictObject({
  kind: z.literal('chairBrief'),
  /** It holds internal notes: no message and no folder of members may carry it. */
  circulation: z.literal('secretariat'),
  head: DocumentHead,
  facts: z.array(Row),
  pages: z.array(z.strictObject({ title: z.string(), facts: z.array(Row), parts: z.array(Part) })),
  /** Said when there is no item; empty otherwise. */
  empty: z.string(),
})
export type ChairBriefModel = z.infer<typeof ChairBriefModel>

/** `approved`: whether its minutes are; null where they were taken over from old files, and nobody knows. */
type EarlierMeeting = { date: string; number: number | null; approved: boolean | null }
/** What is known of the matter of an item from earlier meetings, the newest first. */
export type ItemBrief = {
  itemId: string
  /** What is asked of the body for each project of the item. */
  asks: readonly { project: string; asked: string }[]
  heard: readonly { meeting: EarlierMeeting; title: string }[]
  said: readonly { meeting: EarlierMeeting; organisation: string; stance: Stance | null; words: string }[]
  actions: readonly (Pick<Action, 'rank' | 'text' | 'owner' | 'organisation' | 'dueDate' | 'state'> & {
    meeting: EarlierMeeting
    closedOn: string | null
    /** As it was printed; `dueDate` is the day on which it is due now. */
    firstDue: string | null
  })[]
  deadlines: readonly { date: string; what: string; text: string }[]
  /** On the minutes that are approved under the item; null where it approves none. */
  observations: { minutes: number; all: number; refused: number; open: number } | null
}

const MOST = { asks: 3, heard: 2, deadlines: 4, notes: 3, texts: 6 } as const
const LONGEST = {
  title: 160,
  heard: 90,
  words: 180,
  action: 240,
  line: 180,
  name: 60,
  expected: 500,
} as const

/** @param briefs of the items that something is known of. @param today the day on which lateness is counted. */
export function chairBriefModel(
  file: FileToPrint,
  { briefs, today }: { briefs: readonly ItemBrief[]; today: string },
): ChairBriefModel {
  const { meeting } = file
  const items = inAgendaOrder(file.items).filter(({ kind }) => kind === 'item')
  const numbers = itemNumbers(file.items)
  const parents = new Set(file.items.map(({ parentId }) => parentId))
  const times = timetable(file.items, meeting)
  const hours = isTimed(file.items) ? hoursOf(file.items, times) : new Map<string, string>()
  return {
    kind: 'chairBrief',
    circulation: 'secretariat',
    head: documentHead(file, 'chairBrief', text.mention, text.notice),
    facts: [
      ...fact(meetingText.subject, typed(meeting.title)),
      ...fact(
        meetingText.date,
        joined([formatDate(meeting.date), formatTimeRange(meeting.startTime, meeting.endTime)]),
      ),
      ...fact(meetingText.place, typed(meeting.place)),
      ...fact(meetingText.chair, typed(meeting.chair)),
      ...endFacts(meeting, times),
      ...fact(text.madeOn, text.standing(formatDate(today))),
    ],
    // A heading over other items of which nothing is known has no page of its own.
    pages: items
      .map((item) => ({
        item,
        parts: partsOf(file, item, briefs.find(({ itemId }) => itemId === item.id) ?? null, today),
      }))
      .filter(({ item, parts }) => parts.length > 0 || !parents.has(item.id))
      .map(({ item, parts }) => ({
        title: text.item(numbers.get(item.id) ?? '', shortened(typed(item.title), LONGEST.title)),
        facts: factsOf(item, hours.get(item.id) ?? ''),
        parts: parts.length > 0 ? parts : [{ heading: text.expected, lines: [text.blank], table: null }],
      })),
    empty: items.length === 0 ? text.empty : '',
  }
}

/** Of those that begin after nothing that stands below them. */
function hoursOf(items: readonly AgendaItem[], times: ReturnType<typeof timetable>): Map<string, string> {
  const latest = latestTold(items, times)
  return new Map(
    [...times.slots].flatMap(([id, { start }]) =>
      start <= (latest.get(id) ?? start) ? [[id, formatTime(toClockTime(start))] as const] : [],
    ),
  )
}

function factsOf(item: AgendaItem, hour: string): Row[] {
  return [
    ...fact(text.facts.nature, item.nature === null ? '' : meetingText.natures[item.nature]),
    ...fact(text.facts.presenter, joined([typed(item.presenter), typed(item.organisation)])),
    ...fact(text.facts.hour, hour),
    ...fact(text.facts.duration, item.durationMinutes === null ? '' : formatDuration(item.durationMinutes)),
  ]
}

function partsOf(file: FileToPrint, item: AgendaItem, brief: ItemBrief | null, today: string): Part[] {
  const word = file.body.meetingWord
  const { lines, said, actions } = text.others
  return fittedParts([
    { heading: text.expected, others: lines, lines: expectedOf(file, item, brief), table: null },
    { heading: text.origin, others: lines, lines: originOf(file, item, brief), table: null },
    {
      heading: text.said,
      others: said,
      lines: [],
      table: { columns: [...text.saidColumns], rows: saidOf(brief, word) },
    },
    {
      heading: text.actions,
      others: actions,
      lines: [],
      table: {
        columns: [...text.actionColumns],
        rows: [...lateOf(file, item, today), ...actionsOf(brief, today)],
      },
    },
    { heading: text.texts, others: lines, lines: textsOf(file, item), table: null },
    { heading: text.deadlines, others: lines, lines: deadlinesOf(brief), table: null },
  ])
}

function expectedOf({ settled = [] }: FileToPrint, item: AgendaItem, brief: ItemBrief | null): string[] {
  const by = typed(item.disagreementBy)
  const words = plainLines(item.disagreement).join(' ')
  return [
    ...natureCues(item, settled),
    ...(brief?.observations == null ? [] : [text.observations(brief.observations)]),
    ...(brief?.asks ?? [])
      .slice(0, MOST.asks)
      .map(({ project, asked }) => text.asks(typed(project), plainLines(asked).join(' '))),
    ...(by === '' && words === '' ? [] : [text.disagreement(by, words)]),
    ...plainLines(item.note).slice(0, MOST.notes),
  ].map((line) => shortened(line, LONGEST.expected))
}

function originOf(
  { body, earlier, articles }: FileToPrint,
  item: AgendaItem,
  brief: ItemBrief | null,
): string[] {
  const name = ({ date, number }: { date: string; number: number | null }) =>
    meetingName(number, formatDateWithoutWeekday(date), body.meetingWord)
  const requester = typed(item.requester)
  return [
    ...(requester === '' ? [] : [text.requestedBy(meetingText.requestedBy(requester, articles))]),
    ...(earlier?.provenance ?? [])
      .filter(({ itemId }) => itemId === item.id)
      .map(({ origin }) => text.carriedFrom(name(origin))),
    ...(brief?.heard ?? [])
      .slice(0, MOST.heard)
      .map(({ meeting, title }) => text.heardAt(name(meeting), shortened(typed(title), LONGEST.heard))),
  ]
}

function saidOf(brief: ItemBrief | null, word: string): string[][] {
  return (brief?.said ?? []).map(({ meeting, organisation, stance, words }) => {
    const beside = stance === null ? words : wordsBesideStance({ stance, words })
    const at = withCapital(meetingName(meeting.number, formatDateWithoutWeekday(meeting.date), word))
    return [
      shortened(typed(organisation), LONGEST.name),
      shortened(
        joined(
          [stance === null ? '' : text.stances[stance], endedSentence(plainLines(beside).join(' '))],
          ' ',
        ),
        LONGEST.words,
      ) || text.nothing,
      meeting.approved === null ? at : meeting.approved ? text.approved(at) : text.unapproved(at),
    ]
  })
}

/** Those that are owed first, then those that were kept. */
function actionsOf(brief: ItemBrief | null, today: string): string[][] {
  const lateness = ({ state, dueDate }: ItemBrief['actions'][number]) =>
    state === 'done' || state === 'dropped' || dueDate === null ? 0 : daysBetween(dueDate, today)
  const isOver = ({ state }: ItemBrief['actions'][number]) => state === 'done' || state === 'dropped'
  return [...(brief?.actions ?? [])]
    .sort((a, b) => Number(isOver(a)) - Number(isOver(b)) || lateness(b) - lateness(a))
    .map((action) => [
      printedNumber('A', action.meeting, action.rank),
      shortened(plainLines(action.text).join(' '), LONGEST.action),
      shortened(ownerWords(action), LONGEST.name) || (isOver(action) ? text.nothing : text.nobody),
      dueOf(action, today),
      stateOf(action, today),
    ])
}

/** Under the item that goes through the actions of earlier meetings: those that are late, the longest first. */
function lateOf({ earlier }: FileToPrint, item: AgendaItem, today: string): string[][] {
  const followed = earlier?.followedUp
  if (followed == null || followed.itemId !== item.id) return []
  return followed.actions
    .filter((action) => isOpenAction(action) && action.dueDate !== null && action.dueDate < today)
    .sort((a, b) => (a.dueDate ?? '').localeCompare(b.dueDate ?? ''))
    .map((action) => [
      action.number,
      shortened(plainLines(action.text).join(' '), LONGEST.action),
      shortened(ownerWords(action), LONGEST.name) || text.nobody,
      action.dueDate === null ? text.nothing : formatNarrowDate(action.dueDate),
      action.dueDate === null ? text.open : lateWords(action.dueDate, today),
    ])
}

/** The texts that are gone through under an item. */
function textsOf({ watchLinks }: FileToPrint, item: AgendaItem): string[] {
  return watchLinks
    .filter(({ itemId }) => itemId === item.id)
    .slice(0, MOST.texts)
    .map(({ watchItem }) => shortened(watchName(watchItem), LONGEST.line))
}

function stateOf({ state, closedOn, dueDate }: ItemBrief['actions'][number], today: string): string {
  if (state === 'done') return closedOn === null ? text.kept : text.keptOn(formatNarrowDate(closedOn))
  if (state === 'dropped') return text.dropped
  if (dueDate !== null && dueDate < today) return lateWords(dueDate, today)
  return state === 'postponed' ? actionState({ state, dueDate }) : text.open
}

const lateWords = (dueDate: string, today: string) => text.late(daysBetween(dueDate, today))

/** As it was printed, and where its state does not say it the day to which it was put off. */
function dueOf({ dueDate, firstDue, state }: ItemBrief['actions'][number], today: string): string {
  if (dueDate === null) return text.nothing
  const now = formatNarrowDate(dueDate)
  if (firstDue === null || firstDue === dueDate) return now
  const first = formatNarrowDate(firstDue)
  return state === 'postponed' && dueDate >= today ? first : text.movedTo(first, now)
}

function deadlinesOf(brief: ItemBrief | null): string[] {
  return (brief?.deadlines ?? [])
    .slice(0, MOST.deadlines)
    .map(({ date, what, text: name }) =>
      shortened(
        text.deadline(formatDateWithoutWeekday(date), typed(what) || text.applies, typed(name)),
        LONGEST.line,
      ),
    )
}
