// Every file of a folder or a zip into the list, each by a process of its own that is ended when it takes too long;
// each result is kept at once, so that a crash or a stop loses nothing that was read.
import { basename } from 'node:path'
import { AppError, type ErrorCode } from '../../../contract/errors.ts'
import type { Counted } from '../../../contract/index.ts'
import type { OldFilesRead } from '../../../contract/old-files.ts'
import type { GatheredFile } from '../../../contract/wire-old-files.ts'
import { settledFor } from '../../../db/desk/desk.ts'
import { keptBytes } from '../../../db/files/store.ts'
import type { Row } from '../../../db/tables.ts'
import { toAppError } from '../../../db/translate-error.ts'
import type { LongContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { readAny } from '../read-any.ts'
import { factsOf } from './facts.ts'
import { alone } from './under-way.ts'

/** Processes that read at the same time. */
const SIDE_BY_SIDE = 2

/** @throws AppError `busy`, `cancelled`, and what `gatherFiles` refuses the whole for */
export function readOldFiles(context: LongContext, path: string): Promise<OldFilesRead> {
  const { dataFolder, setDesk } = context
  return alone(dataFolder, async (signal) => {
    await setDesk({ oldFiles: { path, isRead: false } })
    // Files read before a stop or a failure are in the list, and the rest can be gone on with.
    const read = await readFiles(context, path, signal)
    await setDesk({ oldFiles: { path, isRead: true } })
    return read
  })
}

async function readFiles(context: LongContext, path: string, signal: AbortSignal): Promise<OldFilesRead> {
  const { dataFolder, now, runJob, emit } = context
  const { files } = await runJob('gatherOldFiles', { source: path, dataFolder, now }, { signal })
  const known = await knownFiles(context)
  const waiting = files.filter((file) => !isKnown(file, known))
  let done = files.length - waiting.length
  // Of the pictures that are read at this moment, by file.
  const scans = new Map<GatheredFile, Counted>()
  const tell = () => {
    const sum = (of: keyof Counted) => [...scans.values()].reduce((all, scan) => all + scan[of], 0)
    const pages = scans.size === 0 ? {} : { pages: { done: sum('done'), total: sum('total') } }
    emit({ topic: 'progress', method: 'oldFiles.choose', done, total: files.length, ...pages })
  }
  tell()
  const next = waiting.values()
  const reader = async () => {
    for (const file of next) {
      if (signal.aborted) throw new AppError('cancelled')
      const onProgress = (read: number, total: number) => {
        scans.set(file, { done: read, total })
        tell()
      }
      await store(context, await readOne(context, file, known, { signal, onProgress }))
      scans.delete(file)
      done += 1
      tell()
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, reader))
  return summary(context, files, waiting.length)
}

type KnownRow = Pick<Row<'takeoverFile'>, 'path' | 'sha256' | 'code'>

async function knownFiles({ read }: LongContext): Promise<Map<string, KnownRow>> {
  const rows = await read(({ tx }) =>
    tx.selectFrom('takeoverFile').select(['path', 'sha256', 'code']).execute(),
  )
  return new Map(rows.map((row) => [row.path, row]))
}

const isKnown = ({ path, sha256 }: GatheredFile, known: ReadonlyMap<string, KnownRow>) =>
  sha256 !== '' && known.get(path)?.sha256 === sha256

/** The row of one file; a reader that fails is what the row says. */
async function readOne(
  context: LongContext,
  file: GatheredFile,
  known: ReadonlyMap<string, KnownRow>,
  options: Parameters<typeof readAny>[2],
): Promise<Row<'takeoverFile'>> {
  const { path, sha256, sizeBytes } = file
  const about = { id: newId(context.now), path, sha256, sizeBytes }
  const refused = (code: ErrorCode) => ({ ...about, code, facts: null, reading: null })
  if (file.code !== null) return refused(file.code)
  const twin = [...known.values()].find((row) => row.sha256 === sha256 && row.code === null)
  if (twin !== undefined) {
    const { facts, reading } = await context.read(({ tx }) =>
      tx
        .selectFrom('takeoverFile')
        .select(['facts', 'reading'])
        .where('path', '=', twin.path)
        .executeTakeFirstOrThrow(),
    )
    return { ...about, code: null, facts, reading }
  }
  try {
    const reading = await readAny(
      { runJob: context.runJob, settled: settledFor(context.ownFolder) },
      {
        fileName: basename(path).slice(-255),
        bytes: await keptBytes(context.dataFolder, sha256),
        today: context.today,
      },
      options,
    )
    return { ...about, code: null, facts: JSON.stringify(factsOf(reading)), reading: JSON.stringify(reading) }
  } catch (thrown) {
    const { code } = toAppError(thrown)
    if (code === 'cancelled') throw thrown
    return refused(code === 'unexpected' ? 'file-damaged' : code)
  }
}

function store({ fill }: LongContext, row: Row<'takeoverFile'>): Promise<void> {
  return fill(async (tx) => {
    await tx.deleteFrom('takeoverFile').where('path', '=', row.path).execute()
    await tx.insertInto('takeoverFile').values(row).execute()
  })
}

async function summary(
  context: LongContext,
  files: readonly GatheredFile[],
  read: number,
): Promise<OldFilesRead> {
  const known = await knownFiles(context)
  const refused = files.filter(({ path }) => known.get(path)?.code != null)
  return { files: files.length, read, known: files.length - read, refused: refused.length }
}
