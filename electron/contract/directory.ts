import { z } from 'zod'
import { Bytes, CivilDate, Id, Version } from '../domain/ids.ts'
import {
  College,
  CollegeFields,
  Mandate,
  MandateFields,
  Organisation,
  OrganisationFields,
  OrganisationName,
  OrganisationNameFields,
  Person,
  PersonFields,
} from '../domain/people/directory.ts'
import { DirectoryDraft, DirectoryDraftRow, MAX_DIRECTORY_ROWS } from '../domain/people/directory-draft.ts'
import { long, read, write } from './method.ts'

/** The whole directory in protocol order; every write returns it. */
export const DirectoryView = z.strictObject({
  colleges: z.array(College),
  organisations: z.array(Organisation),
  persons: z.array(Person),
  mandates: z.array(Mandate),
  /** Former names, by organisation, oldest first. */
  formerNames: z.array(OrganisationName),
})
export type DirectoryView = z.infer<typeof DirectoryView>

/** Where the names of a person are printed. */
export const WrittenPlace = z.enum([
  'action',
  'attendee',
  'recipient',
  'item',
  'meeting',
  'subject',
  'awaited',
  'line',
])
export type WrittenPlace = z.infer<typeof WrittenPlace>

const target = z.strictObject({ id: Id, version: Version })

export const directory = {
  'directory.list': read(() => [z.strictObject({}), DirectoryView]),
  'directory.addCollege': write('ajout d’un collège', () => [
    z.strictObject({ id: Id, fields: CollegeFields.partial().required({ name: true }) }),
    DirectoryView,
  ]),
  'directory.updateCollege': write('modification d’un collège', () => [
    target.extend({ patch: CollegeFields.partial() }),
    DirectoryView,
  ]),
  'directory.removeCollege': write('suppression d’un collège', () => [target, DirectoryView]),
  'directory.addOrganisation': write('ajout d’un organisme', () => [
    z.strictObject({ id: Id, fields: OrganisationFields.partial().required({ name: true }) }),
    DirectoryView,
  ]),
  'directory.updateOrganisation': write('modification d’un organisme', () => [
    target.extend({ patch: OrganisationFields.partial() }),
    DirectoryView,
  ]),
  /** Refused (`state-refuses`) while persons, mandates or items name it; its former names go with it. */
  'directory.removeOrganisation': write('suppression d’un organisme', () => [target, DirectoryView]),
  'directory.addPerson': write('ajout d’une personne', () => [
    z.strictObject({ id: Id, fields: PersonFields.partial().required({ familyName: true }) }),
    DirectoryView,
  ]),
  'directory.updatePerson': write('modification d’une personne', () => [
    target.extend({ patch: PersonFields.partial() }),
    DirectoryView,
  ]),
  /** How often what is neither sealed nor sent still names somebody as their entry did before, and under which names. */
  'directory.formerSpellings': read(() => [
    z.strictObject({ id: Id }),
    z.strictObject({
      names: z.array(z.string()),
      places: z.array(z.strictObject({ place: WrittenPlace, many: z.int() })),
    }),
  ]),
  /** Has all of that say the present name. */
  'directory.correctSpellings': write('correction d’un nom déjà écrit', () => [
    z.strictObject({ id: Id }),
    DirectoryView,
  ]),
  /** Names already printed stay; mandates, replies and invitations go. */
  'directory.removePerson': write('suppression d’une personne', () => [target, DirectoryView]),
  /** A mandate that ends before it starts is refused: `invalid-input`, field `endsOn`. */
  'directory.addMandate': write('ajout d’un mandat', () => [
    z.strictObject({ id: Id, personId: Id, fields: MandateFields.partial().required({ role: true }) }),
    DirectoryView,
  ]),
  'directory.updateMandate': write('modification d’un mandat', () => [
    target.extend({ patch: MandateFields.partial() }),
    DirectoryView,
  ]),
  'directory.removeMandate': write('suppression d’un mandat', () => [target, DirectoryView]),
  /**
   * The organisation changes its name: the present one is kept with its last day, the new one is shown from the next.
   * Refused (`invalid-input`, field `lastDay`) when an earlier name already lasts until that day.
   */
  'directory.renameOrganisation': write('changement de nom d’un organisme', () => [
    target.extend({
      name: OrganisationFields.shape.name,
      acronym: OrganisationFields.shape.acronym,
      lastDay: CivilDate,
    }),
    DirectoryView,
  ]),
  /** The last day of another of its names is refused (`invalid-input`, field `until`). */
  'directory.updateFormerName': write('modification d’un ancien nom', () => [
    target.extend({ patch: OrganisationNameFields.partial() }),
    DirectoryView,
  ]),
  'directory.removeFormerName': write('suppression d’un ancien nom', () => [target, DirectoryView]),
  /** New order of one list, whole: ids in protocol order; what is not named keeps its order after them. */
  'directory.reorder': write('changement de l’ordre protocolaire', () => [
    z.strictObject({ list: z.enum(['colleges', 'organisations', 'persons']), ids: z.array(Id).max(5000) }),
    DirectoryView,
  ]),
  /** Pairs that look like one person (accents, hyphens, swapped or married names), surest first. */
  'directory.duplicates': read(() => [
    z.strictObject({}),
    z.array(z.strictObject({ a: Id, b: Id, certainty: z.enum(['sure', 'likely', 'possible']) })),
  ]),
  /** Says that two persons who look like one are two: not proposed again. */
  'directory.setDistinct': write('distinction de deux personnes', () => [
    z.strictObject({ personId: Id, otherId: Id }),
    DirectoryView,
  ]),
  /** Everything that points to `otherId` points to `id` afterwards; what `id` does not say is taken from the other. */
  'directory.mergePersons': write('fusion de deux fiches', () => [
    z.strictObject({ id: Id, otherId: Id }),
    DirectoryView,
  ]),
  /** A csv or xlsx list of persons, matched with the directory; nothing is stored. */
  'directory.readFile': long('acts', () => [
    z.strictObject({ fileName: z.string().min(1).max(255), bytes: Bytes }),
    DirectoryDraft,
  ]),
  /**
   * Takes the reviewed rows in, with the organisations and colleges they need. `id`: of the person when the row adds
   * one, so that the same rows sent twice add nobody twice. One journal entry.
   */
  'directory.takeDraft': write('import d’une liste de personnes', () => [
    z.strictObject({ rows: z.array(DirectoryDraftRow.extend({ id: Id })).max(MAX_DIRECTORY_ROWS) }),
    DirectoryView,
  ]),
}
