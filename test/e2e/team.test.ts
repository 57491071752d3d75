// Two real windows on the base of one team.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { joinTeam, type TeamAddress } from '../../electron/db/postgres/address.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { PASSWORD, startServer, type TestServer } from '../team/server.ts'
import { type Application, callBridge, freshFolder, startApplication } from './application.ts'

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

async function windowOf(): Promise<Application> {
  const dataDir = join(freshFolder(), 'data')
  const { user, ...rest } = address
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
    .getByText(/^Sur cette base : vous, /)
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

async function stored({ page }: Application, meetingId: string): Promise<string[]> {
  const read = await callBridge(page, 'agenda.list', { meetingId })
  return read.ok ? read.value.items.map(({ title }) => title) : []
}
