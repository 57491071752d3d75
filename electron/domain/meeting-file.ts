// Meeting file: everything known of one meeting, gathered once for its screens' head, its documents and its exports.
import { z } from 'zod'
import { Action } from './action.ts'
import { AgendaItem } from './agenda.ts'
import { Attachment } from './attachment.ts'
import { Attendee } from './attendance.ts'
import { Body } from './body.ts'
import { Decision } from './decision.ts'
import { DocumentLook } from './document-style.ts'
import { Id } from './ids.ts'
import { Meeting } from './meeting.ts'
import { Minutes, MinutesSection } from './minutes.ts'
import { MinutesLife } from './minutes-version.ts'
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
  watchLinks: z.array(z.strictObject({ itemId: Id, watchItem: WatchItem })),
})
export type MeetingFile = z.infer<typeof MeetingFile>
