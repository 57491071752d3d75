// Contract of imports: read a file into a draft for the review screen, then take the reviewed draft in.
import { z } from 'zod'
import { Draft, ReadFile } from '../domain/draft.ts'
import { Bytes, CivilDate, Id } from '../domain/ids.ts'
import { MeetingFields } from '../domain/meeting.ts'
import { AgendaView } from './agenda.ts'
import { long, shell, write } from './method.ts'

export const imports = {
  /** A dropped file, read in a job process that can be killed; nothing is stored. */
  'imports.read': long(z.strictObject({ fileName: z.string().min(1).max(255), bytes: Bytes }), ReadFile),
  /** The same through the system's dialog; null when given up. */
  'imports.choose': shell(z.strictObject({}), ReadFile.nullable()),
  /**
   * Takes the reviewed items in: into a new meeting (its fields complete: the review asked for what the file did not
   * say), or after the items of an existing one. One journal entry, undone at once.
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
    }),
    AgendaView,
  ),
}
