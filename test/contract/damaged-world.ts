import {
  closeSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { CoreEvent, Input, Method, Output } from '../../electron/contract/index.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { dataTables } from '../../electron/db/salvage/lend-schema.ts'
import { CoreOrRecovery } from '../../electron/features/backups/recovery/core-or-recovery.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { entryOf } from '../entry.ts'
import { openTestCore } from './open-core.ts'

export const DATABASE = 'seances.sqlite'
const PAGE = 4096

/** Longer than a page: its end lies on pages of its own. */
const longText = (seed: number) =>
  Array.from({ length: 400 }, (_, at) => `phrase ${seed}.${at} sur les échanges de données`).join(' ; ')

export type World = {
  /** Left by a process that died: the database, its log, backups, attachments. */
  folder: string
  /** Every row of every table as it was, by table and row number. */
  rows: ReadonlyMap<string, ReadonlyMap<string, unknown>>
}

/**
 * Two meetings, a backup, then more of everything: a third meeting, long texts, a change and a removal that only the
 * database and its log know.
 */
export async function makeWorld(): Promise<World> {
  const opened = await openTestCore()
  const folder = mkdtempSync(join(tmpdir(), 'seances-monde-'))
  try {
    await opened.ok('sample.load', {})
    await opened.ok('backups.make', {})
    for (let month = 1; month <= 6; month += 1) {
      const { id } = await opened.ok('meetings.create', {
        fields: { date: `2027-0${month}-14`, title: `Après la sauvegarde ${month}` },
        fromTemplate: true,
      })
      for (let rank = 0; rank < 4; rank += 1) {
        const items = await opened.ok('agenda.list', { meetingId: id })
        const last = items.items.at(-1)
        if (last === undefined) throw new Error('no item')
        await opened.ok('agenda.update', {
          id: last.id,
          version: last.version,
          patch: { note: longText(month * 10 + rank) },
        })
      }
      const bytes = new TextEncoder().encode(`pièce ${month}`)
      await opened.ok('attachments.add', {
        meetingId: id,
        itemId: null,
        file: { fileName: `${month}.txt`, bytes },
      })
    }
    // As a process that dies now leaves it: the last writes are in the log.
    cpSync(opened.folder, folder, {
      recursive: true,
      filter: (path) => !path.endsWith('.lock') && !path.endsWith('-shm'),
    })
  } finally {
    await opened.dispose()
  }
  return { folder, rows: rowsOf(join(folder, DATABASE)) }
}

/** Every row of a database, read from a copy so that nothing beside it changes. */
export function rowsOf(path: string): Map<string, Map<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'seances-lignes-'))
  try {
    for (const suffix of ['', '-wal'])
      if (existsSync(path + suffix)) cpSync(path + suffix, join(folder, `x${suffix}`))
    const db = new Database(join(folder, 'x'), nativeOptions())
    const rows = new Map(
      dataTables(db).map((table) => [
        table,
        new Map(
          (db.prepare(`SELECT rowid AS "#", * FROM "${table}"`).all() as Record<string, unknown>[]).map(
            (row) => {
              const { '#': number, ...values } = row
              return [String(values.id ?? number), values]
            },
          ),
        ),
      ]),
    )
    db.close()
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The world's files in a folder of their own, to be damaged. */
export function copyWorld({ folder }: World): string {
  const copy = mkdtempSync(join(tmpdir(), 'seances-endommage-'))
  cpSync(folder, copy, { recursive: true })
  return copy
}

/** Plays the log into the database, as a process that closes does: then there is one file to damage. */
export function playLogIn(folder: string): void {
  const db = new Database(join(folder, DATABASE), nativeOptions())
  db.pragma('journal_mode = DELETE')
  db.pragma('journal_mode = WAL')
  db.close()
}

export type Dice = (below: number) => number

/** A way in which the files of a database get damaged. */
export type Damage = (folder: string, dice: Dice) => void

const database = (folder: string) => join(folder, DATABASE)
const change = (folder: string, by: (bytes: Buffer) => void) => {
  const bytes = readFileSync(database(folder))
  by(bytes)
  writeFileSync(database(folder), bytes)
}
/** Some pages, never the first: that one is a damage of its own. */
const pages = (bytes: Buffer, dice: Dice, most: number) =>
  Array.from({ length: 1 + dice(most) }, () => 1 + dice(bytes.length / PAGE - 1))

export const damages: Readonly<Record<string, Damage>> = {
  'pages of zeros': (folder, dice) =>
    change(folder, (bytes) => {
      for (const page of pages(bytes, dice, 12)) bytes.fill(0, page * PAGE, (page + 1) * PAGE)
    }),
  'pages of noise': (folder, dice) =>
    change(folder, (bytes) => {
      for (const page of pages(bytes, dice, 12))
        for (let at = page * PAGE; at < (page + 1) * PAGE; at += 1) bytes[at] = dice(256)
    }),
  'pages of another place': (folder, dice) =>
    change(folder, (bytes) => {
      for (const page of pages(bytes, dice, 6)) {
        const other = 1 + dice(bytes.length / PAGE - 1)
        bytes.copy(bytes, page * PAGE, other * PAGE, (other + 1) * PAGE)
      }
    }),
  'flipped bits': (folder, dice) =>
    change(folder, (bytes) => {
      for (let flip = 0; flip < 200; flip += 1) {
        const at = dice(bytes.length)
        bytes[at] = (bytes[at] ?? 0) ^ (1 << dice(8))
      }
    }),
  'a first page of zeros': (folder) => change(folder, (bytes) => bytes.fill(0, 0, PAGE)),
  'a first page of noise': (folder, dice) =>
    change(folder, (bytes) => {
      for (let at = 0; at < PAGE; at += 1) bytes[at] = dice(256)
    }),
  'cut short': (folder, dice) => {
    const { size } = statSync(database(folder))
    truncateSync(database(folder), Math.floor((size * (10 + dice(85))) / 100))
  },
  'zero length': (folder) => {
    truncateSync(database(folder), 0)
    rmSync(`${database(folder)}-wal`, { force: true })
  },
  'another program’s database': (folder) => {
    for (const suffix of ['', '-wal']) rmSync(`${database(folder)}${suffix}`, { force: true })
    const db = new Database(database(folder), nativeOptions())
    db.exec("CREATE TABLE recipe (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO recipe VALUES (1, 'tarte')")
    db.close()
  },
  'no database at all': (folder) => writeFileSync(database(folder), 'PK\u0003\u0004 autre chose'.repeat(900)),
  gone: (folder) => {
    for (const suffix of ['', '-wal']) rmSync(`${database(folder)}${suffix}`, { force: true })
  },
}

/** Zeros over every leaf of a table, through the file itself, while others may have it open. */
export function destroyPagesOf(folder: string, table: string): void {
  const db = new Database(database(folder), { ...nativeOptions(), readonly: true })
  const leaves = db
    .prepare(`SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'`)
    .pluck()
    .all(table) as number[]
  db.close()
  const file = openSync(database(folder), 'r+')
  for (const page of leaves) writeSync(file, new Uint8Array(PAGE), 0, PAGE, (page - 1) * PAGE)
  closeSync(file)
}

/** One bit of some words as they lie in the rows of a table, changed in the file as a disk does. */
export function flipBitIn(folder: string, table: string, words: string): void {
  const db = new Database(database(folder), { ...nativeOptions(), readonly: true })
  const pages = db.prepare('SELECT pageno FROM dbstat WHERE name = ?').pluck().all(table) as number[]
  db.close()
  change(folder, (bytes) => {
    for (const page of pages) {
      const at = bytes.subarray((page - 1) * PAGE, page * PAGE).indexOf(words)
      if (at < 0) continue
      bytes[(page - 1) * PAGE + at] = (bytes[(page - 1) * PAGE + at] ?? 0) ^ 1
      return
    }
    throw new Error(`no row of ${table} says ${words}`)
  })
}

/** A core or what stands in for it, with real jobs. */
export type Recovering = {
  desk: CoreOrRecovery
  events: CoreEvent[]
  log: string[]
  ok<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
  close(): Promise<void>
}

export async function openRecovering(folder: string, now?: () => Date): Promise<Recovering> {
  const jobs = forkRunner(entryOf('job'))
  const events: CoreEvent[] = []
  const log: string[] = []
  const desk = await CoreOrRecovery.open({
    dataFolder: folder,
    who: 'essai',
    runJob: jobs.run,
    emit: (event) => events.push(event),
    log: (line, thrown) => log.push(`${line} ${thrown instanceof Error ? thrown.stack : ''}`),
    checkOutputs: true,
    ...(now === undefined ? {} : { clock: now }),
  })
  let isOpen = true
  return {
    desk,
    events,
    log,
    async ok(method, input) {
      const envelope = await desk.callUntyped(method, input)
      if (!envelope.ok) throw new Error(`${method}: ${JSON.stringify(envelope.error)} ${log.join('\n')}`)
      return envelope.value as Output<typeof method>
    },
    async close() {
      if (isOpen) await desk.close()
      isOpen = false
      jobs.close()
    },
  }
}

/** Every file below a folder with its bytes, by its path. */
export function everyFile(folder: string): Map<string, Buffer> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name)
        return [path.slice(folder.length + 1), readFileSync(path)]
      }),
  )
}
