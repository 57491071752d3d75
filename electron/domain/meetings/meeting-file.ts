import { z } from 'zod'
import { AgendaItem } from '../agenda/agenda.ts'
import type { Provenance } from '../agenda/carry-over.ts'
import { Attendee } from '../attendance/attendance.ts'
import { Attachment } from '../documents/attachment.ts'
import { DocumentLook } from '../documents/document-style.ts'
import { type CivilDate, Id } from '../ids.ts'
import { Action } from '../minutes/action.ts'
import { Decision } from '../minutes/decision.ts'
import { Minutes, MinutesSection } from '../minutes/minutes.ts'
import { type Approval, MinutesLife, type SettledApproval } from '../minutes/version.ts'
import type { Article, Articles } from '../people/organisation-article.ts'
import type { ItemPositionFields } from '../session/session.ts'
import { TextDeadline } from '../watch/text-life.ts'
import { WatchItem } from '../watch/watch.ts'
import { Body } from './body.ts'
import { Meeting } from './meeting.ts'

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
  /** As the minutes printed it that decided it. */
  firstDue: CivilDate | null
  /** It was decided under an item kept for the members. */
  isReserved: boolean
}

/** Words about earlier meetings on the papers: they change with those, so the screens of the meeting do not read them. */
export type EarlierMeetings = {
  provenance: readonly Provenance[]
  /** The item under which open actions are gone through, and these; null when the agenda has no such item. */
  followedUp: { itemId: Id; actions: readonly FollowedAction[] } | null
}
/** A meeting's file, with what its papers say of earlier meetings when that is known. */
export type FileToPrint = MeetingFile & {
  earlier?: EarlierMeetings
  positions?: readonly PrintedPosition[]
  /** Items that ask for an approval which was given otherwise. */
  settled?: readonly SettledApproval[]
  /** How sentences name the organisations of the directory. */
  articles: Articles
  /** Minutes approved by writing since the meeting before: the present ones say so. */
  approvedByWriting?: readonly ApprovedByWriting[]
  /** What corrects the approved minutes beside them, in its order: every paper made of them says so. */
  corrigenda?: readonly { number: number; decidedOn: CivilDate }[]
  /** Nobody has validated the agenda as it stands, and the meeting is still to come. */
  isAgendaDraft?: boolean
  /** Items that a meeting which went from one to the next never came to; empty where nobody knows. */
  neverReached?: ReadonlySet<string>
  /** Items that came onto the agenda while the meeting went on. */
  addedInSession?: ReadonlySet<string>
  /** Of the public version: items of which nothing but their place is said. */
  reserved?: ReadonlySet<string>
  /** Of a public version: every item of the whole file was dealt with. */
  isExhausted?: boolean
}

export type ApprovedByWriting = Pick<Meeting, 'number' | 'date'> &
  Pick<Approval, 'approvedOn' | 'replies'> & { mode: Exclude<Approval['mode'], 'meeting'> }

/** What an organisation said of an item, and how a sentence names it. */
export type PrintedPosition = ItemPositionFields & {
  itemId: Id
  article: Article
  /** Named by no body of the directory, but by a person of it. */
  isPerson: boolean
}
