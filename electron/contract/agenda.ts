import { z } from 'zod'
import { AgendaItem, AgendaItemFields, MAX_ITEMS } from '../domain/agenda/agenda.ts'
import { Provenance } from '../domain/agenda/carry-over.ts'
import {
  AgendaChange,
  AgendaEdit,
  AgendaState,
  AgendaTemplateLine,
  AgendaTemplateLineFields,
  AgendaVersion,
  MovedHour,
} from '../domain/agenda/version.ts'
import { Id, Instant, Line, Name, Version } from '../domain/ids.ts'
import { SettledApproval } from '../domain/minutes/version.ts'
import { RenderedDocument } from './documents.ts'
import { journaled, long, read, write } from './method.ts'

/** Every write returns the whole agenda, in agenda order, so that the screen needs no second call. */
export const AgendaView = z.strictObject({
  meetingId: Id,
  items: z.array(AgendaItem),
  links: z.array(
    z.strictObject({ itemId: Id, kind: z.enum(['project', 'watch']), targetId: Id, title: z.string() }),
  ),
  /** Persons invited for one item only, in the order of the items. */
  guests: z.array(z.strictObject({ itemId: Id, personId: Id, name: z.string(), email: z.string() })),
  /** Items taken up again from earlier meetings. */
  provenance: z.array(Provenance),
  /** The item under which the actions still open are gone through; null when there is none. */
  followUpId: Id.nullable(),
  /** Items that approve minutes which are approved already. */
  settled: z.array(SettledApproval),
})
export type AgendaView = z.infer<typeof AgendaView>

/** Where an agenda stands between the secretariat, the chair and the members. */
export const AgendaStatus = z.strictObject({
  meetingId: Id,
  /** `published` stays while the last version is what was validated last, even if the agenda was edited since. */
  state: AgendaState,
  /** Empty and null in states where they say nothing. */
  submittedTo: z.string(),
  submittedAt: Instant.nullable(),
  validatedBy: z.string(),
  validatedAt: Instant.nullable(),
  /** The agenda says something else than what was validated. */
  changedSinceValidation: z.boolean(),
  /** Published versions, newest first. */
  versions: z.array(AgendaVersion.omit({ content: true })),
  /**
   * Numbers of the versions that the next three compare: the last published and the agenda as it is (`after` null)
   * when that says something else, the last two published otherwise; null while there are no two to compare.
   */
  compared: z.strictObject({ before: z.int(), after: z.int().nullable() }).nullable(),
  changes: z.array(AgendaChange),
  /** Changes of the meeting's date, hours and place. */
  headEdits: z.array(AgendaEdit),
  /** Whom to tell. */
  movedHours: z.array(MovedHour),
  /** Who is to be asked for the next validation: the last who gave it, else the chair of the meeting. */
  usualValidator: z.string(),
  /** Titles of the template's approval items that are not on the agenda yet: minutes that await approval. */
  missingApprovals: z.array(z.string()),
})
export type AgendaStatus = z.infer<typeof AgendaStatus>

/** What a line says of an item by itself. */
const ReadLine = AgendaItemFields.pick({
  title: true,
  kind: true,
  nature: true,
  durationMinutes: true,
  fixedStart: true,
  presenter: true,
  organisation: true,
})

const target = z.strictObject({ id: Id, version: Version })
const link = z.strictObject({ itemId: Id, kind: z.enum(['project', 'watch']), targetId: Id })

export const agenda = {
  'agenda.list': read(() => [z.strictObject({ meetingId: Id }), AgendaView]),
  /** "Annuaire – 15 min – T. Sarrazin", understood as an import understands it; null when it is a title and no more. */
  'agenda.readLine': read(() => [z.strictObject({ words: Line }), ReadLine.nullable()]),
  /** A new item after `afterId` among the children of `parentId`; first of them when `afterId` is null. */
  'agenda.add': write('ajout d’un point', () => [
    z.strictObject({
      /** Chosen by the caller so that a resent call adds nothing twice. */
      id: Id,
      meetingId: Id,
      parentId: Id.nullable(),
      afterId: Id.nullable(),
      fields: AgendaItemFields.partial().required({ title: true }),
      /** The title is still being typed: the updates that say so too are taken back with it. */
      isBegun: z.boolean().optional(),
    }),
    AgendaView,
  ]),
  'agenda.update': write('modification d’un point', () => [
    target.extend({ patch: AgendaItemFields.partial(), isBegun: z.boolean().optional() }),
    AgendaView,
  ]),
  /** To rank `index` (from 0) among the children of `parentId`. Into its own descendant: `invalid-input`. */
  'agenda.move': write('déplacement d’un point', () => [
    target.extend({ parentId: Id.nullable(), index: z.int().min(0) }),
    AgendaView,
  ]),
  /** With its sub-items; `item-written` once notes, observations or the minutes say something of one of them. */
  'agenda.remove': write('suppression d’un point', () => [target, AgendaView]),
  /**
   * A copy right after it, with copies of its sub-items, their links and guests; without a fixed hour, documents or what
   * somebody wants otherwise. `ids` are chosen by the caller, as in `agenda.add`: of the copy, then of its sub-items in
   * agenda order (`conflict` when there are others by now).
   */
  'agenda.duplicateItem': write('copie d’un point', () => [
    z.strictObject({
      id: Id,
      ids: z
        .array(Id)
        .min(1)
        .max(MAX_ITEMS)
        .refine((ids) => new Set(ids).size === ids.length),
    }),
    AgendaView,
  ]),
  'agenda.link': write('lien ajouté à un point', () => [link, AgendaView]),
  'agenda.unlink': write('lien retiré d’un point', () => [link, AgendaView]),
  /** Adds what the template has and the agenda has not: approvals first, any other business last. */
  'agenda.applyTemplate': write('ajout des points de l’ordre du jour type', () => [
    z.strictObject({ meetingId: Id }),
    AgendaView,
  ]),
  /** Invites a person for one item only; a person invited already stays invited once. */
  'agenda.addGuest': write('invitation à un point', () => [
    z.strictObject({ itemId: Id, personId: Id }),
    AgendaView,
  ]),
  'agenda.removeGuest': write('retrait d’une invitation à un point', () => [
    z.strictObject({ itemId: Id, personId: Id }),
    AgendaView,
  ]),

  'agenda.status': read(() => [z.strictObject({ meetingId: Id }), AgendaStatus]),
  /** The three refuse (`state-refuses`) an agenda that is published as it stands. */
  'agenda.submit': write('envoi de l’ordre du jour à la présidence', () => [
    z.strictObject({ meetingId: Id, to: Line.trim() }),
    AgendaStatus,
  ]),
  'agenda.validate': write('validation de l’ordre du jour', () => [
    z.strictObject({ meetingId: Id, by: Name.trim() }),
    AgendaStatus,
  ]),
  'agenda.backToDraft': write('remise en projet de l’ordre du jour', () => [
    z.strictObject({ meetingId: Id }),
    AgendaStatus,
  ]),
  /**
   * Freezes the next version, with its PDF. Not validated as it stands, empty, or without a change since the last
   * version: `state-refuses`. Not in the journal: the paper may leave the application, so nothing takes it back.
   */
  'agenda.publish': journaled(
    'publication de l’ordre du jour',
    long('saves', () => [z.strictObject({ meetingId: Id }), AgendaStatus]),
  ),
  /** The kept bytes of a published version, for the preview. */
  'agenda.versionFile': long('reads', () => [z.strictObject({ id: Id }), RenderedDocument]),

  'agenda.template': read(() => [z.strictObject({}), z.array(AgendaTemplateLine)]),
  'agenda.addTemplateLine': write('ajout à l’ordre du jour type', () => [
    z.strictObject({ id: Id, fields: AgendaTemplateLineFields }),
    z.array(AgendaTemplateLine),
  ]),
  'agenda.updateTemplateLine': write('modification de l’ordre du jour type', () => [
    target.extend({ patch: AgendaTemplateLineFields.partial() }),
    z.array(AgendaTemplateLine),
  ]),
  'agenda.moveTemplateLine': write('déplacement dans l’ordre du jour type', () => [
    target.extend({ index: z.int().min(0) }),
    z.array(AgendaTemplateLine),
  ]),
  'agenda.removeTemplateLine': write('suppression dans l’ordre du jour type', () => [
    target,
    z.array(AgendaTemplateLine),
  ]),
}
