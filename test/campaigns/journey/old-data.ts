import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { migrations } from '../../../electron/db/migrations/index.ts'
import { DATABASE_NAME } from '../../../electron/db/open.ts'

export const OLD_MEETING = 'Séance d’une version ancienne'
export const OLD_ITEMS = ['Un point ancien', 'Un autre point ancien']

export function writeOldData(dataFolder: string): void {
  mkdirSync(dataFolder, { recursive: true })
  const db = new Database(join(dataFolder, DATABASE_NAME))
  db.exec(migrations[0] ?? '')
  const insert = (table: string, row: Record<string, string | number | null>) => {
    // A table's other columns: the empty value of their type.
    const columns = db.pragma(`table_info(${table})`) as {
      name: string
      type: string
      notnull: number
      dflt_value: string | null
    }[]
    const whole = Object.fromEntries(
      columns
        .filter(({ name, notnull, dflt_value }) => name in row || (notnull === 1 && dflt_value === null))
        .map(({ name, type }) => [name, row[name] ?? (type === 'INTEGER' ? 0 : '')]),
    )
    const names = Object.keys(whole)
    db.prepare(`INSERT INTO ${table} (${names}) VALUES (${names.map((name) => `@${name}`)})`).run(whole)
  }
  const id = (rank: number) => `01900000-0000-7000-8000-${String(rank).padStart(12, '0')}`
  insert('meeting', {
    id: id(1),
    version: 1,
    title: OLD_MEETING,
    date: '2025-03-13',
    start_time: '14:00',
    mode: 'visio',
    state: 'planned',
  })
  for (const [rank, title] of OLD_ITEMS.entries())
    insert('agenda_item', {
      id: id(2 + rank),
      version: 1,
      meeting_id: id(1),
      title,
      position: rank,
      kind: 'item',
    })
  db.pragma('user_version = 1')
  db.close()
}
