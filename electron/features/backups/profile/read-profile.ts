// An export verified whole, then made into a backup with its store again; the work of a job. What it makes takes the
// place of the data only afterwards, by the same way as any backup.
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../../contract/errors.ts'
import type { Jobs } from '../../../contract/wire.ts'
import { fillDatabase } from '../../../db/copies/table-dump.ts'
import { STORE_NAME } from '../../../db/files/store.ts'
import { toAppError } from '../../../db/translate-error.ts'
import { type OpenParcel, verifyParcel } from '../../../imports/parcel/open.ts'
import { rowsOfJson } from './table-files.ts'

type Progress = (done: number, total: number) => void

/** `staging` is made, and stays only when there is no fault. */
export async function readProfile(
  { source, staging }: Jobs['readProfile']['input'],
  onProgress: Progress,
): Promise<Jobs['readProfile']['output']> {
  // Each file is read twice: once to verify the whole, once to take it.
  const { parcel, faults } = await verifyParcel(source, (done, total) => onProgress(done, 2 * total))
  if (parcel === null) return { backup: null, faults }
  try {
    mkdirSync(staging)
    const backup = join(staging, STAGED_NAME)
    await takeAll(parcel, staging, backup, onProgress)
    return { backup, faults: [] }
  } catch (thrown) {
    rmSync(staging, { recursive: true, force: true })
    const { code, field } = toAppError(thrown)
    // Whole by its own manifest, and yet no rows of ours.
    if (code === 'parcel-altered' && field !== undefined)
      return { backup: null, faults: [{ file: field, what: 'contradicts' }] }
    throw toAppError(thrown)
  } finally {
    await parcel.close()
  }
}

const STAGED_NAME = 'profil.seances'

async function takeAll(
  parcel: OpenParcel,
  staging: string,
  backup: string,
  onProgress: Progress,
): Promise<void> {
  const { manifest } = parcel
  if (manifest.format !== 'seances-inp/profil') throw new AppError('not-a-profile')
  const total = manifest.files.length
  let done = 0
  const step = () => onProgress(total + done++, 2 * total)
  const { rows } = await fillDatabase(
    backup,
    manifest.schemaVersion,
    manifest.tables.map(({ name, path }) => ({
      name,
      path,
      rows: rowsOfJson(path, parcel.read(path)),
    })),
  )
  for (const { name, path, rows: expected } of manifest.tables)
    if (rows.get(name) !== expected) throw new AppError('parcel-altered', { field: path })
  const store = join(staging, STORE_NAME)
  mkdirSync(store)
  for (const { sha256, path } of manifest.pieces) {
    step()
    await writeDurably(join(store, sha256), parcel.read(path))
  }
}

async function writeDurably(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const file = openSync(path, 'wx')
  try {
    for await (const chunk of chunks) for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
