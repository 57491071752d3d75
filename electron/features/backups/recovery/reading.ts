// Has a damaged database read table by table, in processes that may die of it; a table on which one dies is left out
// and the reading goes on. The damaged files are only copied.
import { join } from 'node:path'
import { AppError } from '../../../contract/errors.ts'
import { writeDurably } from '../../../db/durable.ts'
import { takeLock } from '../../../db/lock.ts'
import { WORK_FOLDER, workFiles } from '../../../db/salvage/work-files.ts'
import type { Reading, ReadTable } from '../../../domain/data/recovery.ts'
import type { RecoveryContext } from '../../context.ts'
import { allBackups, pathOf, withNewestGood } from './places.ts'

let underWay: AbortController | null = null

/** Gives up the reading under way, if there is one. */
export function stopReading(): void {
  underWay?.abort()
}

/** Reads all that can be read; null when nothing of the file can be found again. */
export async function readDamaged(context: RecoveryContext): Promise<Reading | null> {
  if (underWay !== null) throw new AppError('state-refuses')
  const { dataFolder, runJob } = context
  const lock = takeLock(dataFolder)
  underWay = new AbortController()
  const options = { signal: underWay.signal }
  const work = join(dataFolder, WORK_FOLDER)
  try {
    const good = (await withNewestGood(context, await allBackups(context))).find(
      ({ sound }) => sound === true,
    )
    const backup = good === undefined ? null : await pathOf(context, good)
    const prepared = await runJob('prepareReading', { dataFolder, work, backup }, options).catch(orNothing)
    if (prepared === null) return null
    const { tables, suspects, version, schemaLent } = prepared
    const outcomes: ReadTable[] = []
    while (outcomes.length < tables.length) {
      tell(context, outcomes.length, tables.length)
      const left = tables.slice(outcomes.length)
      const done = await runJob('readTables', { work, tables: left, suspects }, options).catch((thrown) =>
        isGivenUp(thrown) ? Promise.reject(thrown) : unreadable(context, work, left, suspects, options),
      )
      outcomes.push(...done)
    }
    tell(context, tables.length, tables.length)
    const reading = await runJob(
      'finishReading',
      {
        work,
        outcomes,
        version,
        schemaLent,
        backupAt: good?.at ?? null,
        now: context.now.toISOString(),
      },
      options,
    ).catch(orNothing)
    if (reading === null) return null
    // Only now is there a result: a reading that was cut short begins again.
    await writeDurably(workFiles(work).report, JSON.stringify(reading))
    return reading
  } finally {
    underWay = null
    lock.release()
  }
}

/** The process died of one of several tables: each alone, so that only that one is left out. */
async function unreadable(
  { runJob }: RecoveryContext,
  work: string,
  tables: readonly string[],
  suspects: readonly string[],
  options: { signal: AbortSignal },
): Promise<ReadTable[]> {
  const [table] = tables
  if (table === undefined) return []
  return runJob('readTables', { work, tables: [table], suspects }, options).catch((thrown) => {
    if (isGivenUp(thrown)) throw thrown
    return [{ table, read: 0, fromJournal: 0, fromBackup: 0, lost: 0, orphans: 0, accounted: false }]
  })
}

/** A reading that cannot be begun, or put together in the end, gives nothing: the other rungs lead on. */
function orNothing(thrown: unknown): null {
  if (isGivenUp(thrown)) throw thrown
  return null
}

/** Reasons that have nothing to do with what is read. */
function isGivenUp(thrown: unknown): boolean {
  return thrown instanceof AppError && ['cancelled', 'disk-full', 'data-read-only'].includes(thrown.code)
}

function tell({ emit }: RecoveryContext, done: number, total: number): void {
  emit({ topic: 'progress', method: 'recovery.read', done, total })
}
