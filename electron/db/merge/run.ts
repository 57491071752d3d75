// Merges two finished copies in a folder of its own; the work of a job. The result is a finished copy that was checked,
// or nothing; the originals are only read.
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../../contract/errors.ts'
import type { Merged, MergeOrder } from '../../contract/hand-over.ts'
import { migrate } from '../migrate.ts'
import { nativeOptions } from '../native.ts'
import { DATABASE_NAME, openData } from '../open.ts'
import { mergeTheirs } from './merge.ts'

/** Returns what differs; with every question answered also the merged copy. */
export async function mergeCopies(order: MergeOrder): Promise<Merged & { path: string | null }> {
  const { folder } = order
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const path = join(folder, DATABASE_NAME)
  await copyFile(order.ours, path)
  const theirs = await broughtUp(order.theirs, join(folder, 'theirs.sqlite'))
  const base = order.base === null ? null : await broughtUp(order.base, join(folder, 'base.sqlite'))
  const data = await openData(folder, {
    beforeMigration: async () => undefined,
    slow: () => undefined,
    clock: () => new Date(order.at),
  })
  try {
    data.sqlite.prepare('ATTACH ? AS theirs').run(theirs)
    if (base !== null) data.sqlite.prepare('ATTACH ? AS base').run(base)
    const merged = mergeOpen(data, order, base !== null)
    data.sqlite.exec(base === null ? 'DETACH theirs' : 'DETACH theirs; DETACH base')
    if (merged.unresolved > 0) return { ...merged, path: null }
    data.sqlite.pragma('journal_mode = DELETE')
    return { ...merged, path }
  } finally {
    data.close()
  }
}

function mergeOpen(
  { sqlite, journal }: Awaited<ReturnType<typeof openData>>,
  { choices, who, at }: MergeOrder,
  hasBase: boolean,
): Merged {
  sqlite.exec('BEGIN IMMEDIATE')
  try {
    const upTo = journal.lastChange
    const seq = journal.begin({ at, who, method: 'handOver.merge', meetingId: null, mergeKey: null })
    const merged = mergeTheirs(sqlite, new Map(Object.entries(choices)), hasBase)
    journal.end(seq, upTo, { meetingId: null, mergeKey: null })
    if (merged.unresolved > 0) sqlite.exec('ROLLBACK')
    else {
      const broken = sqlite.pragma('main.foreign_key_check') as unknown[]
      if (broken.length > 0) throw new AppError('merge-refused')
      sqlite.exec('COMMIT')
    }
    return merged
  } catch (thrown) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    throw thrown
  }
}

/** A copy of a finished file at this version's schema. */
async function broughtUp(from: string, to: string): Promise<string> {
  await copyFile(from, to)
  const db = new Database(to, nativeOptions())
  try {
    migrate(db)
  } finally {
    db.close()
  }
  return to
}
