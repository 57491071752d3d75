import { z } from 'zod'
import { CivilDate, Id, Instant } from '../domain/ids.ts'
import { Passphrase } from './encryption.ts'
import { long, shell, write } from './method.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Files = z.array(Sha256).min(1).max(10_000)

export const KeptFileKind = z.enum([
  'attachment',
  'subjectFile',
  'agendaVersion',
  'logo',
  'sentMessage',
  'minutesVersion',
  'approval',
  'corrigendum',
  'signedCopy',
  'picture',
])
export type KeptFileKind = z.infer<typeof KeptFileKind>

/** One place where a kept file is shown. */
export const KeptFileUse = z.strictObject({
  kind: KeptFileKind,
  /** Its file name, or what it is about; empty where the kind says all. */
  name: z.string(),
  meeting: z.strictObject({ id: Id, date: CivilDate, title: z.string() }).nullable(),
  /** The item of the meeting. */
  itemTitle: z.string().nullable(),
  /** The project that it is a document of. */
  project: z.strictObject({ id: Id, title: z.string() }).nullable(),
  /** A current document: other bytes may become its next version. */
  isReplaceable: z.boolean(),
})
export type KeptFileUse = z.infer<typeof KeptFileUse>

/** A file that is not there, or whose bytes are no longer what its name says. */
export const KeptFileFault = z.strictObject({
  sha256: Sha256,
  state: z.enum(['missing', 'altered']),
  /** When somebody noted that it stays so; null = to be dealt with. */
  leftAt: Instant.nullable(),
  uses: z.array(KeptFileUse),
})
export type KeptFileFault = z.infer<typeof KeptFileFault>

export const KeptFiles = z.strictObject({
  /** When all of them were last read; null = never yet on this desk. */
  checkedAt: Instant.nullable(),
  /** How many were read then. */
  checked: z.int(),
  /** By meeting, newest first. */
  faults: z.array(KeptFileFault),
  /** Altered bytes that were set aside, in a folder beside the data. */
  setAside: z.int(),
})
export type KeptFiles = z.infer<typeof KeptFiles>

export const keptFiles = {
  /** Findings of the last check that still concern something. */
  'keptFiles.list': long('reads', () => [z.strictObject({}), KeptFiles]),
  /** Reads every kept file and compares it with its hash. */
  'keptFiles.check': long('acts', () => [z.strictObject({}), KeptFiles]),
  /** Gives up the check, or the taking back, under way. */
  'keptFiles.stop': long('acts', () => [z.strictObject({}), z.strictObject({})]),
  /**
   * Looks for the same bytes beside every backup, here and in the folders of copies, and puts them back; with the
   * passphrase among encrypted copies too. `closed`: there are some that were not opened for want of it.
   */
  'keptFiles.bringBack': long('acts', () => [
    z.strictObject({ files: Files, passphrase: Passphrase.optional() }),
    z.strictObject({ found: z.int(), notFound: z.int(), closed: z.boolean(), list: KeptFiles }),
  ]),
  /**
   * Asks for the file. The same bytes are put back; other ones become the next version of a current document, or are
   * refused (`other-bytes`). Null when given up.
   */
  'keptFiles.choose': shell('acts', () => [
    z.strictObject({ file: Sha256 }),
    z.strictObject({ became: z.enum(['same', 'newVersion']), list: KeptFiles }).nullable(),
  ]),
  /** Notes that these stay as they are, or takes that back. */
  'keptFiles.leave': write('note sur un fichier absent ou altéré', () => [
    z.strictObject({ files: Files, left: z.boolean() }),
    z.strictObject({}),
  ]),
}
