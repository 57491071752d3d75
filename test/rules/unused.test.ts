import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { inPlantedTree } from './planted-tree.ts'
import { root, trackedPaths } from './tracked.ts'

type Report = {
  readonly found: readonly { kind: string; file: string; symbol: string }[]
  readonly read: number
}

/** Declarations alone (.d.ts) hold nothing that could be unused. */
const reads = (path: string) =>
  (/^(electron|renderer|scripts|test)\/.*\.(ts|tsx|mjs)$/.test(path) ||
    /^([^/]+\.ts|\.dependency-cruiser\.mjs)$/.test(path)) &&
  !path.endsWith('.d.ts')

function knip(folder: string): Report {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'knip', 'bin', 'knip.js'),
      '--reporter',
      './test/rules/knip-report.ts',
      '--no-config-hints',
      '--no-progress',
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  const line = stdout.split('\n').find((candidate) => candidate.startsWith('{"found"'))
  if (line === undefined) throw new Error(`knip gave no report: ${stdout}${stderr}`)
  return JSON.parse(line)
}

describe('knip', () => {
  let report: Report
  beforeAll(() => {
    report = knip(root)
  })

  it('finds nothing unused', () => {
    expect(report.found.map(({ kind, file, symbol }) => `${kind}: ${file}: ${symbol}`)).toEqual([])
  })

  it('has read every source file that git tracks', () => {
    expect(report.read).toBe(trackedPaths().filter(reads).length)
  })
})

describe('planted in a copy of the tree', () => {
  let report: Report
  beforeAll(async () => {
    report = await inPlantedTree({}, (folder) => {
      for (const path of trackedPaths()) cpSync(join(root, path), join(folder, path))
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
      writeFileSync(join(folder, 'electron/domain/planted.ts'), 'export const a = 1\n')
      const used = join(folder, 'electron/domain/ids.ts')
      writeFileSync(
        used,
        `${readFileSync(used, 'utf8')}\nexport const plantedExport = 1\nexport type Planted = 1\n`,
      )
      const entry = join(folder, 'electron/core.ts')
      writeFileSync(
        entry,
        `${readFileSync(entry, 'utf8')}\nimport 'left-pad-planted'\nimport './missing-planted.ts'\n`,
      )
      const manifest = join(folder, 'package.json')
      const content = JSON.parse(readFileSync(manifest, 'utf8'))
      content.dependencies['planted-package'] = '1.0.0'
      writeFileSync(manifest, JSON.stringify(content))
      return knip(folder)
    })
  })

  it.each([
    ['an unused file', 'files', 'planted.ts'],
    ['an unused export', 'exports', 'plantedExport'],
    ['an unused type', 'types', 'Planted'],
    ['an unused dependency', 'dependencies', 'planted-package'],
    ['a package that is not listed', 'unlisted', 'left-pad-planted'],
    ['an import of nothing', 'unresolved', './missing-planted.ts'],
  ])('%s is reported', (_name, kind, symbol) => {
    const symbols = report.found.filter((issue) => issue.kind === kind).map((issue) => issue.symbol)
    expect(symbols.some((found) => found.endsWith(symbol))).toBe(true)
  })
})
