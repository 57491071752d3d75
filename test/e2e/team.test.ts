// Two people at once on the base of one team, and a reader beside them, in real windows.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { errorSentences } from '../../electron/contract/error-sentences.ts'
import { joinTeam, type TeamAddress } from '../../electron/db/postgres/address.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { href } from '../../renderer/app/paths.ts'
import { agendaText } from '../../renderer/text/agenda.ts'
import { attendanceText } from '../../renderer/text/attendance.ts'
import { fieldText } from '../../renderer/text/field.ts'
import { sessionText } from '../../renderer/text/session.ts'
import { teamText } from '../../renderer/text/team.ts'
import { twoVersionsText } from '../../renderer/text/two-versions.ts'
import { PASSWORD, startServer, type TestServer } from '../team/server.ts'
import { type Application, callBridge, freshFolder, startApplication } from './application.ts'
import { loadSample, type Meetings, show } from './screens.ts'
import { openSession } from './session-hands.ts'

let server: TestServer
let one: Application
let other: Application
let reader: Application
let meetings: Meetings
const running: Application[] = []

beforeAll(async () => {
  server = await startServer()
  const base = await server.newBase()
  one = await windowOf(await server.as(base, 'camille'))
  meetings = await loadSample(one.page)
  other = await windowOf(await server.as(base, 'dominique'))
  reader = await windowOf(await server.as(base, 'lea', 'lecture'))
}, 120_000)
afterAll(async () => {
  for (const app of running) await app.close()
  await server.stop()
})

async function windowOf({ user, ...rest }: TeamAddress): Promise<Application> {
  const dataDir = join(freshFolder(), 'data')
  await joinTeam(dataDir, { kind: 'seances-inp/equipe', ...rest }, user)
  const passwords = join(mkdtempSync(join(tmpdir(), 'seances-pass-')), 'pgpass')
  writeFileSync(passwords, `*:*:*:*:${PASSWORD}\n`, { mode: 0o600 })
  const app = await startApplication({ dataDir, env: { PGPASSFILE: passwords } })
  running.push(app)
  return app
}

const rowOf = ({ page }: Application, title: string) =>
  page.getByRole('row').filter({ hasText: title }).first()

async function titles(meetingId: string): Promise<string[]> {
  const read = await callBridge(reader.page, 'agenda.list', { meetingId })
  return read.ok ? read.value.items.map(({ title }) => title) : []
}

const undo = ({ page }: Application) => page.keyboard.press('ControlOrMeta+z')

const fieldOf = ({ page }: Application) =>
  page.getByRole('textbox', { name: agendaText.inspector.title, exact: true }).first()

/** The field of the title of this item, once the pane beside the list is its. */
async function titleOf(app: Application, title: string): Promise<Locator> {
  await rowOf(app, title).click()
  const field = fieldOf(app)
  await expect.poll(() => field.inputValue()).toBe(title)
  return field
}

it('shows in one window what is written in the other, and moves nothing that is typed there', async () => {
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
})

it('shows both texts of a field that two people write, and stores neither over the other', async () => {
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
  await expect.poll(() => titles(meetingId), { timeout: 5000 }).toEqual(['Annuaire national'])
  await mine.press('End')
  await mine.pressSequentially(' des élus')
  const both = one.page.getByRole('region', { name: 'Deux textes' })
  await both.waitFor()
  expect(await both.innerText()).toContain('Annuaire national')
  expect(await mine.inputValue()).toBe('Annuaire commun des élus')
  expect(await titles(meetingId)).toEqual(['Annuaire national'])
  await both.getByRole('button', { name: 'Garder le texte saisi ici' }).click()
  await expect.poll(() => titles(meetingId), { timeout: 5000 }).toEqual(['Annuaire commun des élus'])
})

it('moves an item under the hands of who types in it, and each takes back what is their own', async () => {
  const meetingId = meetings.planned
  for (const { page } of [one, other, reader]) await show(page, 'agenda', href('agenda', { meetingId }))
  const before = await titles(meetingId)
  const [moved = '', written = ''] = before.slice(3)
  const title = await titleOf(other, written)
  await title.press('ControlOrMeta+End')
  await title.pressSequentially(', suite')
  await rowOf(one, moved).click()
  await one.page.keyboard.press('Alt+Shift+ArrowDown')
  const typed = `${written}, suite et fin`
  await title.pressSequentially(' et fin')
  const order = [...before.slice(0, 3), typed, moved, ...before.slice(5)]
  await expect.poll(() => titles(meetingId)).toEqual(order)
  expect(await title.inputValue()).toBe(typed)
  await rowOf(reader, typed).waitFor()

  await undo(one)
  await expect.poll(() => titles(meetingId)).toEqual([...before.slice(0, 4), typed, ...before.slice(5)])
  await other.page.keyboard.press('Escape')
  await undo(other)
  await expect.poll(() => titles(meetingId)).toEqual(before)
})

it('refuses to take back what somebody else has built on, with a sentence', async () => {
  const meetingId = meetings.planned
  for (const { page } of [one, other]) await show(page, 'agenda', href('agenda', { meetingId }))
  const [at = ''] = (await titles(meetingId)).slice(5)
  await (await titleOf(one, at)).fill('Premier intitulé')
  await one.page.keyboard.press('Escape')
  await (await titleOf(other, 'Premier intitulé')).fill('Second intitulé')
  await other.page.keyboard.press('Escape')
  await rowOf(one, 'Second intitulé').click()
  await undo(one)
  await one.page.getByText(errorSentences['undo-conflict']).first().waitFor()
  expect(await titles(meetingId)).toContain('Second intitulé')
  await undo(other)
  await expect.poll(() => titles(meetingId)).toContain('Premier intitulé')
  await undo(one)
  await expect.poll(() => titles(meetingId)).toContain(at)
})

const present = ({ page }: Application, count: number) =>
  page.getByRole('button', { name: new RegExp(`^Présences\\s*${count}$`) })

it('has presences noted by one while the other takes notes', async () => {
  const meetingId = meetings.planned
  for (const { page } of [one, other, reader]) await show(page, 'session', href('session', { meetingId }))
  await openSession(one.page)
  const line = other.page.getByRole('textbox', { name: sessionText.line, exact: true })
  await line.waitFor()
  await line.pressSequentially('D : le calendrier')
  await one.page.keyboard.press('F4')
  const rows = one.page.locator('[data-attendee]')
  await rows.first().waitFor()
  const whom = (await rows.first().locator('.name').innerText()).trim()
  const field = one.page.getByRole('textbox', { name: attendanceText.guestName })
  await field.fill(whom)
  await field.press('Enter')
  await present(other, 1).waitFor()
  await line.pressSequentially(' est retenu')
  await line.press('Enter')
  const noted = ({ page }: Application) => page.getByRole('log').getByText('le calendrier est retenu')
  for (const app of [one, other]) await noted(app).waitFor()
  // Notes are the secretariat's: the reader is told so.
  await reader.page.getByRole('log').getByText(teamText.unseen).waitFor()
  await undo(one)
  await present(other, 0).waitFor()
  expect(await noted(one).count()).toBe(1)
  await undo(other)
  await noted(one).waitFor({ state: 'detached' })
})

it('has minutes written by two people, in different sections and in the same one, and read by a third', async () => {
  const meetingId = meetings.held
  for (const { page } of [one, other, reader]) await show(page, 'minutes', href('minutes', { meetingId }))
  const section = ({ page }: Application, at: number) => page.locator('article.text-section').nth(at)
  /** Looked at, it can be written in. */
  const enter = async (of: Application, at: number) => {
    await section(of, at).scrollIntoViewIfNeeded()
    await section(of, at).locator('[contenteditable="true"]').first().click()
  }
  const read = (words: string) => reader.page.getByText(words).first().waitFor()
  await enter(one, 2)
  await one.page.keyboard.type('Première main. ')
  await section(other, 2)
    .getByText(/écrit$/)
    .waitFor()
  await enter(other, 3)
  await other.page.keyboard.type('Seconde main. ')
  for (const words of ['Première main.', 'Seconde main.']) await read(words)
  expect(await reader.page.locator('[contenteditable="true"]').count()).toBe(0)
  await reader.page.locator('.read-only-mark').getByText('Lecture seule').waitFor()
  for (const { page } of [one, other]) await page.keyboard.press('Escape')
  await undo(one)
  await section(reader, 2).getByText('Première main.').waitFor({ state: 'detached' })
  await read('Seconde main.')

  for (const app of [one, other]) await enter(app, 1)
  await Promise.all([
    one.page.keyboard.type('Dit par l’une. '),
    other.page.keyboard.type('Dit par l’autre. '),
  ])
  const keep = (of: Application) =>
    section(of, 1).getByRole('button', { name: twoVersionsText.keepMine.version })
  const second = await Promise.any(
    [one, other].map((app) =>
      keep(app)
        .waitFor()
        .then(() => app),
    ),
  )
  for (const words of ['Dit par l’une.', 'Dit par l’autre.'])
    await expect.poll(() => section(second, 1).innerText()).toContain(words)
  const [mine, theirs] = second === one ? ['l’une', 'l’autre'] : ['l’autre', 'l’une']
  await read(`Dit par ${theirs}.`)
  await keep(second).click()
  await read(`Dit par ${mine}.`)
})

it('keeps what two people typed while the server was away, and shows both to who comes second', async () => {
  const meetingId = meetings.planned
  for (const { page } of [one, other]) await show(page, 'agenda', href('agenda', { meetingId }))
  const [at = ''] = (await titles(meetingId)).slice(7)
  for (const app of [one, other]) await titleOf(app, at)
  await server.pause()
  const words = new Map([
    [one, 'Écrit par Camille'],
    [other, 'Écrit par Dominique'],
  ])
  for (const [app, typed] of words) {
    await fieldOf(app).fill(typed)
    await app.page.getByText('Ce qui est saisi est gardé').waitFor()
  }
  await server.resume()
  const keep = ({ page }: Application) => page.getByRole('button', { name: twoVersionsText.keepMine.version })
  const second = await Promise.any(
    [one, other].map((app) =>
      keep(app)
        .waitFor()
        .then(() => app),
    ),
  )
  for (const [app, typed] of words) expect(await fieldOf(app).inputValue()).toBe(typed)
  for (const typed of words.values())
    expect(await second.page.getByRole('alert').first().innerText()).toContain(typed)
  await keep(second).click()
  await expect.poll(() => titles(meetingId)).toContain(words.get(second))
  // Who came first still stands in the field, and sees both in turn.
  const first = second === one ? other : one
  const both = first.page.getByRole('region', { name: fieldText.theirs.text })
  await both.getByRole('button', { name: twoVersionsText.takeTheirs.text }).click()
  for (const app of [one, other]) await expect.poll(() => fieldOf(app).inputValue()).toBe(words.get(second))
  expect([...one.complaints, ...other.complaints, ...reader.complaints]).toEqual([])
})
