import { z } from 'zod'
import { ParcelFault } from '../domain/data/parcel.ts'
import { Id, Version } from '../domain/ids.ts'
import {
  ArchiveForm,
  RetentionFields,
  RetentionRule,
  TransferDescription,
} from '../domain/minutes/retention.ts'
import { read, shell, write } from './method.ts'

export const ExportedArchive = z.strictObject({
  /** Opens or shows it in this run, as any saved document. */
  token: z.string(),
  fileName: z.string(),
  files: z.int(),
})
export type ExportedArchive = z.infer<typeof ExportedArchive>

export const VerifiedArchive = z.strictObject({
  fileName: z.string(),
  /** Null when it is not intact. */
  files: z.int().nullable(),
  faults: z.array(ParcelFault).max(200),
  faultCount: z.int(),
})
export type VerifiedArchive = z.infer<typeof VerifiedArchive>

export const archive = {
  'archive.rules': read(() => [z.strictObject({}), z.array(RetentionRule)]),
  'archive.updateRule': write('modification d’une règle de conservation', () => [
    z.strictObject({ id: Id, version: Version, patch: RetentionFields.partial() }),
    RetentionRule,
  ]),
  /** The description that is proposed for a transfer: the meeting and its items. */
  'archive.describe': read(() => [z.strictObject({ meetingId: Id }), TransferDescription]),
  /**
   * Asks where, then writes the approved papers of a meeting. Not approved here: `not-approved`. A transfer without the
   * services that it goes between: `no-archives-agency`. Null when given up.
   */
  'archive.export': shell('acts', () => [
    z.strictObject({
      meetingId: Id,
      form: ArchiveForm,
      /** Of a transfer; null = as proposed. */
      description: TransferDescription.nullable(),
    }),
    ExportedArchive.nullable(),
  ]),
  /** Asks for an archive and reads every byte of it. Null when given up. */
  'archive.verify': shell('acts', () => [
    z.strictObject({ form: ArchiveForm.exclude(['seda']) }),
    VerifiedArchive.nullable(),
  ]),
}
