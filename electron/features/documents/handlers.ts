// The data → document model → PDF in a job; the bytes shown are the bytes saved.
import type {
  DocumentFormat,
  DocumentSubject,
  ProducedFormat,
  RenderedDocument,
} from '../../contract/documents.ts'
import { AppError } from '../../contract/errors.ts'
import type { Reader } from '../../db/driver.ts'
import { keptBytes, sha256 } from '../../db/files/store.ts'
import { undescribedPictures } from '../../documents/check/undescribed.ts'
import type { DocumentModel } from '../../documents/model.ts'
import { writeAtomically } from '../../documents/write-atomically.ts'
import type { Handlers, LongContext } from '../context.ts'
import { draftNow, keepLeft, withoutPapers } from '../keep-version.ts'
import { checkProduced, isJudged, type MadeDocument, verdictOf } from './checking.ts'
import { expectForReaders } from './for-readers.ts'
import { imageBytes } from './image-bytes.ts'
import { bookFileName, renderBook, writeBook } from './meeting-book/make.ts'
import { documentOf } from './models.ts'
import { ifWriting, type Leaving, producedOf, recordProduced } from './produced.ts'
import { renderModel } from './render-model.ts'
import { templateOf } from './style/templates.ts'

export const handlers: Handlers<'documents'> = {
  'documents.produced': (context, { meetingId }) => producedOf(context, meetingId),
  'documents.render': (context, subject) => renderDocument(context, subject),
  'documents.verdict': (context, { producedId }) => verdictOf(context, producedId),
}

/** A PDF of one document; the same data give the same bytes. */
export async function renderDocument(
  context: LongContext,
  subject: DocumentSubject,
): Promise<RenderedDocument> {
  if (subject.kind === 'meetingBook') return renderBook(context, subject)
  const { model, fileName } = await documentIn(context, subject)
  const { bytes, pageCount } = (await keptPaper(context, subject)) ?? (await renderModel(context, model))
  return { bytes, pageCount, sha256: sha256(bytes), fileName }
}

/**
 * Writes a document where it is asked for, records that it left, and has a PDF checked while the caller goes on.
 * @returns `producedId`: null from a desk that only reads, which exports and records nothing. `besideName`: the file written beside it, which holds what could not be in it; null when there is none.
 */
export async function writeDocument(
  context: LongContext,
  leaving: Leaving,
): Promise<{ producedId: string | null; path: string; besideName: string | null }> {
  const { path, subject } = leaving
  // What is written on a copy of the draft is compared with what it said.
  const draft =
    subject.kind === 'minutes' ? await context.read(({ tx }) => draftNow(tx, subject.meetingId)) : null
  const { besideName, ...made } = await makeAndWrite(context, leaving)
  const producedId = await ifWriting(() =>
    context.write('documents.save', async (writing) => {
      if (draft !== null && 'meetingId' in subject)
        await keepLeft(writing, subject.meetingId, withoutPapers, draft)
      return recordProduced(writing, leaving, made)
    }),
  )
  if (producedId === null) return { producedId, path, besideName }
  checkProduced(context, producedId, made)
  return { producedId, path, besideName }
}

async function makeAndWrite(
  context: LongContext,
  { subject, format, path }: Leaving,
): Promise<MadeDocument & { besideName: string | null }> {
  if (subject.kind === 'meetingBook') {
    if (format !== 'pdf') throw new AppError('invalid-input', { field: 'format' })
    // It holds pages of others, which our checker would find at fault: no verdict is given.
    return { ...(await writeBook(context, subject, path)), model: null, undrawn: [] }
  }
  const made = await makeDocument(context, subject, format)
  await writeAtomically(path, made.bytes)
  return { ...made, besideName: null }
}

async function documentIn(context: LongContext, subject: Exclude<DocumentSubject, { kind: 'meetingBook' }>) {
  const made = await context.read((reading) => documentOf(reading, subject))
  expectForReaders(context, made.model)
  return made
}

/** The bytes of a document in one format, with what the checker needs. */
export async function makeDocument(
  context: LongContext,
  subject: Exclude<DocumentSubject, { kind: 'meetingBook' }>,
  format: ProducedFormat,
): Promise<MadeDocument> {
  const { model } = await documentIn(context, subject)
  if (format === 'pdf') {
    const kept = await keptPaper(context, subject)
    if (kept === null) return renderModel(context, model)
    const unchecked = { ...kept, model: null, undrawn: [] }
    if (await isJudged(context, kept.bytes)) return unchecked
    // The checker looks for the words of the model: it must be the one that these very pages were made of.
    try {
      const made = await renderModel(context, model)
      return sha256(made.bytes) === sha256(kept.bytes) ? made : unchecked
    } catch {
      // What was kept leaves as it is, whatever a drawing of today lacks.
      return unchecked
    }
  }
  const bytes =
    format === 'json'
      ? new TextEncoder().encode(`${JSON.stringify(model, null, 2)}\n`)
      : await renderFlowing(
          context,
          model,
          format,
          format === 'docx' ? await templateOf(context, subject.kind) : null,
        )
  return { bytes, pageCount: null, model: null, undrawn: [] }
}

/** Word that goes round to be corrected: it follows changes and is read back by what it carries, whatever template exports fill. */
export async function makeForReview(
  context: LongContext,
  subject: Exclude<DocumentSubject, { kind: 'meetingBook' }>,
): Promise<MadeDocument> {
  const { model } = await documentIn(context, subject)
  return { bytes: await renderFlowing(context, model, 'docx'), pageCount: null, model: null, undrawn: [] }
}

async function renderFlowing(
  context: LongContext,
  model: DocumentModel,
  format: Exclude<DocumentFormat, 'pdf'>,
  template: Uint8Array | null = null,
): Promise<Uint8Array> {
  const images = await imageBytes(context, model)
  return (await context.runJob('renderFlowing', { model, images, format, template })).bytes
}

/** A document model as a Word file of our own look, whose corrections are read when it comes back; made in a job. */
export async function renderWord(context: LongContext, model: DocumentModel): Promise<MadeDocument> {
  return { bytes: await renderFlowing(context, model, 'docx'), pageCount: null, model: null, undrawn: [] }
}

export async function documentFileName(context: LongContext, subject: DocumentSubject): Promise<string> {
  if (subject.kind === 'meetingBook') return bookFileName(context, subject)
  return (await documentIn(context, subject)).fileName
}

/** The item of each picture that nobody described; none of what is kept as it was approved. */
export async function undescribed(context: LongContext, subject: DocumentSubject): Promise<string[]> {
  if (subject.kind === 'meetingBook' || (await context.read(({ tx }) => keptRow(tx, subject))) !== undefined)
    return []
  return undescribedPictures((await documentIn(context, subject)).model)
}

// The papers of what is approved are never made again; they are read as they were kept, and checked.
/**
 * The kept PDF of approved minutes or of a corrigendum; null for everything else, which is made when asked for.
 * @throws KeptFileError when the bytes are no longer those that were approved.
 */
async function keptPaper(
  context: LongContext,
  subject: DocumentSubject,
): Promise<{ bytes: Uint8Array; pageCount: number } | null> {
  const kept = await context.read(({ tx }) => keptRow(tx, subject))
  if (kept === undefined) return null
  return { bytes: await keptBytes(context.dataFolder, kept.sha256), pageCount: kept.pages ?? 1 }
}

async function keptRow(tx: Reader, subject: DocumentSubject) {
  if (subject.kind === 'corrigendum')
    return tx
      .selectFrom('corrigendum')
      .select(['sha256', 'pageCount as pages'])
      .where('id', '=', subject.corrigendumId)
      .executeTakeFirst()
  if (subject.kind !== 'minutes') return undefined
  return tx
    .selectFrom('approval')
    .innerJoin('minutesVersion', 'minutesVersion.id', 'approval.versionId')
    .select(['approval.sha256', 'minutesVersion.pdfPages as pages'])
    .where('approval.id', '=', subject.meetingId)
    .executeTakeFirst()
}
