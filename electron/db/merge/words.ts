import type { Database } from 'better-sqlite3'
import type { Cell, RowImage } from '../../domain/text/three-way.ts'
import { quoted } from '../columns.ts'
import { ownTitle, plainWords } from '../row-titles.ts'
import type { TableShape } from './shape.ts'

export class RowWords {
  readonly #db: Database
  readonly #shapes: ReadonlyMap<string, TableShape>

  readonly #schemas: readonly ('main' | 'theirs' | 'base')[]

  constructor(db: Database, shapes: readonly TableShape[], hasBase: boolean) {
    this.#schemas = hasBase ? ['main', 'theirs', 'base'] : ['main', 'theirs']
    this.#db = db
    this.#shapes = new Map(shapes.map((shape) => [shape.name, shape]))
  }

  /** A row of any of the three versions, newest known first; null when none has it. */
  find(table: string, id: Cell): RowImage | null {
    const shape = this.#shapes.get(table)
    if (shape === undefined || id === null) return null
    for (const schema of this.#schemas) {
      const row = this.#db
        .prepare(`SELECT * FROM ${schema}.${quoted(table)} WHERE ${quoted(shape.key)} = ?`)
        .get(id)
      if (row !== undefined) return row as RowImage
    }
    return null
  }

  /** The meeting that a row is of, its own or through what it belongs to; null when it is of none. */
  meetingOf(table: string, row: RowImage, depth = 3): string | null {
    if (table === 'meeting') return String(row.id)
    if (typeof row.meeting_id === 'string') return row.meeting_id
    if (depth === 0) return null
    for (const [column, parent] of this.#shapes.get(table)?.foreign ?? []) {
      const above = this.find(parent, row[column] ?? null)
      const meetingId = above === null ? null : this.meetingOf(parent, above, depth - 1)
      if (meetingId !== null) return meetingId
    }
    return null
  }

  /** The name of the row, else of the row it belongs to. */
  title(table: string, row: RowImage, depth = 2): string {
    const own = ownTitle(table, row)
    if (own !== '') return own
    if (depth === 0) return ''
    for (const [column, parent] of this.#shapes.get(table)?.foreign ?? []) {
      const above = this.find(parent, row[column] ?? null)
      const title = above === null ? '' : this.title(parent, above, depth - 1)
      if (title !== '') return title
    }
    return ''
  }

  /** A field in words: the name of what it refers to, the words of a rich text, else the value itself. */
  words(table: string, column: string, value: Cell): string {
    if (value === null) return ''
    const parent = this.#shapes.get(table)?.foreign.get(column)
    if (parent !== undefined) {
      const above = this.find(parent, value)
      return above === null ? '' : this.title(parent, above)
    }
    return plainWords(String(value))
  }
}
