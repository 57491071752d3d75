import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { beforeAll, describe, expect, it } from 'vitest'
import config from '../../.dependency-cruiser.mjs'
import { violations } from './boundary-plants.ts'
import { featureCycles } from './feature-cycles.ts'
import { inPlantedTree } from './planted-tree.ts'
import { root, trackedPaths } from './tracked.ts'

const tops = ['electron', 'renderer', 'scripts', 'test']
const isSource = (path: string) => tops.includes(path.split('/')[0] ?? '') && /\.(ts|tsx|mjs)$/.test(path)

async function cruiseTree(baseDir: string, folders: readonly string[]): Promise<ICruiseResult> {
  const { output } = await cruise(
    [...folders],
    { ...config.options, baseDir, ruleSet: { forbidden: [...(config.forbidden ?? [])] }, validate: true },
    config.options?.enhancedResolveOptions ?? {},
  )
  if (typeof output === 'string') throw new Error('dependency-cruiser answered text, not its result')
  return output
}

describe('directions between folders', () => {
  let result: ICruiseResult
  beforeAll(async () => {
    result = await cruiseTree(root, tops)
  })

  it('hold in the whole tree', () => {
    const found = result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
    expect(found).toEqual([])
  })

  it('were checked in every source file that git tracks', () => {
    const seen = result.modules.map(({ source }) => source).filter(isSource)
    expect([...new Set(seen)].sort()).toEqual(trackedPaths().filter(isSource))
    expect(result.summary.totalDependenciesCruised).toBeGreaterThan(seen.length)
  })

  it('leave no feature in a circle with another', () => {
    expect(featureCycles(result.modules)).toEqual([])
  })
})

describe('a planted circle of features is reported', () => {
  const importing = (path: string) => `import { value } from '${path}'\nexport const used = value\n`
  const ends = (over: Readonly<Record<string, string>>) => ({
    'package.json': '{"name":"planted"}',
    'electron/features/agenda/items.ts': 'export const value = 1\n',
    'electron/features/agenda/publish.ts': importing('../documents/render.ts'),
    'electron/features/documents/render.ts': 'export const value = 1\n',
    'electron/features/documents/models.ts': importing('../agenda/items.ts'),
    ...over,
  })

  it('when it goes through other files on the way back', async () => {
    const found = await inPlantedTree(ends({}), (folder) => cruiseTree(folder, ['.']))
    expect(featureCycles(found.modules)).toEqual(['electron/features: agenda → documents → agenda'])
  })

  it('and not when one way is gone', async () => {
    const open = ends({ 'electron/features/agenda/publish.ts': 'export const value = 1\n' })
    const found = await inPlantedTree(open, (folder) => cruiseTree(folder, ['.']))
    expect(featureCycles(found.modules)).toEqual([])
  })
})

describe('a planted violation is reported', () => {
  it('for each rule there is', () => {
    const rules = (config.forbidden ?? []).map(({ name }) => name)
    expect(Object.keys(violations).sort()).toEqual([...rules].sort())
  })

  it.each(Object.entries(violations))('%s', async (rule, { files, from, innocent }) => {
    const tree = { 'package.json': '{"name":"planted","dependencies":{"zod":"*","electron":"*"}}', ...files }
    const found = await inPlantedTree(tree, (folder) => cruiseTree(folder, ['.']))
    const hits = found.summary.violations.filter((violation) => violation.rule.name === rule)
    expect(hits.map((hit) => hit.from)).toContain(from)
    if (innocent !== undefined) expect(hits.map((hit) => hit.from)).not.toContain(innocent)
  })
})
