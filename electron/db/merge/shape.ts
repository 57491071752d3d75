import type { Database } from 'better-sqlite3'
import { columnsOf, quoted } from '../columns.ts'
import { tablesOf } from '../stored-tables.ts'

export type TableShape = {
  readonly name: string
  /** The one column that identifies a row. */
  readonly key: string
  readonly columns: readonly string[]
  /** Column → table that it refers to. */
  readonly foreign: ReadonlyMap<string, string>
  /** Sets of columns that no two rows may share, the key apart. */
  readonly uniques: readonly (readonly string[])[]
  /** Columns of whole numbers. */
  readonly numbers: ReadonlySet<string>
}

/** Its presence locks what was approved: it comes when all the rest is in place. */
const LAST = 'approval'

/** Every table with rows to merge. */
export function tableShapes(db: Database): TableShape[] {
  const shapes = tablesOf(db, 'merge').flatMap((name) => shapeOf(db, name))
  return parentsFirst(shapes)
}

function shapeOf(db: Database, name: string): TableShape[] {
  const info = db.pragma(`main.table_info(${quoted(name)})`) as { name: string; type: string; pk: number }[]
  const keys = info.filter(({ pk }) => pk > 0)
  const [key] = keys
  if (key === undefined || keys.length > 1) throw new Error(`${name} has no key of one column`)
  const references = db.pragma(`main.foreign_key_list(${quoted(name)})`) as { from: string; table: string }[]
  const indexes = db.pragma(`main.index_list(${quoted(name)})`) as {
    name: string
    unique: number
    origin: string
  }[]
  const uniques = indexes
    .filter(({ unique, origin }) => unique === 1 && origin !== 'pk')
    .map((index) =>
      (db.pragma(`main.index_info(${quoted(index.name)})`) as { name: string | null }[]).map(
        (one) => one.name,
      ),
    )
  return [
    {
      name,
      key: key.name,
      columns: columnsOf(db, name),
      foreign: new Map(references.map(({ from, table }) => [from, table])),
      // An index over an expression names no columns: its rows are compared when they are written.
      uniques: uniques.flatMap((columns) => (columns.every((one) => one !== null) ? [columns] : [])),
      numbers: new Set(info.filter(({ type }) => type === 'INTEGER').map((column) => column.name)),
    },
  ]
}

function parentsFirst(shapes: readonly TableShape[]): TableShape[] {
  const byName = new Map(shapes.map((shape) => [shape.name, shape]))
  const placed = new Set<string>()
  const ordered: TableShape[] = []
  const place = (shape: TableShape, above: ReadonlySet<string>): void => {
    if (placed.has(shape.name) || above.has(shape.name)) return
    for (const parent of shape.foreign.values()) {
      const found = byName.get(parent)
      if (found !== undefined) place(found, new Set([...above, shape.name]))
    }
    placed.add(shape.name)
    ordered.push(shape)
  }
  for (const shape of shapes) if (shape.name !== LAST) place(shape, new Set())
  for (const shape of shapes) place(shape, new Set())
  return ordered
}
