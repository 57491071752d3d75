// A data folder copied into another, file by file, each compared by its hash; begun again, it goes on from what is
// already there. The live database is left out: of that only a finished copy can be copied.
import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { AppError } from '../../contract/errors.ts'
import { MOVED_ORIGIN } from '../../domain/data/moved-data.ts'
import { copyHashing, hashFile, renameDurably, syncFolder } from '../durable.ts'
import { DATABASE_NAME, DATABASE_SUFFIXES, INCOMING_NAME } from '../replace.ts'

/** Files of the open data, and what belongs to the folder itself. */
const left: ReadonlySet<string> = new Set([
  ...DATABASE_SUFFIXES.map((suffix) => `${DATABASE_NAME}${suffix}`),
  ...['seances.lock', 'seances.lock-journal', 'seances.ouvert', INCOMING_NAME, MOVED_ORIGIN],
])

/** Deeper than anything that is made here: links that lead back up end somewhere. */
const DEEPEST = 8

type CopiedFolder = { files: number; bytes: number }

/** Every file that goes along, by its name within the folder, with its size. */
export async function filesToCopy(folder: string): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  await walk(folder, folder, 0, found)
  return found
}

async function walk(folder: string, top: string, depth: number, found: Map<string, number>): Promise<void> {
  if (depth > DEEPEST) return
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name)
    if ((depth === 0 && left.has(name)) || name.endsWith('.tmp')) continue
    // Gone since it was listed: rotated away, or a work's own file.
    const entry = await stat(path).catch(() => null)
    if (entry?.isDirectory() === true) await walk(path, top, depth + 1, found)
    else if (entry?.isFile() === true) found.set(relative(top, path), entry.size)
  }
}

/**
 * Makes `to` hold what `from` holds. What is there already with the same bytes stays; what `from` no longer has goes: `to` is a
 * copy that nobody has opened.
 * @param known hashes of an earlier round: a file that was not written since is not read again.
 */
export async function copyFolder(
  from: string,
  to: string,
  known: Map<string, { written: number; size: number }>,
  on: { step(done: number, total: number): void; signal: AbortSignal },
): Promise<CopiedFolder> {
  const files = await filesToCopy(from)
  const folders = new Set<string>([to])
  let bytes = 0
  let done = 0
  for (const name of files.keys()) {
    if (on.signal.aborted) throw new AppError('cancelled')
    const [source, target] = [join(from, name), join(to, name)]
    const before = await stat(source).catch(() => null)
    if (before === null) continue
    const was = known.get(name)
    if (was?.written !== before.mtimeMs || was.size !== before.size || !existsSync(target)) {
      await copyOne(source, target)
      folders.add(dirname(target))
      known.set(name, { written: before.mtimeMs, size: before.size })
    }
    bytes += before.size
    done += 1
    on.step(done, files.size)
  }
  for (const name of (await filesToCopy(to)).keys())
    if (!files.has(name)) await rm(join(to, name), { force: true })
  for (const folder of folders) await syncFolder(folder)
  return { files: done, bytes }
}

/** The copy is read back: what a disk says it wrote is compared with what was read. */
async function copyOne(source: string, target: string): Promise<void> {
  if (existsSync(target)) {
    if ((await hashFile(target)) === (await hashFile(source))) return
    await rm(target)
  }
  await mkdir(dirname(target), { recursive: true })
  const temporary = `${target}.tmp`
  await rm(temporary, { force: true })
  const sha256 = await copyHashing(source, temporary)
  if ((await hashFile(temporary)) !== sha256) throw new AppError('file-damaged')
  await renameDurably(temporary, target)
}
