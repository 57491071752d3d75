// The files of a folder or of a zip, in a job: found, weighed, and the bytes of each that can be read kept in the
// store. What a file is called decides only whether it is worth looking at.

import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../../contract/errors.ts'
import type { GatheredFile, OldFilesJobs } from '../../../contract/wire-old-files.ts'
import { keepBytes } from '../../../db/files/store.ts'
import { toAppError } from '../../../db/translate-error.ts'
import { MOST_READ_BYTES } from '../../../domain/limits.ts'
import { MAX_TAKEOVER_FILES } from '../../../domain/old-files/old-files.ts'
import { folderSource } from '../../../imports/parcel/folder-source.ts'
import type { Source } from '../../../imports/parcel/source.ts'
import { zipSource } from '../../../imports/parcel/zip-source.ts'

const MAX_TOTAL_BYTES = 4 * 1024 * 1024 * 1024

const readable = new Set(
  'docx docm dotx odt ott pdf xlsx xlsm ods csv tsv html htm txt text md markdown ics eml msg doc rtf png jpg jpeg'.split(
    ' ',
  ),
)
/** Left by systems and office programs beside the files of people. */
const leftBehind = /(?:^|\/)(?:\.|~\$|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i

/** @throws AppError `limit-reached`, `file-damaged`, `file-inflates`, `file-protected`, `folder-unreachable` */
export async function gatherFiles(
  input: OldFilesJobs['gatherOldFiles']['input'],
  onProgress: (done: number, total: number) => void,
): Promise<{ files: GatheredFile[] }> {
  const name = basename(input.source)
  const source = await open(input.source)
  try {
    const paths = [...source.sizes.keys()].filter((path) => !leftBehind.test(path)).sort()
    if (paths.length > MAX_TAKEOVER_FILES)
      throw new AppError('limit-reached', { limit: { of: 'oldFiles', most: MAX_TAKEOVER_FILES } })
    const files: GatheredFile[] = []
    let total = 0
    for (const path of paths) {
      const sizeBytes = Math.max(0, source.sizes.get(path) ?? 0)
      const about = { path: `${name}/${path}`, sizeBytes }
      total += sizeBytes
      if (total > MAX_TOTAL_BYTES) throw new AppError('file-inflates')
      files.push(await keep(source, path, about, input))
      onProgress(files.length, paths.length)
    }
    return { files }
  } finally {
    await source.close()
  }
}

async function open(path: string): Promise<Source> {
  try {
    return (await stat(path)).isDirectory() ? await folderSource(path) : await zipSource(path)
  } catch (thrown) {
    throw toAppError(thrown)
  }
}

async function keep(
  source: Source,
  path: string,
  about: { path: string; sizeBytes: number },
  data: { dataFolder: string; now: Date },
): Promise<GatheredFile> {
  const refused = (code: AppError['code']): GatheredFile => ({ ...about, sha256: '', code })
  if (!readable.has(/\.([^./]+)$/u.exec(path)?.[1]?.toLowerCase() ?? ''))
    return refused('file-format-unknown')
  if (about.sizeBytes > MOST_READ_BYTES) return refused('file-too-large')
  const bytes = await readWhole(source, path)
  if (typeof bytes === 'string') return refused(bytes)
  if (bytes.length === 0) return refused('file-empty')
  // Where nothing more can be kept, that is not this file's own fault.
  return { ...about, sha256: await keepBytes(data, bytes), code: null }
}

/** The bytes of a file, or why they cannot be read. */
async function readWhole(source: Source, path: string): Promise<Buffer | AppError['code']> {
  try {
    const chunks: Uint8Array[] = []
    for await (const chunk of source.read(path)) chunks.push(chunk)
    return Buffer.concat(chunks)
  } catch (thrown) {
    const { code } = toAppError(thrown)
    return code === 'unexpected' ? 'file-damaged' : code
  }
}
