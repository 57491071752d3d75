import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * What a process of the application is started from: its source or, where the whole test has built the application, the
 * build, which starts in a third of the time.
 */
export function entryOf(name: 'core' | 'job' | 'cli'): string {
  const built = process.env.SEANCES_BUILT
  if (built !== undefined) return join(built, name === 'cli' ? `${name}.js` : `${name}.cjs`)
  return fileURLToPath(new URL(`../electron/${name}.ts`, import.meta.url))
}
