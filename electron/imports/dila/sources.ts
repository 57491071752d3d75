// The files of a delivery, one after another, out of a file, a folder or archives in it; never all at once, never
// written anywhere. What is no file, or names a place outside, is told and not read.
import { createReadStream } from 'node:fs'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '../../contract/errors.ts'
import { archiveFiles } from './archive-files.ts'
import { isDeletionList, MAX_FILE_BYTES, type SourceFile, stampIn } from './source-file.ts'

/** Files of one folder: a year of the JO has some 200,000. */
const MAX_FOLDER_FILES = 1_000_000

export type SourceReport = {
  /** Bytes as they lie on the disk. */
  onBytes(done: number, total: number): void
  /** An archive ends too early. */
  onCut(name: string): void
}

type Listed = { path: string; name: string; size: number; is: 'file' | 'archive' | 'notAFile' }

/** @throws AppError `not-found`, `file-format-unknown` (neither xml nor an archive), `file-inflates` */
export async function* deliveredFiles(source: string, report: SourceReport): AsyncGenerator<SourceFile> {
  const files = await listed(source)
  const total = files.reduce((sum, { size }) => sum + size, 0)
  let before = 0
  for (const { path, name, size, is } of files) {
    if (is === 'notAFile') yield { name, stamp: stampIn(name), refused: 'notAFile' }
    else if (is === 'archive')
      yield* archiveFiles(createReadStream(path, { highWaterMark: 256 * 1024 }), {
        name,
        stamp: stampIn(name),
        onBytes: (done) => report.onBytes(before + done, total),
        onCut: () => report.onCut(name),
      })
    else if (size > MAX_FILE_BYTES) yield { name, stamp: stampIn(name), refused: 'tooLarge' }
    else yield { name, stamp: stampIn(name), bytes: await readFile(path) }
    before += size
    report.onBytes(before, total)
  }
}

async function listed(source: string): Promise<Listed[]> {
  const about = await lstat(source).catch(() => {
    throw new AppError('not-found')
  })
  if (about.isDirectory()) return listedFolder(source)
  const is = kindOf(source)
  if (!about.isFile() || is === null) throw new AppError('file-format-unknown')
  return [{ path: source, name: basename(source), size: about.size, is }]
}

/** In the order of their names: deliveries bear their day. Links are not followed. */
async function listedFolder(root: string): Promise<Listed[]> {
  const files: Listed[] = []
  const open = ['']
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`
      const path = join(root, name)
      if (entry.isDirectory()) open.push(name)
      else if (!entry.isFile()) files.push({ path, name, size: 0, is: 'notAFile' })
      else {
        const is = kindOf(name)
        if (is !== null) files.push({ path, name, size: (await lstat(path)).size, is })
      }
      if (files.length + open.length > MAX_FOLDER_FILES) throw new AppError('file-inflates')
    }
  }
  if (files.every(({ is }) => is === 'notAFile')) throw new AppError('file-empty')
  return files.sort((a, b) => (a.name < b.name ? -1 : 1))
}

function kindOf(name: string): 'file' | 'archive' | null {
  if (/\.xml$/i.test(name) || isDeletionList(name)) return 'file'
  return /\.(?:tar\.gz|tgz|tar)$/i.test(name) ? 'archive' : null
}
