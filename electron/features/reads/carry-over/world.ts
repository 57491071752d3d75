import { sql } from 'kysely'
import type { Reader } from '../../../db/driver.ts'
import {
  type CarryOrigin,
  type CarryRow,
  type HeldItem,
  NO_OUTCOME_DAYS,
  type SeriesMeeting,
  type Unfinished,
  unfinishedItems,
} from '../../../domain/agenda/carry-over.ts'
import { isRoutine, standingTest } from '../../../domain/agenda/template.ts'
import type { AgendaTemplateLine } from '../../../domain/agenda/version.ts'
import type { Meeting } from '../../../domain/meetings/meeting.ts'
import type { MinutesState } from '../../../domain/minutes/minutes.ts'
import { emptyRichText } from '../../../domain/text/rich-text.ts'
import { addDays } from '../../../domain/time/civil-date.ts'
import { templateLines } from '../template-lines.ts'

export type WorldMeeting = SeriesMeeting & {
  number: number | null
  minutesState: MinutesState | null
} & Pick<Meeting, 'takenOver'>
/** `itemMeetingId`: where what it became is now, in the bin or not. */
export type WorldRow = CarryRow & { itemIsLive: boolean; itemMeetingId: string | null }
export type LeftOpen = Unfinished & { meeting: WorldMeeting }

export type CarryWorld = {
  meetings: readonly WorldMeeting[]
  bySource: ReadonlyMap<string, WorldRow>
  byItem: ReadonlyMap<string, WorldRow>
  rows: readonly WorldRow[]
  /** Of every series, in the order of the meetings, then of their agendas. */
  leftOpen: readonly LeftOpen[]
}

/** A meeting as where something was left open. */
export function originOf({ id, date, number, state }: Omit<WorldMeeting, 'minutesState'>): CarryOrigin {
  return { meetingId: id, date, number, state }
}

/** Of every series: a project heard in a working group is not proposed to the plenary beside its own item. */
export async function carryWorld(tx: Reader, today: string): Promise<CarryWorld> {
  const [meetings, rows, old, template] = await Promise.all([
    liveMeetings(tx),
    carryRows(tx),
    longOpen(tx),
    templateLines(tx),
  ])
  const since = addDays(today, -NO_OUTCOME_DAYS)
  const concerned = meetings.filter(
    // Open points of old files say nothing of the present.
    ({ id, state, date, takenOver }) =>
      takenOver === null &&
      (state === 'inSession' ||
        state === 'cancelled' ||
        (state === 'held' && (date >= since || old.has(id)))),
  )
  const itemised = rows.filter((row) => row.itemId !== null)
  return {
    meetings,
    rows,
    bySource: new Map(rows.flatMap((row) => (row.sourceItemId === null ? [] : [[row.sourceItemId, row]]))),
    byItem: new Map(itemised.flatMap((row) => (row.itemId === null ? [] : [[row.itemId, row]]))),
    leftOpen: await leftOpenIn(tx, concerned, template),
  }
}

/** Items that some meetings left open, in the order given, each in the order of its agenda. */
export async function leftOpenIn(
  tx: Reader,
  meetings: readonly WorldMeeting[],
  template: readonly AgendaTemplateLine[],
): Promise<LeftOpen[]> {
  if (meetings.length === 0) return []
  const items = await heldItems(
    tx,
    meetings.map(({ id }) => id),
    template,
  )
  return meetings.flatMap((meeting) =>
    unfinishedItems(meeting, items.get(meeting.id) ?? []).map((one) => ({ ...one, meeting })),
  )
}

/** Meetings that are not in the bin, oldest first. */
function liveMeetings(tx: Reader): Promise<WorldMeeting[]> {
  return tx
    .selectFrom('meeting')
    .leftJoin('minutes', 'minutes.meetingId', 'meeting.id')
    .select(['meeting.id', 'meeting.date', 'meeting.startTime', 'meeting.number', 'meeting.seriesId'])
    .select(['meeting.state', 'meeting.takenOver', 'minutes.state as minutesState'])
    .where('meeting.deletedAt', 'is', null)
    .orderBy('meeting.date')
    .orderBy('meeting.startTime')
    .orderBy('meeting.id')
    .execute()
}

async function carryRows(tx: Reader): Promise<WorldRow[]> {
  const rows = await tx
    .selectFrom('carryOver')
    .leftJoin('agendaItem', 'agendaItem.id', 'carryOver.itemId')
    .leftJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .selectAll('carryOver')
    .select(['agendaItem.meetingId as itemMeetingId', 'meeting.deletedAt as itemDeletedAt'])
    .execute()
  const bySource = new Map(rows.map((row) => [row.sourceItemId, row]))
  // Deleted with its meeting, it may have been taken up further on before that.
  const goesOn = (itemId: string | null): boolean => {
    const next = itemId === null ? undefined : bySource.get(itemId)
    if (next === undefined) return false
    if (next.dismissedAt !== null) return true
    return next.itemMeetingId !== null && (next.itemDeletedAt === null || goesOn(next.itemId))
  }
  return rows.map(({ itemDeletedAt, ...row }) => ({
    ...row,
    itemIsLive: row.itemMeetingId !== null && (itemDeletedAt === null || goesOn(row.itemId)),
  }))
}

/** Meetings, however old, with an item that was put off and of which nothing is known since. */
async function longOpen(tx: Reader): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('minutesSection')
    .innerJoin('agendaItem', 'agendaItem.id', 'minutesSection.itemId')
    .select('agendaItem.meetingId')
    .distinct()
    // Word for word the condition of the index minutes_section_put_off.
    .where(sql<boolean>`minutes_section.outcome IN ('reporte', 'renvoye', 'nonTraite')`)
    // An item on a live agenda or set aside is not asked again; one in a deleted meeting is.
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('carryOver')
            .leftJoin('agendaItem as became', 'became.id', 'carryOver.itemId')
            .leftJoin('meeting', 'meeting.id', 'became.meetingId')
            .select('carryOver.id')
            .whereRef('carryOver.sourceItemId', '=', 'agendaItem.id')
            .where((of) =>
              of.or([
                of('carryOver.dismissedAt', 'is not', null),
                of.and([of('became.id', 'is not', null), of('meeting.deletedAt', 'is', null)]),
              ]),
            ),
        ),
      ),
    )
    .execute()
  return new Set(rows.map(({ meetingId }) => meetingId))
}

/** Items by meeting, with what the minutes and the session say of them. */
async function heldItems(
  tx: Reader,
  meetingIds: readonly string[],
  template: readonly AgendaTemplateLine[],
): Promise<Map<string, HeldItem[]>> {
  const empty = JSON.stringify(emptyRichText)
  const rows = await tx
    .selectFrom('agendaItem')
    .leftJoin('minutesSection', 'minutesSection.itemId', 'agendaItem.id')
    .select(['agendaItem.id', 'agendaItem.meetingId', 'agendaItem.parentId', 'agendaItem.position'])
    .select(['agendaItem.kind', 'agendaItem.title', 'minutesSection.outcome'])
    .select(
      sql<number>`minutes_section.outcome IS NULL AND (
        coalesce(minutes_section.presentation <> ${empty}, FALSE) OR coalesce(minutes_section.exchanges <> ${empty}, FALSE)
        OR coalesce(minutes_section.outcome_sentence <> '', FALSE)
        OR EXISTS (SELECT 1 FROM session_span WHERE session_span.item_id = agenda_item.id)
        OR EXISTS (SELECT 1 FROM session_line WHERE session_line.item_id = agenda_item.id AND session_line.state = 'kept')
        OR EXISTS (SELECT 1 FROM item_position WHERE item_position.item_id = agenda_item.id))`.as('takenUp'),
    )
    .select(
      sql<number>`minutes_section.outcome IS NULL AND (
        EXISTS (SELECT 1 FROM decision WHERE decision.item_id = agenda_item.id)
        OR EXISTS (SELECT 1 FROM action WHERE action.item_id = agenda_item.id))`.as('decided'),
    )
    .where('agendaItem.meetingId', 'in', [...meetingIds])
    .execute()
  const byMeeting = new Map<string, HeldItem[]>()
  const isStanding = standingTest(template)
  for (const { meetingId, title, takenUp, decided, ...item } of rows) {
    const items = byMeeting.get(meetingId) ?? []
    const isDecided = decided === 1
    items.push({
      ...item,
      isTakenUp: takenUp === 1 || isDecided,
      isDecided,
      isRoutine: isRoutine(title),
      isStanding: isStanding(title),
    })
    byMeeting.set(meetingId, items)
  }
  return byMeeting
}
