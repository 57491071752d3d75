import { rmSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { AppError } from '../../contract/errors.ts'
import type { Reading, ReadTable } from '../../domain/data/recovery.ts'
import { checkDatabase } from '../copies/check.ts'
import { migrate } from '../migrate.ts'
import { DATABASE_SUFFIXES } from '../replace.ts'
import { rebuildSearch } from '../search/search.ts'
import { Completion } from './complete.ts'
import { freshSchema } from './lend-schema.ts'
import { DOUBT_TABLE } from './placing.ts'
import { openCopy, workFiles } from './work-files.ts'

/** The journal first: it gives back rows of the others. */
const order = (table: string) => (table === 'journal_entry' ? 0 : table === 'journal_change' ? 1 : 2)

/** @throws AppError data-damaged when what was put together is not a sound database: then there is no result. */
export function finishReading(about: {
  work: string
  outcomes: readonly ReadTable[]
  version: number
  schemaLent: boolean
  backupAt: string | null
  now: string
}): Reading {
  const files = workFiles(about.work)
  const result = openCopy(files.result)
  let tables: ReadTable[]
  let upTo: string | null
  try {
    const completion = new Completion(files, result)
    try {
      tables = [...about.outcomes]
        .sort((a, b) => order(a.table) - order(b.table))
        .map((outcome) => completion.complete(outcome))
      tables = completion.settle(tables)
    } finally {
      completion.close()
    }
    result.exec(`DROP TABLE IF EXISTS ${DOUBT_TABLE}`)
    const at = result.prepare('SELECT at FROM journal_entry ORDER BY seq DESC LIMIT 1').pluck().get()
    upTo = typeof at === 'string' ? at : null
    putTriggersBack(result, about.version)
    migrate(result)
    // Last: what is searched speaks of this version's columns.
    rebuildSearch(result)
    result.pragma('optimize')
  } finally {
    result.close()
  }
  const verdict = checkDatabase(files.result)
  if (!verdict.sound) throw new AppError('data-damaged', { message: 'what was read is not a sound database' })
  const reading: Reading = {
    at: about.now,
    upTo,
    backupAt: about.backupAt,
    meetings: verdict.meetings,
    schemaLent: about.schemaLent,
    tables: tables.filter(
      ({ read, fromJournal, fromBackup, lost, orphans, accounted }) =>
        read + fromJournal + fromBackup + lost + orphans > 0 || !accounted,
    ),
  }
  // Working copies; the damaged files themselves lie where they always were.
  for (const copy of [files.base, `${files.base}.modele`, files.source, `${files.source}.endommage`])
    for (const suffix of DATABASE_SUFFIXES) rmSync(`${copy}${suffix}`, { force: true })
  return reading
}

/** The triggers of the schema, left out while rows were placed. */
function putTriggersBack(db: Database, version: number): void {
  const fresh = freshSchema(':memory:', version)
  try {
    for (const sql of fresh.prepare(`SELECT sql FROM sqlite_schema WHERE type = 'trigger'`).pluck().all())
      db.exec(String(sql))
  } finally {
    fresh.close()
  }
}
