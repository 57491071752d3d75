import { z } from 'zod'
import { Id, Line } from '../ids.ts'
import { Acronym, MandateFields, PersonFields } from './directory.ts'

/** More rows than any body's list; what follows them is not read, and said so. */
export const MAX_DIRECTORY_ROWS = 5000

export const DirectoryDraftRow = z.strictObject({
  /** Row of the file's table, from 1, head included, empty lines not counted. */
  line: z.int().min(1),
  /** Without a family name the row is only shown. */
  person: PersonFields.omit({ organisationId: true, protocolOrder: true }).extend({ familyName: Line }),
  /** The address as written when it could not be taken as it stands; empty otherwise. */
  rawAddress: Line,
  /** As written in the file. */
  organisation: Line,
  acronym: Acronym,
  college: Line,
  /** Null: no mandate comes with the row. */
  mandate: MandateFields.pick({ role: true, startsOn: true, endsOn: true }).nullable(),
  /** The person of the directory it seems to be, how sure that is, and who else fits as well; null = new. */
  match: z
    .strictObject({
      personId: Id,
      certainty: z.enum(['sure', 'likely', 'possible']),
      others: z.array(Id),
    })
    .nullable(),
  /** Decided in the review; proposed by the reader. */
  take: z.enum(['add', 'update', 'skip']),
  /** Why the row deserves a look; each has its French sentence on the screen. */
  warnings: z.array(
    z.enum([
      'no-name',
      'bad-address',
      'same-line-before',
      'possible-match',
      'unknown-organisation',
      'two-matches',
      'mandate-dates',
    ]),
  ),
})
export type DirectoryDraftRow = z.infer<typeof DirectoryDraftRow>

export const DirectoryDraft = z.strictObject({
  fileName: z.string(),
  rows: z.array(DirectoryDraftRow).max(MAX_DIRECTORY_ROWS),
  /** Columns of the file that were not understood; all of them when no column of names was found. */
  unknownColumns: z.array(z.string()),
  /** The file holds more rows than were read. */
  truncated: z.boolean(),
})
export type DirectoryDraft = z.infer<typeof DirectoryDraft>
