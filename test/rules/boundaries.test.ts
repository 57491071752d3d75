import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { beforeAll, describe, expect, it } from 'vitest'
import config from '../../.dependency-cruiser.mjs'
import { violations } from './boundary-plants.ts'
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
