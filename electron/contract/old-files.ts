import { z } from 'zod'
import { ReadFile } from '../domain/agenda/draft.ts'
import { CivilDate, Id, Line, Version } from '../domain/ids.ts'
import { Meeting } from '../domain/meetings/meeting.ts'
import { OldFilesGroup } from '../domain/old-files/old-files.ts'
import { MetOrganisation, MetPerson } from '../domain/old-files/people.ts'
import { NewOrganisation, NewPerson } from '../domain/old-files/taken-minutes.ts'
import { journaled, long, read, shell, write } from './method.ts'

/** Persons and bodies of thirty years. */
const MOST_PEOPLE = 5000

/** Result of reading a folder or a zip. */
export const OldFilesRead = z.strictObject({
  files: z.int(),
  /** Read now, already known from an earlier reading, and refused with a sentence. */
  read: z.int(),
  known: z.int(),
  refused: z.int(),
})
export type OldFilesRead = z.infer<typeof OldFilesRead>

/** A meeting to take in; what is not given is as the list says. */
const Choice = z.strictObject({
  id: Id,
  date: CivilDate.optional(),
  number: z.int().min(1).max(999).nullable().optional(),
  title: Line.optional(),
  seriesId: Id.nullable().optional(),
  /** Of the files that contradict each other (`isContested`), those that stand; asked for where there are some. */
  stands: z.array(Id).max(2).optional(),
  /** The meeting that is there already and gets the files as its documents; nothing else of it changes. */
  joins: Id.optional(),
})
export type OldFilesChoice = z.infer<typeof Choice>

export const oldFiles = {
  /** Asks for a folder or a zip and reads its files, each in a process of its own. Null when given up. */
  'oldFiles.choose': shell('acts', () => [
    z.strictObject({ form: z.enum(['folder', 'zip']) }),
    OldFilesRead.nullable(),
  ]),
  /** Goes on with the last folder or zip: what was read is not read again. `not-found`: there is none. */
  'oldFiles.resume': long('acts', () => [z.strictObject({}), OldFilesRead]),
  /** Ends the reading or the taking in that is under way; what was read or taken in by then stays. */
  'oldFiles.stop': long('acts', () => [z.strictObject({}), z.strictObject({})]),
  /** The list, by date; `source`: the name of the last folder or zip, `isRead` when all of it was read. */
  'oldFiles.list': read(() => [
    z.strictObject({}),
    z.strictObject({
      groups: z.array(OldFilesGroup),
      source: z.strictObject({ name: z.string(), isRead: z.boolean() }).nullable(),
    }),
  ]),
  /** A read file of the list: its words beside what was understood. */
  'oldFiles.file': read(() => [z.strictObject({ id: Id }), ReadFile]),
  /**
   * Takes meetings in: held, marked, locked, with their files as documents; one journal entry for all of them. Actions come
   * in as closed unless `openActions`. What cannot be taken in is left in the list with its reason.
   */
  'oldFiles.take': journaled(
    'reprise d’anciens fichiers',
    long('saves', () => [
      z.strictObject({ choices: z.array(Choice).min(1).max(2000), openActions: z.boolean() }),
      z.strictObject({
        taken: z.array(z.strictObject({ id: Id, meetingId: Id })),
        left: z.array(z.strictObject({ id: Id, code: z.string() })),
      }),
    ]),
    { passesLock: true },
  ),
  /** Whom the meetings taken over name without an entry of the directory, each once over all of them. */
  'oldFiles.people': read(() => [
    z.strictObject({}),
    z.strictObject({ persons: z.array(MetPerson), organisations: z.array(MetOrganisation) }),
  ]),
  /**
   * Adds bodies and persons to the directory, or says who of it somebody is, and links every line that names them; what
   * is printed stays. One journal entry. Sent twice, nothing is added twice. Stopped: what was taken in by then stays.
   */
  'oldFiles.takePeople': journaled(
    'personnes des séances reprises dans l’annuaire',
    long('saves', () => [
      z.strictObject({
        organisations: z.array(NewOrganisation).max(MOST_PEOPLE),
        people: z
          .array(
            z.strictObject({
              /** Of somebody met, or of one of the bodies they are met in. */
              key: z.string().max(1200),
              entry: z.discriminatedUnion('type', [
                z.strictObject({ type: z.literal('known'), id: Id }),
                z.strictObject({ type: z.literal('new'), person: NewPerson.omit({ mandate: true }) }),
              ]),
            }),
          )
          .max(MOST_PEOPLE),
      }),
      z.strictObject({
        persons: z.int(),
        organisations: z.int(),
        lines: z.int(),
        isStopped: z.boolean(),
      }),
    ]),
    { passesLock: true },
  ),
  /** Takes groups off the list; null empties it. The meetings taken in stay. */
  'oldFiles.drop': long('acts', () => [
    z.strictObject({ ids: z.array(Id).max(2000).nullable() }),
    z.strictObject({}),
  ]),
  /** Opens a meeting that was taken over to corrections, or closes it again. */
  'oldFiles.setLock': write(
    'verrou d’une séance reprise',
    () => [z.strictObject({ id: Id, version: Version, locked: z.boolean() }), Meeting],
    { passesLock: true },
  ),
}
