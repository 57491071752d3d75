import type { InternalCalls } from '../../contract/wire.ts'
import { keepBytes, sha256 } from '../../db/files/store.ts'
import { getRow } from '../../db/rows.ts'
import { writeTogether } from '../../documents/write-together.ts'
import type { InternalHandlers, LongContext } from '../context.ts'
import { draftNow, isKept, keepLeft, type LeftDraft } from '../keep-version.ts'
import { addFiles } from './attachments/add.ts'
import { projectionCalls } from './attachments/projection.ts'
import { checkProduced, type MadeDocument } from './checking.ts'
import { makeDocument, makeForReview } from './handlers.ts'
import { leavingFile } from './leaving-file.ts'
import { ifWriting, recordProduced } from './produced.ts'

export const documentCalls: InternalHandlers<
  'addAttachmentFiles' | 'attachmentFile' | 'writeDraft' | keyof typeof projectionCalls
> = {
  ...projectionCalls,
  addAttachmentFiles: addFiles,
  async attachmentFile(context, { id, to }) {
    return leavingFile(context, await context.read(({ tx }) => getRow(tx, 'attachment', id)), to)
  },
  writeDraft,
}

type Draft = InternalCalls['writeDraft']

async function writeDraft(
  context: LongContext,
  { meetingId, base }: Draft['input'],
): Promise<Draft['output']> {
  const subject = { kind: 'minutes', meetingId } as const
  const docx = { subject, format: 'docx', path: `${base}.docx` } as const
  const pdf = { subject, format: 'pdf', path: `${base}.pdf` } as const
  const draft = await context.read(({ tx }) => draftNow(tx, meetingId))
  // Both are made before the first byte is written.
  const word = await makeForReview(context, subject)
  const paper = await makeDocument(context, subject, 'pdf')
  await writeTogether([
    { path: docx.path, bytes: word.bytes },
    { path: pdf.path, bytes: paper.bytes },
  ])
  const recorded = await ifWriting(async () => {
    const ids = await context.write('documents.save', async (writing) => ({
      docx: await recordProduced(writing, docx, word),
      pdf: await recordProduced(writing, pdf, paper),
    }))
    if (draft !== null) await keepPapers(context, meetingId, { word, paper, draft })
    return ids
  })
  if (recorded === null)
    return { docx: { producedId: null, path: docx.path }, pdf: { producedId: null, path: pdf.path } }
  checkProduced(context, recorded.pdf, paper)
  return {
    docx: { producedId: recorded.docx, path: docx.path },
    pdf: { producedId: recorded.pdf, path: pdf.path },
  }
}

/** Bytes first, rows after; and no bytes that no row would speak of. */
async function keepPapers(
  context: LongContext,
  meetingId: string,
  { word, paper, draft }: { word: MadeDocument; paper: MadeDocument; draft: LeftDraft },
): Promise<void> {
  const papers = {
    pdfSha256: sha256(paper.bytes),
    pdfPages: paper.pageCount,
    pdfSize: paper.bytes.length,
    docxSha256: sha256(word.bytes),
  }
  if (await context.read(({ tx }) => isKept(tx, meetingId, papers, draft))) return
  for (const { bytes } of [word, paper]) await keepBytes(context, bytes)
  await context.write('documents.save', (writing) => keepLeft(writing, meetingId, papers, draft))
}
