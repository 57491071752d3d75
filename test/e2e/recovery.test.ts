// Recovery in the real window: damaged files of every kind, led out of by what the screens say, with the mouse alone.
import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { checkDatabase } from '../../electron/db/check.ts'
import { recoveryText as text } from '../../renderer/text/recovery.ts'
import { DATABASE, type Dice, damages, everyFile } from '../contract/damaged-world.ts'
import {
  type Application,
  callBridge,
  freshFolder,
  ready,
  removeFolder,
  startApplication,
} from './application.ts'
import { loadSample } from './screens.ts'

let world: string
beforeAll(async () => {
  world = join(freshFolder(), 'data')
  const app = await startApplication({ dataDir: world })
  await loadSample(app.page)
  await app.close()
})
afterAll(() => removeFolder(join(world, '..')))

const running: Application[] = []
afterEach(async () => {
  for (const app of running.splice(0)) await app.close()
})

const dice: Dice = (below) => Math.floor(below / 3)

/** The application started on damaged data; what their files were. */
async function damaged(name: string) {
  const dataDir = join(freshFolder(), 'data')
  cpSync(world, dataDir, { recursive: true })
  damages[name]?.(dataDir, dice)
  const before = everyFile(dataDir).get(DATABASE)
  const app = await startApplication({ dataDir })
  running.push(app)
  await ready(app.page)
  return { app, dataDir, before }
}

async function isOpenAgain(app: Application, dataDir: string, before: Buffer | undefined) {
  await app.page.getByRole('list', { name: text.steps }).waitFor({ state: 'detached', timeout: 30_000 })
  const home = await callBridge(app.page, 'home.get', {})
  expect(home.ok).toBe(true)
  const aside = readdirSync(dataDir).filter((name) => name.startsWith('donnees-endommagees-'))
  expect(aside).toHaveLength(1)
  if (before !== undefined)
    expect(
      everyFile(join(dataDir, aside[0] ?? ''))
        .get(DATABASE)
        ?.equals(before),
    ).toBe(true)
  expect(app.complaints).toEqual([])
  await app.close()
  running.length = 0
  expect(checkDatabase(join(dataDir, DATABASE)).sound).toBe(true)
}

describe('a damaged database', () => {
  it.each(['a first page of zeros', 'cut short'])('%s: read, counted, put in place', async (name) => {
    const { app, dataDir, before } = await damaged(name)
    await app.page.getByRole('button', { name: text.readAct }).click()
    await app.page.getByRole('button', { name: text.readUse }).click({ timeout: 60_000 })
    await isOpenAgain(app, dataDir, before)
  })

  it.each(['zero length', 'another program’s database', 'no database at all'])(
    '%s: nothing can be read, the newest backup takes its place',
    async (name) => {
      const { app, dataDir, before } = await damaged(name)
      await app.page.getByRole('button', { name: text.readAct }).click()
      await app.page.getByText(text.readNothing).waitFor({ timeout: 60_000 })
      await app.page.getByRole('button', { name: text.look }).first().click()
      await app.page.getByText(text.lastMeetings).waitFor()
      await app.page.getByRole('button', { name: text.useBackup }).first().click()
      await isOpenAgain(app, dataDir, before)
    },
  )

  it('that is gone: the newest backup takes its place', async () => {
    const { app, dataDir } = await damaged('gone')
    await app.page.getByRole('button', { name: text.useBackup }).first().click()
    await isOpenAgain(app, dataDir, undefined)
  })

  it('goes on being read after the application was killed in the middle', async () => {
    const { app, dataDir, before } = await damaged('a first page of zeros')
    await app.page.getByRole('button', { name: text.readAct }).click()
    await app.kill()
    running.length = 0
    const again = await startApplication({ dataDir })
    running.push(again)
    await again.page.getByRole('button', { name: text.readAct }).click()
    await again.page.getByRole('button', { name: text.readUse }).click({ timeout: 60_000 })
    await isOpenAgain(again, dataDir, before)
  })
})
