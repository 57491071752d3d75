// Making the dossier is `documents.render` and `documents.save`.
import { z } from 'zod'
import { AnnexFate, BookAnnex, BookCirculation } from '../domain/documents/meeting-book.ts'
import { Id } from '../domain/ids.ts'
import { long } from './method.ts'

/** An annex, what becomes of it, and the name it has as a file inside the book or in the zip beside it. */
export const PlacedAnnex = BookAnnex.extend({ fate: AnnexFate, outName: z.string() })
export type PlacedAnnex = z.infer<typeof PlacedAnnex>

export const meetingBook = {
  /**
   * In the order of their numbers. Each file is examined once, in a job, and remembered for as long as the core runs;
   * `progress` events say how far that is.
   */
  'meetingBook.contents': long('reads', () => [
    z.strictObject({ meetingId: Id, circulation: BookCirculation }),
    z.array(PlacedAnnex),
  ]),
  /** Ends every examining and every making of a book under way; they return `cancelled`, and nothing is written. */
  'meetingBook.stop': long('acts', () => [z.strictObject({}), z.strictObject({})]),
}
