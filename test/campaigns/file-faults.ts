import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { DATABASE_NAME } from '../../electron/db/open.ts'

/** Examines a copy of the files as the kill left them: SQLite's own check, foreign keys, the search index. */
export function fileFaults(folder: string): string[] {
  const copy = mkdtempSync(join(tmpdir(), 'seances-kills-copy-'))
  try {
    for (const suffix of ['', '-wal'])
      if (existsSync(join(folder, `${DATABASE_NAME}${suffix}`)))
        copyFileSync(join(folder, `${DATABASE_NAME}${suffix}`), join(copy, `${DATABASE_NAME}${suffix}`))
    const db = new Database(join(copy, DATABASE_NAME))
    const faults: string[] = []
    const integrity = db.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') faults.push(`integrity_check: ${String(integrity)}`)
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0) faults.push('foreign_key_check')
    try {
      db.exec(`INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)`)
    } catch (thrown) {
      faults.push(`search index: ${String(thrown)}`)
    }
    const orphans = db
      .prepare(
        'SELECT count(*) AS n FROM journal_entry WHERE seq NOT IN (SELECT entry_seq FROM journal_change)',
      )
      .get() as { n: number }
    if (orphans.n > 0) faults.push(`${orphans.n} journal entries without a change`)
    db.close()
    return faults
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
