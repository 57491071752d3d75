// What the window loads, in bytes: the first screen by its scripts, then every script that is large.
import {
  allScripts,
  FIRST_SCREEN_BYTES,
  firstScreen,
  firstScreenBytes,
  kilobytes,
} from '../../scripts/chunks.ts'
import type { Line } from './measure.ts'

/** Below, a script is not worth its line. */
const LARGE_BYTES = 20_000

export function benchScripts(folder: string): Line[] {
  const own = firstScreenBytes(folder)
  const names = new Set(firstScreen(folder).map(({ name }) => name))
  return [
    {
      what: 'scripts of the first screen besides React',
      measured: kilobytes(own),
      budget: kilobytes(FIRST_SCREEN_BYTES),
      holds: own <= FIRST_SCREEN_BYTES,
    },
    ...allScripts(folder)
      .filter(({ bytes }) => bytes >= LARGE_BYTES)
      .map(({ name, bytes }) => ({
        what: names.has(name) ? `${name}, of the first screen` : name,
        measured: kilobytes(bytes),
      })),
  ]
}
