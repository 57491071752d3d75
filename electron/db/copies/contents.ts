import Database from 'better-sqlite3'
import { type BackupLook, ComparedKind } from '../../contract/backups.ts'
import { AppError } from '../../contract/errors.ts'
import type { BackupContents } from '../../contract/wire-backups.ts'
import { quoted } from '../columns.ts'
import { refuseNewer, schemaVersion } from '../migrate.ts'
import { nativeOptions } from '../native.ts'

/** Where the rows of each kind are. */
const comparedTables: Readonly<Record<ComparedKind, string>> = {
  meeting: 'meeting',
  agendaItem: 'agenda_item',
  section: 'minutes_section',
  decision: 'decision',
  action: 'action',
  attachment: 'attachment',
  subject: 'subject',
  project: 'project',
  watchItem: 'watch_item',
  person: 'person',
  approval: 'approval',
  corrigendum: 'corrigendum',
}

/**
 * Reads a backup of this version or an earlier one.
 * @throws AppError `data-newer`, or `not-a-backup` when it cannot be read.
 */
export function backupContents(path: string): BackupContents {
  let db: Database.Database | undefined
  try {
    db = new Database(path, { ...nativeOptions(), readonly: true, fileMustExist: true })
    refuseNewer(db)
    const tables = new Set(db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all())
    const open = db
    const all = <T>(sql: string) => open.prepare(sql).all() as T[]
    const rows = ComparedKind.options.map((kind) => {
      const table = comparedTables[kind]
      // A backup of an earlier version has fewer tables.
      if (!tables.has(table)) return [kind, []] as const
      const live = kind === 'meeting' ? 'WHERE deleted_at IS NULL' : ''
      // What is sealed has no version.
      const version = kind === 'approval' || kind === 'corrigendum' ? '1' : 'version'
      const found = open
        .prepare(`SELECT id, ${version} FROM ${quoted(table)} ${live}`)
        .raw()
        .all()
      return [kind, found as [string, number][]] as const
    })
    const [last] = all<{ seq: number; at: string; who: string; method: string }>(
      'SELECT seq, at, who, method FROM journal_entry ORDER BY seq DESC LIMIT 1',
    )
    return {
      schemaVersion: schemaVersion(db),
      lastSeq: last?.seq ?? 0,
      done:
        all<{ done: number }>("SELECT count(*) AS done FROM journal_entry WHERE state = 'done'")[0]?.done ??
        0,
      lastChange: last === undefined ? null : { at: last.at, who: last.who, method: last.method },
      bodyName: all<{ name: string }>('SELECT name FROM body')[0]?.name ?? '',
      meetings: all<Omit<BackupLook['meetings'][number], 'isPresent'>>(
        'SELECT id, number, date, title, state FROM meeting WHERE deleted_at IS NULL ORDER BY date DESC, start_time DESC',
      ),
      rows: Object.fromEntries(rows) as BackupContents['rows'],
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('not-a-backup', { cause })
  } finally {
    db?.close()
  }
}
