import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorSentences } from '../../electron/contract/error-sentences.ts'
import { firstScreenFault } from '../../scripts/chunks.ts'
import { applicationFolder, freshFolder } from './application.ts'
import { type PackagedApplication, packagedFolder, startPackaged } from './packaged.ts'

const folder = packagedFolder()
const archive = join(folder, 'resources', 'app.asar')
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

describe('what is shipped', () => {
  it('has every fuse set', async () => {
    const wire = await getCurrentFuseWire(join(folder, 'seances-inp'))
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ]
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ]
    expect(on.map((fuse) => wire[fuse])).toEqual(on.map(() => FuseState.ENABLE))
    expect(off.map((fuse) => wire[fuse])).toEqual(off.map(() => FuseState.DISABLE))
  })

  it('holds the build, the resources, two native packages, two of WebAssembly, the dictionary the licences and the policies, nothing else', () => {
    const files = listPackage(archive, { isPack: false })
    const tops = new Set(files.map((file) => file.split('/')[1]))
    expect([...tops].sort()).toEqual(['dist', 'node_modules', 'package.json', 'resources'])
    const packages = files.filter((file) => /^\/node_modules\/(@[^/]+\/)?[^@/][^/]*$/.test(file))
    expect(
      packages.every((name) =>
        /better-sqlite3|typst-ts-node-compiler|@resvg|hunspell-wasm|dictionary-fr/.test(name),
      ),
    ).toBe(true)
    expect(files.filter((file) => file.endsWith('.node'))).toHaveLength(2)
    expect(files.filter((file) => /\.(ts|map|md)$/.test(file))).toEqual(
      files.filter((file) => file.startsWith('/resources/sample/') && file.endsWith('.md')),
    )
    expect(readdirSync(join(folder, 'resources')).sort()).toEqual([
      'app-update.yml',
      'app.asar',
      'app.asar.unpacked',
      'licences.txt',
      'policies',
    ])
  })
})

describe('the command beside it', () => {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env
  const inp = (...words: string[]) =>
    spawnSync(join(folder, 'inp'), words, { env, encoding: 'utf8', timeout: 60_000 })

  it('works as the one of the sources does, without a screen', () => {
    const data = join(freshFolder(), 'data')
    expect(inp('demo', '--data', data, '--years', '1').status).toBe(0)
    expect(inp('meetings', 'list', '--data', data)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/[0-9a-f-]{36}/),
    })
    // Which takes a process of its own.
    expect(inp('backup', '--data', data)).toMatchObject({ status: 0 })
    expect(inp('agenda', 'read', join(data, 'jamais.docx')).status).toBe(1)
    expect(inp('team', 'leave', '--data', data)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(errorSentences['team-none']),
    })
    expect(inp('team').status).toBe(2)
    expect(inp('team').stderr).toContain('inp team create')
  })
})

describe('the first screen', () => {
  it('loads no more of our own than it may', () => {
    expect(firstScreenFault(join(applicationFolder, 'dist', 'renderer'))).toBeNull()
  })
})

describe('as shipped', () => {
  let app: PackagedApplication
  beforeAll(async () => {
    // A binding named from outside is not loaded by a shipped application.
    app = await startPackaged(folder, { env: { SEANCES_SQLITE_BINDING: '/none.node' } })
  })
  afterAll(() => app.close())

  it('answers from its core, in the sandbox', async () => {
    const answer = await app.page.evaluate(() => Reflect.get(globalThis, 'seances').call('home.get', {}))
    expect(answer).toMatchObject({ ok: true, value: { isEmpty: true } })
    const statuses = childrenOf(app.process.pid ?? 0).map((pid) => ({
      command: readFileSync(`/proc/${pid}/cmdline`, 'utf8'),
      status: readFileSync(`/proc/${pid}/status`, 'utf8'),
    }))
    const renderers = statuses.filter(({ command }) => command.includes('--type=renderer'))
    expect(renderers.length).toBeGreaterThan(0)
    for (const { status } of renderers) expect(status).toMatch(/^Seccomp:\t2$/m)
  })

  it('checks the spelling with the dictionary that it carries', async () => {
    const answer = await app.page.evaluate(() =>
      Reflect.get(globalThis, 'seances').call('spelling.check', { words: ['asociation', 'association'] }),
    )
    expect(answer).toEqual({ ok: true, value: { misspelt: ['asociation'] } })
  })

  it('loads the binding of SQLite that lies in its own folder', () => {
    const loaded = new Set(
      childrenOf(app.process.pid ?? 0).flatMap((pid) =>
        readFileSync(`/proc/${pid}/maps`, 'utf8')
          .split('\n')
          .flatMap((line) => /\S*better-sqlite3\S*\.node$/.exec(line)?.[0] ?? []),
      ),
    )
    expect(loaded.size).toBe(1)
    const [path = ''] = loaded
    expect(path.startsWith(folder)).toBe(true)
    const expected = process.env.SEANCES_SQLITE_BINDING
    if (expected !== undefined) expect(sha256(path)).toBe(sha256(expected))
  })
})

/** The processes below one: each thread has children of its own. */
function childrenOf(pid: number): number[] {
  const direct = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').trim().split(' ').filter(Boolean),
  )
  return direct.map(Number).flatMap((child) => [child, ...childrenOf(child)])
}
