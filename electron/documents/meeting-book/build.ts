import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Zippable, zipSync } from 'fflate'
import type { Jobs } from '../../contract/wire.ts'
import type { AnnexFate } from '../../domain/documents/meeting-book.ts'
import { startsAsPdf } from '../../domain/documents/starts-as-pdf.ts'
import { renderPdf } from '../pdf/render.ts'
import { writeAtomically } from '../write-atomically.ts'
import { MeetingBook } from './assemble.ts'
import { examinePdf } from './examine.ts'
import { MeetingBookModel } from './model.ts'

// The zip of what is not among the pages of the book; the same files under the same names give the same bytes.
/** The oldest date an archive can say: entries bear no moment of their own. */
const NO_DATE = new Date(1980, 0, 1)
/** Compressed already: pressing them again takes time and wins nothing. */
const compressed = new Set(
  'docx xlsx pptx odt ods odp jpg jpeg png gif webp mp3 mp4 mov zip 7z pdf'.split(' '),
)

/** @param files under names that are unlike each other. */
function zipOf(files: readonly { name: string; bytes: Uint8Array }[]): Uint8Array {
  const entries: Zippable = {}
  for (const { name, bytes } of files) {
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
    entries[name] = [bytes, { level: compressed.has(extension) ? 0 : 6, mtime: NO_DATE }]
  }
  return zipSync(entries)
}

type File = Jobs['examineAnnexes']['input']['files'][number]

/** Decides how each file of the store enters, in their order. */
export async function examineAnnexes(files: readonly File[]): Promise<AnnexFate[]> {
  const fates: AnnexFate[] = []
  for (const file of files) fates.push(await fateOf(file))
  return fates
}

async function fateOf(file: File): Promise<AnnexFate> {
  const bytes = await soundBytes(file)
  if (bytes === null) return { goes: 'missing' }
  if (startsAsPdf(bytes)) return examinePdf(bytes)
  // Called a PDF, and not one: somebody cut it short, or renamed it.
  return file.fileName.toLowerCase().endsWith('.pdf')
    ? { goes: 'attached', why: 'damaged' }
    : { goes: 'zip', why: 'format' }
}

/** `spoilt`: annexes that cannot go where they were to go, after all; there is no book then. */
export async function buildMeetingBook(
  input: Jobs['buildMeetingBook']['input'],
): Promise<Jobs['buildMeetingBook']['output']> {
  const model = MeetingBookModel.parse(input.model)
  const own = await renderPdf(model, { images: input.images })
  const book = await MeetingBook.on(own.bytes, model)
  const zipped: { name: string; bytes: Uint8Array }[] = []
  const spoilt: number[] = []
  for (const file of input.files) {
    const divider = model.dividers.find(({ number }) => number === file.number)
    const wanted = file.goes !== 'zip' || input.zipPath !== null
    const bytes = wanted ? await soundBytes(file) : null
    try {
      if (wanted && bytes === null) spoilt.push(file.number)
      else if (bytes === null) continue
      else if (file.goes === 'zip') zipped.push({ name: file.outName, bytes })
      else if (divider === undefined) spoilt.push(file.number)
      else if (file.goes === 'merged') await book.merge(divider, bytes)
      else book.attach(file.outName, divider.bookmark, bytes)
    } catch {
      spoilt.push(file.number)
    }
  }
  if (spoilt.length > 0) return { bytes: new Uint8Array(), pageCount: 0, spoilt }
  const finished = await book.finish()
  if (input.zipPath !== null && zipped.length > 0) await writeAtomically(input.zipPath, zipOf(zipped))
  return { ...finished, spoilt }
}

/** Null when they are gone or are no longer what their name says. */
async function soundBytes({ path, sha256: hash }: Pick<File, 'path' | 'sha256'>): Promise<Uint8Array | null> {
  try {
    const bytes = await readFile(path)
    return createHash('sha256').update(bytes).digest('hex') === hash ? bytes : null
  } catch {
    return null
  }
}
