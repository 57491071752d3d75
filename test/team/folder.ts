// Folders that go with the process that made them, however it ends: by itself, with a test that failed, or killed.
import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let parent: string | null = null

/** A folder for one desk, or for what a test hands to it. */
export function newFolder(): string {
  if (parent === null) {
    parent = mkdtempSync(join(tmpdir(), 'seances-team-'))
    whenEnded('rm -rf "$1"', [parent])
  }
  return mkdtempSync(join(parent, 'poste-'))
}

/** Has a line of the shell run once this process has ended, whose end closes what the shell waits for. */
export function whenEnded(
  line: string,
  words: readonly string[],
  as: { uid?: number; gid?: number } = {},
): void {
  const watcher = spawn('sh', ['-c', `read _; ${line}`, 'sh', ...words], {
    ...as,
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watcher.unref()
  if (watcher.stdin instanceof Socket) watcher.stdin.unref()
}
