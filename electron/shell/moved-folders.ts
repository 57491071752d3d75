// Moves are noted on this machine too, so that a former folder on a server need not be reached to know of them.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { MOVED_NOTE, MovedNote } from '../domain/data/moved-data.ts'

const NAME = 'deplacements.json'
const Moves = z.record(z.string(), z.string())
/** More moves than anybody makes; two folders that name each other must not be followed for ever. */
const MOST = 8

/** The folder that has the data of another one now; the same when they were not moved, or not on this machine. */
export function followed(base: string, data: string): string {
  const noted = notedIn(base)
  let folder = data
  for (let count = 0; count < MOST; count += 1) {
    const next = noted[folder] ?? noteIn(folder)
    // A folder on another machine, or gone, is said by the core, which opens nothing.
    if (next === null || next === folder || !existsSync(join(next, 'seances.sqlite'))) return folder
    folder = next
  }
  return folder
}

/** Notes a moving; without the note the one in the former folder is read. */
export function noteMove(base: string, from: string, to: string): void {
  mkdirSync(base, { recursive: true })
  const path = join(base, NAME)
  writeFileSync(`${path}.tmp`, JSON.stringify({ ...notedIn(base), [from]: to }))
  renameSync(`${path}.tmp`, path)
}

function notedIn(base: string): Record<string, string> {
  try {
    return Moves.parse(JSON.parse(readFileSync(join(base, NAME), 'utf8')))
  } catch {
    return {}
  }
}

function noteIn(folder: string): string | null {
  try {
    const note = MovedNote.parse(JSON.parse(readFileSync(join(folder, MOVED_NOTE), 'utf8')))
    return note.host === hostname() ? note.to : null
  } catch {
    return null
  }
}
