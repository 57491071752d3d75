import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type UserConfig, build as viteBuild } from 'vite'
import { commandLineConfig, processConfig } from '../vite.electron.config.ts'
import preloadConfig from '../vite.preload.config.ts'
import { rendererConfig } from '../vite.renderer.config.ts'
import { firstScreenBytes, kilobytes } from './chunks.ts'
import { writeNotices } from './licences.ts'
import { requirePinnedNode, root } from './pinned-node.mjs'

const dist = join(root, 'dist')
/** Processes of the application, by the names of their first scripts. */
export const processNames = ['main', 'core', 'job'] as const
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
  let ownBytes = 0
  try {
    const buildInto = (folder: string, config: UserConfig, write = true) =>
      viteBuild({
        ...config,
        build: { ...config.build, outDir: join(making, folder), write },
        configFile: false,
        logLevel: 'warn',
      })
    for (const config of [...processNames.map(processConfig), commandLineConfig, preloadConfig])
      await buildInto('dist', config)
    const apart = await buildInto('none', rendererConfig(new Set()), false)
    await buildInto(join('dist', 'renderer'), rendererConfig(modulesOfFrame(apart)))
    const entry = join(making, 'dist', 'entry.cjs')
    for (const name of processNames) copyFileSync(entry, join(making, 'dist', `${name}.cjs`))
    rmSync(entry)
    writeNotices(join(making, 'dist', 'licences.txt'))
    ownBytes = firstScreenBytes(join(making, 'dist', 'renderer'))
    rmSync(dist, { recursive: true, force: true })
    renameSync(join(making, 'dist'), dist)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
  console.log(`built; the first screen loads ${kilobytes(ownBytes)} of script besides React`)
}

/** What the page's first script imports, and what that imports, without waiting for it; React is a file of its own. */
function modulesOfFrame(built: Awaited<ReturnType<typeof viteBuild>>): Set<string> {
  const output = 'output' in built ? built.output : []
  const chunks = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])))
  const first = output.find((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/index.html'))
  const modules = new Set<string>()
  const add = (fileName: string) => {
    const chunk = chunks.get(fileName)
    chunks.delete(fileName)
    if (chunk === undefined) return
    if (chunk !== first && chunk.name !== 'react') for (const id of chunk.moduleIds) modules.add(id)
    for (const imported of chunk.imports) add(imported)
  }
  if (first === undefined) throw new Error('the page has no first script')
  add(first.fileName)
  return modules
}

/** Builds when a source is newer than the last build. */
export async function buildIfNeeded(): Promise<void> {
  const builtAt = modifiedAt(join(dist, 'renderer', 'index.html'))
  const configs = readdirSync(root).filter((name) => /^vite\..*\.ts$/.test(name))
  const paths = [...sources, ...configs.map((name) => join(root, name))]
  if (builtAt === 0 || paths.some((path) => newestIn(path) > builtAt)) await build()
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
