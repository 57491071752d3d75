// Only copies are ever opened here; the damaged files stay as they are.
import { constants, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { nativeOptions } from '../native.ts'
import { DATABASE_NAME } from '../replace.ts'

export const WORK_FOLDER = 'recuperation'

export type WorkFiles = {
  /** A copy of the damaged database, made readable as far as can be. */
  readonly source: string
  /** The newest good backup, or empty tables, at the version of what is read. */
  readonly base: string
  readonly result: string
  /** Rows that could not be placed, as JSON lines: nothing that was read is dropped. */
  readonly unplaced: string
  /** Written when the result is finished: without it there is none. */
  readonly report: string
}

export function workFiles(work: string): WorkFiles {
  return {
    source: join(work, 'lecture.sqlite'),
    base: join(work, 'base.sqlite'),
    result: join(work, 'relu.sqlite'),
    unplaced: join(work, 'lignes-non-placees.jsonl'),
    report: join(work, 'relu.json'),
  }
}

/** A fresh work folder with copies of the damaged database and of its log; of an older attempt nothing is kept. */
export function copyDamaged(dataFolder: string, work: string): WorkFiles {
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  const files = workFiles(work)
  for (const suffix of ['', '-wal']) {
    const from = join(dataFolder, `${DATABASE_NAME}${suffix}`)
    if (existsSync(from)) copyFileSync(from, `${files.source}${suffix}`, constants.COPYFILE_FICLONE)
  }
  return files
}

/** A connection for copies: nothing is lost if the machine stops, the reading begins again. */
export function openCopy(path: string): Database.Database {
  const db = new Database(path, { ...nativeOptions(), timeout: 0 })
  db.pragma('synchronous = OFF')
  db.pragma('foreign_keys = OFF')
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  return db
}
