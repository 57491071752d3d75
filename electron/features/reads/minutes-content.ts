import { AppError } from '../../contract/errors.ts'
import type { Reader } from '../../db/driver.ts'
import { getRow } from '../../db/rows.ts'
import { decisionRecordText } from '../../documents/text/decision-record.ts'
import { meetingText } from '../../documents/text/meeting.ts'
import { minutesText } from '../../documents/text/minutes.ts'
import { itemNumbers } from '../../domain/agenda/agenda.ts'
import { minutesDifferences, saysTheSame } from '../../domain/minutes/differences.ts'
import type { MinutesContent } from '../../domain/minutes/version.ts'
import { agendaItems, watchLinks } from './agenda.ts'
import { attendeesOf } from './attendance.ts'
import { minutesView } from './minutes.ts'

/** Whose rows the words of the minutes are made of. */
export const saidByMinutes = [
  ...['minutes', 'minutes_section', 'decision', 'action', 'item_position', 'attendee'],
  ...['meeting', 'agenda_item', 'item_watch'],
]

/** The present words of the minutes; `not-found` without minutes. */
export async function minutesContent(tx: Reader, meetingId: string): Promise<MinutesContent> {
  const view = await minutesView(tx, meetingId)
  if (view === null) throw new AppError('not-found')
  const { title, date, startTime, endTime, mode, place, chair, secretary, number } = await getRow(
    tx,
    'meeting',
    meetingId,
  )
  const items = await agendaItems(tx, meetingId)
  const numbers = itemNumbers(items)
  const itemOf = new Map(items.map((item) => [item.id, item]))
  const links = await watchLinks(tx, meetingId)
  const { openedAt, closedAt, opening, closing, nextMeetingDate, nextMeetingTime, nextMeetingPlace } =
    view.minutes
  const positions = await tx
    .selectFrom('itemPosition')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('id')
    .execute()
  return {
    minutes: { openedAt, closedAt, opening, closing, nextMeetingDate, nextMeetingTime, nextMeetingPlace },
    meeting: { title, date, startTime, endTime, mode, place, chair, secretary, number },
    sections: view.sections.map(({ version: _, minutesId: __, ...section }) => {
      const item = itemOf.get(section.itemId)
      return {
        ...section,
        number: numbers.get(section.itemId) ?? '',
        title: item?.title ?? '',
        presented: {
          presenter: item?.presenter ?? '',
          organisation: item?.organisation ?? '',
          requester: item?.requester ?? '',
          nature: item?.nature ?? null,
          texts: links
            .filter(({ itemId }) => itemId === section.itemId)
            .map(({ watchItem }) => watchItem.title),
        },
      }
    }),
    decisions: view.decisions.map(({ id, itemId, rank, text }) => ({ id, itemId, rank, text })),
    actions: view.actions.map(({ version: _, meetingId: __, ...action }) => action),
    positions: positions.map(({ version: _, meetingId: __, ...position }) => position),
    attendees: (await attendeesOf(tx, meetingId)).map(({ version: _, meetingId: __, ...rest }) => rest),
  }
}

/** Outcomes are compared by their sentences, people and positions in the words of the paper. */
const differenceWords = {
  statuses: minutesText.statuses,
  stances: decisionRecordText.stances,
  modes: meetingText.modes,
  natures: meetingText.natures,
}

export const differencesBetween = (before: MinutesContent, after: MinutesContent) =>
  minutesDifferences(before, after, differenceWords)

/** The text that was validated last. */
type Validated = {
  /** Since when it stands: nobody who answered before answered to it. */
  readonly since: string
  /** The minutes say something else by now. */
  readonly isChanged: boolean
}

/** Null while minutes were never validated. */
export async function validatedText(tx: Reader, meetingId: string): Promise<Validated | null> {
  const minutes = await tx
    .selectFrom('minutes')
    .select('validatedAt')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  const all = await tx
    .selectFrom('minutesVersion')
    .select(['madeAt', 'content'])
    .where('meetingId', '=', meetingId)
    .where('reason', '=', 'validated')
    .orderBy('number', 'desc')
    .execute()
  // What was validated later was taken back. Of minutes sealed long ago it is not noted, nor can it be.
  const stands = all.findIndex(({ madeAt }) => madeAt === minutes?.validatedAt)
  const versions = all.slice(Math.max(stands, 0))
  const contentOf = ({ content }: { content: string }) => JSON.parse(content) as MinutesContent
  const [last] = versions
  if (last === undefined) return null
  const isLast = (content: MinutesContent) => saysTheSame(contentOf(last), content, differenceWords)
  const other = versions.findIndex((one) => one.content !== last.content && !isLast(contentOf(one)))
  const since = versions.slice(0, other === -1 ? versions.length : other).at(-1)?.madeAt ?? last.madeAt
  return { since, isChanged: !isLast(await minutesContent(tx, meetingId)) }
}

/** Validated minutes whose text is no longer the one that was. */
export async function isChangedSinceValidation(tx: Reader, meetingId: string): Promise<boolean> {
  const minutes = await tx
    .selectFrom('minutes')
    .select('state')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  return minutes?.state === 'validated' && (await validatedText(tx, meetingId))?.isChanged === true
}
