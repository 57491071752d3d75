// Carries all the data of a desk over to the base of its team, and back: every row as it is, in one transaction, compared
// before it counts. Stopped or cut, nothing of it is there.
import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { AppError } from '../../contract/errors.ts'
import { columnsOf, quoted } from '../columns.ts'
import type { Line } from './line.ts'
import { teamTables } from './schema.ts'
import { withoutNul } from './without-nul.ts'

type Row = Readonly<Record<string, string | number | null>>
type Step = (done: number, total: number) => void

/** Rows of one statement. */
const AT_ONCE = 500

/** Rows of what is sealed come before their seal, which lets none come after. */
const inOrder = (tables: readonly string[]): string[] => [
  ...tables.filter((table) => table !== 'approval'),
  ...tables.filter((table) => table === 'approval'),
]

/** What carrying needs of a line: it is given within a transaction. */
export type Statements = Pick<Line, 'query'>

const rowsGiven = (table: string) =>
  `INSERT INTO ${quoted(table)} SELECT * FROM json_populate_recordset(NULL::${quoted(table)}, $1::json)`

/** The statements of carrying over, for whoever wants to read them first; `$1` is some hundred rows as JSON. */
export const giving = (desk: Database.Database): string[] => {
  const tables = inOrder(teamTables(desk))
  return [
    'SET CONSTRAINTS ALL DEFERRED',
    ...tables.map((table) => `DELETE FROM ${quoted(table)}`),
    ...tables.map(rowsGiven),
    'SELECT count_on()',
  ]
}

/** Those of carrying back; each `FETCH` is run until there are no more rows. */
export const taking = (desk: Database.Database): string[] =>
  inOrder(teamTables(desk)).flatMap((table) => [opened(table), fetched, closed])

/** Rows come some at a time: the server answers each time, however many there are. */
const PAGE = 2000
const opened = (table: string) => `DECLARE carried NO SCROLL CURSOR FOR SELECT * FROM ${quoted(table)}`
const fetched = `FETCH ${PAGE} FROM carried`
const closed = 'CLOSE carried'

/** The rows that a desk holds, table by table. */
export type Carried = { readonly table: string; readonly rows: number }[]

export const rowsIn = (carried: Carried): number => carried.reduce((sum, { rows }) => sum + rows, 0)

/**
 * Within a transaction: gives a base, in which nobody has written yet, all the rows of a desk.
 * @throws AppError `team-there` when somebody has, `data-damaged` when a row did not arrive as it is
 */
export async function giveRows(line: Statements, desk: Database.Database, step: Step): Promise<Carried> {
  const tables = inOrder(teamTables(desk))
  if (!(await isUnwritten(line))) throw new AppError('team-there')
  await line.query('SET CONSTRAINTS ALL DEFERRED')
  // What a fresh base holds is what a fresh desk holds: the desk has its own by now.
  for (const table of tables) await line.query(`DELETE FROM ${quoted(table)}`)
  const carried: Carried = []
  for (const [at, table] of tables.entries()) {
    step(at, tables.length)
    const rows = rowsToGive(desk, table)
    for (let from = 0; from < rows.length; from += AT_ONCE)
      await line.query(rowsGiven(table), [JSON.stringify(rows.slice(from, from + AT_ONCE))])
    carried.push({ table, rows: rows.length })
  }
  await line.query('SELECT count_on()')
  for (const table of tables)
    if (
      sumOf(columnsOf(desk, table), rowsToGive(desk, table)) !==
      sumOf(columnsOf(desk, table), await rowsOfTeam(line, table))
    )
      throw new AppError('data-damaged', { message: `${table} did not arrive as it is` })
  step(tables.length, tables.length)
  return carried
}

/** Whether nobody has written in a base yet. */
export async function isUnwritten(line: Statements): Promise<boolean> {
  const { rows } = await line.query('SELECT 1 FROM journal_entry UNION ALL SELECT 1 FROM meeting LIMIT 1')
  return rows.length === 0
}

/**
 * Fills a fresh database of a desk with all the rows of a base.
 * @throws AppError `data-damaged` when a row did not arrive as it is
 */
export async function takeRows(line: Statements, desk: Database.Database, step: Step): Promise<Carried> {
  const tables = inOrder(teamTables(desk))
  const carried: Carried = []
  // The base keeps them; who only reads there does not see all that rows speak of.
  const areKept = desk.pragma('foreign_keys', { simple: true })
  desk.pragma('foreign_keys = OFF')
  desk.exec('BEGIN IMMEDIATE')
  try {
    for (const table of tables) desk.prepare(`DELETE FROM ${quoted(table)}`).run()
    for (const [at, table] of tables.entries()) {
      step(at, tables.length)
      const columns = columnsOf(desk, table)
      const rows = await rowsOfTeam(line, table)
      const insert = desk.prepare(
        `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      )
      for (const row of rows) insert.run(...columns.map((column) => row[column] ?? null))
      if (sumOf(columns, rowsOfDesk(desk, table)) !== sumOf(columns, rows))
        throw new AppError('data-damaged', { message: `${table} did not arrive as it is` })
      carried.push({ table, rows: rows.length })
    }
    desk.exec('COMMIT')
  } catch (thrown) {
    if (desk.inTransaction) desk.exec('ROLLBACK')
    throw thrown
  } finally {
    desk.pragma(`foreign_keys = ${areKept === 1 ? 'ON' : 'OFF'}`)
  }
  step(tables.length, tables.length)
  return carried
}

const rowsOfDesk = (desk: Database.Database, table: string): Row[] =>
  desk.prepare(`SELECT * FROM ${quoted(table)}`).all() as Row[]

function rowsToGive(desk: Database.Database, table: string): Row[] {
  return rowsOfDesk(desk, table).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [
        column,
        typeof value === 'string' ? withoutNul(value) : value,
      ]),
    ),
  )
}

async function rowsOfTeam(line: Statements, table: string): Promise<Row[]> {
  const all: Row[] = []
  await line.query(opened(table))
  for (let isLast = false; !isLast; ) {
    const { rows } = await line.query<Record<string, string | number | null>>(fetched)
    for (const row of rows) all.push(row)
    isLast = rows.length < PAGE
  }
  await line.query(closed)
  return all
}

/** Of all rows, whatever their order. */
function sumOf(columns: readonly string[], rows: readonly Row[]): string {
  const sums = rows.map((row) =>
    createHash('sha256')
      .update(JSON.stringify(columns.map((column) => row[column] ?? null)))
      .digest('hex'),
  )
  return createHash('sha256').update(sums.sort().join()).digest('hex')
}
