// A document model as a finished PDF. The last ones are kept in memory: a page that is gone back to is not laid out again.
import { createHash } from 'node:crypto'
import type { Jobs } from '../../contract/wire.ts'
import type { DocumentModel } from '../../documents/model.ts'
import type { LongContext } from '../context.ts'
import type { MadeDocument } from './checking.ts'
import { imageBytes } from './image-bytes.ts'

/** What is kept of finished files, in bytes: a dozen of usual minutes. */
const KEPT_BYTES = 6_000_000

type Rendered = Jobs['renderPdf']['output']

/** By what they were made of, the one asked for last at the end: the same model gives the same bytes. */
const kept = new Map<string, Rendered>()

/** A document model as a finished PDF, made in a job. */
export async function renderModel(
  context: LongContext,
  model: DocumentModel,
): Promise<MadeDocument & { pageCount: number }> {
  // Read even when they are not needed: a picture that went bad is told.
  const images = await imageBytes(context, model)
  const name = createHash('sha256').update(JSON.stringify(model)).digest('base64')
  const made = kept.get(name) ?? (await context.runJob('renderPdf', { model, images }))
  keep(name, made)
  // Whoever hands its bytes on may give them away.
  return { ...made, bytes: made.bytes.slice(), model }
}

function keep(name: string, made: Rendered): void {
  kept.delete(name)
  kept.set(name, made)
  let size = [...kept.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)
  for (const [oldest, { bytes }] of kept) {
    if (size <= KEPT_BYTES) break
    kept.delete(oldest)
    size -= bytes.length
  }
}
