// Rows that a damaged table no longer gives come from the journal of the same file, then from the backup; rows whose
// owner is lost go aside. Afterwards no row refers to one that is not there.
import type { Database } from 'better-sqlite3'
import type { ReadTable } from '../../domain/data/recovery.ts'
import { columnsOf, quoted } from '../columns.ts'
import { allowed, type Image, Placing } from './placing.ts'
import { readIds } from './read-table.ts'
import { hasTextId } from './read-tables.ts'
import { openCopy, type WorkFiles } from './work-files.ts'

export class Completion {
  readonly #source: Database
  readonly #base: Database
  readonly #result: Database
  readonly #placing: Placing
  #isJournalWhole = true

  constructor(files: WorkFiles, result: Database) {
    this.#source = openCopy(files.source)
    this.#base = openCopy(files.base)
    this.#result = result
    this.#placing = new Placing(result, files.unplaced)
    result.exec('CREATE INDEX IF NOT EXISTS reading_by_row ON journal_change (row_id, table_name)')
  }

  /** The indexes of the reading go; connections close. */
  close(): void {
    this.#result.exec('DROP INDEX IF EXISTS reading_by_row')
    this.#source.close()
    this.#base.close()
  }

  /** Completes one table; those of the journal must have been completed before. */
  complete(outcome: ReadTable): ReadTable {
    if (outcome.table === 'journal_change') this.#isJournalWhole = outcome.accounted
    if (outcome.accounted) return outcome
    return hasTextId(this.#result, outcome.table) ? this.#byId(outcome) : this.#byNumber(outcome)
  }

  #byId(outcome: ReadTable): ReadTable {
    const { table } = outcome
    const index = readIds(this.#source, table)
    const there = new Set(this.#ids(this.#result, table))
    const wanted = new Set([...index.ids.keys(), ...this.#placing.doubtedIds(table)])
    // Without a whole index nobody knows what was there: all that the journal and the backup know is looked at.
    if (!index.all)
      for (const id of [...this.#journalled(table), ...this.#ids(this.#base, table)]) wanted.add(id)
    let { read, fromJournal, fromBackup, lost } = outcome
    this.#result.exec('BEGIN')
    for (const id of wanted) {
      if (there.has(id)) continue
      const image = this.#lastImage(table, id)
      if (image === 'gone') continue
      const rowid = index.ids.get(id)
      if (rowid !== undefined && this.#isRenamed(table, rowid, id, index.ids)) continue
      if (image !== null && this.#placing.place(table, image)) {
        fromJournal += 1
        // What the journal has lost may have been a later wording: its owner must look at the row.
        if (!this.#isJournalWhole) lost += 1
      } else if (this.#fromBase(table, id)) fromBackup += 1
      else {
        const doubted = this.#placing.doubted(table, id)
        if (doubted !== null && this.#placing.place(table, doubted)) read += 1
        // A row with a damaged text counts as lost: its owner must look at it.
        if (doubted !== null || index.ids.has(id)) lost += 1
      }
    }
    this.#result.exec('COMMIT')
    return { ...outcome, read, fromJournal, fromBackup, lost, accounted: index.all }
  }

  /**
   * Whether the row that the index calls `id` was read under another one, which the index does not know: either the row or
   * the index is damaged. The one that the journal or the backup knows is right; a row under a wrong id goes.
   */
  #isRenamed(table: string, rowid: number, id: string, known: ReadonlyMap<string, number>): boolean {
    const row = this.#result.prepare(`SELECT * FROM ${quoted(table)} WHERE rowid = ?`).get(rowid) as
      | Image
      | undefined
    if (row === undefined || typeof row.id !== 'string' || known.has(row.id)) return false
    if (this.#isKnown(table, row.id) || !this.#isKnown(table, id)) return true
    this.#placing.setAside(table, 'not-placed', row)
    this.#result.prepare(`DELETE FROM ${quoted(table)} WHERE rowid = ?`).run(rowid)
    return false
  }

  #isKnown(table: string, id: string): boolean {
    return (
      this.#lastImage(table, id) !== null ||
      this.#base.prepare(`SELECT 1 FROM ${quoted(table)} WHERE id = ?`).get(id) !== undefined
    )
  }

  /** Tables without a text id (the body, the journal): what the backup has and they lack. */
  #byNumber(outcome: ReadTable): ReadTable {
    const { table } = outcome
    const columns = columnsOf(this.#result, table)
    let { fromBackup } = outcome
    this.#result.exec('BEGIN')
    const rows = this.#base.prepare(`SELECT rowid AS "#", * FROM ${quoted(table)}`).iterate()
    for (const row of rows as IterableIterator<Image>) {
      const rowid = Number(row['#'])
      const has = this.#result.prepare(`SELECT 1 FROM ${quoted(table)} WHERE rowid = ?`).get(rowid)
      if (has !== undefined) continue
      const image = Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
      if (this.#placing.place(table, image, rowid)) fromBackup += 1
    }
    this.#result.exec('COMMIT')
    return { ...outcome, fromBackup }
  }

  /** Finds for every row what it belongs to, or sets it aside; returns the outcomes with what that changed. */
  settle(outcomes: readonly ReadTable[]): ReadTable[] {
    const settled = new Map(outcomes.map((outcome) => [outcome.table, { ...outcome }]))
    for (let round = 0; round < 50; round += 1) {
      const broken = this.#result.pragma('foreign_key_check') as Broken[]
      if (broken.length === 0) return [...settled.values()]
      this.#result.exec('BEGIN')
      for (const one of broken) {
        const outcome = settled.get(one.table)
        const now = this.#settleRow(one)
        if (outcome === undefined || now === null) continue
        outcome.read -= 1
        outcome[now] += 1
      }
      this.#result.exec('COMMIT')
    }
    throw new Error('rows without what they belong to remain')
  }

  /** The row's new state when it is not as it was read; null when it is. */
  #settleRow({ table, rowid, parent, fkid }: Broken): 'orphans' | 'fromJournal' | 'fromBackup' | null {
    const keys = this.#result.pragma(`foreign_key_list(${quoted(table)})`) as { id: number; from: string }[]
    const from = keys.find(({ id }) => id === fkid)?.from
    const row = this.#result.prepare(`SELECT * FROM ${quoted(table)} WHERE rowid = ?`).get(rowid) as
      | Image
      | undefined
    if (row === undefined || from === undefined) return null
    const owner = row[from]
    if (typeof owner === 'string' && this.#bringParent(parent, owner)) return null
    const remove = () => this.#result.prepare(`DELETE FROM ${quoted(table)} WHERE rowid = ?`).run(rowid)
    // The damage may be in the row: it is known elsewhere with another owner, who is there.
    for (const [source, image] of this.#otherImages(table, row)) {
      const other = image[from] ?? null
      if (other === owner || (typeof other === 'string' && !this.#bringParent(parent, other))) continue
      this.#placing.setAside(table, 'not-placed', row)
      remove()
      if (this.#placing.place(table, image, rowid)) return source
      this.#placing.place(table, row, rowid)
    }
    const loose = this.#result.prepare(`UPDATE ${quoted(table)} SET ${quoted(from)} = NULL WHERE rowid = ?`)
    if (allowed(() => loose.run(rowid))) return null
    this.#placing.setAside(table, 'orphan', row)
    remove()
    return 'orphans'
  }

  #otherImages(table: string, { id }: Image): (readonly ['fromJournal' | 'fromBackup', Image])[] {
    if (typeof id !== 'string') return []
    const last = this.#lastImage(table, id)
    const kept = this.#base.prepare(`SELECT * FROM ${quoted(table)} WHERE id = ?`).get(id) as
      | Image
      | undefined
    return [
      ...(last === null || last === 'gone' ? [] : [['fromJournal', last] as const]),
      ...(kept === undefined ? [] : [['fromBackup', kept] as const]),
    ]
  }

  #bringParent(table: string, id: string): boolean {
    if (!hasTextId(this.#result, table)) return false
    if (this.#result.prepare(`SELECT 1 FROM ${quoted(table)} WHERE id = ?`).get(id) !== undefined) return true
    const image = this.#lastImage(table, id)
    if (image !== null && image !== 'gone' && this.#placing.place(table, image)) return true
    return this.#fromBase(table, id)
  }

  #fromBase(table: string, id: string): boolean {
    const row = this.#base.prepare(`SELECT * FROM ${quoted(table)} WHERE id = ?`).get(id) as Image | undefined
    return row !== undefined && this.#placing.place(table, row)
  }

  #ids(db: Database, table: string): string[] {
    return db
      .prepare(`SELECT id FROM ${quoted(table)}`)
      .pluck()
      .all() as string[]
  }

  #journalled(table: string): string[] {
    return this.#result
      .prepare('SELECT DISTINCT row_id FROM journal_change WHERE table_name = ?')
      .pluck()
      .all(table) as string[]
  }

  /** The row as the journal last left it; `gone` when it was taken out; null when the journal does not know it. */
  #lastImage(table: string, id: string): Image | 'gone' | null {
    const last = this.#result
      .prepare(
        `SELECT after FROM journal_change JOIN journal_entry ON seq = entry_seq
         WHERE row_id = ? AND table_name = ? AND state = 'done' ORDER BY ord DESC LIMIT 1`,
      )
      .get(id, table) as { after: string | null } | undefined
    if (last === undefined) return null
    if (last.after === null) return 'gone'
    try {
      return JSON.parse(last.after) as Image
    } catch {
      return null
    }
  }
}

type Broken = { table: string; rowid: number; parent: string; fkid: number }
