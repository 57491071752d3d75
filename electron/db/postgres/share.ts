// All that a desk holds goes to the base of its team, and comes back: files first, one by one, so that what arrived is there
// when it is begun again; then every row at once, compared before it counts.
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { AppError } from '../../contract/errors.ts'
import { storedHashes } from '../files/stored-hashes.ts'
import { openData } from '../open.ts'
import { DATABASE_NAME, DATABASE_SUFFIXES } from '../replace.ts'
import { beginWriting } from './address.ts'
import { giveRows, isUnwritten, rowsIn, takeRows } from './carry.ts'
import { wasCommitted } from './feed.ts'
import { isAwayError } from './line.ts'
import type { OpenTeam } from './open.ts'
import { roleOf } from './rights.ts'

/** How far it is; throws to give up. */
export type Step = (done: number, total: number) => void
/** `missing`: files without which something could not be opened, and which neither side has. */
export type Carried = { readonly rows: number; readonly files: number; readonly missing: number }

/** @throws AppError `team-there` when somebody has written there, `team-perhaps-done` when nobody knows */
export async function giveDesk(
  { line, files }: OpenTeam,
  desk: Database.Database,
  step: Step,
): Promise<Carried> {
  if (!(await isUnwritten(line))) throw new AppError('team-there')
  const { needed, mentioned } = storedHashes(desk)
  const hashes = [...new Set([...needed, ...mentioned])]
  const there = await files.giveAll(hashes, step)
  const act = randomUUID()
  let given: Carried | null = null
  await line.query(beginWriting)
  try {
    const carried = await giveRows(line, desk, step)
    await line.query('INSERT INTO team_change (act, written) VALUES ($1, $2)', [
      act,
      JSON.stringify(carried.map(({ table }) => [table, null])),
    ])
    given = {
      rows: rowsIn(carried),
      files: hashes.filter((hash) => there.has(hash)).length,
      missing: needed.filter((hash) => !there.has(hash)).length,
    }
    await line.query('COMMIT')
    return given
  } catch (thrown) {
    await line.query('ROLLBACK').catch(() => undefined)
    // Cut while it was answered: whether it was done is looked up.
    if (given !== null && isAwayError(thrown) && (await wasCommitted(line, act))) return given
    throw thrown
  }
}

/**
 * The data of a team as those of a desk, in a folder that holds none; its files go into the store of the team's desk.
 * @param mayLack takes what an account is shown that only reads, to be read
 * @throws AppError `team-not-allowed` for such an account, `data-there`
 */
export async function takeTeam(
  { line, files }: OpenTeam,
  into: string,
  { now, step, mayLack = false }: { now: Date; step: Step; mayLack?: boolean },
): Promise<Carried> {
  const role = await roleOf(line)
  if ((role === null || role === 'lecture') && !mayLack) throw new AppError('team-not-allowed')
  const parts = DATABASE_SUFFIXES.map((suffix) => join(into, `${DATABASE_NAME}${suffix}`))
  if (parts.some((path) => existsSync(path))) throw new AppError('data-there')
  await line.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    // The files first: rows that are there say that everything is.
    const missing = await files.missing()
    let taken = 0
    for (const [at, hash] of missing.entries()) {
      step(at, missing.length)
      if (await files.take(hash, now, (work) => work())) taken += 1
    }
    const desk = await openData(into, {
      beforeMigration: async () => undefined,
      slow: () => undefined,
      clock: () => now,
      mayStartEmpty: true,
    })
    let isWhole = false
    try {
      const carried = await takeRows(line, desk.sqlite, step)
      const lacking = mayLack ? [] : await files.lacking(storedHashes(desk.sqlite).needed)
      isWhole = true
      return { rows: rowsIn(carried), files: taken, missing: lacking.length }
    } finally {
      desk.close()
      // An empty desk would look like data that were lost.
      if (!isWhole) for (const path of parts) await rm(path, { force: true })
    }
  } finally {
    await line.query('ROLLBACK').catch(() => undefined)
  }
}
