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

/** Those that take a minute or more, the longest first: begun last they would run alone at the end. */
export const longFiles: readonly string[] = [
  'accessibility.test.ts',
  'month.test.ts',
  'quarter.test.ts',
  'kills.test.ts',
  'long-session.test.ts',
  'hostile-files.test.ts',
  'security.test.ts',
  'hold.test.ts',
  'convene.test.ts',
]
