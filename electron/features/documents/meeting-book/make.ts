import { access, rm } from 'node:fs/promises'
import type { DocumentSubject, RenderedDocument } from '../../../contract/documents.ts'
import { AppError } from '../../../contract/errors.ts'
import type { Method } from '../../../contract/index.ts'
import type { PlacedAnnex } from '../../../contract/meeting-book.ts'
import { keptPath, sha256 } from '../../../db/files/store.ts'
import { meetingBookFileName, safeFileName } from '../../../documents/file-name.ts'
import { meetingBookModel } from '../../../documents/meeting-book/model.ts'
import { bookText } from '../../../documents/text/meeting-book.ts'
import { writeAtomically } from '../../../documents/write-atomically.ts'
import { splitName } from '../../../domain/documents/document-name.ts'
import { type AnnexFate, type BookAnnex, bookAnnexes } from '../../../domain/documents/meeting-book.ts'
import type { LongContext } from '../../context.ts'
import { meetingFile } from '../../reads/meetings.ts'
import { expectForReaders } from '../for-readers.ts'
import { imageBytes } from '../image-bytes.ts'
import { fatesOf } from './examine.ts'

export type BookSubject = Extract<DocumentSubject, { kind: 'meetingBook' }>
type Which = Pick<BookSubject, 'meetingId' | 'circulation'>

/** A file that spoils the making is put elsewhere, and the making begun again: so often at most. */
const MAX_ATTEMPTS = 6

/** Works under way, so that they can be ended. */
const underWay = new Set<AbortController>()

/** Ends every examining and every making under way. */
export function stopBooks(): void {
  for (const one of underWay) one.abort(new AppError('cancelled'))
}

async function stoppable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  underWay.add(stop)
  try {
    return await work(stop.signal)
  } finally {
    underWay.delete(stop)
  }
}

export function bookContents(context: LongContext, which: Which): Promise<PlacedAnnex[]> {
  return stoppable(async (signal) => {
    const planned = await planBook(context, which, { method: 'meetingBook.contents', signal }, new Map())
    return planned.annexes
  })
}

export async function renderBook(context: LongContext, subject: BookSubject): Promise<RenderedDocument> {
  const { bytes, pageCount, fileName } = await buildBook(context, subject, 'documents.render', null)
  return { bytes, pageCount, sha256: sha256(bytes), fileName }
}

export async function bookFileName(context: LongContext, { meetingId, circulation }: Which): Promise<string> {
  return context.read(async ({ tx }) => meetingBookFileName(await meetingFile(tx, meetingId), circulation))
}

/**
 * Writes the book, and beside it under the same name a zip of what is not a PDF, when there is something.
 * @returns `besideName`: the name of that zip, or null.
 */
export async function writeBook(
  context: LongContext,
  subject: BookSubject,
  path: string,
): Promise<{ bytes: Uint8Array; pageCount: number; besideName: string | null }> {
  const zipPath = `${path.replace(/\.pdf$/i, '')}.zip`
  const zipWasThere = await exists(zipPath)
  const built = await buildBook(context, subject, 'documents.save', zipPath)
  try {
    await writeAtomically(path, built.bytes)
  } catch (thrown) {
    // A zip alone would be taken for the whole.
    if (built.zipped && !zipWasThere) await rm(zipPath, { force: true })
    throw thrown
  }
  const besideName = built.zipped ? (zipPath.split(/[\\/]/).at(-1) ?? null) : null
  return { bytes: built.bytes, pageCount: built.pageCount, besideName }
}

function buildBook(context: LongContext, which: Which, method: Method, zipPath: string | null) {
  return stoppable(async (signal) => {
    const forced = new Map<string, AnnexFate>()
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const { annexes, model, fileName } = await planBook(context, which, { method, signal }, forced)
      signal.throwIfAborted()
      const { spoilt, ...built } = await context.runJob(
        'buildMeetingBook',
        { model, images: await imageBytes(context, model), files: filesOf(context, annexes), zipPath },
        { signal },
      )
      const zipped = zipPath !== null && annexes.some(({ fate }) => fate.goes === 'zip')
      if (spoilt.length === 0) return { ...built, fileName, zipped }
      for (const { number, sha256: hash, fate } of annexes)
        if (spoilt.includes(number))
          forced.set(
            hash,
            fate.goes === 'merged' ? { goes: 'attached', why: 'damaged' } : { goes: 'missing' },
          )
    }
    throw new AppError('file-damaged')
  })
}

async function planBook(
  context: LongContext,
  { meetingId, circulation }: Which,
  asking: { method: Method; signal: AbortSignal },
  forced: ReadonlyMap<string, AnnexFate>,
) {
  expectForReaders(context, { circulation })
  const file = await context.read(({ tx }) => meetingFile(tx, meetingId))
  const chosen = bookAnnexes(file.items, file.attachments, circulation)
  const fates = await fatesOf(context, chosen, asking, forced)
  const annexes = chosen.map((annex, index): PlacedAnnex => {
    const fate = fates[index] ?? { goes: 'missing' }
    return { ...annex, fate, outName: outName(annex, fate, chosen.length) }
  })
  return {
    annexes,
    model: meetingBookModel(file, circulation, annexes),
    fileName: meetingBookFileName(file, circulation),
  }
}

/** "Annexe 03 - Note de cadrage.pdf": the number keeps apart what bears one name, and in order. */
function outName({ number, name, fileName }: BookAnnex, fate: AnnexFate, count: number): string {
  const given = splitName(fileName).extension.toLowerCase()
  const extension = fate.goes === 'merged' || fate.goes === 'attached' ? 'pdf' : given === '' ? 'bin' : given
  const rank = String(number).padStart(Math.max(2, String(count).length), '0')
  return safeFileName(bookText.fileStem(rank, name), extension)
}

function filesOf({ dataFolder }: LongContext, annexes: readonly PlacedAnnex[]) {
  return annexes.flatMap(({ number, fate, outName: name, sha256: hash }) =>
    fate.goes === 'missing'
      ? []
      : [{ number, goes: fate.goes, outName: name, path: keptPath(dataFolder, hash), sha256: hash }],
  )
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
