import { copyFileSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BACKUP_FOLDER } from '../../electron/db/backups/name.ts'
import { checkDatabase } from '../../electron/db/copies/check.ts'
import { finishReading } from '../../electron/db/salvage/finish.ts'
import { prepareReading } from '../../electron/db/salvage/prepare.ts'
import { readTables } from '../../electron/db/salvage/read-tables.ts'
import { workFiles } from '../../electron/db/salvage/work-files.ts'
import type { Reading, ReadTable } from '../../electron/domain/data/recovery.ts'
import {
  copyWorld,
  DATABASE,
  damages,
  makeWorld,
  playLogIn,
  rowsOf,
  type World,
} from '../contract/damaged-world.ts'
import { dice } from './dice.ts'

type Rows = ReadonlyMap<string, ReadonlyMap<string, unknown>>

let world: World
let backup: string
let kept: Rows
beforeAll(async () => {
  world = await makeWorld()
  const folder = join(world.folder, BACKUP_FOLDER)
  const file = readdirSync(folder).find((name) => name.endsWith('.seances'))
  backup = join(folder, file ?? '')
  kept = rowsOf(backup)
})
afterAll(() => rmSync(world.folder, { recursive: true, force: true }))

function read(folder: string): Reading | null {
  const work = join(folder, 'recuperation')
  const prepared = prepareReading(folder, work, backup)
  if (prepared === null) return null
  const outcomes: ReadTable[] = []
  while (outcomes.length < prepared.tables.length)
    outcomes.push(...readTables(work, prepared.tables.slice(outcomes.length), prepared.suspects))
  return finishReading({ work, outcomes, ...prepared, backupAt: null, now: '2026-11-24T09:00:00.000Z' })
}

/**
 * Judges a reading, table by table.
 * @param mayAlter whether the damage may change a text without a trace, as a flipped bit does.
 */
function faults(reading: Reading, result: Rows, mayAlter: boolean): string[] {
  const found: string[] = []
  for (const [table, before] of world.rows) {
    const now = result.get(table) ?? new Map()
    const said = reading.tables.find((one) => one.table === table)
    const missing = [...before.keys()].filter((id) => !now.has(id))
    if (
      missing.length > 0 &&
      said?.accounted !== false &&
      missing.length > (said?.lost ?? 0) + (said?.orphans ?? 0)
    )
      found.push(`${table}: ${missing.length} rows gone, not counted`)
    if (mayAlter) continue
    for (const [id, row] of now) {
      if (!before.has(id)) {
        if (kept.get(table)?.has(id) !== true) found.push(`${table}: ${id} was never there`)
        continue
      }
      if (same(row, before.get(id)) || same(row, kept.get(table)?.get(id))) continue
      if ((said?.lost ?? 0) === 0) found.push(`${table}: ${id} is not what it was`)
    }
  }
  return found
}

/** The same, but for a reference that was let go because what it names is lost. */
function same(row: unknown, other: unknown): boolean {
  if (typeof other !== 'object' || other === null || typeof row !== 'object' || row === null) return false
  return Object.entries(row).every(([name, value]) => value === null || value === Reflect.get(other, name))
}

const seeds = [11, 23, 42]
const kinds = Object.keys(damages).filter((kind) => kind !== 'gone')

describe('whatever happened to the file', () => {
  it.each(kinds.flatMap((kind) => seeds.map((seed) => [kind, seed] as const)))('%s, %i', (kind, seed) => {
    const folder = copyWorld(world)
    try {
      playLogIn(folder)
      const roll = dice(seed)
      damages[kind]?.(folder, (below) => roll.below(below))
      const bytes = readFileSync(join(folder, DATABASE))
      const reading = read(folder)
      expect(readFileSync(join(folder, DATABASE)).equals(bytes)).toBe(true)
      if (reading === null) {
        expect(['zero length', 'another program’s database', 'no database at all', 'cut short']).toContain(
          kind,
        )
        return
      }
      const { result } = workFiles(join(folder, 'recuperation'))
      expect(checkDatabase(result).sound).toBe(true)
      const mayAlter = kind === 'flipped bits' || kind === 'pages of another place'
      expect(faults(reading, rowsOf(result), mayAlter)).toEqual([])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('a faulty ladder is noticed', () => {
  it('one that takes what it cannot read of a long text for the end of it', () => {
    const folder = copyWorld(world)
    playLogIn(folder)
    const roll = dice(11)
    damages['pages of zeros']?.(folder, (below) => roll.below(below))
    const reading = read(folder)
    if (reading === null) throw new Error('nothing was read')
    const { result } = workFiles(join(folder, 'recuperation'))
    const db = new Database(result)
    // The row's own page; the pages that follow are skipped.
    db.exec('UPDATE agenda_item SET note = substr(note, 1, 400) WHERE length(note) > 4000')
    db.close()
    expect(faults(reading, rowsOf(result), false).join()).toContain('is not what it was')
    rmSync(folder, { recursive: true, force: true })
  })

  it('one that leaves out the rows of what it cannot read', () => {
    const folder = copyWorld(world)
    playLogIn(folder)
    const reading = read(folder)
    if (reading === null) throw new Error('nothing was read')
    const { result } = workFiles(join(folder, 'recuperation'))
    const db = new Database(result)
    db.pragma('foreign_keys = OFF')
    db.exec('DELETE FROM agenda_item WHERE length(note) > 4000')
    db.close()
    expect(faults(reading, rowsOf(result), false).join()).toContain('not counted')
    rmSync(folder, { recursive: true, force: true })
  })

  it('one that puts the backup over the damaged file', () => {
    const folder = copyWorld(world)
    playLogIn(folder)
    damages['a first page of zeros']?.(folder, () => 0)
    const bytes = readFileSync(join(folder, DATABASE))
    copyFileSync(backup, join(folder, DATABASE))
    expect(statSync(join(folder, DATABASE)).size).toBeGreaterThan(0)
    expect(readFileSync(join(folder, DATABASE)).equals(bytes)).toBe(false)
    rmSync(folder, { recursive: true, force: true })
  })
})
