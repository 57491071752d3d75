// The yardstick for "the checker has read everything".
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The checkout. */
export const root = join(import.meta.dirname, '..', '..')

/** Paths from the checkout, with `/`: tracked files and new ones that are not ignored. In a clean clone: exactly `git ls-files`. */
export function trackedPaths(): string[] {
  const listed = execFileSync(
    'git',
    ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: root, encoding: 'utf8', maxBuffer: 32 * 1024 * 1024 },
  )
  return [...new Set(listed.split('\0'))].filter((path) => path !== '' && existsSync(join(root, path))).sort()
}

/** A file as the text rules see it; `text` is null for a binary one. */
export type TrackedFile = { readonly path: string; readonly bytes: number; readonly text: string | null }

/** Reads one file; a zero byte near the start makes it a binary, as git decides it. */
export function readTracked(path: string): TrackedFile {
  const content = readFileSync(join(root, path))
  const text = content.subarray(0, 8000).includes(0) ? null : content.toString('utf8')
  return { path, bytes: content.length, text }
}
