import { z } from 'zod'
import { Action } from './action.ts'
import { AgendaItem } from './agenda.ts'
import { Attachment } from './attachment.ts'
import { Attendee } from './attendance.ts'
import { Body } from './body.ts'
import type { Provenance } from './carry-over.ts'
import { Decision } from './decision.ts'
import { DocumentLook } from './document-style.ts'
import { Id } from './ids.ts'
import { Meeting } from './meeting.ts'
import { Minutes, MinutesSection } from './minutes.ts'
import { MinutesLife } from './minutes-version.ts'
import { TextDeadline } from './text-life.ts'
import { WatchItem } from './watch.ts'

export const MeetingFile = z.strictObject({
  body: Body,
  /** How documents of the meeting's day look. */
  look: DocumentLook,
  meeting: Meeting,
  /** In agenda order: depth first, siblings by position. */
  items: z.array(AgendaItem),
  attendees: z.array(Attendee),
  minutes: Minutes.nullable(),
  life: MinutesLife,
  sections: z.array(MinutesSection),
  decisions: z.array(Decision),
  actions: z.array(Action),
  attachments: z.array(Attachment),
  watchLinks: z.array(z.strictObject({ itemId: Id, watchItem: WatchItem, deadlines: z.array(TextDeadline) })),
})
export type MeetingFile = z.infer<typeof MeetingFile>

/** An action that is followed up, as it is printed. */
export type FollowedAction = Pick<Action, 'id' | 'text' | 'owner' | 'organisation' | 'dueDate' | 'state'> & {
  /** "A-2026-05-01" */
  number: string
}

/** Words about earlier meetings on the papers: they change with those, so the screens of the meeting do not read them. */
export type EarlierMeetings = {
  provenance: readonly Provenance[]
  /** The item under which open actions are gone through, and these; null when the agenda has no such item. */
  followedUp: { itemId: Id; actions: readonly FollowedAction[] } | null
}
/** A meeting's file, with what its papers say of earlier meetings when that is known. */
export type FileToPrint = MeetingFile & { earlier?: EarlierMeetings }
