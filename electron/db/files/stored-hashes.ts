import type { Database } from 'better-sqlite3'
import { columnsOf, quoted } from '../columns.ts'

/** Columns whose value, when there is one, is the name of a file that must be in the store. */
export const storeColumns: Readonly<Record<string, readonly string[]>> = {
  attachment: ['sha256'],
  subject_file: ['sha256'],
  agenda_version: ['sha256'],
  logo: ['sha256'],
  document_style: ['minutes_template_sha256', 'agenda_template_sha256'],
  dispatch: ['message_sha256'],
  minutes_version: ['pdf_sha256', 'docx_sha256'],
  approval: ['sha256'],
  corrigendum: ['sha256'],
  signed_copy: ['sha256'],
}

/** Hashes of bytes that the store need not hold: of files written elsewhere, of papers made again on demand. */
export const otherHashColumns: Readonly<Record<string, readonly string[]>> = {
  dispatch_document: ['sha256'],
  left_file: ['sha256'],
  notebook: ['sha256'],
  observation: ['source_sha256'],
  produced_document: ['sha256'],
  sending: ['sha256'],
  shared_file: ['sha256'],
  takeover_file: ['sha256'],
}

export type StoredHashes = {
  /** Without these something that is shown could not be opened. */
  needed: string[]
  /** Every hash written anywhere, pictures inside texts and what undo would bring back among them. */
  mentioned: string[]
}

/** Reads every text of a finished database: for a job process, never on the live connection. */
export function storedHashes(db: Database): StoredHashes {
  const needed = new Set<string>()
  const mentioned = new Set<string>()
  for (const table of tablesOf(db)) {
    const columns = columnsOf(db, table)
    const rows = db
      .prepare(`SELECT * FROM ${quoted(table)}`)
      .raw()
      .iterate() as IterableIterator<unknown[]>
    const needing = new Set(storeColumns[table])
    for (const row of rows)
      for (const [index, value] of row.entries()) {
        if (typeof value !== 'string' || value.length < 64) continue
        for (const hash of value.match(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g) ?? []) {
          mentioned.add(hash)
          if (needing.has(columns[index] ?? '')) needed.add(hash)
        }
      }
  }
  return { needed: [...needed].sort(), mentioned: [...mentioned].sort() }
}

/** Tables of rows: not those of the search index, whose texts are copies of others. */
function tablesOf(db: Database): string[] {
  return db
    .prepare(
      `SELECT name FROM sqlite_schema
       WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%'`,
    )
    .pluck()
    .all() as string[]
}
