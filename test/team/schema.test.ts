import { afterAll, beforeAll, expect, it } from 'vitest'
import { columnsOf, literal } from '../../electron/db/columns.ts'
import { emptyDesk, teamTables } from '../../electron/db/postgres/schema.ts'
import {
  AnyRichText,
  emptyRichText,
  plainText,
  type RichBlock,
  type RichText,
} from '../../electron/domain/text/rich-text.ts'
import { startServer, type TestServer } from './server.ts'

let server: TestServer
let base: string
beforeAll(async () => {
  server = await startServer()
  base = (await server.newBase()).database
})
afterAll(() => server.stop())

const desk = emptyDesk()
afterAll(() => desk.close())
const tables = teamTables(desk)

const inBase = <T extends Record<string, unknown>>(sql: string) => server.query<T>(base, sql)
const sorted = <T>(rows: readonly T[]) => rows.map((row) => JSON.stringify(row)).sort()

it('has each column of a desk: its type, whether it may be empty, and what it is by default', async () => {
  const rows = await inBase<{
    table: string
    column: string
    type: string
    isNull: string
    byDefault: string | null
  }>(
    `SELECT table_name AS "table", column_name AS "column", data_type AS type, is_nullable AS "isNull",
       column_default AS "byDefault" FROM information_schema.columns WHERE table_schema = 'inp'`,
  )
  const own = tables.flatMap((table) =>
    (
      desk.pragma(`table_info(${table})`) as {
        name: string
        type: string
        notnull: number
        pk: number
        dflt_value: string | null
      }[]
    ).map(({ name, type, notnull, pk, dflt_value }) => ({
      table,
      column: name,
      type: type === 'INTEGER' ? 'bigint' : type.toLowerCase(),
      isNull: notnull === 1 || pk > 0 ? 'NO' : 'YES',
      byDefault: dflt_value,
    })),
  )
  const there = rows
    .filter(({ table }) => tables.includes(table))
    // What the engine notes by itself of who made an entry, and took it back.
    .filter(
      ({ table, column }) =>
        !(table === 'journal_entry' && /^(made_(in|on|by|at)|restated_(in|on))$/.test(column)),
    )
    .map((row) => ({ ...row, byDefault: row.byDefault?.replace(/::\w+$/u, '') ?? null }))
  expect(sorted(there)).toEqual(sorted(own))
})

it('takes of a rich text the words that a desk takes', async () => {
  const paragraph = (...texts: string[]): RichBlock => ({
    type: 'paragraph',
    content: texts.map((text, at) =>
      at === 1 ? { type: 'text', text, marks: [{ type: 'bold' }] } : { type: 'text', text },
    ),
  })
  const picture = {
    sha256: '0'.repeat(64),
    mediaType: 'image/png',
    width: 1,
    height: 1,
    alt: 'Carte',
  } as const
  const item = (...content: RichBlock[]) => ({ type: 'listItem', content }) as const
  const text: RichText = {
    type: 'doc',
    content: [
      paragraph('Mme Mar', 'chenoir', ' parle.'),
      { type: 'paragraph' },
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }],
      },
      { type: 'image', attrs: picture },
      {
        type: 'bulletList',
        content: [item(paragraph('un'), { type: 'blockquote', content: [paragraph('deux')] })],
      },
      { type: 'orderedList', content: [item(paragraph('trois')), item(paragraph('quatre'))] },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableHeader', content: [paragraph('x'), paragraph('y')] },
              { type: 'tableCell', content: [paragraph('z')] },
            ],
          },
        ],
      },
    ],
  }
  for (const one of [text, emptyRichText]) {
    const json = literal(JSON.stringify(AnyRichText.parse(one)))
    expect(await inBase(`SELECT inp.rich_words(${json}) AS words`)).toEqual([{ words: plainText(one) }])
  }
})

it('compares texts by their signs alone', async () => {
  const others = await inBase(
    `SELECT table_name, column_name FROM information_schema.columns
     WHERE table_schema = 'inp' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'`,
  )
  expect(others).toEqual([])
})

it('has each key of a desk to another row, and what becomes of the row when that one goes', async () => {
  const rows = await inBase<{ table: string; column: string; to: string; gone: string }>(
    `SELECT c.conrelid::regclass::text AS "table", a.attname AS "column", c.confrelid::regclass::text AS "to",
       CASE c.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'a' THEN 'NO ACTION' ELSE c.confdeltype::text END AS gone
     FROM pg_constraint AS c JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.contype = 'f' AND c.connamespace = 'inp'::regnamespace`,
  )
  const own = tables.flatMap((table) =>
    (desk.pragma(`foreign_key_list(${table})`) as { from: string; table: string; on_delete: string }[]).map(
      ({ from, table: to, on_delete }) => ({ table, column: from, to, gone: on_delete }),
    ),
  )
  const plain = rows.map((row) => ({
    ...row,
    table: row.table.replace('inp.', ''),
    to: row.to.replace('inp.', ''),
  }))
  expect(sorted(plain)).toEqual(sorted(own))
})

it('has each index of a desk, and holds apart what that holds apart', async () => {
  const rows = await inBase<{ name: string; isUnique: boolean }>(
    `SELECT i.relname AS name, x.indisunique AS "isUnique" FROM pg_index AS x JOIN pg_class AS i ON i.oid = x.indexrelid
     JOIN pg_class AS t ON t.oid = x.indrelid WHERE t.relnamespace = 'inp'::regnamespace`,
  )
  const named = desk
    .prepare(`SELECT name, tbl_name AS "table" FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`)
    .all() as { name: string; table: string }[]
  const expected = named.filter(({ table }) => tables.includes(table)).map(({ name }) => name)
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(expected))
  const uniqueThere = rows.filter(({ name, isUnique }) => isUnique && !/^(search|team)_/.test(name)).length
  const uniqueHere = tables.reduce((sum, table) => {
    const list = desk.pragma(`index_list(${table})`) as { unique: number; origin: string }[]
    const isRowid = !list.some(({ origin }) => origin === 'pk')
    return sum + list.filter(({ unique }) => unique === 1).length + (isRowid ? 1 : 0)
  }, 0)
  expect(uniqueThere).toBe(uniqueHere)
})

it('refuses what a desk refuses, by each check and each seal', async () => {
  const checks = await inBase<{ count: string }>(
    `SELECT count(*) AS count FROM pg_constraint WHERE contype = 'c' AND connamespace = 'inp'::regnamespace
       AND conrelid <> 'inp.team_change'::regclass`,
  )
  const declared = desk
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL`)
    .all() as { name: string; sql: string }[]
  const own = declared
    .filter(({ name }) => tables.includes(name))
    .reduce((sum, { sql }) => sum + (sql.match(/\bCHECK\s*\(/gu)?.length ?? 0), 0)
  expect(Number(checks[0]?.count)).toBe(own)
  const seals = await inBase<{ name: string }>(
    `SELECT tgname AS name FROM pg_trigger WHERE tgname ~ '_(sealed|kept)_' AND NOT tgisinternal`,
  )
  const ownSeals = desk
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%RAISE(ABORT%'`)
    .pluck()
    .all() as string[]
  expect(seals.map(({ name }) => name).sort()).toEqual([...ownSeals].sort())
})

it('holds what a fresh desk holds', async () => {
  for (const table of tables) {
    const columns = columnsOf(desk, table)
    const list = columns.map((column) => `"${column}"::text`).join(', ')
    const there = await inBase(`SELECT ${list} FROM inp."${table}"`)
    const here = desk
      .prepare(
        `SELECT ${columns.map((column) => `CAST("${column}" AS TEXT) AS "${column}"`).join(', ')} FROM "${table}"`,
      )
      .all() as Record<string, unknown>[]
    expect(sorted(there), table).toEqual(sorted(here))
  }
})

it('is missed where it is not whole: a column, a key, a seal taken out are seen', async () => {
  const seen = async (sql: string, ask: string, expected: number) => {
    const before = await inBase(ask)
    await inBase(sql)
    expect((await inBase(ask)).length - before.length).toBe(expected)
  }
  await seen(
    'ALTER TABLE inp.college DROP COLUMN protocol_order',
    `SELECT 1 FROM information_schema.columns WHERE table_schema = 'inp'`,
    -1,
  )
  await seen(
    'DROP TRIGGER decision_sealed_update ON inp.decision',
    `SELECT 1 FROM pg_trigger WHERE tgname ~ '_sealed_'`,
    -1,
  )
})
