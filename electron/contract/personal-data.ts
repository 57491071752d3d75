import { z } from 'zod'
import { Id, Version } from '../domain/ids.ts'
import {
  DueKind,
  DuePerson,
  DueRows,
  Erasure,
  KnownPerson,
  NotedErasure,
  RegisterHeading,
  RegisterTexts,
  Retention,
} from '../domain/people/personal-data.ts'
import { long, read, write } from './method.ts'

const PersonalData = z.strictObject({
  version: Version,
  retention: Retention,
  /** In the order of the sheet. `text`: what it says; `isOwn`: whether somebody wrote it, or it follows the application. */
  register: z.array(
    z.strictObject({ heading: RegisterHeading, title: z.string(), text: z.string(), isOwn: z.boolean() }),
  ),
  /** The newest first. */
  erasures: z.array(NotedErasure),
})

export const personalData = {
  'personalData.get': read(() => [z.strictObject({}), PersonalData]),
  /** A heading put to null says again what the application proposes. */
  'personalData.update': write('modification des durées ou du registre des données personnelles', () => [
    z.strictObject({
      version: Version,
      patch: Retention.partial().extend(RegisterTexts.partial().shape),
    }),
    PersonalData,
  ]),
  /** Whose time has come, and what: proposed, never done by itself. */
  'personalData.due': read(() => [
    z.strictObject({}),
    z.strictObject({ persons: z.array(DuePerson), rows: z.array(DueRows) }),
  ]),
  /** Every row, image of the journal and older copy that concerns a person. */
  'personalData.known': long('reads', () => [z.strictObject({ personId: Id }), KnownPerson]),
  /**
   * Takes a person out of the directory and out of every text that is not approved, kept or sent. Not undone: a backup is
   * made first. `alsoFamilyName`: where the family name stands alone too.
   */
  'personalData.anonymise': long('saves', () => [
    z.strictObject({ personId: Id, version: Version, alsoFamilyName: z.boolean() }),
    Erasure,
  ]),
  /** Erases what has had its time, of one kind. Not undone: a backup is made first. */
  'personalData.eraseDue': long('saves', () => [z.strictObject({ kind: DueKind }), Erasure]),
}
