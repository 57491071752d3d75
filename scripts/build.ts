import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build as viteBuild } from 'vite'
import electronConfig from '../vite.electron.config.ts'
import preloadConfig from '../vite.preload.config.ts'
import rendererConfig from '../vite.renderer.config.ts'
import { writeNotices } from './licences.ts'
import { requirePinnedNode, root } from './pinned-node.mjs'

const dist = join(root, 'dist')
const sources = [
  'electron',
  'renderer',
  'docs/guide.md',
  'docs/pictures',
  'package-lock.json',
  'index.html',
].map((name) => join(root, name))

/** Builds everything anew, in a folder of its own that takes the place of dist/ at the end: a failed build changes nothing. */
export async function build(): Promise<void> {
  process.chdir(root)
  mkdirSync(join(root, '.cache'), { recursive: true })
  const making = mkdtempSync(join(root, '.cache', 'build-'))
  try {
    for (const config of [electronConfig, preloadConfig, rendererConfig]) {
      const outDir = join(making, 'dist', config === rendererConfig ? 'renderer' : '')
      await viteBuild({ ...config, build: { ...config.build, outDir }, configFile: false, logLevel: 'warn' })
    }
    writeNotices(join(making, 'dist', 'licences.txt'))
    rmSync(dist, { recursive: true, force: true })
    renameSync(join(making, 'dist'), dist)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
  console.log(`built; the first screen loads ${Math.round(firstScreenBytes() / 1000)} kB of script`)
}

/** Builds when a source is newer than the last build. */
export async function buildIfNeeded(): Promise<void> {
  const builtAt = modifiedAt(join(dist, 'renderer', 'index.html'))
  const configs = readdirSync(root).filter((name) => /^vite\..*\.ts$/.test(name))
  const paths = [...sources, ...configs.map((name) => join(root, name))]
  if (builtAt === 0 || paths.some((path) => newestIn(path) > builtAt)) await build()
}

/** Bytes of script that the first screen loads: the entry and what it imports statically. */
export function firstScreenBytes(): number {
  const folder = join(dist, 'renderer')
  const manifest: Record<string, { file: string; imports?: string[] }> = JSON.parse(
    readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'),
  )
  const seen = new Set<string>()
  const visit = (key: string) => {
    const chunk = manifest[key]
    if (chunk === undefined || seen.has(chunk.file)) return
    seen.add(chunk.file)
    for (const next of chunk.imports ?? []) visit(next)
  }
  // The presenter's page has an entry of its own.
  visit('index.html')
  return [...seen].reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
}

function newestIn(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}

function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

if (import.meta.main) {
  requirePinnedNode()
  await build()
}
