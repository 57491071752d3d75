import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MOVED_NOTE, MOVED_ORIGIN, MovedNote, MovedOrigin } from '../../domain/data/moved-data.ts'
import { renameDurably, writeDurably } from '../durable.ts'

/** Whether the data of a folder went elsewhere; a note that cannot be read says so all the same. */
export function isMovedAway(folder: string): boolean {
  return existsSync(join(folder, MOVED_NOTE))
}

/** Where they went; null without a note that can be read. */
export function readMovedNote(folder: string): MovedNote | null {
  return parsed(join(folder, MOVED_NOTE), MovedNote)
}

export function writeMovedNote(folder: string, note: MovedNote): Promise<void> {
  return writeDurably(join(folder, MOVED_NOTE), `${JSON.stringify(note, null, 2)}\n`)
}

/** Somebody goes on with what is left in this folder: the note goes aside with what was replaced. */
export async function setNoteAside(folder: string, aside: string): Promise<void> {
  if (isMovedAway(folder)) await renameDurably(join(folder, MOVED_NOTE), join(aside, MOVED_NOTE))
}

export function readOrigin(folder: string): MovedOrigin | null {
  return parsed(join(folder, MOVED_ORIGIN), MovedOrigin)
}

export function writeOrigin(folder: string, origin: MovedOrigin): Promise<void> {
  return writeDurably(join(folder, MOVED_ORIGIN), `${JSON.stringify(origin, null, 2)}\n`)
}

function parsed<T>(path: string, shape: { parse(value: unknown): T }): T | null {
  try {
    return shape.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}
