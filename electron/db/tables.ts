// Tables: the shape of every row for the query builder, in camelCase (a plugin maps to snake_case columns). Rows are the
// domain's own shapes; only what SQLite cannot hold differs: booleans are 0 or 1, rich texts are JSON text.
import type { AgendaItem } from '../domain/agenda.ts'
import type { Attachment } from '../domain/attachment.ts'
import type { Attendee } from '../domain/attendance.ts'
import type { Body } from '../domain/body.ts'
import type { College, Organisation, Person } from '../domain/directory.ts'
import type { Meeting, MeetingMove } from '../domain/meeting.ts'
import type { Action, Decision, Minutes, MinutesSection } from '../domain/minutes.ts'
import type { Project } from '../domain/project.ts'
import type { WatchItem } from '../domain/watch.ts'

/** `T` with the columns `K` kept as another type. */
type Kept<T, K extends keyof T, As> = Omit<T, K> & Record<K, As>

export type Tables = {
  body: Kept<Body, 'isSample', number> & { id: number }
  college: College
  organisation: Organisation
  person: Kept<Person, 'isMember', number>
  meeting: Meeting
  meetingMove: MeetingMove
  agendaItem: AgendaItem
  project: Project
  watchItem: WatchItem
  itemProject: { id: string; itemId: string; projectId: string }
  itemWatch: { id: string; itemId: string; watchItemId: string }
  attendee: Attendee
  minutes: Kept<Minutes, 'opening' | 'closing', string>
  minutesSection: Kept<MinutesSection, 'presentation' | 'exchanges', string>
  decision: Decision
  action: Action
  attachment: Attachment
  journalEntry: {
    seq: number
    at: string
    who: string
    method: string
    meetingId: string | null
    mergeKey: string | null
    state: 'done' | 'undone' | 'discarded'
  }
}

export type Row<T extends keyof Tables> = Tables[T]

/** Tables whose rows people edit side by side: each row carries an id and a version. */
export type VersionedTable =
  | 'college'
  | 'organisation'
  | 'person'
  | 'meeting'
  | 'agendaItem'
  | 'project'
  | 'watchItem'
  | 'attendee'
  | 'minutes'
  | 'minutesSection'
  | 'decision'
  | 'action'
  | 'attachment'
