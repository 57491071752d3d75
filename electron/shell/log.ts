// One file beside the window's profile, for the person who looks for a fault; never the content of a meeting.
import { appendFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'

/** A longer one becomes the former one, in the place of the one before it. */
const MAX_BYTES = 2 * 1024 * 1024

let path: string | null = null

/** Opens the log in this folder; the console keeps warnings only. */
export function openLog(folder: string): void {
  // Whoever started the application may have gone: a line that nobody reads is no fault, and must not make another one.
  process.stderr.on('error', () => undefined)
  path = join(folder, 'main.log')
}

/** What nobody caught is written down, and the application goes on. */
export function catchFaults(): void {
  process.on('uncaughtException', (thrown) => log.error('nobody caught', thrown))
  process.on('unhandledRejection', (thrown) => log.error('nobody awaited', thrown))
}

type Said = readonly [words: string, thrown?: unknown]

export const log = {
  info: (...said: Said): void => write('info', said),
  warn: (...said: Said): void => write('warn', said),
  error: (...said: Said): void => write('error', said),
}

function write(level: 'info' | 'warn' | 'error', [words, ...thrown]: Said): void {
  const at = new Date().toISOString().replace('T', ' ').replace('Z', '')
  const line = `[${at}] [${level}] ${[words, ...thrown.map((one) => inspect(one))].join(' ')}\n`
  if (level !== 'info') process.stderr.write(line)
  if (path === null) return
  try {
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES)
      renameSync(path, path.replace(/\.log$/, '.old.log'))
    appendFileSync(path, line)
  } catch {
    // A full or read-only disk: what is to be said of it is said on the screen.
  }
}
