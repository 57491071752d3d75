// Tells whether the data were left without being closed, and keeps a copy of their files as they were found, before
// SQLite plays the log into the database: should that go wrong, what was there is still there.
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DATABASE_NAME, DATABASE_SUFFIXES } from './replace.ts'

/** There while the data are open: it is left behind by whatever ends the process without closing. */
const MARK_NAME = 'seances.ouvert'
export const FOUND_FOLDER = 'trouve-a-l-ouverture'
/** So many copies are kept; each is as large as the data. */
const KEPT_COPIES = 3

export function markOpen(folder: string, now: Date): void {
  writeFileSync(join(folder, MARK_NAME), `${now.toISOString()}\n`)
}

export function markClosed(folder: string): void {
  rmSync(join(folder, MARK_NAME), { force: true })
}

/** Whether the last opening did not end by closing: the mark is there, or a log that was not played in. */
export function wasLeftOpen(folder: string): boolean {
  const log = join(folder, `${DATABASE_NAME}-wal`)
  return existsSync(join(folder, MARK_NAME)) || (existsSync(log) && statSync(log).size > 0)
}

/** Whether the data were left open, and the log that SQLite keeps beside them as long as they are is gone. */
export function hasLostLog(folder: string): boolean {
  return existsSync(join(folder, MARK_NAME)) && !existsSync(join(folder, `${DATABASE_NAME}-wal`))
}

/**
 * Copies the files of the database together, under their own names; nobody may have them open. Answers false without
 * room for it: a full disk must not keep the data from opening.
 */
export function keepAsFound(folder: string, now: Date): boolean {
  const names = DATABASE_SUFFIXES.map((suffix) => `${DATABASE_NAME}${suffix}`).filter((name) =>
    existsSync(join(folder, name)),
  )
  const bytes = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
  const { bavail, bsize } = statfsSync(folder)
  // As much again is left for the log and the next backup.
  if (bavail * bsize < bytes * 2) return false
  const copies = join(folder, FOUND_FOLDER)
  const copy = join(copies, now.toISOString().replaceAll(/[:.]/g, '-'))
  try {
    mkdirSync(copy, { recursive: true })
    for (const name of names) copyFileSync(join(folder, name), join(copy, name), constants.COPYFILE_FICLONE)
  } catch {
    rmSync(copy, { recursive: true, force: true })
    return false
  }
  for (const old of readdirSync(copies).sort().reverse().slice(KEPT_COPIES))
    rmSync(join(copies, old), { recursive: true, force: true })
  return true
}
