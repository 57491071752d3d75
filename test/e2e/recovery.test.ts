import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { errorSentences } from '../../electron/contract/error-sentences.ts'
import { checkDatabase } from '../../electron/db/copies/check.ts'
import { href } from '../../renderer/app/paths.ts'
import { backupsText } from '../../renderer/text/backups.ts'
import { damageText } from '../../renderer/text/damage.ts'
import { encryptionText } from '../../renderer/text/encryption.ts'
import { frameText } from '../../renderer/text/frame.ts'
import { keptFilesText } from '../../renderer/text/kept-files.ts'
import { recoveryText as text } from '../../renderer/text/recovery.ts'
import { DATABASE, type Dice, damages, destroyPagesOf, everyFile } from '../contract/damaged-world.ts'
import {
  type Application,
  callBridge,
  freshFolder,
  ready,
  removeFolder,
  startApplication,
} from './application.ts'
import { backupsPage, chooseCopies, fillTurnOn, openEncrypted } from './encrypted-copies.ts'
import {
  askDisplay,
  displays,
  loadSample,
  type Meetings,
  violationsInEveryLook,
  widthBeyond,
} from './screens.ts'

let world: string
let meetings: Meetings
beforeAll(async () => {
  world = join(freshFolder(), 'data')
  const app = await startApplication({ dataDir: world })
  meetings = await loadSample(app.page)
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

/** The present screen, in every way a window can look, and in a narrow one. */
async function isWellShown({ page }: Application) {
  expect(await violationsInEveryLook(page)).toEqual([])
  await askDisplay(page, displays.light)
  await page.setViewportSize({ width: 720, height: 450 })
  expect(await widthBeyond(page)).toBe(0)
  await page.setViewportSize({ width: 1280, height: 800 })
}

const said = (page: Page) => page.getByText(new RegExp(`^${frameText.saved}`))

/** The frame around data that nothing can be written to: no word of what is stored, and no act that writes. */
async function claimsNothing({ page }: Application) {
  await expect.poll(() => said(page).count()).toBe(0)
  await page.keyboard.press('ControlOrMeta+n')
  const dialog = page.getByRole('dialog').waitFor({ timeout: 500 })
  await expect(dialog).rejects.toThrow('Timeout 500ms exceeded')
}

/** The same frame once they are open. */
async function claimsAsUsual({ page }: Application) {
  await expect
    .poll(() => page.locator('header').first().innerText(), { timeout: 30_000 })
    .toContain(frameText.saved)
  await page.keyboard.press('ControlOrMeta+n')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
}

/** The next act may stand where the last one was pressed: it rests until the pointer has left. */
async function pressNext(page: Page, name: string) {
  const button = page.getByRole('button', { name })
  await button.waitFor({ timeout: 60_000 })
  await page.mouse.move(0, 0)
  // Scrolled to, it may come to lie there; two frames show that it rests, and a press then waits until it does no more.
  await button.scrollIntoViewIfNeeded()
  await page.evaluate(() => new Promise((rest) => requestAnimationFrame(() => requestAnimationFrame(rest))))
  await button.click()
}

async function isOpenAgain(app: Application, dataDir: string, before: Buffer | undefined) {
  await app.page.getByRole('list', { name: text.steps }).waitFor({ state: 'detached', timeout: 30_000 })
  const home = await callBridge(app.page, 'home.get', {})
  expect(home.ok).toBe(true)
  await claimsAsUsual(app)
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
    await claimsNothing(app)
    await app.page.getByRole('button', { name: text.readAct }).click()
    const use = app.page.getByRole('button', { name: text.readUse })
    await use.waitFor({ timeout: 60_000 })
    if (name === 'cut short') {
      await app.page.getByRole('button', { name: text.look }).first().click()
      await isWellShown(app)
    }
    await pressNext(app.page, text.readUse)
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

  it('that is met while the application runs is said, and led out of', async () => {
    const dataDir = join(freshFolder(), 'data')
    cpSync(world, dataDir, { recursive: true })
    const app = await startApplication({ dataDir })
    running.push(app)
    // Too large to have been read whole by the first screen.
    destroyPagesOf(dataDir, 'watch_item')
    const before = everyFile(dataDir).get(DATABASE)
    await app.page.evaluate((hash) => {
      location.hash = hash
    }, href('watch'))
    await app.page.getByRole('button', { name: damageText.examine }).waitFor()
    await claimsNothing(app)
    await isWellShown(app)
    await app.page.getByRole('button', { name: damageText.examine }).click()
    await app.page.getByRole('button', { name: text.readAct }).click({ timeout: 30_000 })
    await pressNext(app.page, text.readUse)
    await isOpenAgain(app, dataDir, before)
  })

  it('beside which a file is gone: opening it says so, and leads to where it comes back', async () => {
    const dataDir = join(freshFolder(), 'data')
    cpSync(world, dataDir, { recursive: true })
    const app = await startApplication({ dataDir })
    running.push(app)
    const { page } = app
    const meetingId = meetings.planned
    const bytes = new TextEncoder().encode('une pièce')
    const file = { fileName: 'Note de présentation.txt', bytes }
    const added = await callBridge(page, 'attachments.add', { meetingId, itemId: null, file })
    if (!added.ok) throw new Error(added.error.code)
    await callBridge(page, 'backups.make', {})
    const sha256 = added.value.find(({ fileName }) => fileName === file.fileName)?.sha256 ?? ''
    writeFileSync(join(dataDir, 'pieces', sha256), 'autre chose')
    await page.evaluate(
      (hash) => {
        location.hash = hash
      },
      href('attachments', { meetingId }),
    )
    await page.getByRole('button', { name: file.fileName }).first().click()
    await page.getByRole('main').getByText(errorSentences['kept-file-altered']).waitFor()
    await page.getByRole('link', { name: damageText.openFiles }).click()
    await page.getByRole('heading', { name: keptFilesText.title }).waitFor()
    await page.getByText(file.fileName).waitFor()
    await isWellShown(app)
    await page.getByRole('button', { name: keptFilesText.bringBackOf(file.fileName) }).click()
    await page.getByText(keptFilesText.broughtBack(1)).waitFor()
    expect(everyFile(join(dataDir, 'pieces')).get(sha256)?.toString()).toBe('une pièce')
    expect([...everyFile(join(dataDir, 'pieces-alterees')).values()].map(String)).toEqual(['autre chose'])
    await page.getByRole('button', { name: keptFilesText.check }).click()
    await page.getByText(keptFilesText.sound).waitFor()
    expect(app.complaints).toEqual([])
  })

  it('goes on being read after the application was killed in the middle', async () => {
    const { app, dataDir, before } = await damaged('a first page of zeros')
    await app.page.getByRole('button', { name: text.readAct }).click()
    await app.kill()
    running.length = 0
    const again = await startApplication({ dataDir })
    running.push(again)
    await again.page.getByRole('button', { name: text.readAct }).click()
    await pressNext(again.page, text.readUse)
    await isOpenAgain(again, dataDir, before)
  })
})

describe('the page of backups', () => {
  it('encrypts the copies, restores one with its passphrase, and takes the restoring back', async () => {
    const dataDir = join(freshFolder(), 'data')
    cpSync(world, dataDir, { recursive: true })
    const app = await startApplication({ dataDir })
    running.push(app)
    const { page } = app
    const count = async () => {
      const listed = await callBridge(page, 'meetings.list', { year: null })
      return listed.ok ? listed.value.length : listed.error.code
    }
    const second = join(dataDir, '..', 'reseau')
    await chooseCopies(app, second)
    await backupsPage(page)
    await fillTurnOn(page)
    await page.getByRole('button', { name: encryptionText.onConfirm, exact: true }).click()
    await page.getByRole('heading', { name: encryptionText.doneTitle }).waitFor({ timeout: 30_000 })
    await page.getByRole('button', { name: encryptionText.withoutSheet }).click()
    expect(readdirSync(second).filter((name) => name.endsWith('.seances'))).toEqual([])
    const before = await count()
    const added = await callBridge(page, 'meetings.create', {
      fields: { date: '2027-03-11' },
      fromTemplate: false,
    })
    expect(added.ok).toBe(true)
    await openEncrypted(page)
    await page.getByRole('button', { name: backupsText.restore, exact: true }).click()
    await page.getByRole('button', { name: backupsText.restoreConfirm }).click()
    const undo = page.getByRole('button', { name: backupsText.undo })
    await undo.waitFor({ timeout: 30_000 })
    expect(await count()).toBe(before)
    await undo.click()
    await page.getByText(backupsText.undone).waitFor({ timeout: 30_000 })
    expect(await count()).toBe(Number(before) + 1)
    expect(app.complaints).toEqual([])
  })
})
