// What the window loads, in bytes: the first screen by its scripts, then every script that is large.
import { allScripts, firstScreen, firstScreenBytes, kilobytes } from '../../scripts/chunks.ts'
import type { Line } from './measure.ts'

/** Below, a script is not worth its line. */
const LARGE_BYTES = 20_000

/** What it shall come down to; the rule holds what has been reached. */
const GOAL_BYTES = 120_000

export function benchScripts(folder: string): Line[] {
  const own = firstScreenBytes(folder)
  const names = new Set(firstScreen(folder).map(({ name }) => name))
  return [
    {
      what: 'scripts of the first screen besides React',
      measured: kilobytes(own),
      budget: kilobytes(GOAL_BYTES),
      holds: own <= GOAL_BYTES,
    },
    ...allScripts(folder)
      .filter(({ bytes }) => bytes >= LARGE_BYTES)
      .map(({ name, bytes }) => ({
        what: names.has(name) ? `${name}, of the first screen` : name,
        measured: kilobytes(bytes),
      })),
  ]
}
