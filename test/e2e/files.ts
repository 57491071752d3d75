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
