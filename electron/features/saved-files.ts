// One row for each kind of file that is no document: its name, and its bytes in each of its formats.
import { ProducedFormat } from '../contract/documents.ts'
import { AppError } from '../contract/errors.ts'
import {
  type FileFormat,
  type FileToSave,
  formatsToSave,
  isDocument,
  type OtherFile,
  type OtherFormat,
} from '../contract/saved-files.ts'
import type { InternalCalls } from '../contract/wire.ts'
import { safeFileName } from '../documents/file-name.ts'
import { recoverySheet } from '../documents/text/recovery-sheet.ts'
import { templateText } from '../documents/text/word-template.ts'
import { writeAtomically } from '../documents/write-atomically.ts'
import { versionFile, versionRow } from './agenda/publish.ts'
import { renderSheet, sheetFileName } from './agenda/subjects/sheets.ts'
import { renderRecoverySheet } from './backups/encryption.ts'
import type { InternalHandlers, LongContext } from './context.ts'
import {
  knownFileName,
  registerFileName,
  renderKnown,
  renderRegister,
} from './directory/personal-data/papers.ts'
import { messageOf } from './dispatch/compose.ts'
import { messageFileName } from './dispatch/internal-calls.ts'
import { documentFileName, undescribed, writeDocument } from './documents/handlers.ts'
import { followUpFileName, renderFollowUp } from './follow-up/export.ts'
import { notebookFileName, renderNotebook } from './session/notebooks/paper.ts'
import { dueFileName, renderDue } from './watch/due-calendar.ts'
import { renderWatchList, watchListFileName } from './watch/list/export.ts'
import { chartBytes, figuresFileName, renderFigures } from './yearly-report/export.ts'

type Row<K extends OtherFile['kind']> = {
  name(context: LongContext, file: Extract<OtherFile, { kind: K }>): Promise<string> | string
  bytes(
    context: LongContext,
    file: Extract<OtherFile, { kind: K }>,
    format: OtherFormat<K>,
  ): Promise<Uint8Array>
}

const rows: { readonly [K in OtherFile['kind']]: Row<K> } = {
  agendaVersion: {
    name: async (context, { id }) => (await context.read(({ tx }) => versionRow(tx, id))).fileName,
    bytes: async (context, { id }) => (await versionFile(context, id)).bytes,
  },
  message: {
    name: (context, { id }) => messageFileName(context, id),
    bytes: (context, { id }) => messageOf(context, id),
  },
  sheet: {
    name: (context, { subjectId }) => sheetFileName(context, subjectId),
    bytes: (context, { subjectId }) => renderSheet(context, subjectId),
  },
  sampleTemplate: {
    name: (_, { sample }) => safeFileName(templateText.fileName[sample], 'docx'),
    bytes: async (_, { sample }) =>
      (await import('../documents/word/sample-templates.ts')).sampleTemplate(sample),
  },
  notebook: {
    name: (context, { meetingId }) => notebookFileName(context, meetingId),
    bytes: (context, { meetingId }, format) => renderNotebook(context, meetingId, format),
  },
  processingRegister: { name: registerFileName, bytes: renderRegister },
  knownPerson: {
    name: (context, { personId }) => knownFileName(context, personId),
    bytes: (context, { personId }, format) => renderKnown(context, personId, format),
  },
  recoverySheet: {
    name: () => recoverySheet.fileName,
    bytes: (context, { passphrase }) => renderRecoverySheet(context, passphrase),
  },
  followUp: {
    name: (context, { register }) => followUpFileName(context, register),
    bytes: (context, { register }, format) => renderFollowUp(context, register, format),
  },
  watchList: {
    name: watchListFileName,
    bytes: (context, { kind: _, ...asked }, format) => renderWatchList(context, asked, format),
  },
  dueCalendar: { name: dueFileName, bytes: (context, { span }) => renderDue(context, span) },
  reportFigures: {
    name: (context, { period }) => figuresFileName(context, period),
    bytes: (context, { period }) => renderFigures(context, period),
  },
  reportChart: {
    name: (context, { period, chart }) => figuresFileName(context, period, chart),
    bytes: async (context, { period, chart }, format) =>
      (await chartBytes(context, { ...period, chart, format })).bytes,
  },
}

/** The table gives each kind its own file and formats; TypeScript cannot follow that through an index. */
const rowOf = (file: OtherFile) =>
  rows[file.kind] as {
    name(context: LongContext, file: OtherFile): Promise<string> | string
    bytes(context: LongContext, file: OtherFile, format: FileFormat): Promise<Uint8Array>
  }

async function proposedFileName(
  context: LongContext,
  { subject }: { subject: FileToSave },
): Promise<{ fileName: string }> {
  const name = isDocument(subject)
    ? documentFileName(context, subject)
    : rowOf(subject).name(context, subject)
  return { fileName: await name }
}

async function undescribedIn(
  context: LongContext,
  { subject }: { subject: FileToSave },
): Promise<{ items: string[] }> {
  return { items: isDocument(subject) ? await undescribed(context, subject) : [] }
}

/** Writes a file where it is asked for; a document is recorded besides. */
async function writeFile(
  context: LongContext,
  { subject, format, path }: InternalCalls['writeDocument']['input'],
): Promise<InternalCalls['writeDocument']['output']> {
  if (isDocument(subject))
    return writeDocument(context, { subject, path, format: ProducedFormat.parse(format) })
  if (!formatsToSave(subject).includes(format)) throw new AppError('invalid-input', { field: 'format' })
  await writeAtomically(path, await rowOf(subject).bytes(context, subject, format))
  return { path, producedId: null, besideName: null }
}

export const savedFileCalls: InternalHandlers<'proposedFileName' | 'undescribedPictures' | 'writeDocument'> =
  {
    undescribedPictures: undescribedIn,
    proposedFileName,
    writeDocument: writeFile,
  }
