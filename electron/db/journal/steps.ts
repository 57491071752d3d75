// What the journal asks of its engine, step by step: one logic for an engine that returns at once and for one that is waited for.
import { AppError } from '../../contract/errors.ts'
import { quoted, type RowChange, type RowImage } from '../columns.ts'
import { type Begun, collapse, merge, READ_MS } from './bursts.ts'
import {
  type Change,
  changesOf,
  rowChange,
  rowsOf,
  type Step,
  type Steps,
  since,
  type Where,
} from './changes.ts'
import { changedColumns, imageOf, sameRow } from './images.ts'
import { notSealed } from './not-sealed.ts'

export type EntryInfo = {
  at: string
  who: string
  method: string
  meetingId: string | null
  /** Same key, within a minute, newest entry: merged. Null never merges. */
  mergeKey: string | null
}

/** Rows that were added to the journal's own tables; `any` when others there changed too. */
export type OwnRows = 'any' | readonly RowChange[]
export type Undone = {
  method: string
  meetingId: string | null
  changes: readonly RowChange[]
  own: readonly RowChange[]
}

/** Which entries somebody may take back or do again: their own newest that is done, and the first that they took back. */
export type Replayed = 'done' | 'undone'
const orderOf: Readonly<Record<Replayed, string>> = { done: 'DESC', undone: 'ASC' }

type Entry = { seq: number; method: string; meetingId: string | null }

/** What engines say differently. */
export type JournalEngine = {
  /** The entries of somebody; `who` is what people read. */
  ownOf(who: string): Where
  /** From here on changes of rows are recorded under an entry; null: no more. */
  record(entry: number | null): Step
  /** Before so many rows are put back or away: until the transaction ends they may speak of one another in any order. */
  replaying(entry: number, rows: number): readonly Step[]
  /** SQL of some columns of a row as JSON. */
  imageOf(columns: readonly string[]): string
  columnsOf(table: string): readonly string[]
}

/** The newest entry, and when it was last written: within a burst, how long a wording stood. */
type Written = { readonly seq: number; readonly at: number }

/** Writes and reads the journal within a transaction that it is part of. */
export class JournalSteps {
  readonly #engine: JournalEngine
  #written: Written | null = null

  constructor(engine: JournalEngine) {
    this.#engine = engine
  }

  /** From here on row changes are recorded under a new entry. */
  *begin(info: EntryInfo): Steps<number> {
    const [row] = yield* rowsOf<{ seq: number }>(
      `INSERT INTO journal_entry (at, who, method, meeting_id, merge_key, state) VALUES (?, ?, ?, ?, ?, 'done')
       RETURNING seq`,
      [info.at, info.who, info.method, info.meetingId, info.mergeKey],
    )
    const seq = Number(row?.seq)
    yield this.#engine.record(seq)
    return seq
  }

  /**
   * Goes on with an entry that an earlier transaction began: one act in many transactions is one entry.
   * @throws AppError `cancelled` when it was taken back meanwhile
   */
  *resume(seq: number): Steps<void> {
    const [entry] = yield* rowsOf<{ state: string }>('SELECT state FROM journal_entry WHERE seq = ?', [seq])
    if (entry?.state !== 'done') throw new AppError('cancelled')
    yield this.#engine.record(seq)
  }

  /**
   * Ends the entry: drops it when nothing changed, completes what the handler learnt meanwhile, merges it into the
   * previous one when both are one burst, and discards what had been undone (a new write ends the redo line).
   * @param upTo the last change before this transaction, which may not be the first of its entry
   * @returns the rows that the journal itself has more; null when there is no entry
   */
  *end(
    seq: number,
    upTo: number,
    learnt: { meetingId: string | null; mergeKey: string | null },
  ): Steps<OwnRows | null> {
    yield this.#engine.record(null)
    const [changed] = yield* rowsOf('SELECT 1 AS one FROM journal_change WHERE entry_seq = ? LIMIT 1', [seq])
    if (changed === undefined) {
      yield { sql: 'DELETE FROM journal_entry WHERE seq = ?', parameters: [seq] }
      return null
    }
    yield {
      sql: 'UPDATE journal_entry SET meeting_id = ?, merge_key = ? WHERE seq = ?',
      parameters: [learnt.meetingId, learnt.mergeKey, seq],
    }
    const [own] = yield* rowsOf<Begun>('SELECT at, who, method FROM journal_entry WHERE seq = ?', [seq])
    if (own === undefined) throw new Error('an entry is gone within its transaction')
    const discarded = yield* this.discardUndone(own.who)
    const former = this.#written
    this.#written = { seq, at: Date.parse(own.at) }
    const joined =
      discarded.length > 0 ? null : yield* merge(seq, own, learnt.mergeKey, this.#engine.ownOf(own.who))
    // Steps of one write on a row are taken back in the same steps: ranks that change places pass through free ones.
    if (joined === null) return [...discarded, ...(yield* this.#addedRows(seq, upTo))]
    const wasRead = former?.seq !== joined || Date.parse(own.at) - former.at >= READ_MS
    yield* collapse(seq, upTo, wasRead)
    return 'any'
  }

  *discardUndone(who: string): Steps<RowChange[]> {
    const { where, parameters } = this.#engine.ownOf(who)
    return yield* this.#restate({ where: `state = 'undone' AND ${where}`, parameters }, 'discarded')
  }

  /** Changes the state of entries; returns their rows before and after. */
  *#restate(those: Where, state: 'done' | 'undone' | 'discarded'): Steps<RowChange[]> {
    const images = yield* this.#imagesOf(
      'journal_entry',
      this.#engine.columnsOf('journal_entry'),
      those.where,
      those.parameters,
    )
    if (images.length === 0) return []
    yield {
      sql: `UPDATE journal_entry SET state = ? WHERE ${those.where}`,
      parameters: [state, ...those.parameters],
    }
    return images.map((before) => ({ table: 'journal_entry', before, after: { ...before, state } }))
  }

  *#imagesOf(
    table: string,
    columns: readonly string[],
    where: string,
    parameters: readonly unknown[],
  ): Steps<RowImage[]> {
    const rows = yield* rowsOf<{ image: string }>(
      `SELECT ${this.#engine.imageOf(columns)} AS image FROM ${quoted(table)} WHERE ${where}`,
      parameters,
    )
    return rows.map(({ image }) => imageOf(image))
  }

  /** Without the images: they are rows of other tables. */
  *#addedRows(seq: number, upTo: number): Steps<RowChange[]> {
    const entries = yield* this.#imagesOf(
      'journal_entry',
      this.#engine.columnsOf('journal_entry'),
      'seq = ?',
      [seq],
    )
    const changes = yield* this.#imagesOf(
      'journal_change',
      ['ord', 'entry_seq', 'table_name', 'row_id'],
      'ord > ?',
      [upTo],
    )
    return [
      ...entries.map((after) => ({ table: 'journal_entry', before: null, after })),
      ...changes.map((after) => ({ table: 'journal_change', before: null, after })),
    ]
  }

  /** Changes in some tables recorded since a given one, oldest first. */
  *changesIn(ord: number, tables: readonly string[]): Steps<RowChange[]> {
    return yield* since(`AND table_name IN (${tables.map(() => '?').join()}) ORDER BY ord`, [ord, ...tables])
  }

  /** The number of the last recorded change. */
  *lastChange(): Steps<number> {
    const [row] = yield* rowsOf<{ last: number | null }>('SELECT max(ord) AS last FROM journal_change', [])
    return Number(row?.last ?? 0)
  }

  /** Changes recorded since a given one, oldest first. Asked before the entry ends: ending one brings changes together. */
  *changesSince(ord: number, most: number): Steps<RowChange[]> {
    return yield* since('ORDER BY ord LIMIT ?', [ord, most])
  }

  /**
   * Takes back somebody's own newest entry, whatever others did meanwhile.
   * @returns its meeting and the rows it put
   * @throws AppError `nothing-to-undo`; `undo-conflict` when somebody built on it
   */
  undo(who: string): Steps<Undone> {
    return this.#replay(who, 'done', 'undone')
  }

  /**
   * Does again what somebody took back last.
   * @throws AppError `nothing-to-redo`; `undo-conflict` when somebody built on it
   */
  redo(who: string): Steps<Undone> {
    return this.#replay(who, 'undone', 'done')
  }

  *#replay(who: string, from: Replayed, to: Replayed): Steps<Undone> {
    const { seq, method, meetingId } = yield* this.#expected(who, from)
    const made = yield* changesOf(seq)
    const changes = to === 'done' ? made : made.reverse().map(backwards)
    yield* this.#engine.replaying(seq, changes.length)
    const own = yield* this.#restate({ where: 'seq = ?', parameters: [seq] }, to)
    for (const change of changes) yield* this.#put(change)
    return { method, meetingId, own, changes: changes.map(rowChange) }
  }

  /** The entry that somebody would take back, or do again; null when there is none. */
  *next(who: string, state: Replayed): Steps<Entry | null> {
    const { where, parameters } = this.#engine.ownOf(who)
    const [entry = null] = yield* rowsOf<Entry>(
      `SELECT seq, method, meeting_id AS "meetingId" FROM journal_entry WHERE ${where} AND state = '${state}'
       AND ${notSealed} ORDER BY seq ${orderOf[state]} LIMIT 1`,
      parameters,
    )
    return entry
  }

  *#expected(who: string, state: Replayed): Steps<Entry> {
    const entry = yield* this.next(who, state)
    if (entry === null) throw new AppError(state === 'done' ? 'nothing-to-undo' : 'nothing-to-redo')
    return entry
  }

  /**
   * Replaces a row that must look as it did before by what it was after; one that stays in what was changed alone, beside which others may have
   * written. The version only ever rises, so other windows notice.
   */
  *#put({ table, rowId, before, after }: Change): Steps<void> {
    const columns = this.#engine.columnsOf(table)
    const [current = null] = yield* this.#imagesOf(table, columns, 'id = ?', [rowId])
    const source = before === null ? null : imageOf(before)
    const target = after === null ? null : imageOf(after)
    if (source === null || target === null || current === null) {
      if (!sameRow(current, source)) throw new AppError('undo-conflict')
      yield target === null
        ? { sql: `DELETE FROM ${quoted(table)} WHERE id = ?`, parameters: [rowId], puts: true }
        : insertion(table, columns, target)
      return
    }
    const changed = changedColumns(source, target).filter((column) => columns.includes(column))
    if (changed.some((column) => current[column] !== source[column])) throw new AppError('undo-conflict')
    const version = 'version' in current ? { version: Number(current.version) + 1 } : {}
    const values = { ...Object.fromEntries(changed.map((column) => [column, target[column]])), ...version }
    if (Object.keys(values).length > 0) yield update(table, rowId, values)
  }
}

/** A row written before a migration says nothing of newer columns: they take their default. */
function insertion(table: string, columns: readonly string[], image: RowImage): Step {
  const known = columns.filter((column) => column in image)
  const sql = `INSERT INTO ${quoted(table)} (${known.map(quoted).join()}) VALUES (${known.map(() => '?').join()})`
  return { sql, parameters: known.map((column) => image[column] ?? null), puts: true }
}

function update(table: string, rowId: string, values: RowImage): Step {
  const set = Object.keys(values).map((column) => `${quoted(column)} = ?`)
  const sql = `UPDATE ${quoted(table)} SET ${set.join()} WHERE id = ?`
  return { sql, parameters: [...Object.values(values), rowId], puts: true }
}

const backwards = ({ before, after, ...rest }: Change): Change => ({ ...rest, before: after, after: before })
