// Two real windows on the base of one team.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { joinTeam, type TeamAddress } from '../../electron/db/postgres/address.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { href } from '../../renderer/app/paths.ts'
import { PASSWORD, roleIn, startServer, type TestServer } from '../team/server.ts'
import { type Application, callBridge, freshFolder, startApplication } from './application.ts'
import { show } from './screens.ts'

let server: TestServer
let address: TeamAddress
const running: Application[] = []
beforeAll(async () => {
  server = await startServer()
  address = await server.newBase()
})
afterAll(async () => {
  for (const app of running) await app.close()
  await server.stop()
})

async function windowOf({ user, ...rest } = address): Promise<Application> {
  const dataDir = join(freshFolder(), 'data')
  await joinTeam(dataDir, { kind: 'seances-inp/equipe', ...rest }, user)
  const passwords = join(mkdtempSync(join(tmpdir(), 'seances-pass-')), 'pgpass')
  writeFileSync(passwords, `*:*:*:*:${PASSWORD}\n`, { mode: 0o600 })
  const app = await startApplication({ dataDir, env: { PGPASSFILE: passwords } })
  running.push(app)
  return app
}

it('shows in one window what is written in the other, and moves nothing that is typed there', async () => {
  const [one, other] = [await windowOf(), await windowOf()]
  const made = await callBridge(one.page, 'meetings.create', {
    fields: { date: '2027-01-14' },
    fromTemplate: false,
  })
  const meetingId = made.ok ? made.value.id : ''
  const add = async (title: string) =>
    callBridge(one.page, 'agenda.add', {
      id: newId(),
      meetingId,
      parentId: null,
      afterId: null,
      fields: { title },
    })
  await add('Annuaire partagé')
  await other.page.evaluate((id) => {
    location.hash = `#/seances/${id}/ordre-du-jour`
  }, meetingId)
  const row = (title: string) => other.page.getByRole('row').filter({ hasText: title })
  await row('Annuaire partagé').first().waitFor()
  await row('Annuaire partagé').first().click()
  const title = other.page.getByRole('textbox', { name: 'Intitulé' }).first()
  await title.fill('Annuaire commun')
  // Who only looks on sees who writes there.
  await one.page.evaluate((id) => {
    location.hash = `#/seances/${id}/ordre-du-jour`
  }, meetingId)
  await one.page
    .getByRole('row')
    .filter({ hasText: 'Annuaire' })
    .getByText(/écrit$/)
    .first()
    .waitFor()
  await add('Guide des élus')
  await row('Guide des élus').first().waitFor({ timeout: 1000 })
  expect(await title.inputValue()).toBe('Annuaire commun')
  await one.page
    .getByText(/^Sur cette base\s: vous, /)
    .first()
    .waitFor({ state: 'attached' })
  expect([...one.complaints, ...other.complaints]).toEqual([])
})

it('shows both texts of a field that two people write, and stores neither over the other', async () => {
  const [one, other] = [await windowOf(), await windowOf()]
  const made = await callBridge(one.page, 'meetings.create', {
    fields: { date: '2027-03-11' },
    fromTemplate: false,
  })
  const meetingId = made.ok ? made.value.id : ''
  const id = newId()
  const fields = { title: 'Annuaire' }
  await callBridge(one.page, 'agenda.add', { id, meetingId, parentId: null, afterId: null, fields })
  const titleIn = async ({ page }: Application) => {
    await page.evaluate((to) => {
      location.hash = `#/seances/${to}/ordre-du-jour`
    }, meetingId)
    await page.getByRole('row').filter({ hasText: 'Annuaire' }).first().click()
    return page.getByRole('textbox', { name: 'Intitulé' }).first()
  }
  const [mine, theirs] = [await titleIn(one), await titleIn(other)]
  await mine.fill('Annuaire commun')
  await expect.poll(() => theirs.inputValue(), { timeout: 5000 }).toBe('Annuaire commun')
  await theirs.fill('Annuaire national')
  await expect.poll(() => stored(one, meetingId), { timeout: 5000 }).toEqual(['Annuaire national'])
  await mine.press('End')
  await mine.pressSequentially(' des élus')
  const both = one.page.getByRole('region', { name: 'Deux textes' })
  await both.waitFor()
  expect(await both.innerText()).toContain('Annuaire national')
  expect(await mine.inputValue()).toBe('Annuaire commun des élus')
  expect(await stored(other, meetingId)).toEqual(['Annuaire national'])
  await both.getByRole('button', { name: 'Garder le texte saisi ici' }).click()
  await expect.poll(() => stored(other, meetingId), { timeout: 5000 }).toEqual(['Annuaire commun des élus'])
})

it('has minutes written by two people, read by a third, and taken back by each', async () => {
  await server.query(
    'postgres',
    `CREATE ROLE lectrice LOGIN PASSWORD '${PASSWORD}'; GRANT ${roleIn('lecture')} TO lectrice`,
  )
  const base = await server.newBase()
  const [one, other] = [await windowOf(base), await windowOf(base)]
  const reader = await windowOf({ ...base, user: 'lectrice' })
  expect(await callBridge(one.page, 'sample.load', {})).toMatchObject({ ok: true })
  const listed = await callBridge(one.page, 'meetings.list', { year: null })
  const held = listed.ok ? listed.value.find(({ minutesState }) => minutesState === 'review') : undefined
  const meetingId = held?.id ?? ''
  const sections = async () => {
    const read = await callBridge(one.page, 'minutes.get', { meetingId })
    return JSON.stringify(read.ok ? read.value?.sections : read.error)
  }
  for (const { page } of [one, other, reader]) await show(page, 'minutes', href('minutes', { meetingId }))
  const section = ({ page }: Application, at: number) => page.locator('article.text-section').nth(at)
  /** To be written in once it is looked at. */
  const editor = async (of: Application, at: number) => {
    await section(of, at).scrollIntoViewIfNeeded()
    return section(of, at).locator('[contenteditable="true"]').first()
  }

  // In different sections, at once; each sees where the other writes.
  await (await editor(one, 1)).click()
  await one.page.keyboard.type('Première main. ')
  await other.page
    .locator('article.text-section')
    .nth(1)
    .getByText(/écrit$/)
    .waitFor({ timeout: 2000 })
  await (await editor(other, 2)).click()
  await other.page.keyboard.type('Seconde main. ')
  await expect
    .poll(sections, { timeout: 5000 })
    .toMatch(/Première main.*Seconde main|Seconde main.*Première main/)

  // A reader sees it, and is told why nothing is changed here.
  await reader.page.getByText('Première main.').first().waitFor({ timeout: 5000 })
  expect(await reader.page.locator('[contenteditable="true"]').count()).toBe(0)
  await reader.page.locator('.read-only-mark').getByText('Lecture seule').waitFor()

  // Each takes back what is their own.
  const undone = async ({ page }: Application) => (await callBridge(page, 'history.undo', {})).ok
  const before = await sections()
  await (await editor(other, 2)).evaluate((field) => (field as HTMLElement).blur())
  expect(await undone(one)).toBe(true)
  expect(await sections()).not.toBe(before)
  expect([...one.complaints, ...other.complaints, ...reader.complaints]).toEqual([])
})

async function stored({ page }: Application, meetingId: string): Promise<string[]> {
  const read = await callBridge(page, 'agenda.list', { meetingId })
  return read.ok ? read.value.items.map(({ title }) => title) : []
}
