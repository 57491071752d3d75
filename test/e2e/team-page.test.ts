// Réglages → Équipe, in a real window and on a real base.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TeamAddress } from '../../electron/db/postgres/address.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { PASSWORD, startServer, type TestServer } from '../team/server.ts'
import { type Application, callBridge, freshFolder, startApplication } from './application.ts'
import {
  askDisplay,
  desk,
  displays,
  enlarged,
  violations,
  violationsInEveryLook,
  widthBeyond,
} from './screens.ts'

let server: TestServer
const running: Application[] = []
beforeAll(async () => {
  server = await startServer()
})
afterAll(async () => {
  for (const app of running) await app.close()
  await server.stop()
})

async function start(dataDir = join(freshFolder(), 'data')): Promise<Application> {
  const app = await startApplication({ dataDir })
  running.push(app)
  return app
}

function connectionFile({ user: _, ...address }: TeamAddress): string {
  const path = join(freshFolder(), 'equipe.json')
  writeFileSync(path, JSON.stringify({ kind: 'seances-inp/equipe', ...address }))
  return path
}

const goTo = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to
  }, hash)

async function offer(page: Page, path: string): Promise<void> {
  await goTo(page, '#/reglages/equipe')
  await page.getByRole('region', { name: 'Rejoindre une équipe' }).waitFor()
  await page.locator('input[type=file]').setInputFiles(path)
}

async function give(page: Page, user: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Compte' }).fill(user)
  await page.getByLabel('Mot de passe', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Continuer' }).click()
}

const newMeeting = (page: Page, date: string) =>
  callBridge(page, 'meetings.create', { fields: { date }, fromTemplate: false })

it('joins by the file of IT, is asked for the password at each start, writes it nowhere, and leaves', async () => {
  const base = await server.newBase()
  const app = await start()
  const { page, dataDir } = app
  await newMeeting(page, '2027-01-14')

  const wrong = join(freshFolder(), 'autre.json')
  writeFileSync(wrong, '{"kind":"seances-inp/profil"}')
  await offer(page, wrong)
  await page.getByText('Ce fichier n’est pas un fichier de connexion.').waitFor()
  await offer(page, connectionFile(base))
  await page.getByText(`« ${base.database} » sur 127.0.0.1`).waitFor()
  await give(page, base.user, 'autre')
  await page.getByText('refuse ce compte ou ce mot de passe').waitFor()
  await give(page, base.user, PASSWORD)
  await page.getByText('Ce compte a le rôle administration.').waitFor()
  await expectSound(app)
  await page.getByRole('button', { name: 'Rejoindre l’équipe' }).click()
  const team = page.getByRole('region', { name: 'Cette équipe' })
  await team.waitFor()
  expect(await team.innerText()).toContain(base.user)
  await expectSound(app)
  expect((await callBridge(page, 'meetings.list', { year: null })).ok).toBe(true)
  expect(await page.getByRole('link', { name: 'Passer la main' }).count()).toBe(0)
  await newMeeting(page, '2027-02-11')
  await app.close()

  const again = await start(dataDir)
  await again.page.getByRole('heading', { name: 'La base de l’équipe n’est pas ouverte' }).waitFor()
  await expectSound(again)
  await again.page.getByLabel('Mot de passe', { exact: true }).fill('autre')
  await again.page.getByRole('button', { name: 'Ouvrir' }).click()
  await again.page.getByText('refuse ce compte ou ce mot de passe').first().waitFor()
  await again.page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD)
  await again.page.getByRole('button', { name: 'Ouvrir' }).click()
  await again.page.getByRole('link', { name: 'Accueil' }).waitFor()
  const there = await callBridge(again.page, 'meetings.list', { year: null })
  expect(there.ok ? there.value.map(({ date }) => date) : there.error).toEqual(['2027-02-11'])

  await goTo(again.page, '#/reglages/equipe')
  await again.page.getByRole('button', { name: 'Quitter l’équipe…' }).click()
  await again.page.getByRole('alertdialog').getByRole('button', { name: 'Quitter l’équipe' }).click()
  await again.page.getByRole('region', { name: 'Rejoindre une équipe' }).waitFor()
  const own = await callBridge(again.page, 'meetings.list', { year: null })
  expect(own.ok ? own.value.map(({ date }) => date) : own.error).toEqual(['2027-01-14'])
  await again.close()

  const holding = filesBelow(join(dataDir, '..')).filter((path) => readFileSync(path).includes(PASSWORD))
  expect(holding).toEqual([])
  expect([...app.complaints, ...again.complaints]).toEqual([])
})

it('shares what this desk holds, and another brings it all back', async () => {
  const base = await server.newBase()
  const one = await start()
  const sampled = await callBridge(one.page, 'sample.load', {})
  expect(sampled.ok).toBe(true)
  const before = await everything(one.page)
  await offer(one.page, connectionFile(base))
  await give(one.page, base.user, PASSWORD)
  await one.page.getByRole('button', { name: 'Partager avec l’équipe' }).click()
  await one.page.getByRole('region', { name: 'Cette équipe' }).waitFor()
  expect(await everything(one.page)).toEqual(before)

  const other = await start()
  await newMeeting(other.page, '2030-01-10')
  await offer(other.page, connectionFile(base))
  await give(other.page, base.user, PASSWORD)
  await other.page.getByText('Cette base contient déjà les séances de l’équipe.').waitFor()
  expect(await other.page.getByRole('button', { name: 'Partager avec l’équipe' }).count()).toBe(0)
  await other.page.getByRole('button', { name: 'Rejoindre l’équipe' }).click()
  await other.page.getByRole('button', { name: 'Reprendre sur ce poste…' }).click()
  await other.page.getByRole('alertdialog').getByRole('button', { name: 'Reprendre' }).click()
  await other.page.getByRole('region', { name: 'Rejoindre une équipe' }).waitFor()
  expect(await everything(other.page)).toEqual(before)
  // It is a desk of its own again: what it writes reaches nobody.
  expect((await newMeeting(other.page, '2031-01-09')).ok).toBe(true)
  expect(await everything(one.page)).toEqual(before)
  expect([...one.complaints, ...other.complaints]).toEqual([])
})

it('reads its copy while the server is away, also from the start on, and sends what was typed when it is back', async () => {
  const own = await startServer()
  const base = await own.newBase()
  const app = await start()
  const { page } = app
  await offer(page, connectionFile(base))
  await give(page, base.user, PASSWORD)
  await page.getByRole('button', { name: 'Rejoindre l’équipe' }).click()
  await page.getByRole('region', { name: 'Cette équipe' }).waitFor()
  const made = await newMeeting(page, '2027-01-14')
  const meetingId = made.ok ? made.value.id : ''
  const itemId = newId()
  const fields = { title: 'Annuaire partagé' }
  await callBridge(page, 'agenda.add', { id: itemId, meetingId, parentId: null, afterId: null, fields })
  await page.getByText('Copie de lecture').waitFor()
  await page.getByText('aujourd’hui').waitFor({ timeout: 20_000 })

  await goTo(page, `#/seances/${meetingId}/ordre-du-jour`)
  const row = page.getByRole('row').filter({ hasText: 'Annuaire partagé' }).first()
  await row.click()
  const title = page.getByRole('textbox', { name: 'Intitulé' }).first()
  await own.pause()
  await page.getByText('Le serveur de l’équipe ne répond pas depuis').waitFor({ timeout: 10_000 })
  await title.fill('Annuaire commun')
  await page.getByRole('button', { name: 'Non enregistré : réessayer' }).waitFor({ timeout: 10_000 })
  await page.getByRole('button', { name: 'Lire la copie' }).click()
  await page.waitForFunction(() => document.title.includes('Copie du'))
  expect(await callBridge(page, 'agenda.list', { meetingId })).toMatchObject({ ok: true })
  await expectSound(app)
  await own.resume()
  await page
    .getByText('Le serveur de l’équipe ne répond pas depuis')
    .waitFor({ state: 'detached', timeout: 20_000 })
  await expect
    .poll(async () => JSON.stringify(await callBridge(page, 'agenda.list', { meetingId })), {
      timeout: 20_000,
    })
    .toContain('Annuaire commun')
  await app.close()

  await own.pause()
  const again = await start(app.dataDir)
  await again.page.waitForFunction(() => document.title.includes('Copie du'), null, { timeout: 20_000 })
  expect(await callBridge(again.page, 'meetings.list', { year: null })).toMatchObject({
    ok: true,
    value: [{ date: '2027-01-14' }],
  })
  expect(await newMeeting(again.page, '2027-03-11')).toMatchObject({
    ok: false,
    error: { code: 'team-away' },
  })
  await own.resume()
  // Without a keychain nobody knows the password any more.
  await again.page.getByText('Saisir le mot de passe').waitFor({ timeout: 20_000 })
  await again.close()
  await own.stop()
})

/** In every display, and at 200 %. */
async function expectSound({ electron, page }: Application): Promise<void> {
  expect(await violationsInEveryLook(page)).toEqual([])
  await askDisplay(page, displays.light)
  await resize(electron, enlarged)
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(enlarged.width)
  expect(await widthBeyond(page)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
  await resize(electron, desk)
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(desk.width)
}

const resize = (electron: Application['electron'], size: { width: number; height: number }) =>
  electron.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, size)

/** What two desks must have alike. */
async function everything(page: Page): Promise<unknown> {
  const meetings = await callBridge(page, 'meetings.list', { year: null })
  const projects = await callBridge(page, 'projects.list', {})
  const people = await callBridge(page, 'directory.list', {})
  return [meetings, projects, people].map((answer) => (answer.ok ? answer.value : answer.error.code))
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
