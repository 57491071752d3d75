import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { beforeAll, describe, expect, it } from 'vitest'
import config from '../../.dependency-cruiser.mjs'
import { violations } from './boundary-plants.ts'
import { featureCycles } from './feature-cycles.ts'
import { inPlantedTree } from './planted-tree.ts'
import { singleUse } from './single-use.ts'
import { readTracked, root, trackedPaths } from './tracked.ts'

const tops = ['electron', 'renderer', 'scripts', 'test']
/** More short files of one use than this, and a feature is read by opening files. */
const MOST_SINGLE_USE = 39
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

  it('leave few short files to one importer', () => {
    const found = singleUse(result.modules, (path) => readTracked(path).text ?? '')
    expect(found.length, found.join('\n')).toBeLessThanOrEqual(MOST_SINGLE_USE)
  })
})

describe('a short file of one use', () => {
  const short = 'export const value = 1\n'
  const importing = "import { value } from './part.ts'\nexport const used = value\n"
  const found = (files: Readonly<Record<string, string>>) =>
    inPlantedTree({ 'package.json': '{"name":"planted"}', ...files }, async (folder) =>
      singleUse((await cruiseTree(folder, ['.'])).modules, (path) => files[path] ?? ''),
    )
  const part = 'electron/domain/part.ts'

  it('is reported', async () => {
    expect(await found({ [part]: short, 'electron/domain/whole.ts': importing })).toEqual([part])
  })

  it.each<[string, Readonly<Record<string, string>>]>([
    ['is long', { [part]: short + '// …\n'.repeat(60), 'electron/domain/whole.ts': importing }],
    [
      'is imported by two',
      { [part]: short, 'electron/domain/whole.ts': importing, 'electron/domain/b.ts': importing },
    ],
    [
      'has a test',
      {
        [part]: short,
        'electron/domain/whole.ts': importing,
        'test/unit/part.test.ts': importing.replace('./part.ts', '../../electron/domain/part.ts'),
      },
    ],
    [
      'is loaded when it is needed',
      { [part]: short, 'electron/domain/whole.ts': "export const load = () => import('./part.ts')\n" },
    ],
    [
      'declares acts',
      {
        'electron/domain/row-acts.ts': short,
        'electron/domain/whole.ts': importing.replace('part', 'row-acts'),
      },
    ],
    [
      'goes out by a door',
      { [part]: short, 'electron/domain/tables.ts': "export { value } from './part.ts'\n" },
    ],
    [
      'is a door',
      {
        [part]: "export { value } from './value.ts'\n",
        'electron/domain/value.ts': short + '// …\n'.repeat(60),
        'electron/domain/whole.ts': importing,
      },
    ],
  ])('is left alone when it %s', async (_, files) => {
    expect(await found(files)).toEqual([])
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
