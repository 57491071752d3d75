import { z } from 'zod'
import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import type { MeetingFacts } from '../../domain/documents/meeting-facts.ts'
import type { FileToPrint, MeetingFile } from '../../domain/meetings/meeting-file.ts'
import type { Action } from '../../domain/minutes/action.ts'
import type { Decision } from '../../domain/minutes/decision.ts'
import { printedNumber } from '../../domain/minutes/minutes.ts'
import { formatDateWithoutWeekday, formatNarrowDate } from '../../domain/text/french.ts'
import { asSentence } from '../../domain/text/french-sentence.ts'
import { plainLines } from '../blocks.ts'
import { joined, shortened, typed } from '../head.ts'
import { minutesText } from '../text/minutes.ts'

/** `label` is the bold start ("Décision D-2026-10-03."); `lines` the text, one per typed line. */
export const DecisionNote = z.strictObject({ label: z.string(), lines: z.array(z.string()) })
export type DecisionNote = z.infer<typeof DecisionNote>
/** `foot` says who and when; empty when neither is known. */
export const ActionNote = DecisionNote.extend({ foot: z.string() })
export type ActionNote = z.infer<typeof ActionNote>

export const RecordTable = z.strictObject({
  heading: z.string(),
  /** Said instead of the table when there is nothing to gather; empty otherwise. */
  empty: z.string(),
  columns: z.array(z.string()).length(5),
  rows: z.array(
    z.strictObject({
      kind: z.enum(['decision', 'action']),
      number: z.string(),
      item: z.string(),
      lines: z.array(z.string()),
      owner: z.string(),
      due: z.string(),
    }),
  ),
})
export type RecordTable = z.infer<typeof RecordTable>

/** In a column of a few signs, a whole title would be taller than a page. */
const LONGEST_LABEL = 24

/** The item of a decision or an action in a narrow column: its number, or the beginning of its title. */
export function itemLabel(item: AgendaItem | undefined, number: string | undefined): string {
  return (number ?? '') || shortened(typed(item?.title ?? ''), LONGEST_LABEL) || minutesText.nothing
}

/** What the state of the minutes asks a reader to know: not approved yet, or corrected since. */
export function stateNotice({
  minutes,
  corrigenda = [],
}: Pick<FileToPrint, 'minutes' | 'corrigenda'>): string {
  const notice = minutesText.notices[minutes?.state ?? 'drafting']
  if (notice !== '' || corrigenda.length === 0) return notice
  return minutesText.corrected(
    corrigenda.map(({ number, decidedOn }) =>
      minutesText.corrigendum(number, formatDateWithoutWeekday(decidedOn)),
    ),
  )
}

type Facts<L extends 'decisions' | 'actions'> = MeetingFacts[L][number]
type MeetingKey = Pick<MeetingFile['meeting'], 'date' | 'number'>

export function decisionNote(meeting: MeetingKey, { rank, text }: Decision): DecisionNote {
  return decisionWords({ number: printedNumber('D', meeting, rank), text })
}

export function actionNote(meeting: MeetingKey, action: Action): ActionNote {
  return actionWords({ ...action, number: printedNumber('A', meeting, action.rank) })
}

export function decisionWords({ number, text }: Pick<Facts<'decisions'>, 'number' | 'text'>): DecisionNote {
  return { label: minutesText.decision(number), lines: sentenceLines(text) }
}

export function actionWords(action: Omit<Facts<'actions'>, 'item'>): ActionNote {
  const owner = ownerWords(action)
  const due = action.dueDate === null ? '' : minutesText.due(formatDateWithoutWeekday(action.dueDate))
  return {
    label: minutesText.action(action.number),
    lines: sentenceLines(action.text),
    foot: joined([owner === '' ? '' : minutesText.owner(owner), due], ' '),
  }
}

/** Decisions and actions are noted in haste, and printed as sentences. */
export function sentenceLines(text: string): string[] {
  return plainLines(asSentence(text))
}

/** Who does it; empty when nobody is named. */
export function ownerWords({ owner, organisation }: Pick<Action, 'owner' | 'organisation'>): string {
  return joined([typed(owner), typed(organisation)])
}

/** Everything decided and to be done, in agenda order, decisions before actions, then by rank. */
export function recordOf(
  file: MeetingFile,
  items: readonly AgendaItem[],
  numbers: ReadonlyMap<string, string>,
): RecordTable {
  const order = new Map(items.map((item, index) => [item.id, index]))
  const place = (itemId: string) => order.get(itemId) ?? items.length
  const label = (itemId: string) => itemLabel(items[place(itemId)], numbers.get(itemId))
  const entries = [
    ...file.decisions.map((decision) => ({
      place: place(decision.itemId),
      rank: decision.rank,
      row: {
        kind: 'decision' as const,
        number: printedNumber('D', file.meeting, decision.rank),
        item: label(decision.itemId),
        lines: sentenceLines(decision.text),
        owner: minutesText.nothing,
        due: minutesText.nothing,
      },
    })),
    ...file.actions.map((action) => ({
      place: place(action.itemId),
      rank: action.rank,
      row: {
        kind: 'action' as const,
        number: printedNumber('A', file.meeting, action.rank),
        item: label(action.itemId),
        lines: sentenceLines(action.text),
        owner: ownerWords(action) || minutesText.nothing,
        due: action.dueDate === null ? minutesText.nothing : formatNarrowDate(action.dueDate),
      },
    })),
  ]
  const rank = { decision: 0, action: 1 }
  entries.sort((a, b) => a.place - b.place || rank[a.row.kind] - rank[b.row.kind] || a.rank - b.rank)
  const { number, item, owner, due } = minutesText.recordColumns
  const word = file.look.style.recordWord
  return {
    heading: minutesText.record[word],
    empty: entries.length === 0 ? minutesText.recordEmpty[word] : '',
    columns: [number, item, minutesText.recordTexts[word], owner, due],
    rows: entries.map((entry) => entry.row),
  }
}
