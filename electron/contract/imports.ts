// Contract of imports: read a file into a draft for the review screen, then take the reviewed draft in.
import { z } from 'zod'
import { Draft, ReadFile } from '../domain/draft.ts'
import { Bytes, CivilDate, Id } from '../domain/ids.ts'
import { MeetingFields } from '../domain/meeting.ts'
import { DraftMatches } from '../domain/minutes-proposal.ts'
import { MOST_TAKEN, TakenMinutes } from '../domain/taken-minutes.ts'
import { AgendaView } from './agenda.ts'
import { long, read, shell, write } from './method.ts'

export const imports = {
  /** A dropped file, read in a job process that can be killed; nothing is stored. */
  'imports.read': long(z.strictObject({ fileName: z.string().min(1).max(255), bytes: Bytes }), ReadFile),
  /** The same through the system's dialog; null when given up. */
  'imports.choose': shell(z.strictObject({}), ReadFile.nullable()),
  /**
   * What the directory, and the meeting (null: a new one), know of the people, bodies and statements of a draft: each
   * answer in the order of what was asked.
   */
  'imports.match': read(
    z.strictObject({
      meetingId: Id.nullable(),
      draft: z.strictObject({
        participants: Draft.shape.participants.max(MOST_TAKEN),
        decisions: Draft.shape.decisions.max(MOST_TAKEN),
        actions: Draft.shape.actions.max(MOST_TAKEN),
      }),
    }),
    DraftMatches,
  ),
  /**
   * Takes the reviewed items in: into a new meeting (its fields complete: the review asked for what the file did not
   * say), or after the items of an existing one; with them the reviewed minutes, when the file is some.
   * One journal entry, undone at once.
   */
  'imports.apply': write(
    z.strictObject({
      fileName: z.string().max(255),
      items: Draft.shape.items,
      target: z.discriminatedUnion('type', [
        z.strictObject({
          type: z.literal('new'),
          fields: MeetingFields.partial().extend({ date: CivilDate }),
        }),
        z.strictObject({ type: z.literal('existing'), meetingId: Id }),
      ]),
      minutes: TakenMinutes.optional(),
    }),
    AgendaView,
  ),
}
