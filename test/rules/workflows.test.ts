import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { billOfMaterials } from '../../scripts/sbom.ts'
import { readTracked, root, trackedPaths } from './tracked.ts'
import { workflowFaults } from './workflow-rules.ts'

const workflows = trackedPaths().filter((path) => path.startsWith('.github/workflows/'))
const textOf = (path: string) => readTracked(path).text ?? ''
const tests = textOf('.github/workflows/test.yml')
const hash = /@[0-9a-f]{40} # v7\.0\.1/

const expression = (before: string, words: string) => `${before}$${`{{ ${words} }}`}`

describe('workflows', () => {
  it.each(workflows)('%s may do no more than it must', (path) => {
    expect(workflowFaults(textOf(path))).toEqual([])
  })

  it('are there for tests and releases', () => {
    expect(workflows).toEqual(['.github/workflows/release.yml', '.github/workflows/test.yml'])
  })

  it.each([
    ['a tag that can be moved', tests.replace(hash, '@v7')],
    ['a hash that does not say what it is', tests.replace(hash, (found) => found.slice(0, 41))],
    ['an action of somebody else', tests.replace('actions/setup-node@', 'somebody/setup-node@')],
    ['rights for all', tests.replace('permissions: {}', 'permissions:\n  contents: read')],
    ['no rights said', tests.replace('permissions: {}\n', '')],
    ['writing for strangers', tests.replace('contents: read', 'contents: write')],
    ['packages written', tests.replace('contents: read', 'packages: write')],
    ['a stranger beside secrets', tests.replace('pull_request:', 'pull_request_target:')],
    ['secrets for strangers', tests.replace('node-version: 24', expression('token: ', 'secrets.TOKEN'))],
    ['credentials left', tests.replace('persist-credentials: false', 'persist-credentials: true')],
    [
      'words of an event in a script',
      tests.replace('run: npm test', expression('run: echo ', 'github.head_ref')),
    ],
    ['no end', tests.replace('    timeout-minutes: 90\n', '')],
  ])('%s is reported', (_, planted) => {
    expect(planted).not.toBe(tests)
    expect(workflowFaults(planted)).not.toEqual([])
  })
})

const silent = { isEnabled: false, add: () => undefined }
type Packager = { validateConfiguration(configuration: object, log: typeof silent): Promise<void> }
/** The packager's own check against its schema, which it does not hand out by name. */
function packager(): Promise<Packager> {
  const path = join(root, 'node_modules', 'app-builder-lib', 'out', 'util', 'config', 'config.js')
  return import(pathToFileURL(path).href)
}

describe('the release', () => {
  const release = textOf('.github/workflows/release.yml')
  /** The programs of npm that the job of the packages runs, in order. */
  const programs = (text: string): string[] =>
    parse(text).jobs.build.steps.flatMap(
      ({ run = '' }: { run?: string }) => /^np[mx] [\w -]*?(?= --|$)/.exec(run)?.[0] ?? [],
    )
  const compiledBefore = (text: string) =>
    programs(text).slice(-3).join() === 'npm run build,npm run compile,npx electron-builder'

  it('packages what V8 compiled before', () => {
    expect(compiledBefore(release)).toBe(true)
    const without = release.replace('      - run: npm run compile\n', '')
    expect(without).not.toBe(release)
    expect(compiledBefore(without)).toBe(false)
  })
})

describe('the configuration of the packager', () => {
  const configuration = () => parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8'))

  it('is one that the packager takes', async () => {
    const { validateConfiguration } = await packager()
    await validateConfiguration(configuration(), silent)
    const planted = { ...configuration(), nsis: { oneClik: true } }
    await expect(validateConfiguration(planted, silent)).rejects.toThrow('configuration.nsis')
  })

  it('has every target of the release', () => {
    const { win, mac, linux } = configuration()
    expect([win.target, mac.target, linux.target]).toEqual([
      ['nsis', 'msi'],
      ['dmg', 'zip'],
      ['AppImage', 'deb', 'rpm'],
    ])
  })
})

describe('the list of parts', () => {
  it('names each part once, with a licence, and none that only builds', () => {
    const { components } = billOfMaterials() as {
      components: { name: string; purl: string; licenses: object[] }[]
    }
    const purls = components.map(({ purl }) => purl)
    expect(new Set(purls).size).toBe(purls.length)
    expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(['electron', 'react', 'zod']))
    expect(purls.filter((purl) => purl.includes('vitest'))).toEqual([])
    expect(purls).toEqual(expect.arrayContaining([expect.stringMatching(/^pkg:npm\/%40myriaddreamin\//)]))
    for (const { licenses } of components) expect(licenses).toHaveLength(1)
    expect(purls.filter((purl) => /android|riscv|musl|freebsd|linux-arm/.test(purl))).toEqual([])
    expect(purls).toEqual(expect.arrayContaining([expect.stringMatching(/sqlite/)]))
    // As many as there are families of files among the resources.
    const families = ['source-sans-3', 'source-serif-4', 'ibm-plex-sans-arabic', 'noto-sans-hebrew']
    for (const family of families) expect(purls.filter((purl) => purl.includes(family))).not.toEqual([])
  })
})
