import type { Reader } from '../../db/driver.ts'
import type { AgendaItem, NewItem } from '../../domain/agenda/agenda.ts'
import { MEETING_MARK } from '../../domain/agenda/template.ts'
import type { AgendaTemplateLine } from '../../domain/agenda/version.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { meetingName } from '../../domain/meetings/meeting-name.ts'
import { isAhead } from '../../domain/meetings/opened.ts'
import type { SettledApproval } from '../../domain/minutes/version.ts'
import { fold } from '../../domain/text/fold.ts'
import { formatDateWithoutWeekday } from '../../domain/text/french.ts'
import { meetingsInTitle, meetingsUpTo } from './meeting-in-title.ts'
import { getBody } from './settings.ts'
import { templateLines } from './template-lines.ts'

/** Approvals of minutes that await it and are not on the agenda yet; none once the meeting is over. */
export async function missingApprovals(tx: Reader, meeting: Meeting): Promise<NewItem[]> {
  if (!isAhead(meeting)) return []
  const wanted = (await standingItems(tx, meeting, { only: 'approval' })).map((item) => ({
    item,
    key: fold(item.title),
  }))
  const roots = await tx
    .selectFrom('agendaItem')
    .select('title')
    .where('meetingId', '=', meeting.id)
    .where('parentId', 'is', null)
    .execute()
  const there = roots.map(({ title }) => fold(title.trim()))
  return wanted.flatMap(({ item, key }) => {
    const found = there.indexOf(key)
    if (found === -1) return [item]
    // Titles may be the same for several minutes: each one on the agenda answers for one.
    there.splice(found, 1)
    return []
  })
}

/** The items that the template gives a meeting; an approval repeats for each minutes that await it, oldest first. */
export async function standingItems(
  tx: Reader,
  meeting: Meeting,
  { only, approvals = true }: { only?: AgendaTemplateLine['role']; approvals?: boolean } = {},
): Promise<NewItem[]> {
  const lines = await templateLines(tx, only)
  const { meetingWord } = await getBody(tx)
  const approved = approvals ? await awaitingApproval(tx, meeting) : []
  return lines.flatMap(({ role, title, kind, nature, durationMinutes }): NewItem[] => {
    if (role !== 'approval') return [{ title, kind, nature, durationMinutes }]
    return approved.map((earlier) => ({
      title: title.replaceAll(
        MEETING_MARK,
        meetingName(earlier.number, formatDateWithoutWeekday(earlier.date), meetingWord),
      ),
      kind,
      nature,
      durationMinutes,
    }))
  })
}

/** Earlier meetings of the same series whose minutes are not approved, oldest first; those taken over from old files are. */
function awaitingApproval(
  tx: Reader,
  { date, seriesId }: Meeting,
): Promise<{ number: number | null; date: string }[]> {
  return tx
    .selectFrom('minutes')
    .innerJoin('meeting', 'meeting.id', 'minutes.meetingId')
    .select(['meeting.number', 'meeting.date'])
    .where('minutes.state', '!=', 'approved')
    .where('meeting.deletedAt', 'is', null)
    .where('meeting.takenOver', 'is', null)
    .where('meeting.state', '!=', 'cancelled')
    .where('meeting.seriesId', seriesId === null ? 'is' : '=', seriesId)
    .where('meeting.date', '<', date)
    .orderBy('meeting.date')
    .execute()
}

/** Items of an agenda to come that would approve minutes which were approved since, in writing or at another meeting. */
export async function settledApprovals(
  tx: Reader,
  meeting: Pick<Meeting, 'id' | 'date' | 'seriesId' | 'state'>,
  items: readonly Pick<AgendaItem, 'id' | 'nature' | 'title'>[],
): Promise<SettledApproval[]> {
  const asking = items.filter(({ nature }) => nature === 'approbation')
  if (asking.length === 0 || meeting.state === 'held' || meeting.state === 'cancelled') return []
  const earlier = await meetingsUpTo(tx, meeting)
  const named = asking.map(({ id, title }) => ({ itemId: id, about: meetingsInTitle(title, earlier) }))
  const ids = named.flatMap(({ about }) => about.map(({ id }) => id))
  if (ids.length === 0) return []
  const approvals = await tx
    .selectFrom('approval')
    .select(['id', 'mode', 'approvedOn', 'approvingMeetingId'])
    .where('id', 'in', ids)
    .orderBy('approvedOn', 'desc')
    .execute()
  return named.flatMap(({ itemId, about }) => {
    const found = approvals.filter(({ id }) => about.some((one) => one.id === id))
    const [last] = found
    // One that waits, or is approved here, still asks for the item.
    if (last === undefined || found.length < about.length) return []
    if (found.some(({ approvingMeetingId }) => approvingMeetingId === meeting.id)) return []
    return [{ itemId, mode: last.mode, approvedOn: last.approvedOn }]
  })
}
