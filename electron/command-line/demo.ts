import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../contract/errors.ts'
import { DATABASE_NAME, openData } from '../db/open.ts'
import { demoRows } from '../features/settings/sample/demo.ts'
import { insertDemo } from '../features/settings/sample/insert.ts'
import type { Command } from './arguments.ts'

/** Date on which the demo ends when none is given: fixed, so that a seed always gives the same content. */
const DEMO_END = '2026-11-24'

/** Refused on a folder that already holds data. */
export async function makeDemo({ data, years, seed, end, json }: Command): Promise<number> {
  if (existsSync(join(data, DATABASE_NAME))) throw new AppError('state-refuses', { field: 'data' })
  const rows = demoRows({ seed, years, end: end ?? DEMO_END })
  const open = await openData(data, {
    beforeMigration: async () => undefined,
    slow: () => undefined,
    clock: () => new Date(),
  })
  try {
    await open.db.transaction().execute((tx) => insertDemo(tx, rows))
  } finally {
    open.close()
  }
  const counts = Object.fromEntries(Object.entries(rows).map(([table, list]) => [table, list.length]))
  if (json) process.stdout.write(`${JSON.stringify(counts)}\n`)
  else process.stderr.write(`${rows.meeting.length} séances d’exemple créées dans ${data}.\n`)
  return 0
}
