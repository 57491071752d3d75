import { z } from 'zod'
import { Attendee, AttendeeFields } from '../domain/attendance/attendance.ts'
import { AppliedLine, ReportDraft } from '../domain/attendance/report.ts'
import { Bytes, CivilDate, Id, Version } from '../domain/ids.ts'
import { Action, PrintedActionFields } from '../domain/minutes/action.ts'
import { Decision, DecisionFields } from '../domain/minutes/decision.ts'
import {
  Minutes,
  MinutesFields,
  MinutesSection,
  MinutesState,
  SectionFields,
} from '../domain/minutes/minutes.ts'
import { RichImageFields, RichText } from '../domain/text/rich-text.ts'
import { MinutesField } from './history.ts'
import { long, read, write } from './method.ts'

export const MinutesView = z.strictObject({
  minutes: Minutes,
  /** One per agenda item, in agenda order. */
  sections: z.array(MinutesSection),
  decisions: z.array(Decision),
  actions: z.array(Action),
})
export type MinutesView = z.infer<typeof MinutesView>

const target = z.strictObject({ id: Id, version: Version })

export const minutes = {
  'minutes.get': read(z.strictObject({ meetingId: Id }), MinutesView.nullable()),
  /** From the agenda, in one action: a section per item, the attendance filled from the replies, a number for the meeting. */
  'minutes.start': write(z.strictObject({ meetingId: Id }), MinutesView),
  /**
   * Words the sections from the notes of the meeting: of one item, or of all (null). A section that somebody edited stays,
   * and is named in `leftItemIds`, unless `evenEdited`.
   */
  'minutes.generate': write(
    z.strictObject({ meetingId: Id, itemId: Id.nullable(), evenEdited: z.boolean() }),
    z.strictObject({ view: MinutesView, leftItemIds: z.array(Id) }),
  ),
  'minutes.update': write(target.extend({ patch: MinutesFields.partial() }), Minutes),
  /**
   * One step forward or back, the seal left out (`state-refuses`). On to the members by another way than a message of here:
   * as by a message, numbers stand still, the deadline is set where there is none, and a version is kept.
   */
  'minutes.setState': write(target.extend({ state: MinutesState }), Minutes),
  /** Last day for the observations of the members; before the meeting itself: `invalid-input`. */
  'minutes.setDeadline': write(target.extend({ reviewDeadline: CivilDate.nullable() }), Minutes),
  'minutes.updateSection': write(target.extend({ patch: SectionFields.partial() }), MinutesSection),
  /** A former wording written back, as one edit of its own: what was typed right before is not taken back with it. */
  'minutes.putBack': write(
    z.strictObject({ of: MinutesField, version: Version, value: z.union([z.string(), RichText]) }),
    MinutesView,
  ),
  /** `id` is chosen by the caller so that a resent call adds nothing twice. */
  'minutes.addDecision': write(z.strictObject({ id: Id, itemId: Id, fields: DecisionFields }), Decision),
  'minutes.updateDecision': write(target.extend({ patch: DecisionFields.partial() }), Decision),
  'minutes.removeDecision': write(target, z.strictObject({ id: Id })),
  'minutes.addAction': write(
    z.strictObject({ id: Id, itemId: Id, fields: PrintedActionFields.partial().required({ text: true }) }),
    Action,
  ),
  /** Its words; how far it has come is `followUp`. */
  'minutes.updateAction': write(target.extend({ patch: PrintedActionFields.partial() }), Action),
  'minutes.removeAction': write(target, z.strictObject({ id: Id })),
  /**
   * Keeps a picture for the texts of these minutes, rid of everything that is not seen; a text then shows it by its hash.
   * PNG or JPEG, at most 20 MB and 80 megapixels. The same picture twice is kept once.
   */
  'minutes.addPicture': long(
    z.strictObject({ meetingId: Id, bytes: Bytes }),
    RichImageFields.omit({ alt: true, size: true }),
  ),
  /** The picture that a text shows. */
  'minutes.picture': long(
    RichImageFields.pick({ sha256: true }),
    RichImageFields.pick({ mediaType: true }).extend({ bytes: Bytes }),
  ),

  'attendance.list': read(z.strictObject({ meetingId: Id }), z.array(Attendee)),
  /** Adds the members of the meeting's day (titulaires) who are not there yet. */
  'attendance.addMembers': write(z.strictObject({ meetingId: Id }), z.array(Attendee)),
  'attendance.add': write(
    z.strictObject({
      id: Id,
      meetingId: Id,
      fields: AttendeeFields.partial().required({ familyName: true }),
      /** Marked as there, in the way of `markPresent`; without it as `fields` say. */
      isPresent: z.boolean().optional(),
    }),
    z.array(Attendee),
  ),
  /**
   * There: by video if their reply said so or the meeting is one, else on site. Whoever is marked as there already stays
   * as they are. No version is asked: the last word wins.
   */
  'attendance.markPresent': write(z.strictObject({ id: Id }), Attendee),
  /**
   * Whoever is awaited is there, in the way of `markPresent`, but those of `exceptIds`, who are absent. Excused and
   * represented people stay as they are, named or not. One journal entry.
   */
  'attendance.markAllBut': write(
    z.strictObject({ meetingId: Id, exceptIds: z.array(Id).max(500) }),
    z.array(Attendee),
  ),
  'attendance.update': write(target.extend({ patch: AttendeeFields.partial() }), Attendee),
  /**
   * From the replies: on site, remote, excused, represented; members, deputies and guests who said that they come are
   * added, what was already marked by hand stays.
   */
  'attendance.fillFromReplies': write(z.strictObject({ meetingId: Id }), z.array(Attendee)),
  'attendance.remove': write(target, z.array(Attendee)),
  /**
   * Whom a video tool's report, or a pasted list of names, means. Nothing is stored. Nobody is absent because a report
   * does not name them.
   */
  'attendance.readReport': long(
    z.strictObject({ meetingId: Id, fileName: z.string().max(255), bytes: Bytes }),
    ReportDraft,
  ),
  /** The lines taken, in one journal entry, all or none; `conflict` when somebody is marked otherwise than the draft saw. */
  'attendance.applyReport': write(
    z.strictObject({ meetingId: Id, lines: z.array(AppliedLine).min(1).max(1000) }),
    z.array(Attendee),
  ),
}
