// Takes what another desk changed into a copy of this desk's data, against the copy that both started from. What both
// changed differently is asked, what approval locks stays so, and nothing refers to what is not there.
import type { Database } from 'better-sqlite3'
import type { Merged } from '../../contract/hand-over.ts'
import {
  type Cell,
  changedFields,
  mergeRow,
  type RowImage,
  type Side,
  saysTheSame,
  WHOLE_ROW,
} from '../../domain/text/three-way.ts'
import { quoted } from '../columns.ts'
import { type TableShape, tableShapes } from './shape.ts'
import { RowWords } from './words.ts'

type Difference = Merged['differences'][number]
type Taken = Merged['taken'][number]

/** Merges the attached `theirs` into `main`, against the attached `base`; inside the caller's transaction. */
export function mergeTheirs(db: Database, choices: ReadonlyMap<string, Side>, hasBase: boolean): Merged {
  return new Merging(db, choices, hasBase).run()
}

class Merging {
  readonly #db: Database
  readonly #choices: ReadonlyMap<string, Side>
  readonly #hasBase: boolean
  readonly #shapes: readonly TableShape[]
  readonly #words: RowWords
  /** Rows that are the same thing under two ids: theirs → ours, by table. */
  readonly #same = new Map<string, Map<Cell, Cell>>()
  /** Rows as they were here before their numbers were freed. */
  readonly #before = new Map<string, RowImage>()
  #freed = 0
  readonly #differences: Difference[] = []
  readonly #taken: Taken[] = []

  constructor(db: Database, choices: ReadonlyMap<string, Side>, hasBase: boolean) {
    this.#db = db
    this.#choices = choices
    this.#hasBase = hasBase
    this.#shapes = tableShapes(db)
    this.#words = new RowWords(db, this.#shapes, hasBase)
  }

  run(): Merged {
    this.#db.pragma('defer_foreign_keys = ON')
    this.#giveWayToEncrypted()
    for (const shape of this.#shapes) {
      const rows = this.#changedIn(shape)
      for (const row of rows) this.#freeNumbers(shape, row)
      for (const row of rows) this.#takeRow(shape, row)
    }
    for (const shape of [...this.#shapes].reverse())
      for (const id of this.#removedIn(shape)) this.#takeRemoval(shape, id)
    this.#putBackParents()
    const unresolved = this.#differences.filter(
      ({ key, settled }) => settled === null && !this.#choices.has(key),
    ).length
    return { differences: this.#differences, taken: this.#taken, unresolved }
  }

  #changedIn({ name, columns, key }: TableShape): RowImage[] {
    const list = columns.map(quoted).join(', ')
    const from = (schema: string) => `SELECT ${list} FROM ${schema}.${quoted(name)}`
    const rows = `${from('theirs')} EXCEPT ${from(this.#hasBase ? 'base' : 'main')}`
    return this.#db.prepare(`SELECT * FROM (${rows}) ORDER BY ${quoted(key)}`).all() as RowImage[]
  }

  #removedIn({ name, key }: TableShape): Cell[] {
    // Without a common copy nobody can tell what was removed from what was never there.
    if (!this.#hasBase) return []
    return this.#db
      .prepare(
        `SELECT ${quoted(key)} FROM base.${quoted(name)} EXCEPT SELECT ${quoted(key)} FROM theirs.${quoted(name)}`,
      )
      .pluck()
      .all() as Cell[]
  }

  #row(schema: 'main' | 'base' | 'theirs', { name, key }: TableShape, id: Cell): RowImage | null {
    if (schema === 'base' && !this.#hasBase) return null
    const row = this.#db.prepare(`SELECT * FROM ${schema}.${quoted(name)} WHERE ${quoted(key)} = ?`).get(id)
    return (row as RowImage | undefined) ?? null
  }

  #takeRow(shape: TableShape, image: RowImage): void {
    const theirs = this.#withOurIds(shape, image)
    const theirId = image[shape.key] ?? null
    const base = this.#row('base', shape, theirId)
    const own = this.#before.get(`${shape.name} ${theirId}`) ?? this.#row('main', shape, theirId)
    if (own === null && base === null) this.#takeAdded(shape, theirId, theirs)
    else this.#takeMerged(shape, theirId, base === null ? null : this.#withOurIds(shape, base), own, theirs)
  }

  /** A row that only the other desk added: as it is, under another number, or as the same thing that was added here too. */
  #takeAdded(shape: TableShape, id: Cell, image: RowImage): void {
    for (const columns of shape.uniques) {
      const twin = this.#twin(shape, columns, image)
      if (twin === null) continue
      // A number that both gave is given anew where the row is written.
      if (!isCounted(shape, columns)) {
        const ourId = twin[shape.key] ?? null
        this.#sameTable(shape.name).set(id, ourId)
        this.#takeMerged(shape, ourId, null, twin, { ...image, [shape.key]: ourId })
        return
      }
    }
    this.#write(shape, id, null, image, 'added')
  }

  #takeMerged(
    shape: TableShape,
    id: Cell,
    base: RowImage | null,
    ours: RowImage | null,
    theirs: RowImage,
  ): void {
    const merged = mergeRow(base, ours, theirs, (field) => this.#choices.get(keyOf(shape, id, field)) ?? null)
    for (const field of merged.asked) this.#ask(shape, id, field, { base, ours, theirs }, null)
    if (!saysTheSame(merged.row, ours))
      this.#write(shape, id, ours, merged.row, ours === null ? 'added' : 'changed')
  }

  #takeRemoval(shape: TableShape, id: Cell): void {
    const [base, ours] = [this.#row('base', shape, id), this.#row('main', shape, id)]
    if (ours === null) return
    const merged = mergeRow(base, ours, null, (field) => this.#choices.get(keyOf(shape, id, field)) ?? null)
    for (const field of merged.asked) this.#ask(shape, id, field, { base, ours, theirs: null }, null)
    if (merged.row === null) this.#write(shape, id, ours, null, 'removed')
  }

  /** Writes one row; what approval refuses stays, and is said. */
  #write(
    shape: TableShape,
    id: Cell,
    ours: RowImage | null,
    row: RowImage | null,
    change: Taken['change'],
  ): void {
    const named = row ?? ours
    try {
      this.#put(shape, id, ours, row === null ? null : this.#withFreeNumbers(shape, id, row))
      if (named !== null)
        this.#taken.push({
          table: shape.name,
          change,
          title: this.#words.title(shape.name, named),
          meetingId: this.#words.meetingOf(shape.name, named),
        })
    } catch (thrown) {
      // Approved minutes, or another row that already is what this one would become.
      if (!isRefusal(thrown)) throw thrown
      const theirs = this.#row('theirs', shape, id)
      const fields = ours === null || row === null ? [WHOLE_ROW] : changedFields(ours, row)
      for (const field of fields)
        this.#ask(shape, id, field, { base: this.#row('base', shape, id), ours, theirs }, 'ours')
    }
  }

  #put({ name, key, columns }: TableShape, id: Cell, ours: RowImage | null, row: RowImage | null): void {
    const db = this.#db
    if (row === null) {
      db.prepare(`DELETE FROM main.${quoted(name)} WHERE ${quoted(key)} = ?`).run(id)
      return
    }
    const image = { ...row, ...(ours === null ? {} : { [key]: ours[key] ?? null }) }
    const values = columns.map((column) =>
      column === 'version'
        ? Math.max(Number(ours?.version ?? 0), Number(row.version ?? 0)) + 1
        : (image[column] ?? null),
    )
    if (ours === null)
      db.prepare(
        `INSERT INTO main.${quoted(name)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      ).run(...values)
    else
      db.prepare(
        `UPDATE main.${quoted(name)} SET ${columns.map((column) => `${quoted(column)} = ?`).join(', ')} WHERE ${quoted(key)} = ?`,
      ).run(...values, id)
  }

  /** Rows that change places pass through numbers that nobody has. */
  #freeNumbers(shape: TableShape, image: RowImage): void {
    const id = image[shape.key] ?? null
    const [base, own] = [this.#row('base', shape, id), this.#row('main', shape, id)]
    if (base === null || own === null) return
    for (const column of countedOf(shape)) {
      if (base[column] === image[column] || base[column] !== own[column]) continue
      this.#freed += 1
      try {
        this.#db
          .prepare(
            `UPDATE main.${quoted(shape.name)} SET ${quoted(column)} = ? WHERE ${quoted(shape.key)} = ?`,
          )
          .run(-1_000_000 - this.#freed, id)
        this.#before.set(`${shape.name} ${id}`, own)
      } catch (thrown) {
        if (!isRefusal(thrown)) throw thrown
      }
    }
  }

  #withFreeNumbers(shape: TableShape, id: Cell, row: RowImage): RowImage {
    let image = row
    for (const columns of shape.uniques) {
      const counted = columns.at(-1) ?? ''
      if (!isCounted(shape, columns)) continue
      const twin = this.#twin(shape, columns, image)
      if (twin !== null && twin[shape.key] !== id)
        image = { ...image, [counted]: this.#nextNumber(shape, columns.slice(0, -1), counted, image) }
    }
    return image
  }

  /** A row that both desks added under two ids is one thing here. */
  #withOurIds(shape: TableShape, row: RowImage): RowImage {
    const image: Record<string, Cell> = { ...row }
    for (const [column, parent] of shape.foreign) {
      const ours = this.#same.get(parent)?.get(row[column] ?? null)
      if (ours !== undefined) image[column] = ours
    }
    return image
  }

  #sameTable(table: string): Map<Cell, Cell> {
    const known = this.#same.get(table) ?? new Map<Cell, Cell>()
    this.#same.set(table, known)
    return known
  }

  #twin(shape: TableShape, columns: readonly string[], row: RowImage): RowImage | null {
    // Nothing is like another in what is not said.
    if (columns.some((column) => row[column] === null)) return null
    const where = columns.map((column) => `${quoted(column)} = ?`).join(' AND ')
    const twin = this.#db
      .prepare(`SELECT * FROM main.${quoted(shape.name)} WHERE ${where}`)
      .get(...columns.map((column) => row[column] ?? null))
    return (twin as RowImage | undefined) ?? null
  }

  #nextNumber({ name }: TableShape, within: readonly string[], counted: string, row: RowImage): number {
    const where = within.map((column) => `${quoted(column)} = ?`).join(' AND ')
    const values = within.map((column) => row[column] ?? null)
    const highest = (schema: string) =>
      Number(
        this.#db
          .prepare(`SELECT max(${quoted(counted)}) FROM ${schema}.${quoted(name)} WHERE ${where}`)
          .pluck()
          .get(...values) ?? 0,
      )
    return Math.max(highest('main'), highest('theirs')) + 1
  }

  /** Where the other desk approved minutes, what was changed here in what approval locks gives way to what was approved. */
  #giveWayToEncrypted(): void {
    if (!this.#hasBase) return
    const approved = new Set(
      this.#db
        .prepare('SELECT id FROM theirs.approval EXCEPT SELECT id FROM main.approval')
        .pluck()
        .all() as string[],
    )
    if (approved.size === 0) return
    const locked = this.#db
      .prepare(
        `SELECT DISTINCT tbl_name FROM main.sqlite_schema WHERE type = 'trigger' AND name LIKE '%\\_sealed\\_update' ESCAPE '\\'`,
      )
      .pluck()
      .all() as string[]
    for (const shape of this.#shapes.filter(({ name }) => locked.includes(name)))
      for (const id of this.#idsOfOurChanges(shape)) this.#giveWay(shape, id, approved)
  }

  #idsOfOurChanges({ name, key, columns }: TableShape): Cell[] {
    const list = columns.map(quoted).join(', ')
    const from = (schema: string) => `SELECT ${list} FROM ${schema}.${quoted(name)}`
    const ids = (one: string, other: string) =>
      this.#db
        .prepare(`SELECT ${quoted(key)} FROM (${from(one)} EXCEPT ${from(other)})`)
        .pluck()
        .all() as Cell[]
    return [...new Set([...ids('main', 'base'), ...ids('base', 'main')])]
  }

  #giveWay(shape: TableShape, id: Cell, approved: ReadonlySet<string>): void {
    const [base, ours, theirs] = (['base', 'main', 'theirs'] as const).map((schema) =>
      this.#row(schema, shape, id),
    )
    const known = ours ?? base ?? null
    if (known === null || !approved.has(this.#words.meetingOf(shape.name, known) ?? '')) return
    if (saysTheSame(ours ?? null, theirs ?? null)) return
    const sides = { base: base ?? null, ours: ours ?? null, theirs: theirs ?? null }
    const fields = ours && theirs ? changedFields(ours, theirs) : [WHOLE_ROW]
    for (const field of fields) this.#ask(shape, id, field, sides, 'theirs')
    this.#put(shape, id, sides.ours, sides.theirs)
  }

  /** A row that the other desk removed and this one built on (or the reverse) comes back. */
  #putBackParents(): void {
    for (let round = 0; round < 10; round += 1) {
      const missing = this.#missingParents()
      if (missing.length === 0) return
      for (const { shape, id } of missing) {
        const row = this.#row('base', shape, id) ?? this.#row('theirs', shape, id)
        if (row === null) throw new Error(`${shape.name} ${String(id)} is nowhere`)
        this.#write(shape, id, null, row, 'kept')
      }
    }
  }

  #missingParents(): { shape: TableShape; id: Cell }[] {
    const broken = this.#db.pragma('main.foreign_key_check') as {
      table: string
      rowid: number
      parent: string
    }[]
    const missing = new Map<string, { shape: TableShape; id: Cell }>()
    for (const { table, rowid, parent } of broken) {
      const shape = this.#shapes.find(({ name }) => name === parent)
      const child = this.#shapes.find(({ name }) => name === table)
      if (shape === undefined || child === undefined) continue
      const row = this.#db
        .prepare(`SELECT * FROM main.${quoted(table)} WHERE rowid = ?`)
        .get(rowid) as RowImage
      for (const [column, above] of child.foreign) {
        const id = row[column] ?? null
        if (above === parent && id !== null && this.#row('main', shape, id) === null)
          missing.set(`${parent} ${id}`, { shape, id })
      }
    }
    return [...missing.values()]
  }

  #ask(
    shape: TableShape,
    id: Cell,
    field: string,
    sides: { base: RowImage | null; ours: RowImage | null; theirs: RowImage | null },
    settled: Side | null,
  ): void {
    const named = sides.ours ?? sides.theirs ?? sides.base
    const say = (row: RowImage | null) =>
      row === null
        ? null
        : field === WHOLE_ROW
          ? this.#words.title(shape.name, row)
          : this.#words.words(shape.name, field, row[field] ?? null)
    this.#differences.push({
      key: keyOf(shape, id, field),
      table: shape.name,
      field,
      meetingId: named === null ? null : this.#words.meetingOf(shape.name, named),
      title: named === null ? '' : this.#words.title(shape.name, named),
      base: say(sides.base),
      ours: say(sides.ours),
      theirs: say(sides.theirs),
      settled,
    })
  }
}

function isRefusal(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false
  const code = 'code' in thrown ? String(thrown.code) : ''
  return thrown.message === 'sealed' || code === 'SQLITE_CONSTRAINT_UNIQUE'
}

/** Whether the last of these columns only counts rows within the others. */
function isCounted({ numbers, foreign }: TableShape, columns: readonly string[]): boolean {
  const counted = columns.at(-1) ?? ''
  return columns.length > 1 && numbers.has(counted) && !foreign.has(counted)
}

function countedOf(shape: TableShape): string[] {
  return shape.uniques.flatMap((columns) => (isCounted(shape, columns) ? [columns.at(-1) ?? ''] : []))
}

function keyOf({ name }: TableShape, id: Cell, field: string): string {
  return `${name} ${String(id)} ${field}`
}
