import { z } from 'zod'
import { Bytes, CivilDate, Id, PlainText, Version } from '../domain/ids.ts'
import { Action, PrintedActionFields } from '../domain/minutes/action.ts'
import { Decision, DecisionFields } from '../domain/minutes/decision.ts'
import {
  Minutes,
  MinutesFields,
  MinutesSection,
  MinutesState,
  SectionFields,
} from '../domain/minutes/minutes.ts'
import { Circle } from '../domain/minutes/observation.ts'
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
  'minutes.get': read(() => [z.strictObject({ meetingId: Id }), MinutesView.nullable()]),
  /** From the agenda, in one action: a section per item, the attendance filled from the replies, a number for the meeting. */
  'minutes.start': write('début du compte rendu', () => [z.strictObject({ meetingId: Id }), MinutesView]),
  /**
   * Words the sections from the notes of the meeting: of one item, or of all (null). A section that somebody edited stays,
   * and is named in `leftItemIds`, unless `evenEdited`.
   */
  'minutes.generate': write('rédaction à partir des notes', () => [
    z.strictObject({ meetingId: Id, itemId: Id.nullable(), evenEdited: z.boolean() }),
    z.strictObject({ view: MinutesView, leftItemIds: z.array(Id) }),
  ]),
  'minutes.update': write('modification du compte rendu', () => [
    target.extend({ patch: MinutesFields.partial() }),
    Minutes,
  ]),
  /**
   * One step forward or back, the approval left out (`state-refuses`); forward not before the day of a meeting that never
   * opened (`meeting-to-come`). On to the members by another way than a message of here:
   * as by a message, numbers stand still, the deadline is set where there is none, and a version is kept. What was changed
   * since it was validated is validated anew in one step.
   */
  'minutes.setState': write('changement d’état du compte rendu', () => [
    target.extend({ state: MinutesState }),
    Minutes,
  ]),
  /** Last day for the observations of a circle; before the meeting: `invalid-input`; before the day the members were told: `day-told`. */
  'minutes.setDeadline': write('changement de la fin de relecture', () => [
    target.extend({ circle: Circle, deadline: CivilDate.nullable() }),
    Minutes,
  ]),
  'minutes.updateSection': write('rédaction d’un point du compte rendu', () => [
    target.extend({ patch: SectionFields.partial() }),
    MinutesSection,
  ]),
  /** A former wording written back, as one edit of its own: what was typed right before is not taken back with it. */
  'minutes.putBack': write('retour à un ancien texte', () => [
    z.strictObject({ of: MinutesField, version: Version, value: z.union([PlainText, RichText]) }),
    MinutesView,
  ]),
  /** `id` is chosen by the caller so that a resent call adds nothing twice. */
  'minutes.addDecision': write('ajout d’une décision', () => [
    z.strictObject({ id: Id, itemId: Id, fields: DecisionFields }),
    Decision,
  ]),
  'minutes.updateDecision': write('modification d’une décision', () => [
    target.extend({ patch: DecisionFields.partial() }),
    Decision,
  ]),
  'minutes.removeDecision': write('suppression d’une décision', () => [target, z.strictObject({ id: Id })]),
  'minutes.addAction': write('ajout d’une action', () => [
    z.strictObject({ id: Id, itemId: Id, fields: PrintedActionFields.partial().required({ text: true }) }),
    Action,
  ]),
  /** Its words; how far it has come is `followUp`. */
  'minutes.updateAction': write('modification d’une action', () => [
    target.extend({ patch: PrintedActionFields.partial() }),
    Action,
  ]),
  'minutes.removeAction': write('suppression d’une action', () => [target, z.strictObject({ id: Id })]),
  /**
   * Keeps a picture for the texts of these minutes, rid of everything that is not seen; a text then shows it by its hash.
   * PNG or JPEG, at most 20 MB and 80 megapixels. The same picture twice is kept once.
   */
  'minutes.addPicture': long('saves', () => [
    z.strictObject({ meetingId: Id, bytes: Bytes }),
    RichImageFields.omit({ alt: true, size: true }),
  ]),
  /** The picture that a text shows. */
  'minutes.picture': long('reads', () => [
    RichImageFields.pick({ sha256: true }),
    RichImageFields.pick({ mediaType: true }).extend({ bytes: Bytes }),
  ]),
}
