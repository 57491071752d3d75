import { z } from 'zod'
import { type AgendaItem, inAgendaOrder, itemNumbers } from '../../domain/agenda/agenda.ts'
import { asNoted, isPresent } from '../../domain/attendance/attendance.ts'
import { listedAlone, MeetingFacts } from '../../domain/documents/meeting-facts.ts'
import type { CivilDate } from '../../domain/ids.ts'
import type { FileToPrint, MeetingFile } from '../../domain/meetings/meeting-file.ts'
import type { Action } from '../../domain/minutes/action.ts'
import { printedNumber } from '../../domain/minutes/minutes.ts'
import { wordsBesideStance } from '../../domain/minutes/position-sentence.ts'
import type { ItemPosition } from '../../domain/session/session.ts'
import { formatDate, formatNarrowDate, formatTime, formatTimeRange } from '../../domain/text/french.ts'
import { endedSentence } from '../../domain/text/french-sentence.ts'
import { printedOutcome } from '../../domain/text/standard-sentences.ts'
import { plainLines } from '../blocks.ts'
import { itemFacts, meetingFacts } from '../facts/meeting.ts'
import { stateNow } from '../followed-up.ts'
import { DocumentHead, documentHead, fact, joined, PlainTable, Row, typed } from '../head.ts'
import { chairedBy } from '../minutes/attendance.ts'
import { DecisionNote, decisionNote, itemLabel, sentenceLines, stateNotice } from '../minutes/record.ts'
import { nextFacts, statementFacts } from '../minutes/statement-facts.ts'
import { decisionRecordText as text } from '../text/decision-record.ts'
import { followedUpText } from '../text/followed-up.ts'
import { meetingText } from '../text/meeting.ts'
import { minutesText } from '../text/minutes.ts'

const Block = z.strictObject({
  number: z.string(),
  title: z.string(),
  /** How the item ended, one per typed line; empty when nothing says so. */
  outcome: z.array(z.string()),
  positionsLabel: z.string(),
  /** "Organisme : favorable", then what it said. */
  positions: z.array(z.strictObject({ label: z.string(), lines: z.array(z.string()) })),
  decisions: z.array(DecisionNote),
  /** Which actions of the table follow from it; empty when none does. */
  follows: z.string(),
})

export const DecisionRecordModel = z.strictObject({
  kind: z.literal('decisionRecord'),
  head: DocumentHead,
  facts: z.array(Row),
  heading: z.string(),
  blocks: z.array(Block),
  /** Said when nothing at all was decided; empty otherwise. */
  empty: z.string(),
  actions: z.strictObject({
    heading: z.string(),
    empty: z.string(),
    /** Of what day the states are; empty without a table. */
    standing: z.string().default(''),
    /** Lines of the action in the third cell; the other cells are single lines. */
    table: PlainTable.extend({ rows: z.array(z.array(z.array(z.string()))) }),
  }),
  carries: MeetingFacts.nullable().default(null),
})
export type DecisionRecordModel = z.infer<typeof DecisionRecordModel>

type SaidPosition = Pick<ItemPosition, 'itemId' | 'organisation' | 'stance' | 'words'>

/**
 * The record as it is sent: neither exchanges nor the secretariat's notes enter it.
 * @param positions what organisations said of the items, in the order they are told; published only where the minutes tell
 * them.
 * @param putOffTo by the ids of actions, the day on which one that was put off is due now.
 */
export function decisionRecordModel(
  file: MeetingFile & Pick<FileToPrint, 'corrigenda'>,
  positions: readonly SaidPosition[] = [],
  kind: 'decisionRecord' | 'publicRecord' = 'decisionRecord',
  putOffTo: ReadonlyMap<string, CivilDate> = new Map(),
): DecisionRecordModel {
  const { look, minutes } = file
  const shown = kind === 'publicRecord' && look.style.positions === 'none' ? [] : positions
  const state = minutes?.state ?? 'drafting'
  const word = look.style.recordWord
  const items = inAgendaOrder(file.items)
  const numbers = itemNumbers(items)
  const told = items
    .map((item) => ({ item, block: blockOf(file, shown, item, numbers.get(item.id) ?? '') }))
    .filter(({ block }) => isSaid(block))
  const blocks = told.map(({ block }) => block)
  const placed = new Set(items.map(({ id }) => id))
  const unplaced = blockOfOthers(file, placed)
  const { number, item, text: action, owner, due, state: stateColumn } = text.actionColumns
  const rows = actionRows(file, items, numbers, putOffTo)
  const all = [...blocks, ...(isSaid(unplaced) ? [unplaced] : [])]
  return {
    kind: 'decisionRecord',
    head: documentHead(
      file,
      kind,
      minutesText.mentions[state],
      stateNotice(file),
      (kind === 'publicRecord' ? text.publicTitles : text.titles)[word],
    ),
    facts: factsOf(file),
    heading: text.results[word],
    blocks: all,
    empty: all.length === 0 && rows.length === 0 ? text.empty : '',
    actions: {
      heading: text.actions,
      empty: rows.length === 0 && all.length > 0 ? text.actionsEmpty : '',
      standing: rows.length === 0 ? '' : followedUpText.standing,
      table: { columns: [number, item, action, owner, due, stateColumn], rows },
    },
    carries: recordFacts(
      file,
      items,
      told.map(({ item: spokenOf }) => spokenOf),
    ),
  }
}

/** Of the items only those that the record speaks of, by number and title. */
function recordFacts(
  file: MeetingFile,
  items: readonly AgendaItem[],
  shown: readonly AgendaItem[],
): MeetingFacts {
  const { meeting, minutes } = file
  const opened = minutes?.openedAt ?? null
  return {
    ...meetingFacts(meeting),
    ...(opened === null ? {} : { startTime: opened, endTime: minutes?.closedAt ?? null }),
    items: itemFacts(shown, items).map((item) => ({ ...item, ...listedAlone })),
    ...statementFacts(file, shown),
    next: minutes?.nextMeetingDate == null ? null : nextFacts(file),
  }
}

function factsOf(file: MeetingFile): Row[] {
  const { body, meeting, minutes, attendees } = file
  const hours = formatTimeRange(
    minutes?.openedAt ?? meeting.startTime,
    minutes?.openedAt == null ? meeting.endTime : minutes.closedAt,
  )
  const named = attendees.filter(({ organisation }) => organisation.trim() !== '')
  const organisations = (list: typeof named) =>
    new Set(list.map(({ organisation }) => organisation.trim())).size
  const present = organisations(asNoted(named).filter(({ status }) => isPresent(status)))
  return [
    ...fact(meetingText.subject, typed(meeting.title)),
    ...fact(meetingText.date, joined([formatDate(meeting.date), hours])),
    ...fact(meetingText.mode, meetingText.modes[meeting.mode]),
    ...fact(meetingText.place, typed(meeting.place)),
    ...fact(meetingText.chair, chairedBy(file)),
    ...fact(meetingText.secretary, typed(meeting.secretary)),
    ...fact(
      text.organisations,
      named.length === 0 ? '' : text.organisationCount(present, organisations(named)),
    ),
    ...fact(text.next(body.meetingWord), nextOf(minutes)),
  ]
}

function nextOf(minutes: MeetingFile['minutes']): string {
  if (minutes === null || minutes.nextMeetingDate === null) return ''
  const { nextMeetingDate: date, nextMeetingTime: time, nextMeetingPlace: place } = minutes
  return joined([joined([formatDate(date), time === null ? '' : `à ${formatTime(time)}`], ' '), typed(place)])
}

type BlockModel = DecisionRecordModel['blocks'][number]

function isSaid({ outcome, positions, decisions, follows }: BlockModel): boolean {
  return outcome.length + positions.length + decisions.length > 0 || follows !== ''
}

function blockOf(
  file: MeetingFile,
  positions: readonly SaidPosition[],
  item: AgendaItem,
  number: string,
): BlockModel {
  const section = file.sections.find(({ itemId }) => itemId === item.id)
  const decisions = decisionsOf(file, (itemId) => itemId === item.id)
  const own = positions.filter(({ itemId }) => itemId === item.id)
  return {
    number,
    title: typed(item.title),
    outcome: plainLines(printedOutcome(file.look.sentences, section, decisions.length)),
    positionsLabel: text.positions,
    positions: own.map((position) => ({
      label: text.position(typed(position.organisation), text.stances[position.stance]),
      lines: plainLines(endedSentence(wordsBesideStance(position))),
    })),
    decisions,
    follows: followsOf(file, (itemId) => itemId === item.id),
  }
}

/** Of items that are no longer on the agenda: never lost on paper. */
function blockOfOthers(file: MeetingFile, placed: ReadonlySet<string>): BlockModel {
  const gone = (itemId: string) => !placed.has(itemId)
  return {
    number: '',
    title: text.otherItems,
    outcome: [],
    positionsLabel: text.positions,
    positions: [],
    decisions: decisionsOf(file, gone),
    follows: followsOf(file, gone),
  }
}

const byRank = (a: { rank: number }, b: { rank: number }) => a.rank - b.rank

function decisionsOf(file: MeetingFile, ofItem: (itemId: string) => boolean): BlockModel['decisions'] {
  return file.decisions
    .filter(({ itemId }) => ofItem(itemId))
    .sort(byRank)
    .map((decision) => decisionNote(file.meeting, decision))
}

function followsOf(file: MeetingFile, ofItem: (itemId: string) => boolean): string {
  const own = file.actions.filter(({ itemId }) => ofItem(itemId)).sort(byRank)
  return own.length === 0 ? '' : text.follows(own.map((action) => numberOf(file, action)))
}

function numberOf(file: MeetingFile, action: Action): string {
  return printedNumber('A', file.meeting, action.rank)
}

/** In agenda order, then by rank; those whose item is gone come last. */
function actionRows(
  file: MeetingFile,
  items: readonly AgendaItem[],
  numbers: ReadonlyMap<string, string>,
  putOffTo: ReadonlyMap<string, CivilDate>,
): string[][][] {
  const place = (itemId: string) => {
    const index = items.findIndex(({ id }) => id === itemId)
    return index < 0 ? items.length : index
  }
  const item = (itemId: string) => itemLabel(items[place(itemId)], numbers.get(itemId))
  return [...file.actions]
    .sort((a, b) => place(a.itemId) - place(b.itemId) || byRank(a, b))
    .map((action) => [
      [numberOf(file, action)],
      [item(action.itemId)],
      sentenceLines(action.text),
      [joined([typed(action.owner), typed(action.organisation)]) || text.nothing],
      [action.dueDate === null ? text.nothing : formatNarrowDate(action.dueDate)],
      [stateNow(action, putOffTo)],
    ])
}
