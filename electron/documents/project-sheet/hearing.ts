import { z } from 'zod'
import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import type { CivilDate } from '../../domain/ids.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { meetingName } from '../../domain/meetings/meeting-name.ts'
import { isAhead } from '../../domain/meetings/opened.ts'
import type { Action } from '../../domain/minutes/action.ts'
import type { Decision } from '../../domain/minutes/decision.ts'
import type { MinutesSection, MinutesState } from '../../domain/minutes/minutes.ts'
import { wordsBesideStance } from '../../domain/minutes/position-sentence.ts'
import type { ItemPosition } from '../../domain/session/session.ts'
import { formatDateWithoutWeekday, withCapital } from '../../domain/text/french.ts'
import { printedOutcome } from '../../domain/text/standard-sentences.ts'
import { plainLines } from '../blocks.ts'
import { stateNow } from '../followed-up.ts'
import { joined, typed } from '../head.ts'
import { ActionNote, actionNote, DecisionNote, decisionNote } from '../minutes/record.ts'
import { meetingText } from '../text/meeting.ts'
import { minutesText } from '../text/minutes.ts'
import { projectSheetText as text } from '../text/project-sheet.ts'

/** One item of one meeting, with what its minutes say of it. */
export type HeardItem = {
  meeting: Pick<Meeting, 'id' | 'date' | 'number' | 'state'>
  item: Pick<AgendaItem, 'id' | 'title' | 'nature'>
  /** Null while there are no minutes. */
  minutesState: MinutesState | null
  /** Whether the meeting dealt with it. */
  isHeard: boolean
  section: Pick<MinutesSection, 'outcome' | 'outcomeSentence'> | null
  decisions: readonly Decision[]
  actions: readonly Action[]
  /** By their ids, the day on which one that was put off is due now. */
  putOffTo: ReadonlyMap<string, CivilDate>
  positions: readonly Pick<ItemPosition, 'organisation' | 'stance' | 'words'>[]
}

export const HearingModel = z.strictObject({
  heading: z.string(),
  item: z.string(),
  /** For what it was on the agenda, and whence comes what follows. */
  note: z.string(),
  outcome: z.strictObject({ label: z.string(), lines: z.array(z.string()).min(1) }).nullable(),
  decisions: z.array(DecisionNote),
  actions: z.array(ActionNote),
  positions: z
    .strictObject({
      heading: z.string(),
      columns: z.array(z.string()).length(3),
      rows: z.array(
        z.strictObject({ organisation: z.string(), stance: z.string(), lines: z.array(z.string()) }),
      ),
    })
    .nullable(),
})
export type HearingModel = z.infer<typeof HearingModel>

export function hearingName({ meeting }: HeardItem, word: string): string {
  return meetingName(meeting.number, formatDateWithoutWeekday(meeting.date), word)
}

/**
 * @param word what the body calls its meetings.
 * @param own standard sentences that somebody changed, by key.
 */
export function hearingOf(
  heard: HeardItem,
  word: string,
  own: Readonly<Record<string, string>>,
): HearingModel {
  const { item, section } = heard
  const name = hearingName(heard, word)
  const nature = item.nature === null ? '' : text.forNature(meetingText.natures[item.nature].toLowerCase())
  const told = isTold(heard)
  const outcome = told ? plainLines(printedOutcome(own, section ?? undefined, heard.decisions.length)) : []
  return {
    heading: withCapital(name),
    item: typed(item.title),
    note: joined([nature, stateOf(heard)], ' '),
    outcome: outcome.length === 0 ? null : { label: minutesText.outcome, lines: outcome },
    decisions: told
      ? [...heard.decisions].sort(byRank).map((decision) => decisionNote(heard.meeting, decision))
      : [],
    actions: told ? [...heard.actions].sort(byRank).map((action) => actionOf(heard, action)) : [],
    positions: told && heard.positions.length > 0 ? positionsOf(heard.positions) : null,
  }
}

/** Words of minutes are printed once the members have read them: a sheet leaves the secretariat. */
function isTold({ meeting, minutesState }: HeardItem): boolean {
  return (
    meeting.state === 'held' &&
    minutesState !== null &&
    minutesState !== 'drafting' &&
    minutesState !== 'internalReview'
  )
}

function stateOf(heard: HeardItem): string {
  if (heard.meeting.state === 'cancelled') return text.cancelled
  if (isAhead(heard.meeting)) return text.ahead
  return text.sources[heard.minutesState ?? 'drafting']
}

function actionOf({ meeting, putOffTo }: HeardItem, action: Action): ActionNote {
  const note = actionNote(meeting, action)
  return {
    ...note,
    foot: joined([note.foot, action.state === 'todo' ? '' : `${stateNow(action, putOffTo)}.`], ' '),
  }
}

function positionsOf(positions: HeardItem['positions']): HearingModel['positions'] {
  return {
    heading: text.positions,
    columns: [...text.positionColumns],
    rows: positions.map(({ organisation, stance, words }) => {
      const lines = plainLines(wordsBesideStance({ stance, words }))
      return {
        organisation: typed(organisation),
        stance: text.stances[stance],
        lines: lines.length === 0 ? [text.nothing] : lines,
      }
    }),
  }
}

function byRank(a: { rank: number }, b: { rank: number }): number {
  return a.rank - b.rank
}
