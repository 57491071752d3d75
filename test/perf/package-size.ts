import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractFile, listPackage, statFile } from '@electron/asar'
import type { Line } from './measure.ts'

type Packed = { readonly path: string; readonly bytes: Buffer }

const MEGABYTE = 1e6
/** Megabytes of the whole folder. */
const BUDGET = 325

/** What a file belongs to, by the first that fits; everything else is Electron's own. */
const kinds: readonly (readonly [what: string, path: RegExp])[] = [
  ['Electron: licences of what it is made of', /^LICENSES/],
  ['Electron: languages', /^locales\//],
  ['Typst', /typst-ts-node-compiler/],
  ['SQLite', /better-sqlite3/],
  ['spelling: engine and dictionary', /hunspell-wasm|dictionary-fr/],
  ['drawings: engine', /@resvg/],
  ['window', /app\.asar\/dist\/renderer\//],
  ['processes: what V8 compiled before', /app\.asar\/dist\/.*\.v8$/],
  ['processes: scripts', /app\.asar\/dist\//],
  ['fonts, templates, sample', /app\.asar\/resources\//],
  ['policies', /^resources\/policies\//],
]

/** What is in the packaged folder, by what it is for, and what is there twice. */
export function packageSizes(folder: string): Line[] {
  const files = [...beside(folder), ...archived(join(folder, 'resources', 'app.asar'))]
  const sums = new Map<string, number>([...kinds.map(([what]) => [what, 0] as const)])
  const seen = new Set<string>()
  let whole = 0
  let twice = 0
  for (const { path, bytes } of files) {
    const what = kinds.find(([, where]) => where.test(path))?.[0] ?? 'Electron: the rest'
    sums.set(what, (sums.get(what) ?? 0) + bytes.length)
    whole += bytes.length
    const sum = createHash('sha256').update(bytes).digest('hex')
    if (seen.has(sum)) twice += bytes.length
    seen.add(sum)
  }
  const parts = [...sums].sort(([, one], [, other]) => other - one)
  return [
    {
      what: 'whole folder',
      measured: size(whole),
      budget: `${BUDGET} MB`,
      holds: whole <= BUDGET * MEGABYTE,
    },
    ...parts.map(([what, bytes]) => ({ what, measured: size(bytes) })),
    { what: 'the same bytes again', measured: size(twice), budget: '0.1 MB', holds: twice <= 0.1 * MEGABYTE },
  ]
}

const size = (bytes: number) => `${(bytes / MEGABYTE).toFixed(1)} MB`

function beside(folder: string): Packed[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'app.asar')
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return { path: path.slice(folder.length + 1), bytes: readFileSync(path) }
    })
}

/** What lies in the archive itself; what had to stay out of it is counted beside it. */
function archived(archive: string): Packed[] {
  return listPackage(archive, { isPack: false }).flatMap((name) => {
    const inside = name.slice(1)
    const found = statFile(archive, inside)
    if ('files' in found || 'link' in found || found.unpacked === true) return []
    return [{ path: `resources/app.asar/${inside}`, bytes: extractFile(archive, inside) }]
  })
}
