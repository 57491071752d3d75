// A parcel, folder or zip, verified whole against its manifest; and its files, read again only as they were verified.
import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { AppError } from '../../contract/errors.ts'
import {
  isLeftBySystem,
  MANIFEST_NAME,
  type ParcelFault,
  type ParcelFile,
  ParcelManifest,
  ParcelPath,
  SUMS_NAME,
  sumsText,
} from '../../domain/data/parcel.ts'
import { folderSource } from './folder-source.ts'
import { MAX_MANIFEST_BYTES } from './limits.ts'
import type { Source } from './source.ts'
import { zipSource } from './zip-source.ts'

export type OpenParcel = {
  readonly manifest: ParcelManifest
  /**
   * The bytes of one file of the manifest.
   * @throws AppError `parcel-altered` with the path as its field when they are not those that were verified
   */
  read(path: string): AsyncIterable<Uint8Array>
  close(): Promise<void>
}

export type Verified = { parcel: OpenParcel; faults: [] } | { parcel: null; faults: ParcelFault[] }

/**
 * Reads every byte of a parcel and compares it with what its manifest says. Who changes a file, the manifest and the sums
 * together leaves no trace here: what speaks against that is a hash noted elsewhere.
 * @throws AppError `not-a-parcel` when it has neither manifest nor sums
 */
export async function verifyParcel(
  path: string,
  onFile: (done: number, total: number) => void,
): Promise<Verified> {
  let source: Source
  try {
    source = (await stat(path)).isDirectory() ? await folderSource(path) : await zipSource(path)
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'file-damaged')
      return { parcel: null, faults: [{ file: '', what: 'unreadable' }] }
    throw thrown
  }
  try {
    const { manifest, faults } = await examine(source, onFile)
    if (manifest !== null && faults.length === 0) return { parcel: opened(source, manifest), faults: [] }
    await source.close()
    return { parcel: null, faults }
  } catch (thrown) {
    await source.close()
    throw thrown
  }
}

type Found = { manifest: ParcelManifest | null; faults: ParcelFault[] }

async function examine(source: Source, onFile: (done: number, total: number) => void): Promise<Found> {
  const found = new Faults()
  const paths = [...source.sizes.keys()].filter((path) => !isLeftBySystem(path))
  if (!paths.includes(MANIFEST_NAME) && !paths.includes(SUMS_NAME)) throw new AppError('not-a-parcel')
  for (const path of paths) if (!ParcelPath.safeParse(path).success) found.add(path, 'unsafe')
  const manifestBytes = await smallFile(source, MANIFEST_NAME, found)
  const sumsBytes = await smallFile(source, SUMS_NAME, found)
  const manifest = manifestBytes === null ? null : parsed(manifestBytes)
  if (manifestBytes === null || sumsBytes === null) return { manifest, faults: found.list() }
  const own = { path: MANIFEST_NAME, sha256: sha256(manifestBytes) }
  // Which of the two was changed is said by the line of the sums about the manifest.
  const isManifestAsSummed = Buffer.from(sumsBytes)
    .toString('utf8')
    .includes(sumsText([own]))
  if (manifest === null || !isManifestAsSummed) found.add(MANIFEST_NAME, 'changed')
  if (manifest === null) return { manifest, faults: found.list() }
  const sums = Buffer.from(sumsBytes).toString('utf8')
  if (isManifestAsSummed && sums !== sumsText([...manifest.files, own])) found.add(SUMS_NAME, 'changed')
  // All else agrees: it may as well be the line of the sums that was changed.
  if (!isManifestAsSummed && sums.startsWith(sumsText(manifest.files))) found.add(SUMS_NAME, 'contradicts')
  contradictions(manifest, found)
  const expected = new Map(manifest.files.map((file) => [file.path, file]))
  for (const path of paths)
    if (!expected.has(path) && path !== MANIFEST_NAME && path !== SUMS_NAME) found.add(path, 'extra')
  let done = 0
  for (const file of manifest.files) {
    onFile(done, manifest.files.length)
    const fault = await faultOf(source, file)
    if (fault !== null) found.add(file.path, fault)
    done += 1
  }
  return { manifest, faults: found.list() }
}

/** One fault a file, the first that was found. */
class Faults {
  readonly #byFile = new Map<string, ParcelFault['what']>()

  add(file: string, what: ParcelFault['what']): void {
    if (!this.#byFile.has(file)) this.#byFile.set(file, what)
  }

  list(): ParcelFault[] {
    return [...this.#byFile].map(([file, what]) => ({ file, what }))
  }
}

/** Values that a manifest says twice must agree: a file of two contents, a table or a piece that is no file of it. */
function contradictions(manifest: ParcelManifest, found: Faults): void {
  const files = new Map<string, ParcelFile>()
  for (const file of manifest.files) {
    const key = file.path.normalize('NFC').toLowerCase()
    if (files.has(key)) found.add(file.path, 'contradicts')
    files.set(key, file)
  }
  const hashOf = (path: string) => files.get(path.normalize('NFC').toLowerCase())?.sha256
  if (manifest.format === 'seances-inp/profil') {
    for (const { path } of manifest.tables) if (hashOf(path) === undefined) found.add(path, 'contradicts')
    for (const { path, sha256: hash } of manifest.pieces)
      if (hashOf(path) !== hash) found.add(path, 'contradicts')
  } else if (hashOf(manifest.sealed.path) !== manifest.sealed.sha256)
    found.add(manifest.sealed.path, 'contradicts')
}

async function faultOf(
  source: Source,
  { path, sizeBytes, sha256: hash }: ParcelFile,
): Promise<ParcelFault['what'] | null> {
  const size = source.sizes.get(path)
  if (size === undefined) return 'missing'
  if (size < 0) return 'unsafe'
  if (size !== sizeBytes) return 'changed'
  try {
    const real = createHash('sha256')
    for await (const chunk of source.read(path)) real.update(chunk)
    return real.digest('hex') === hash ? null : 'changed'
  } catch {
    // Bytes that do not even unfold, or a file that the disk refuses to give.
    return 'changed'
  }
}

async function smallFile(source: Source, path: string, found: Faults): Promise<Uint8Array | null> {
  const size = source.sizes.get(path)
  if (size === undefined) found.add(path, 'missing')
  else if (size < 0) found.add(path, 'unsafe')
  else if (size > MAX_MANIFEST_BYTES) throw new AppError('file-inflates')
  else {
    try {
      const chunks: Uint8Array[] = []
      for await (const chunk of source.read(path)) chunks.push(chunk)
      return Buffer.concat(chunks)
    } catch {
      found.add(path, 'changed')
    }
  }
  return null
}

function parsed(bytes: Uint8Array): ParcelManifest | null {
  try {
    return ParcelManifest.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  } catch {
    return null
  }
}

function opened(source: Source, manifest: ParcelManifest): OpenParcel {
  const files = new Map(manifest.files.map((file) => [file.path, file]))
  return {
    manifest,
    async *read(path) {
      const expected = files.get(path)?.sha256
      const real = createHash('sha256')
      for await (const chunk of source.read(path)) {
        real.update(chunk)
        yield chunk
      }
      if (real.digest('hex') !== expected) throw new AppError('parcel-altered', { field: path })
    },
    close: () => source.close(),
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
