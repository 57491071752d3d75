// The window tests that this system can run.
import { readdirSync } from 'node:fs'

/** Names within this folder, in the order of the alphabet. */
export function endToEndFiles(): string[] {
  return (
    readdirSync(import.meta.dirname)
      .filter((name) => name.endsWith('.test.ts'))
      // A world without network is made of Linux namespaces.
      .filter((name) => process.platform === 'linux' || name !== 'offline.test.ts')
      .sort()
  )
}

/** Those that take longest, in this order: begun last they would run alone at the end. */
export const longFiles: readonly string[] = [
  'accessibility.test.ts',
  'recovery.test.ts',
  'double-click.test.ts',
  'quarter.test.ts',
  'review.test.ts',
  'kills.test.ts',
  'escape.test.ts',
  'letters-opened.test.ts',
  'escape-opened.test.ts',
  'hostile-files.test.ts',
  'long-session.test.ts',
  'hand-over.test.ts',
  'month.test.ts',
  'imports-minutes.test.ts',
  'bad-input.test.ts',
  'profile.test.ts',
  'security.test.ts',
  'deliveries.test.ts',
  'processes.test.ts',
  'old-files.test.ts',
  'hold.test.ts',
  'convene.test.ts',
]
