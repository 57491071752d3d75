// Handlers of documents: the meeting's file → document model → PDF in a job; the bytes shown are the bytes saved.
import type { DocumentKind, RenderedDocument } from '../../contract/documents.ts'
import { sha256 } from '../../db/attachment-store.ts'
import { agendaModel } from '../../documents/agenda/model.ts'
import { documentFileName } from '../../documents/file-name.ts'
import { minutesModel } from '../../documents/minutes/model.ts'
import type { LongContext, LongHandlers } from '../context.ts'
import { meetingFile } from '../meetings/queries.ts'

type Which = { meetingId: string; kind: DocumentKind }

export const longs: Pick<LongHandlers, 'documents.render'> = {
  'documents.render': (context, which) => renderDocument(context, which),
}

/** A PDF of one meeting; the same data give the same bytes. */
export async function renderDocument(
  context: LongContext,
  { meetingId, kind }: Which,
): Promise<RenderedDocument> {
  const file = await context.read(({ tx }) => meetingFile(tx, meetingId))
  const model = kind === 'minutes' ? minutesModel(file) : agendaModel(file)
  const { bytes, pageCount } = await context.runJob('renderPdf', { model }, { timeoutMs: 60_000 })
  return { bytes, pageCount, sha256: sha256(bytes), fileName: documentFileName(kind, file) }
}

export async function proposedFileName(context: LongContext, { meetingId, kind }: Which): Promise<string> {
  return documentFileName(kind, await context.read(({ tx }) => meetingFile(tx, meetingId)))
}
