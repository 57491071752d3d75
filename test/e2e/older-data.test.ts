// Data put back as they were before: the window says so at once, with what a copy holds more, and waits for an answer.
import { copyFileSync, cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DATABASE_NAME } from '../../electron/db/open.ts'
import { damageText as text } from '../../renderer/text/damage.ts'
import { placeText } from '../../renderer/text/place.ts'
import { openTestCore } from '../contract/open-core.ts'
import { type Application, freshFolder, removeFolder, startApplication } from './application.ts'
import { violations } from './screens.ts'

const meeting = (month: number) => ({
  fields: { date: `2027-0${month}-14`, title: `Séance ${month}` },
  fromTemplate: false,
})

let dataDir: string
let app: Application | null = null
beforeEach(async () => {
  dataDir = freshFolder()
  const core = await openTestCore()
  const old = `${core.folder}-ancien`
  await core.ok('meetings.create', meeting(1))
  await core.ok('backups.make', {})
  await core.restart()
  // Closed: the file holds everything.
  mkdirSync(old)
  copyFileSync(join(core.folder, 'sauvegardes', firstBackup(core.folder)), join(old, DATABASE_NAME))
  for (const month of [2, 3]) await core.ok('meetings.create', meeting(month))
  await core.ok('backups.make', {})
  await core.restart()
  cpSync(core.folder, dataDir, {
    recursive: true,
    filter: (path) => !/\.lock$|-shm$|-wal$|seances\.ouvert$/.test(path),
  })
  copyFileSync(join(old, DATABASE_NAME), join(dataDir, DATABASE_NAME))
  rmSync(old, { recursive: true, force: true })
  await core.dispose()
})
afterEach(async () => {
  await app?.close()
  app = null
  removeFolder(dataDir)
})

const firstBackup = (folder: string) =>
  readdirSync(join(folder, 'sauvegardes'))
    .filter((name) => name.endsWith('.seances'))
    .sort()[0] ?? ''

it('older data say what a copy holds more, lead to the copies, and are kept once somebody said so', async () => {
  app = await startApplication({ dataDir })
  const { page } = app
  const banner = page.getByRole('status').filter({ hasText: text.toBackups })
  await banner.waitFor()
  expect(await banner.textContent()).toMatch(/1\sséance.*3\sséances|3\sséances.*1\sséance/su)
  expect(await violations(page)).toEqual([])
  await banner.getByRole('link', { name: text.toBackups }).click()
  await page.getByRole('heading', { level: 2, name: placeText.backups, exact: true }).waitFor()
  await banner.getByRole('button', { name: text.keep }).click()
  await banner.waitFor({ state: 'detached' })
  expect(app.complaints).toEqual([])
})
