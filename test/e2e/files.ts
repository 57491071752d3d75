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
  'escape-opened.test.ts',
  'double-click.test.ts',
  'arrivals.test.ts',
  'accessibility.test.ts',
  'recovery.test.ts',
  'updates.test.ts',
  'team-page.test.ts',
  'quarter.test.ts',
  'team.test.ts',
  'escape.test.ts',
  'kills.test.ts',
  'hostile-files.test.ts',
  'month.test.ts',
  'letters-opened.test.ts',
  'processes.test.ts',
  'security.test.ts',
  'places.test.ts',
  'desk.test.ts',
  'long-session.test.ts',
  'review.test.ts',
  'page.test.ts',
  'transcripts.test.ts',
  'tasks.test.ts',
  'legifrance.test.ts',
]
