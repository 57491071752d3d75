import { z } from 'zod'
import { Attendee, AttendeeFields } from '../domain/attendance/attendance.ts'
import { AppliedLine, ReportDraft } from '../domain/attendance/report.ts'
import { Bytes, Id, Version } from '../domain/ids.ts'
import { long, read, write } from './method.ts'

/** Whose seat somebody has follows from the mandates, and what is said here is noted: the window says neither. */
const Said = AttendeeFields.omit({ seat: true, source: true }).partial()
const target = z.strictObject({ id: Id, version: Version })

export const attendance = {
  'attendance.list': read(() => [z.strictObject({ meetingId: Id }), z.array(Attendee)]),
  /** Adds the members of the meeting's day who are not there yet: titulaires, and the deputy of a seat that none holds. */
  'attendance.addMembers': write('ajout des membres aux présences', () => [
    z.strictObject({ meetingId: Id }),
    z.array(Attendee),
  ]),
  'attendance.add': write('ajout d’une personne aux présences', () => [
    z.strictObject({
      id: Id,
      meetingId: Id,
      fields: Said.required({ familyName: true }),
      /** Marked as there, in the way of `markPresent`; without it as `fields` say. */
      isPresent: z.boolean().optional(),
    }),
    z.array(Attendee),
  ]),
  /**
   * There: by video if their reply said so or the meeting is one, else on site. Whoever is marked as there already stays
   * as they are. No version is asked: the last word wins. Several of one meeting are one journal entry.
   */
  'attendance.markPresent': write('présence notée', () => [
    z.strictObject({ meetingId: Id, ids: z.array(Id).min(1).max(500) }),
    z.array(Attendee),
  ]),
  /**
   * Whoever is awaited is there, in the way of `markPresent`, but those of `exceptIds`, who are absent. Excused and
   * represented people stay as they are, named or not. Nobody is only announced any more. One journal entry.
   */
  'attendance.markAllBut': write('présences notées, sauf les personnes nommées', () => [
    z.strictObject({ meetingId: Id, exceptIds: z.array(Id).max(500) }),
    z.array(Attendee),
  ]),
  /** Whose row it is stays. `source`: noted, also where what is said is what was announced. */
  'attendance.update': write('modification d’une présence', () => [
    target.extend({ patch: Said.omit({ personId: true }).extend({ source: z.null().optional() }) }),
    Attendee,
  ]),
  /**
   * From the replies: on site, remote, excused, represented; members, deputies and guests who said that they come are
   * added, what was already marked by hand stays. Who is there or represented is announced until noted.
   */
  'attendance.fillFromReplies': write('présences remplies d’après les réponses', () => [
    z.strictObject({ meetingId: Id }),
    z.array(Attendee),
  ]),
  /** Whoever is announced by their answer was there, or represented, as they had said. */
  'attendance.confirm': write('présences annoncées confirmées', () => [
    z.strictObject({ meetingId: Id }),
    z.array(Attendee),
  ]),
  'attendance.remove': write('retrait d’une personne des présences', () => [target, z.array(Attendee)]),
  /**
   * Whom a video tool's report, or a pasted list of names, means. Nothing is stored. Nobody is absent because a report
   * does not name them.
   */
  'attendance.readReport': long('acts', () => [
    z.strictObject({ meetingId: Id, fileName: z.string().max(255), bytes: Bytes }),
    ReportDraft,
  ]),
  /** The lines taken, in one journal entry, all or none; `conflict` when somebody is marked otherwise than the draft saw. */
  'attendance.applyReport': write('présences reprises d’un rapport de visioconférence', () => [
    z.strictObject({ meetingId: Id, lines: z.array(AppliedLine).min(1).max(1000) }),
    z.array(Attendee),
  ]),
}
