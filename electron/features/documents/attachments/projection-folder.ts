// Built aside, then put in the place of the one before, so that it is whole or the old one stays; a manifest says which
// files are ours, and nothing else is ever replaced or taken away.
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, copyFile, mkdir, open, readdir, readFile, rename, rm, rmdir, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { AppError, KeptFileError } from '../../../contract/errors.ts'
import { letOthersRead } from '../../../documents/for-others.ts'
import { writeFailure } from '../../../documents/write-atomically.ts'
import { freeName, sameFile } from '../../../domain/documents/projection.ts'

/** Name of the manifest inside the folder. */
const MANIFEST_NAME = '.seances-inp.json'

const Manifest = z.object({
  meetingId: z.string(),
  files: z.array(z.object({ name: z.string(), sha256: z.string(), convertedFrom: z.string().nullable() })),
})
type Manifest = z.infer<typeof Manifest>

/** A file to be put in: from where, and the hash it must have; of a converted one, the hash of what it was made from. */
export type FolderFile = {
  name: string
  from: string
  sha256: string | null
  convertedFrom: string | null
}

async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    return Manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST_NAME), 'utf8')))
  } catch {
    return null
  }
}

/** The PDFs that a former build made and nobody changed since, by the hash of the presentation. */
export async function convertedBefore(folder: string): Promise<Map<string, string>> {
  const pdfs = new Map<string, string>()
  for (const { name, sha256, convertedFrom } of (await readManifest(folder))?.files ?? []) {
    if (convertedFrom === null) continue
    const path = join(folder, basename(name))
    if ((await hashOf(path).catch(() => null)) === sha256) pdfs.set(convertedFrom, path)
  }
  return pdfs
}

export type BuiltFolder = { path: string; fileNames: string[]; leftAlone: string[] }

/**
 * Builds the folder of a meeting under `place`, named `name`, in the place of `previous` (where it lay before) if there is one.
 * @throws AppError `folder-unreachable`, `disk-full`, `file-locked` (a file of it is open elsewhere), KeptFileError; what was
 *   there is then as it was.
 */
export async function buildFolder(wanted: {
  place: string
  name: string
  meetingId: string
  previous: string | null
  files: readonly FolderFile[]
}): Promise<BuiltFolder> {
  const { place, meetingId, files } = wanted
  await access(place).catch((cause) => {
    throw new AppError('folder-unreachable', { cause })
  })
  const previous = await livingFolder(wanted.previous)
  const path = await freeFolder(place, wanted.name, meetingId, previous)
  const current = previous ?? (await livingFolder(path))
  const { foreign } = current === null ? { foreign: [] } : await sortOut(current, files)
  const taken = new Set(foreign.map(sameFile))
  const named = files.map((file) => ({ ...file, name: freeName(file.name, taken) }))

  const aside = asideOf(path, 'nouveau')
  try {
    await fill(aside, meetingId, named)
  } catch (thrown) {
    await rm(aside, { recursive: true, force: true }).catch(() => undefined)
    throw thrown instanceof AppError ? thrown : writeFailure(thrown, 'write')
  }
  await letOthersRead(aside)
  await swap(current, aside, path)
  if (current !== null) await emptyOld(asideOf(current, 'ancien'), path)
  return {
    path,
    fileNames: named.map(({ name }) => name),
    leftAlone: foreign.filter((name) => !isSystemFile(name)),
  }
}

/** Beside the folder, on the same disk: a rename then moves everything at once. */
function asideOf(path: string, state: 'nouveau' | 'ancien'): string {
  return join(dirname(path), `.${basename(path)}.${state}`)
}

/** A folder that is there; what an interrupted build left beside it is put right first. */
async function livingFolder(path: string | null): Promise<string | null> {
  if (path === null) return null
  const old = asideOf(path, 'ancien')
  if (await isThere(old)) {
    if (await isThere(path)) await emptyOld(old, path)
    else await renamePatiently(old, path)
  }
  return (await isThere(path)) ? path : null
}

/** A path that is free, or holds this meeting's folder; another meeting's, or a folder of somebody else, is left alone. */
async function freeFolder(
  place: string,
  name: string,
  meetingId: string,
  previous: string | null,
): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = join(place, number === 1 ? name : `${name} (${number})`)
    if (path === previous || !(await isThere(path))) return path
    if (previous === null && (await readManifest(path))?.meetingId === meetingId) return path
  }
}

type Known = { name: string; sha256: string | null }

/** Parts what is in a folder: ours unless changed since, or already what is coming; the rest is somebody else's. */
async function sortOut(
  folder: string,
  coming: readonly Known[],
): Promise<{ ours: string[]; foreign: string[] }> {
  const written = new Map((await readManifest(folder))?.files.map(({ name, sha256 }) => [name, sha256]))
  const expected = new Map(coming.map(({ name, sha256 }) => [name, sha256]))
  const sorted = { ours: [] as string[], foreign: [] as string[] }
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const { name } = entry
    const known = entry.isFile() && (written.has(name) || expected.has(name))
    const hash = known ? await hashOf(join(folder, name)) : null
    const isOurs =
      (hash !== null && (hash === written.get(name) || hash === expected.get(name))) ||
      (name === MANIFEST_NAME && entry.isFile())
    sorted[isOurs ? 'ours' : 'foreign'].push(name)
  }
  return sorted
}

async function fill(aside: string, meetingId: string, files: readonly FolderFile[]): Promise<void> {
  // Left by a build that a power cut interrupted: ours by its name.
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside)
  const written: Manifest['files'] = []
  for (const { name, from, sha256, convertedFrom } of files) {
    const path = join(aside, name)
    await copyFile(from, path, constants.COPYFILE_FICLONE).catch(async (cause) => {
      throw sha256 === null || (await isThere(from))
        ? cause
        : new KeptFileError('kept-file-missing', sha256, cause)
    })
    await flush(path)
    const hash = await hashOf(path)
    if (sha256 !== null && hash !== sha256) throw new KeptFileError('kept-file-altered', sha256)
    written.push({ name, sha256: hash, convertedFrom })
  }
  const manifest = join(aside, MANIFEST_NAME)
  const file = await open(manifest, 'wx')
  try {
    await file.writeFile(JSON.stringify({ meetingId, files: written } satisfies Manifest, null, 1))
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Old aside, new in place; the second step failing, the old comes back. */
async function swap(current: string | null, aside: string, path: string): Promise<void> {
  const old = current === null ? null : asideOf(current, 'ancien')
  try {
    if (current !== null && old !== null) await renamePatiently(current, old)
    try {
      await renamePatiently(aside, path)
    } catch (thrown) {
      if (current !== null && old !== null) await renamePatiently(old, current)
      throw thrown
    }
  } catch (thrown) {
    await rm(aside, { recursive: true, force: true }).catch(() => undefined)
    throw writeFailure(thrown, 'replace')
  }
}

/** Brings what is not ours from the old folder into the new one, takes away what is ours, and the folder once it is empty. */
async function emptyOld(old: string, into: string): Promise<void> {
  const { ours, foreign } = await sortOut(old, (await readManifest(into))?.files ?? [])
  try {
    for (const name of foreign) {
      const taken = new Set((await readdir(into)).map(sameFile))
      await renamePatiently(join(old, name), join(into, freeName(name, taken)))
    }
    for (const name of ours) await unlink(join(old, name))
    await rmdir(old)
  } catch (thrown) {
    throw writeFailure(thrown, 'replace')
  }
}

const pauses = [50, 200, 500]

/** On Windows a scanner or a preview holds a file for a moment: tried again before it is called locked. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (const pause of pauses)
    try {
      return await rename(from, to)
    } catch (thrown) {
      if (process.platform !== 'win32') throw thrown
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  await rename(from, to)
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** Files that systems and office programs leave in every folder: kept, not worth a word. */
function isSystemFile(name: string): boolean {
  return /^(?:desktop\.ini|thumbs\.db|\.ds_store|\.directory|~\$.*|\.~lock\..*)$/i.test(name)
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  const file = await open(path, 'r')
  try {
    for await (const chunk of file.createReadStream({ autoClose: false })) hash.update(chunk as Buffer)
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}
