import type { MeetingDocumentKind } from '../../contract/documents.ts'
import { AppError } from '../../contract/errors.ts'
import { keptBytes, sha256 } from '../../db/files/store.ts'
import { documentFileName, numberedName, safeFileName } from '../../documents/file-name.ts'
import type { DocumentModel } from '../../documents/model.ts'
import { sheetText } from '../../documents/text/sheet.ts'
import type { DispatchDocument } from '../../domain/dispatch/dispatch.ts'
import { fateOf, isRefusedFile } from '../../domain/documents/opening.ts'
import type { FileToPrint } from '../../domain/meetings/meeting-file.ts'
import type { CalendarFile } from '../../domain/time/calendar-file.ts'
import { renderSheet } from '../agenda/index.ts'
import type { LongContext, ReadContext } from '../context.ts'
import type { MadeDocument } from '../documents/index.ts'
import { modelOf, renderModel, renderWord } from '../documents/index.ts'
import type { Calendar } from './calendar.ts'

/** Inside any transaction: a message is read to be made, and again to see that nothing changed. */
export type Reading = Pick<ReadContext, 'tx' | 'today'>

/** Where the bytes of a document come from. */
type Source =
  | {
      from: 'model'
      kind: MeetingDocumentKind
      fileName: string
      model: DocumentModel
      /** `docx` records what is changed in it. */
      format: 'pdf' | 'docx'
    }
  | { from: 'store'; fileName: string; sha256: string; sizeBytes: number }
  | { from: 'calendar'; fileName: string; file: CalendarFile }
  | { from: 'sheet'; fileName: string }
export type Planned = { document: DispatchDocument; source: Source }
export type Paper = {
  document: DispatchDocument
  fileName: string
  sizeBytes: number
  sha256: string
  /** Null when the store has them: large files are read one at a time, when they are needed. */
  bytes: Uint8Array | null
  /** Made for this message, for the record of what left; null for what was there before. */
  made: { kind: MeetingDocumentKind; format: 'pdf' | 'docx'; document: MadeDocument } | null
}

/** A document of a message that left. */
export type SentPaper = {
  kind: DispatchDocument['kind']
  fileName: string
  sha256: string
  sizeBytes: number
}

type Facts = {
  documents: readonly DispatchDocument[]
  /** With the number that the meeting will have once this is sent. */
  file: FileToPrint
  calendar: Calendar | null
  /** A reminder of the review: the very draft that its readers have. */
  sentDraft: readonly SentPaper[]
  /** The agenda as it was last published. */
  published: { fileName: string; sha256: string; sizeBytes: number } | null
}

export async function planPapers(reading: Reading, facts: Facts): Promise<Planned[]> {
  const planned: Planned[] = []
  for (const document of facts.documents) {
    const source = await sourceOf(reading, facts, document)
    if (source !== null) planned.push({ document, source })
  }
  return withoutSameNames(planned)
}

/** Null for a document that may not or cannot go out any more: `documents-missing` has said so. */
async function sourceOf(reading: Reading, facts: Facts, document: DispatchDocument): Promise<Source | null> {
  const { file, published, calendar } = facts
  const again = facts.sentDraft.find(({ kind }) => kind === document.kind)
  if (again !== undefined) return { from: 'store', ...paperOf(again) }
  switch (document.kind) {
    case 'agenda':
      return published === null ? modelSource(reading, file, 'timedAgenda') : { from: 'store', ...published }
    case 'agendaWord':
      return modelSource(reading, file, 'timedAgenda', 'docx')
    case 'minutesWord':
      return file.minutes === null ? null : modelSource(reading, file, 'minutes', 'docx')
    case 'convocation':
    case 'agendaChanges':
      return modelSource(reading, file, document.kind)
    case 'minutes':
      return file.minutes === null
        ? null
        : ((await approvedSource(reading, file)) ?? modelSource(reading, file, 'minutes'))
    case 'calendar':
      return calendar === null ? null : { from: 'calendar', fileName: calendar.fileName, file: calendar.file }
    case 'attachment': {
      const row = await reading.tx
        .selectFrom('attachment')
        .select(['fileName', 'sha256', 'sizeBytes', 'circulation'])
        .where('id', '=', document.attachmentId ?? '')
        .executeTakeFirst()
      if (row === undefined || row.circulation === 'secretariat' || isRefusedFile(row.fileName)) return null
      return { from: 'store', fileName: row.fileName, sha256: row.sha256, sizeBytes: row.sizeBytes }
    }
    case 'subjectSheet':
      return { from: 'sheet', fileName: sheetName() }
  }
}

const paperOf = ({ fileName, sha256, sizeBytes }: SentPaper) => ({ fileName, sha256, sizeBytes })

/** These hold the secretariat's notes: they go to nobody. */
type Sendable = Exclude<MeetingDocumentKind, 'runningOrder' | 'chairBrief'>

/** Approved minutes go out as they were kept; null while they are not approved. */
async function approvedSource({ tx }: Reading, file: FileToPrint): Promise<Source | null> {
  const approved = await tx
    .selectFrom('approval')
    .innerJoin('minutesVersion', 'minutesVersion.id', 'approval.versionId')
    .select(['approval.sha256', 'minutesVersion.pdfSize'])
    .where('approval.id', '=', file.meeting.id)
    .executeTakeFirst()
  if (approved === undefined) return null
  return {
    from: 'store',
    fileName: documentFileName('minutes', file),
    sha256: approved.sha256,
    sizeBytes: approved.pdfSize ?? 0,
  }
}

async function modelSource(
  reading: Reading,
  file: FileToPrint,
  kind: Sendable,
  format: 'pdf' | 'docx' = 'pdf',
): Promise<Source> {
  return {
    from: 'model',
    kind,
    fileName: documentFileName(kind, file, { extension: format }),
    format,
    model: await modelOf[kind](reading, file),
  }
}

/** Two documents of one name in a message, or a folder, would be taken for one: "note.pdf", "note (2).pdf". */
function withoutSameNames(planned: readonly Planned[]): Planned[] {
  const taken = new Set<string>()
  return planned.map(({ document, source }) => {
    let fileName = source.fileName
    for (let copy = 2; taken.has(fileName.toLowerCase()); copy += 1)
      fileName = numberedName(source.fileName, copy)
    taken.add(fileName.toLowerCase())
    return { document, source: { ...source, fileName } }
  })
}

/** The blank fiche de présentation, to be filled in by whoever proposes a subject. */
export function sheetName(): string {
  return safeFileName(sheetText.fileName, 'docx')
}

/** Renders what is to be rendered. */
export async function makePaper(context: LongContext, { document, source }: Planned): Promise<Paper> {
  const { fileName } = source
  const fresh = (bytes: Uint8Array, made: Paper['made'] = null): Paper => ({
    document,
    fileName,
    sizeBytes: bytes.length,
    sha256: sha256(bytes),
    bytes,
    made,
  })
  switch (source.from) {
    case 'store':
      return {
        document,
        fileName,
        sizeBytes: source.sizeBytes,
        sha256: source.sha256,
        bytes: null,
        made: null,
      }
    case 'model': {
      const { kind, format, model } = source
      const made = await (format === 'pdf' ? renderModel(context, model) : renderWord(context, model))
      return fresh(made.bytes, { kind, format, document: made })
    }
    case 'calendar':
      return fresh(await calendarBytes(source.file))
    case 'sheet':
      return fresh(await renderSheet(context, null))
  }
}

async function calendarBytes(file: CalendarFile): Promise<Uint8Array> {
  // Loaded for the first calendar file: the core starts without it.
  const { calendarFile } = await import('../../documents/calendar/ics.ts')
  return Buffer.from(calendarFile(file))
}

/** @throws AppError `file-refused` for a program that came under the name of a paper */
export async function bytesOf(
  context: LongContext,
  { bytes, sha256: hash, fileName }: Pick<Paper, 'bytes' | 'sha256' | 'fileName'>,
): Promise<Uint8Array> {
  if (bytes !== null) return bytes
  const kept = await keptBytes(context.dataFolder, hash)
  if (fateOf(fileName, kept) === 'refused') throw new AppError('file-refused')
  return kept
}
