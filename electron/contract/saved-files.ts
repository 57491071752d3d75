import { z } from 'zod'
import { SampleTemplate } from '../domain/documents/word-template.ts'
import { Id } from '../domain/ids.ts'
import { ChartId } from '../domain/report/charts.ts'
import { DocumentSubject, formatsOf, type ProducedFormat, SavedDocument, SavedDraft } from './documents.ts'
import { Passphrase } from './encryption.ts'
import { ExportedRegister } from './follow-up.ts'
import { journaled, shell } from './method.ts'
import { AskedTexts, DueSpan } from './watch.ts'
import { ReportPeriod } from './yearly-report.ts'

/** Saved as files, and recorded nowhere. */
const OtherFile = z.discriminatedUnion('kind', [
  /** The kept bytes of a published agenda. */
  z.strictObject({ kind: z.literal('agendaVersion'), id: Id }),
  /** A message as it would go out now, or as it was sent. */
  z.strictObject({ kind: z.literal('message'), id: Id }),
  /** A *fiche de présentation* to fill in, blank or with what the subject already says. */
  z.strictObject({ kind: z.literal('sheet'), subjectId: Id.nullable() }),
  /** A Word template to begin with. */
  z.strictObject({ kind: z.literal('sampleTemplate'), sample: SampleTemplate }),
  /** The agenda to type under. */
  z.strictObject({ kind: z.literal('notebook'), meetingId: Id }),
  /** The sheet of the register of processing activities. */
  z.strictObject({ kind: z.literal('processingRegister') }),
  /** Everything known about a person, as `personalData.known` returns it. */
  z.strictObject({ kind: z.literal('knownPerson'), personId: Id }),
  /** The key that opens encrypted copies, in clear, with what to do with it. */
  z.strictObject({ kind: z.literal('recoverySheet'), passphrase: Passphrase }),
  /** Decisions or actions, as they are narrowed on the screen. */
  z.strictObject({ kind: z.literal('followUp'), register: ExportedRegister }),
  /** Followed texts, as they are narrowed on the screen. */
  AskedTexts.extend({ kind: z.literal('watchList') }),
  /** Deadlines of followed texts, as `watch.due` returns them. */
  z.strictObject({ kind: z.literal('dueCalendar'), span: DueSpan }),
  z.strictObject({ kind: z.literal('reportFigures'), period: ReportPeriod }),
  z.strictObject({ kind: z.literal('reportChart'), period: ReportPeriod, chart: ChartId }),
])
export type OtherFile = z.infer<typeof OtherFile>

/** Everything that somebody can have written as a file: a document, which leaves its line in the record, or another. */
export const FileToSave = z.union([DocumentSubject, OtherFile])
export type FileToSave = z.infer<typeof FileToSave>

export type FileFormat = ProducedFormat | 'eml' | 'txt' | 'xlsx' | 'csv' | 'ics' | 'svg' | 'png'

/** The formats of each, the usual one first. */
const otherFormats = {
  agendaVersion: ['pdf'],
  message: ['eml'],
  sheet: ['docx'],
  sampleTemplate: ['docx'],
  notebook: ['docx', 'txt'],
  processingRegister: ['html'],
  knownPerson: ['html', 'json'],
  recoverySheet: ['txt'],
  followUp: ['xlsx', 'csv'],
  watchList: ['xlsx', 'csv'],
  dueCalendar: ['ics'],
  reportFigures: ['xlsx'],
  reportChart: ['svg', 'png'],
} as const satisfies Record<OtherFile['kind'], readonly FileFormat[]>
export type OtherFormat<K extends OtherFile['kind']> = (typeof otherFormats)[K][number]

export function isDocument(file: FileToSave): file is DocumentSubject {
  return !Object.hasOwn(otherFormats, file.kind)
}

/** The formats that are offered, the usual one first. */
export function formatsToSave(file: FileToSave): readonly FileFormat[] {
  return isDocument(file) ? formatsOf(file.kind) : otherFormats[file.kind]
}

export const savedFiles = {
  /**
   * Asks where, and writes atomically; null when given up. A document is recorded, and a PDF of it checked without holding
   * the answer back.
   */
  'documents.save': journaled(
    'document produit',
    shell('acts', () => [FileToSave, SavedDocument.nullable()]),
  ),
  /**
   * The minutes as Word and as PDF side by side under one name, asked for once; both files or neither. Each is recorded
   * as `documents.save` does. Null when given up.
   */
  'documents.saveDraft': shell('acts', () => [z.strictObject({ meetingId: Id }), SavedDraft.nullable()]),
  'documents.open': shell('acts', () => [z.strictObject({ token: Id }), z.strictObject({})]),
  'documents.reveal': shell('acts', () => [z.strictObject({ token: Id }), z.strictObject({})]),
}
