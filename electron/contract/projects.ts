import { z } from 'zod'
import { ItemNature } from '../domain/agenda/agenda.ts'
import { CivilDate, Id, Line, PlainText, Version } from '../domain/ids.ts'
import { MeetingState } from '../domain/meetings/meeting.ts'
import { MinutesState, Outcome } from '../domain/minutes/minutes.ts'
import {
  AudienceFields,
  ContactFields,
  Hearing,
  Project,
  ProjectAudience,
  ProjectContact,
  ProjectFields,
  ProjectStep,
  StepFields,
} from '../domain/projects/project.ts'
import { ItemPosition } from '../domain/session/session.ts'
import { WatchItem } from '../domain/watch/watch.ts'
import { read, write } from './method.ts'

/** A followed text that a project rests on. */
export const ProjectText = WatchItem.pick({
  id: true,
  title: true,
  shortTitle: true,
  nature: true,
  status: true,
  publishedOn: true,
})
export type ProjectText = z.infer<typeof ProjectText>

/** Where a project stands on an agenda that is still to come. */
export const ComingHearing = z.strictObject({
  meetingId: Id,
  meetingDate: CivilDate,
  meetingNumber: z.int().nullable(),
  itemId: Id,
  /** "3.1"; empty for an item without number. */
  itemNumber: z.string(),
})
export type ComingHearing = z.infer<typeof ComingHearing>

/** A slot that was asked for and that no meeting has answered yet. */
export const AskedSlot = z.strictObject({
  subjectId: Id,
  version: Version,
  receivedOn: CivilDate,
  wishedOn: CivilDate.nullable(),
})
export type AskedSlot = z.infer<typeof AskedSlot>

export const ProjectRow = Project.extend({
  /** Newest first, those to come among them. */
  hearings: z.array(Hearing),
  /** How many meetings that took place heard it: the next passage is the one after. */
  heardTimes: z.int().min(0),
  texts: z.array(ProjectText),
  /** Soonest first. */
  coming: z.array(ComingHearing),
  asked: AskedSlot.nullable(),
})
export type ProjectRow = z.infer<typeof ProjectRow>

/** A project in a list of all. */
export const ListedProject = Project.pick({
  id: true,
  version: true,
  title: true,
  projectOwner: true,
  organisation: true,
  stage: true,
  axisId: true,
}).extend({
  /** Whether a rule of law is at stake. */
  isRegulatory: z.boolean(),
  lastHeard: Hearing.nullable(),
  ...ProjectRow.pick({ heardTimes: true, texts: true, coming: true, asked: true }).shape,
})
export type ListedProject = z.infer<typeof ListedProject>

/** One passage, with what its minutes say: positions in the words they were noted in, and what was decided. */
export const ProjectPassage = Hearing.extend({
  meetingState: MeetingState,
  nature: ItemNature.nullable(),
  minutesState: MinutesState.nullable(),
  outcome: Outcome.nullable(),
  outcomeSentence: z.string(),
  positions: z.array(ItemPosition.pick({ id: true, organisation: true, stance: true, words: true })),
  decisions: z.array(z.strictObject({ id: Id, number: z.string(), text: z.string() })),
})
export type ProjectPassage = z.infer<typeof ProjectPassage>

export const ProjectView = z.strictObject({
  project: ProjectRow,
  /** By date, undated ones last. */
  steps: z.array(ProjectStep),
  /** In the order they were written. */
  audiences: z.array(ProjectAudience),
  contacts: z.array(
    z.strictObject({
      contact: ProjectContact,
      name: z.string(),
      organisation: z.string(),
      email: z.string(),
      phone: z.string(),
    }),
  ),
  /** Newest first. */
  passages: z.array(ProjectPassage),
  /** Current documents of its items, newest meeting first. */
  documents: z.array(
    z.strictObject({
      id: Id,
      title: Line,
      fileName: z.string(),
      meetingId: Id,
      meetingNumber: z.int().nullable(),
      meetingDate: CivilDate,
    }),
  ),
})
export type ProjectView = z.infer<typeof ProjectView>

export const SlotFields = z.strictObject({
  requester: Line,
  organisation: Line,
  receivedOn: CivilDate,
  wishedOn: CivilDate.nullable(),
  durationMinutes: z
    .int()
    .min(1)
    .max(24 * 60)
    .nullable(),
  nature: ItemNature.nullable(),
  text: PlainText,
})
export type SlotFields = z.infer<typeof SlotFields>

const target = z.strictObject({ id: Id, version: Version })
const ofProject = { id: Id, projectId: Id }
const link = z.strictObject({ projectId: Id, watchItemId: Id })

export const projects = {
  'projects.list': read(() => [z.strictObject({}), z.array(ListedProject)]),
  'projects.get': read(() => [z.strictObject({ id: Id }), ProjectView]),
  'projects.add': write('ajout d’un projet', () => [
    z.strictObject({ id: Id, fields: ProjectFields.partial().required({ title: true }) }),
    ProjectRow,
  ]),
  /** A programme, axis or recommendation of another kind than its field: `invalid-input`. */
  'projects.update': write('modification d’un projet', () => [
    target.extend({ patch: ProjectFields.partial() }),
    ProjectRow,
  ]),
  /** Refused (`state-refuses`) once it was on an agenda. */
  'projects.remove': write('suppression d’un projet', () => [target, z.strictObject({ id: Id })]),
  'projects.addStep': write('ajout d’une étape au calendrier d’un projet', () => [
    z.strictObject({ ...ofProject, fields: StepFields }),
    ProjectView,
  ]),
  'projects.updateStep': write('modification du calendrier d’un projet', () => [
    target.extend({ patch: StepFields.partial() }),
    ProjectView,
  ]),
  'projects.removeStep': write('suppression d’une étape du calendrier d’un projet', () => [
    target,
    ProjectView,
  ]),
  'projects.addAudience': write('ajout de collectivités concernées par un projet', () => [
    z.strictObject({ ...ofProject, fields: AudienceFields }),
    ProjectView,
  ]),
  'projects.updateAudience': write('modification des collectivités concernées par un projet', () => [
    target.extend({ patch: AudienceFields.partial() }),
    ProjectView,
  ]),
  'projects.removeAudience': write('retrait de collectivités concernées par un projet', () => [
    target,
    ProjectView,
  ]),
  /** The same person twice: `invalid-input`. */
  'projects.addContact': write('ajout d’un contact à un projet', () => [
    z.strictObject({ ...ofProject, fields: ContactFields }),
    ProjectView,
  ]),
  'projects.updateContact': write('modification d’un contact de projet', () => [
    target.extend({ patch: ContactFields.pick({ part: true }) }),
    ProjectView,
  ]),
  'projects.removeContact': write('retrait d’un contact de projet', () => [target, ProjectView]),
  'projects.linkText': write('lien d’un projet avec un texte', () => [link, ProjectView]),
  'projects.unlinkText': write('retrait d’un lien entre un projet et un texte', () => [link, ProjectView]),
  /**
   * A slot is asked for: a subject of the project, under the given id. One that is still asked: `slot-already-asked`.
   * Has carry-over propose again what it was told to leave out.
   */
  'projects.askSlot': write('demande de passage d’un projet', () => [
    z.strictObject({ id: Id, projectId: Id, fields: SlotFields }),
    ProjectView,
  ]),
  /**
   * Puts it on the agenda of a meeting: the slot asked for becomes its item; what an earlier meeting of the series left
   * open of it goes there as carry-over takes it up. `state-refuses` when the meeting is over or in session;
   * `project-on-agenda` when another meeting to come has it already.
   */
  'projects.inscribe': write('inscription d’un projet à une séance', () => [
    z.strictObject({ projectId: Id, meetingId: Id }),
    ProjectView,
  ]),
}
