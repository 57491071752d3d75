import type { ChangedRow, HistoryLine } from '../../../../electron/contract/history.ts'
import { href } from '../../../app/paths.ts'

/** Where the thing is that a line speaks of; null where it is no more, or nowhere to be shown by itself. */
export function addressOf({ rows, meetingId }: HistoryLine): string | null {
  const [row] = rows
  if (row === undefined || row.change === 'removed') return null
  return ofRow(row) ?? (meetingId === null ? null : inMeeting(row, meetingId))
}

function ofRow({ table, id }: ChangedRow): string | null {
  switch (table) {
    case 'action':
    case 'action_follow_up':
      return href('followUp', {}, id)
    case 'decision':
    case 'decision_follow_up':
      return href('followUpDecisions', {}, id)
    case 'subject':
      return href('subjects', {}, id)
    case 'project':
      return href('projectSheet', {}, id)
    case 'watch_item':
      return href('watchText', {}, id)
    case 'person':
    case 'organisation':
      return href('directory', {}, id)
    case 'meeting':
      return href('meetingDetails', { meetingId: id })
    default:
      return null
  }
}

function inMeeting({ table, id }: ChangedRow, meetingId: string): string {
  switch (table) {
    case 'agenda_item':
      return href('agenda', { meetingId }, id)
    case 'dispatch':
    case 'dispatch_recipient':
      return href('dispatch', { meetingId })
    case 'attendee':
    case 'reply':
      return href('participants', { meetingId })
    case 'attachment':
    case 'awaited_document':
      return href('attachments', { meetingId })
    case 'meeting_task':
      return href('preparation', { meetingId })
    case 'session_line':
    case 'session_span':
      return href('session', { meetingId })
    case 'minutes':
    case 'minutes_section':
    case 'observation':
      return href('minutes', { meetingId })
    default:
      return href('agenda', { meetingId })
  }
}
