// The scripts and styles of the window as built, by what loads them.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

type Chunk = {
  readonly file: string
  readonly name?: string
  readonly imports?: readonly string[]
}
type Manifest = Readonly<Record<string, Chunk>>

/** What the first screen may load of our own, React apart; a screen, a menu or a dialog that slips in is more than the rest. */
export const FIRST_SCREEN_BYTES = 120_000

export const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`

export const firstScreenBytes = (folder: string): number => sum(ownOf(folder))

/** What is wrong with what the first screen loads; null when it is within its bound. */
export function firstScreenFault(folder: string): string | null {
  const own = ownOf(folder)
  return sum(own) <= FIRST_SCREEN_BYTES
    ? null
    : `${kilobytes(sum(own))} besides React, of at most ${kilobytes(FIRST_SCREEN_BYTES)}: ${own
        .map(({ name, bytes }) => `${name} ${kilobytes(bytes)}`)
        .join(', ')}`
}

const ownOf = (folder: string) => firstScreen(folder).filter(({ name }) => name !== 'react')
const sum = (chunks: readonly Sized[]) => chunks.reduce((bytes, chunk) => bytes + chunk.bytes, 0)

export type Sized = { readonly name: string; readonly bytes: number }

/** The page's script, and what that imports without waiting for it; the presenter's page has one of its own. */
export function firstScreen(folder: string): Sized[] {
  const manifest = manifestOf(folder)
  const seen = new Set<Chunk>()
  const visit = (key: string) => {
    const chunk = manifest[key]
    if (chunk === undefined || seen.has(chunk)) return
    seen.add(chunk)
    for (const next of chunk.imports ?? []) visit(next)
  }
  visit('index.html')
  return [...seen].map((chunk) => sized(folder, chunk))
}

/** Every script, the largest first. */
export function allScripts(folder: string): Sized[] {
  return Object.values(manifestOf(folder))
    .filter(({ file }) => /\.m?js$/.test(file))
    .map((chunk) => sized(folder, chunk))
    .sort((a, b) => b.bytes - a.bytes)
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'))

const sized = (folder: string, { file, name }: Chunk): Sized => ({
  name: name ?? file,
  bytes: statSync(join(folder, file)).size,
})
