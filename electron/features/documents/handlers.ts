// Handlers of documents: the data → document model → PDF in a job; the bytes shown are the bytes saved.
import type { DocumentFormat, DocumentSubject, RenderedDocument } from '../../contract/documents.ts'
import type { ImageBytes } from '../../contract/wire.ts'
import { keptBytes, sha256 } from '../../db/attachment-store.ts'
import { imagesOf } from '../../documents/image.ts'
import type { DocumentModel } from '../../documents/model.ts'
import type { LongContext, LongHandlers } from '../context.ts'
import { documentOf } from './models.ts'

export const longs: Pick<LongHandlers, 'documents.render' | 'documents.check'> = {
  'documents.render': (context, subject) => renderDocument(context, subject),
  async 'documents.check'(context, subject) {
    const { model } = await context.read((reading) => documentOf(reading, subject))
    const { bytes, sha256: hash } = await renderModel(context, model)
    const { faults } = await context.runJob('checkPdf', { bytes, model }, { timeoutMs: 60_000 })
    return { sha256: hash, faults }
  },
}

/** A PDF of one document; the same data give the same bytes. */
export async function renderDocument(
  context: LongContext,
  subject: DocumentSubject,
): Promise<RenderedDocument> {
  const { model, fileName } = await context.read((reading) => documentOf(reading, subject))
  return { ...(await renderModel(context, model)), fileName }
}

/** The file of a document in one format, as it is saved. */
export async function renderFile(
  context: LongContext,
  subject: DocumentSubject,
  format: DocumentFormat,
): Promise<{ bytes: Uint8Array; sha256: string }> {
  if (format === 'pdf') return renderDocument(context, subject)
  const { model } = await context.read((reading) => documentOf(reading, subject))
  const images = await imageBytes(context, model)
  const { bytes } = await context.runJob('renderFlowing', { model, images, format }, { timeoutMs: 60_000 })
  return { bytes, sha256: sha256(bytes) }
}

/** A document model as a finished PDF, made in a job. */
export async function renderModel(
  context: LongContext,
  model: DocumentModel,
): Promise<Omit<RenderedDocument, 'fileName'>> {
  const images = await imageBytes(context, model)
  const { bytes, pageCount } = await context.runJob('renderPdf', { model, images }, { timeoutMs: 60_000 })
  return { bytes, pageCount, sha256: sha256(bytes) }
}

/** Bytes of the pictures of a model, from the store of files. */
async function imageBytes({ dataFolder }: LongContext, model: DocumentModel): Promise<ImageBytes> {
  return Promise.all(
    imagesOf(model).map(async (image) => ({
      sha256: image.sha256,
      bytes: await keptBytes(dataFolder, image.sha256),
    })),
  )
}

export async function proposedFileName(context: LongContext, subject: DocumentSubject): Promise<string> {
  return (await context.read((reading) => documentOf(reading, subject))).fileName
}
