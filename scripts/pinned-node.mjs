// Refuses to work on another Node.js than the one that package.json pins; runs before anything is installed, so no types.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** The exact version of Node.js that every script runs on, without the "v". */
export const pinnedVersion = devDependencies.node

/** The folder of the pinned Node.js, to put first in PATH. */
export const pinnedBin = join(root, 'node_modules', 'node', 'bin')

/** The pinned Node.js itself; it exists after the installation of the dependencies. */
export const pinnedNode = join(pinnedBin, process.platform === 'win32' ? 'node.exe' : 'node')

/** Throws unless this process runs on the pinned Node.js: call it first in every script. */
export function requirePinnedNode() {
  if (process.versions.node !== pinnedVersion)
    throw new Error(
      `this script runs on Node.js ${pinnedVersion}, not ${process.versions.node}: start it through npm`,
    )
}
