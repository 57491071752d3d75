// A small file beside the database: whether this desk may write its data, and which data these are.
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import DatabaseFile, { type Database } from 'better-sqlite3'
import { AppError } from '../../contract/errors.ts'
import type { DataMark } from '../../domain/data/backup.ts'
import { type CopyRef, stillWriter, Writer } from '../../domain/data/hand-over.ts'
import { renameDurably } from '../durable.ts'
import { nativeOptions } from '../native.ts'

const WRITER_NAME = 'passation-poste.json'

/**
 * This desk's file; without one it has the right to write. An unreadable file is no leave to write: the desk stays
 * read-only until somebody takes the hand knowingly.
 */
export function readWriter(dataFolder: string, sqlite: Database, now: Date): Writer {
  const path = join(dataFolder, WRITER_NAME)
  const since = now.toISOString()
  const written = existsSync(path) ? parsed(path) : null
  const { profileId, generation } = knownProfile(sqlite, written === 'unreadable' ? null : written)
  const own = stillWriter({ profileId, generation, state: 'mine', copy: null }, since)
  if (written === null) return own
  if (written === 'unreadable') return { ...own, state: 'lost' }
  // Other data than those it speaks of: a backup of another desk was put in place since.
  if (written.profileId !== profileId && written.former === null) return own
  if (written.state === 'mine') noteGeneration(sqlite, written.generation)
  return written
}

/** @throws AppError `writer-away` or `writer-moving` where another desk may be writing these data */
export function expectHand({ state }: Writer): void {
  if (state !== 'mine')
    throw new AppError(state === 'giving' || state === 'taking' ? 'writer-moving' : 'writer-away')
}

/** The copy that the desk of a data folder began with, or put down; null when its file names none. */
export function copyOfWriter(dataFolder: string): CopyRef | null {
  const path = join(dataFolder, WRITER_NAME)
  const written = existsSync(path) ? parsed(path) : null
  return written === null || written === 'unreadable' ? null : written.copy
}

/** Writes it, durable before it returns; nothing that `readWriter` would not read. */
export async function writeWriter(dataFolder: string, writer: Writer): Promise<void> {
  const path = join(dataFolder, WRITER_NAME)
  await writeFile(`${path}.tmp`, `${JSON.stringify(Writer.parse(writer), null, 2)}\n`)
  await renameDurably(`${path}.tmp`, path)
}

/** Which data are open, and the generation of the desk that wrote them last. */
export function profileOf(sqlite: Database): { profileId: string | null; generation: number } {
  const row = sqlite.prepare('SELECT profile_id AS profileId, generation FROM profile').get() as
    | { profileId: string | null; generation: number }
    | undefined
  return row ?? { profileId: null, generation: 0 }
}

/** Which data these are and how new; null before they have a name, as every database of a schema before 7 is. */
export function dataMark(sqlite: Database): DataMark | null {
  const isNamed = sqlite.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'profile'`)
  if (isNamed.get() === undefined) return null
  const { profileId, generation } = profileOf(sqlite)
  return profileId === null ? null : { profileId, generation, lastChange: lastChange(sqlite) }
}

/** The number of the last change that was made in the data; rises only, over restoring too (`raiseLastChange`). */
export function lastChange(sqlite: Database): number {
  return Number(
    sqlite.prepare(`SELECT max(seq) FROM sqlite_sequence WHERE name = 'journal_entry'`).pluck().get() ?? 0,
  )
}

/**
 * Makes a finished file that is about to take the place of data newer than these: an older state that somebody chose is
 * what counts from then on, and no copy made before may pass for a later one. One that is newer stays as it is. Durable
 * before it returns; killed in the middle the file may be torn, so the data must still be there.
 */
export function raiseLastChange(path: string, above: number): void {
  const db = new DatabaseFile(path, { ...nativeOptions(), fileMustExist: true })
  try {
    // Nothing beside the file: what a kill left there would be played into another one.
    db.pragma('journal_mode = MEMORY')
    db.pragma('synchronous = FULL')
    standAbove(db, above)
  } finally {
    db.close()
  }
}

/** The same for data that are open. */
export function standAbove(db: Database, above: number): void {
  if (lastChange(db) > above) return
  const seq = above + 1
  const set = db.prepare(`UPDATE sqlite_sequence SET seq = ? WHERE name = 'journal_entry'`)
  if (set.run(seq).changes === 0)
    db.prepare(`INSERT INTO sqlite_sequence (name, seq) VALUES ('journal_entry', ?)`).run(seq)
}

/** The desk with the hand marks its data, so that each copy says which is newer without a clock. */
export function noteGeneration(sqlite: Database, generation: number): void {
  if (profileOf(sqlite).generation !== generation)
    sqlite.prepare('UPDATE profile SET generation = ?').run(generation)
}

/** Data that have no name yet get one: that of the desk's record (a backup older than names), or a new one. */
function knownProfile(sqlite: Database, written: Writer | null): { profileId: string; generation: number } {
  const { profileId, generation } = profileOf(sqlite)
  if (profileId !== null) return { profileId, generation }
  const given = written !== null && written.former === null ? written.profileId : randomUUID()
  sqlite.prepare('UPDATE profile SET profile_id = ?').run(given)
  return { profileId: given, generation }
}

function parsed(path: string): Writer | 'unreadable' {
  try {
    return Writer.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return 'unreadable'
  }
}
