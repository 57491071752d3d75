import { z } from 'zod'
import type { PlacedAnnex } from '../../contract/meeting-book.ts'
import {
  type AgendaItem,
  depths,
  inAgendaOrder,
  isTimed,
  itemNumbers,
  latestTold,
  timetable,
  toClockTime,
} from '../../domain/agenda/agenda.ts'
import { type AnnexFate, BookCirculation } from '../../domain/documents/meeting-book.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import { formatDate, formatTime, formatTimeRange } from '../../domain/text/french.ts'
import { DocumentHead, documentHead, fact, joined, Row, typed } from '../head.ts'
import { agendaText } from '../text/agenda.ts'
import { meetingText } from '../text/meeting.ts'
import { bookText as text } from '../text/meeting-book.ts'

export const MeetingBookModel = z.strictObject({
  kind: z.literal('meetingBook'),
  circulation: BookCirculation,
  head: DocumentHead,
  facts: z.array(Row),
  /** For the reader: how to find the annexes, which are not among the pages, which are not tagged. */
  notes: z.strictObject({ heading: z.string(), lines: z.array(z.string()) }),
  heading: z.string(),
  timed: z.boolean(),
  /** No name of the pages where nothing has any. */
  columns: z.strictObject({ item: z.string(), time: z.string(), pages: z.string() }),
  rows: z.array(
    z.strictObject({
      kind: z.enum(['item', 'welcome', 'break', 'group', 'annex']),
      depth: z.int().min(1),
      number: z.string(),
      title: z.string(),
      /** Under the title of an annex: handed out in the room, not tagged, in the zip… */
      detail: z.string(),
      time: z.string(),
      presenter: z.string(),
      /** Page labels of an annex. */
      pages: z.string(),
      /** Number of the divider that the row leads to; null for what is not an annex. */
      divider: z.int().min(1).nullable(),
    }),
  ),
  /** Said instead of the table when there is nothing to list; empty otherwise. */
  empty: z.string(),
  dividers: z.array(
    z.strictObject({
      number: z.int().min(1),
      /** Its page label, printed at its foot. */
      label: z.string(),
      /** Prefix of the number of each of its pages in their labels. */
      pagesPrefix: z.string(),
      heading: z.string(),
      bookmark: z.string(),
      title: z.string(),
      facts: z.array(Row),
      state: z.string(),
      notices: z.array(z.string()),
      /** How many pages of its own follow. */
      pages: z.int().min(0),
    }),
  ),
  /** Annexes that are only in the zip: a line each; null where there are none. */
  outside: z
    .strictObject({
      heading: z.string(),
      columns: z.array(z.string()).length(4),
      rows: z.array(
        z.strictObject({
          number: z.int().min(1),
          heading: z.string(),
          title: z.string(),
          origin: z.string(),
          state: z.string(),
        }),
      ),
    })
    .nullable(),
})
export type MeetingBookModel = z.infer<typeof MeetingBookModel>

/** Longest title on a divider, so that each stays on its page. */
const LONGEST_TITLE = 320
const LONGEST_IN_TABLE = 180

/** @param annexes in the order of their numbers. */
export function meetingBookModel(
  file: MeetingFile,
  circulation: BookCirculation,
  annexes: readonly PlacedAnnex[],
): MeetingBookModel {
  const { meeting } = file
  const items = inAgendaOrder(file.items)
  const timed = isTimed(items)
  const rows = [...items.flatMap(itemRows(file, annexes)), ...meetingRows(annexes)]
  return {
    kind: 'meetingBook',
    circulation,
    head: bookHead(file, circulation),
    facts: [
      ...fact(meetingText.subject, typed(meeting.title)),
      ...fact(
        meetingText.date,
        joined([formatDate(meeting.date), formatTimeRange(meeting.startTime, meeting.endTime)]),
      ),
      ...fact(meetingText.mode, meetingText.modes[meeting.mode]),
      ...fact(meetingText.place, typed(meeting.place)),
      ...fact(meetingText.chair, typed(meeting.chair)),
      ...fact(meetingText.secretary, typed(meeting.secretary)),
      ...fact(text.annexes, text.count(annexes.length)),
    ],
    notes: { heading: text.notesHeading, lines: notesOf(annexes) },
    heading: text.heading,
    timed,
    columns: annexes.length === 0 ? { ...text.columns, pages: '' } : text.columns,
    rows,
    empty: rows.length === 0 ? agendaText.empty : '',
    dividers: annexes.filter(({ fate }) => fate.goes !== 'zip').map((annex) => divider(file, annex)),
    outside: outsideOf(file, annexes),
  }
}

function bookHead(file: MeetingFile, circulation: BookCirculation): DocumentHead {
  const cancelled = file.meeting.state === 'cancelled' ? agendaText.cancelled : ''
  const mention = joined([text.circulations[circulation], cancelled])
  const head = documentHead(file, 'meetingBook', mention, text.notices[circulation], text.title)
  // A book is not read back: it holds files of others, and carries no data of ours beside them.
  return { ...head, metadata: { ...head.metadata, dataFile: '' } }
}

type BookRow = MeetingBookModel['rows'][number]
const blank = { number: '', detail: '', time: '', presenter: '', pages: '', divider: null } as const

function itemRows({ items, meeting }: MeetingFile, annexes: readonly PlacedAnnex[]) {
  const numbers = itemNumbers(items)
  const depthOf = depths(items)
  const { slots } = timetable(inAgendaOrder(items), meeting)
  const latest = latestTold(items, { slots })
  const timed = isTimed(items)
  const hour = (id: string, start: number) =>
    start <= (latest.get(id) ?? start) ? formatTime(toClockTime(start)) : agendaText.untold
  return (item: AgendaItem): BookRow[] => {
    const slot = slots.get(item.id)
    const depth = depthOf.get(item.id) ?? 1
    return [
      {
        ...blank,
        kind: item.kind,
        depth,
        number: numbers.get(item.id) ?? '',
        title: typed(item.title),
        time: timed && slot !== undefined ? hour(item.id, slot.start) : '',
        presenter: joined([typed(item.presenter), typed(item.organisation)]),
      },
      ...annexes.filter(({ itemId }) => itemId === item.id).map(annexRow(depth)),
    ]
  }
}

function meetingRows(annexes: readonly PlacedAnnex[]): BookRow[] {
  const own = annexes.filter(({ itemId }) => itemId === null)
  if (own.length === 0) return []
  return [{ ...blank, kind: 'group', depth: 1, title: text.wholeMeeting }, ...own.map(annexRow(1))]
}

const annexRow =
  (depth: number) =>
  (annex: PlacedAnnex): BookRow => ({
    ...blank,
    kind: 'annex',
    depth,
    number: text.annex(annex.number),
    title: shortened(typed(annex.name), LONGEST_IN_TABLE),
    detail: joined(remarks(annex), ' · '),
    pages: pagesOf(annex),
    divider: annex.number,
  })

function remarks({ tabled, fate }: PlacedAnnex): string[] {
  return [
    tabled ? text.tabled : '',
    fate.goes === 'merged' ? (fate.tagged ? '' : text.untagged) : '',
    fate.goes === 'attached' ? text.attachedShort[fate.why] : '',
    fate.goes === 'zip' ? text.zipShort : '',
    fate.goes === 'missing' ? text.missingShort : '',
  ]
}

function pagesOf({ number, fate }: PlacedAnnex): string {
  // What is in the zip alone has no page, and no label on one.
  if (fate.goes === 'zip') return ''
  return fate.goes === 'merged' ? text.pageRange(number, fate.pages) : text.label(number)
}

function divider({ items }: MeetingFile, annex: PlacedAnnex): MeetingBookModel['dividers'][number] {
  const { number, fate, outName } = annex
  const title = shortened(typed(annex.name))
  const item = items.find(({ id }) => id === annex.itemId)
  return {
    number,
    label: text.label(number),
    pagesPrefix: text.labelPrefix(number),
    heading: text.annex(number),
    bookmark: text.bookmark(number, title),
    title,
    facts: [
      ...fact(text.origin, originOf(items, annex)),
      ...fact(
        text.presenter,
        item === undefined ? '' : shortened(joined([typed(item.presenter), typed(item.organisation)])),
      ),
      ...fact(text.file, annex.fileName),
      ...fact(text.pages, fate.goes === 'merged' ? text.pageCount(number, fate.pages) : ''),
    ],
    state: stateOf(fate, outName),
    notices: [
      ...(annex.tabled ? [text.tabledNotice] : []),
      ...(fate.goes === 'merged' && !fate.tagged ? [text.untaggedNotice] : []),
      ...(fate.goes === 'merged' && fate.holdsFiles ? [text.heldFilesNotice] : []),
    ],
    pages: fate.goes === 'merged' ? fate.pages : 0,
  }
}

function originOf(items: readonly AgendaItem[], { itemId }: PlacedAnnex): string {
  const item = items.find(({ id }) => id === itemId)
  if (item === undefined) return text.wholeMeeting
  return shortened(text.item(itemNumbers(items).get(item.id) ?? '', typed(item.title)))
}

function outsideOf({ items }: MeetingFile, annexes: readonly PlacedAnnex[]): MeetingBookModel['outside'] {
  const rows = annexes
    .filter(({ fate }) => fate.goes === 'zip')
    .map((annex) => ({
      number: annex.number,
      heading: text.annex(annex.number),
      title: joined([shortened(typed(annex.name)), annex.tabled ? text.tabled : '']),
      origin: originOf(items, annex),
      state: stateOf(annex.fate, annex.outName),
    }))
  return rows.length === 0 ? null : { heading: text.outside, columns: [...text.outsideColumns], rows }
}

function stateOf(fate: AnnexFate, outName: string): string {
  switch (fate.goes) {
    case 'merged':
      return text.follows(fate.pages)
    case 'attached':
      return text.attached[fate.why](outName)
    case 'zip':
      return text.inZip[fate.why](outName)
    case 'missing':
      return text.missing
  }
}

function notesOf(annexes: readonly PlacedAnnex[]): string[] {
  const numbers = (wanted: (fate: AnnexFate) => boolean) =>
    annexes.filter(({ fate }) => wanted(fate)).map(({ number }) => number)
  const merged = numbers(({ goes }) => goes === 'merged')
  const said = (which: readonly number[], sentence: (which: readonly number[]) => string) =>
    which.length === 0 ? [] : [sentence(which)]
  return [
    ...said(merged.slice(0, 1), ([first = 1]) => text.howToFind(first)),
    ...said(
      numbers((fate) => fate.goes === 'attached'),
      text.notes.attached,
    ),
    ...said(
      numbers((fate) => fate.goes === 'zip'),
      text.notes.zip,
    ),
    ...said(
      numbers((fate) => fate.goes === 'missing'),
      text.notes.missing,
    ),
    ...said(
      numbers((fate) => fate.goes === 'merged' && !fate.tagged),
      text.notes.untagged,
    ),
    ...said(merged.slice(0, 1), () => text.notes.asReceived),
  ]
}

function shortened(words: string, longest = LONGEST_TITLE): string {
  const signs = Array.from(words)
  return signs.length <= longest
    ? words
    : `${signs
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
}
