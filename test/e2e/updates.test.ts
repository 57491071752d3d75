// A new version from a server on this machine, in the packaged application; what is fetched is never started.

import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import { nativeOptions } from '../../electron/db/native.ts'
import { DATABASE_NAME } from '../../electron/db/open.ts'
import { formatSize } from '../../electron/domain/text/french.ts'
import { href } from '../../renderer/app/paths.ts'
import { deskText as text } from '../../renderer/text/desk.ts'
import { putInSession } from '../put-in-session.ts'
import { callBridge, freshFolder, removeFolder } from './application.ts'
import { type PackagedApplication, packagedCopy, startPackaged } from './packaged.ts'
import { loadSample, show } from './screens.ts'

const image = randomBytes(300_000)
const sha512 = createHash('sha512').update(image).digest('base64')
const release = (sum: string) => `version: 9.0.0
files:
  - url: seances-inp-9.0.0.deb
    sha512: ${sum}
    size: 5
  - url: seances-inp-9.0.0.AppImage
    sha512: ${sum}
    size: ${image.length}
  - url: seances-inp-9.0.0.rpm
    sha512: ${sum}
    size: 6
path: seances-inp-9.0.0.AppImage
sha512: ${sum}
releaseDate: '2027-01-01T00:00:00.000Z'
`

const program = packagedCopy()
afterAll(() => removeFolder(dirname(program)))

let server: Server
let asked: string[]
let published: string
let folder: string
/** Where the person keeps the file that runs. */
let own: string
let app: PackagedApplication | null

beforeEach(async () => {
  asked = []
  published = release(sha512)
  app = null
  folder = freshFolder()
  mkdirSync(join(folder, 'cache'))
  own = join(folder, 'own')
  mkdirSync(own)
  writeFileSync(ownFile(), `#!/bin/sh\nprintf '%s\\n' "$@" > '${opened()}'\n`, { mode: 0o755 })
  server = createServer(({ url = '' }, response) => {
    const path = url.replace(/\?.*/, '')
    asked.push(path)
    if (path === '/latest-x64-linux.yml') response.end(published)
    else if (path === '/seances-inp-9.0.0.AppImage') response.end(image)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  await app?.close()
  server.closeAllConnections()
  server.close()
  chmodSync(own, 0o755)
  removeFolder(folder)
})

/** @param installed whether the person's own file is what runs. */
async function start(
  installed: boolean,
  policies: object,
  args: readonly string[] = [],
  unfolded = program,
): Promise<PackagedApplication> {
  writeFileSync(join(program, 'policies.json'), JSON.stringify(policies))
  app = await startPackaged(program, {
    args,
    env: {
      XDG_CACHE_HOME: join(folder, 'cache'),
      ...(installed ? { APPIMAGE: ownFile(), APPDIR: unfolded } : {}),
    },
  })
  return app
}

const ownFile = () => join(own, 'seances-inp.AppImage')
/** What that file was started with. */
const opened = () => join(folder, 'opened')
const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
const fetched = () => {
  const pending = join(folder, 'cache', 'seances-inp-updater', 'pending')
  return existsSync(pending) ? readdirSync(pending).filter((name) => name.endsWith('.AppImage')) : []
}

it('is looked for, fetched and offered only when asked for each, and never under a meeting in session', async () => {
  const { page } = await start(true, { UpdateAddress: address() })
  const meetings = await loadSample(page)
  await show(page, 'settings', href('settings', {}, 'a-propos'))
  const section = page.getByRole('region', { name: text.updates })
  const button = (name: string) => section.getByRole('button', { name })
  await button(text.lookForUpdate).waitFor()
  expect(asked).toEqual([])
  await button(text.lookForUpdate).click()
  await section.getByText(text.offered('9.0.0', formatSize(image.length))).waitFor()
  expect(asked).toEqual(['/latest-x64-linux.yml'])
  expect(fetched()).toEqual([])
  await button(text.fetchUpdate).click()
  await section.getByText('La version 9.0.0 est téléchargée').waitFor()
  expect(fetched()).toEqual(['seances-inp-9.0.0.AppImage'])
  await putInSession(async (method, input) => {
    const answer = await callBridge(page, method, input)
    if (!answer.ok) throw new Error(answer.error.code)
    return answer.value
  }, meetings.planned)
  expect(await callBridge(page, 'desk.installUpdate', {})).toEqual({
    ok: false,
    error: { code: 'update-in-session' },
  })
})

it('that was replaced since it was offered is fetched as it is now, another one offered first', async () => {
  published = release(createHash('sha512').update('another').digest('base64'))
  const { page } = await start(true, { UpdateAddress: address() })
  await callBridge(page, 'desk.lookForUpdate', {})
  published = release(sha512)
  expect(await callBridge(page, 'desk.fetchUpdate', {})).toMatchObject({ value: { standing: 'ready' } })
  await callBridge(page, 'desk.lookForUpdate', {})
  published = release(sha512).replaceAll('9.0.0', '9.0.1')
  expect(await callBridge(page, 'desk.fetchUpdate', {})).toEqual({
    ok: true,
    value: { standing: 'offered', version: '9.0.1', bytes: image.length },
  })
})

it('that cannot be installed opens this version again, which says so', async () => {
  const { page, process } = await start(true, { UpdateAddress: address() })
  await callBridge(page, 'desk.lookForUpdate', {})
  await callBridge(page, 'desk.fetchUpdate', {})
  const gone = new Promise((resolve) => process.once('exit', resolve))
  chmodSync(own, 0o555)
  expect(await callBridge(page, 'desk.installUpdate', {})).toMatchObject({ value: { standing: 'ready' } })
  await gone
  await expect
    .poll(() => (existsSync(opened()) ? readFileSync(opened(), 'utf8') : ''))
    .toMatch(/^--data-dir=/m)
  const [failed = ''] = readFileSync(opened(), 'utf8').split('\n')
  chmodSync(own, 0o755)
  const again = await start(true, { UpdateAddress: address() }, [failed])
  expect(await callBridge(again.page, 'desk.updates', {})).toEqual({
    ok: true,
    value: { standing: 'failed' },
  })
})

it('is found, fetched and installed from where data of a newer version wait for it', async () => {
  const dataDir = join(folder, 'data')
  const first = await startPackaged(program, { dataDir })
  await first.close()
  const db = new Database(join(dataDir, DATABASE_NAME), nativeOptions())
  db.pragma('user_version = 999')
  db.close()
  const { page, process } = await start(true, { UpdateAddress: address() }, [`--data-dir=${dataDir}`])
  const press = (name: string) =>
    page.getByRole('region', { name: text.updates }).getByRole('button', { name }).click()
  await press(text.lookForUpdate)
  await press(text.fetchUpdate)
  const gone = new Promise((resolve) => process.once('exit', resolve))
  // What is put in place then is nothing that could be started.
  chmodSync(own, 0o555)
  await press(text.installUpdate)
  await gone
  await expect
    .poll(() => (existsSync(opened()) ? readFileSync(opened(), 'utf8') : ''))
    .toMatch(/^--update-failed/m)
})

it('that is not what was fetched any more takes nothing away', async () => {
  const { page, process } = await start(true, { UpdateAddress: address() })
  const before = readFileSync(ownFile(), 'utf8')
  await callBridge(page, 'desk.lookForUpdate', {})
  await callBridge(page, 'desk.fetchUpdate', {})
  const [name = ''] = fetched()
  writeFileSync(join(folder, 'cache', 'seances-inp-updater', 'pending', name), 'half of it')
  const gone = new Promise((resolve) => process.once('exit', resolve))
  expect(await callBridge(page, 'desk.installUpdate', {})).toMatchObject({ value: { standing: 'ready' } })
  await gone
  await expect.poll(() => existsSync(opened())).toBe(true)
  expect(readFileSync(opened(), 'utf8')).toMatch(/^--update-failed/m)
  expect(readdirSync(own)).toEqual(['seances-inp.AppImage'])
  expect(readFileSync(ownFile(), 'utf8')).toBe(before)
})

it('is not put in the place of another program that started this one', async () => {
  const { page } = await start(true, { UpdateAddress: address() }, [], own)
  expect(await callBridge(page, 'desk.lookForUpdate', {})).toEqual({
    ok: true,
    value: { standing: 'elsewhere' },
  })
  expect(asked).toEqual([])
})

it('that was altered on the way is not taken', async () => {
  published = release(createHash('sha512').update('another').digest('base64'))
  const { page } = await start(true, { UpdateAddress: address() })
  expect(await callBridge(page, 'desk.lookForUpdate', {})).toMatchObject({ value: { standing: 'offered' } })
  expect(await callBridge(page, 'desk.fetchUpdate', {})).toEqual({
    ok: false,
    error: { code: 'update-away' },
  })
  expect(fetched()).toEqual([])
})

it('is not looked for where the application is there for the whole machine, or nobody says where', async () => {
  for (const [installed, policies, mode] of [
    [false, { UpdateAddress: address() }, 0o755],
    [true, { UpdateAddress: address() }, 0o555],
    [true, {}, 0o755],
  ] as const) {
    chmodSync(own, mode)
    const { page, close } = await start(installed, policies)
    expect(await callBridge(page, 'desk.lookForUpdate', {})).toEqual({
      ok: true,
      value: { standing: 'elsewhere' },
    })
    await close()
    app = null
  }
  expect(asked).toEqual([])
})
