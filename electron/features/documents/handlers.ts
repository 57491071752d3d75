// Handlers of documents: the meeting's file → document model → PDF in a job; the bytes shown are the bytes saved.
import type { DocumentFormat, DocumentKind, RenderedDocument } from '../../contract/documents.ts'
import { sha256 } from '../../db/attachment-store.ts'
import { documentFileName } from '../../documents/file-name.ts'
import type { DocumentModel } from '../../documents/model.ts'
import type { LongContext, LongHandlers } from '../context.ts'
import { meetingFile } from '../meetings/queries.ts'
import { modelOf } from './models.ts'

type Which = { meetingId: string; kind: DocumentKind }

export const longs: Pick<LongHandlers, 'documents.render' | 'documents.check'> = {
  'documents.render': (context, which) => renderDocument(context, which),
  async 'documents.check'(context, { meetingId, kind }) {
    const model = await context.read(async (reading) =>
      modelOf[kind](reading, await meetingFile(reading.tx, meetingId)),
    )
    const { bytes, sha256: hash } = await renderModel(context, model)
    const { faults } = await context.runJob('checkPdf', { bytes, model }, { timeoutMs: 60_000 })
    return { sha256: hash, faults }
  },
}

/** A PDF of one meeting; the same data give the same bytes. */
export async function renderDocument(
  context: LongContext,
  { meetingId, kind }: Which,
): Promise<RenderedDocument> {
  const { model, fileName } = await context.read(async (reading) => {
    const file = await meetingFile(reading.tx, meetingId)
    return { model: await modelOf[kind](reading, file), fileName: documentFileName(kind, file) }
  })
  return { ...(await renderModel(context, model)), fileName }
}

/** The file of a document in one format, as it is saved. */
export async function renderFile(
  context: LongContext,
  which: Which,
  format: DocumentFormat,
): Promise<{ bytes: Uint8Array; sha256: string }> {
  if (format === 'pdf') return renderDocument(context, which)
  const model = await context.read(async (reading) =>
    modelOf[which.kind](reading, await meetingFile(reading.tx, which.meetingId)),
  )
  const { bytes } = await context.runJob('renderFlowing', { model, format }, { timeoutMs: 60_000 })
  return { bytes, sha256: sha256(bytes) }
}

/** A document model as a finished PDF, made in a job. */
export async function renderModel(
  context: LongContext,
  model: DocumentModel,
): Promise<Omit<RenderedDocument, 'fileName'>> {
  const { bytes, pageCount } = await context.runJob('renderPdf', { model }, { timeoutMs: 60_000 })
  return { bytes, pageCount, sha256: sha256(bytes) }
}

export async function proposedFileName(context: LongContext, { meetingId, kind }: Which): Promise<string> {
  return documentFileName(kind, await context.read(({ tx }) => meetingFile(tx, meetingId)))
}
