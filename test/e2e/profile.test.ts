import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { href, paths } from '../../renderer/app/paths.ts'
import { archiveText } from '../../renderer/text/archive.ts'
import { leavingText } from '../../renderer/text/leaving.ts'
import { profileText } from '../../renderer/text/profile.ts'
import {
  type Application,
  answerOpenDialog,
  answerSaveDialog,
  callBridge,
  freshFolder,
} from './application.ts'
import { type Meetings, openSample, show, violations } from './screens.ts'

let app: Application
let meetings: Meetings
let exported: string
const folder = freshFolder()
beforeAll(async () => {
  ;({ app, meetings } = await openSample())
})
afterAll(() => app.close())

/** A file of the disk in a window that has nothing of the application. */
async function read(path: string): Promise<Page> {
  const opened = app.electron.waitForEvent('window')
  await app.electron.evaluate(({ BrowserWindow }, address) => {
    const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { partition: 'lecture' } })
    void window.loadURL(address)
  }, pathToFileURL(path).href)
  const page = await opened
  await page.locator('h1').first().waitFor()
  return page
}

it('the profile is exported as a folder from the settings, which say what is in it', async () => {
  const { page } = app
  await show(page, 'settings', href('settings', {}, 'profil'))
  await answerOpenDialog(app.electron, [folder])
  await page.getByRole('button', { name: profileText.exportFolder }).click()
  await page.getByText(/^Profil exporté dans/u).waitFor({ timeout: 60_000 })
  expect(await violations(page)).toEqual([])
  const [name] = readdirSync(folder)
  exported = join(folder, name ?? '')
  expect(readdirSync(exported)).toEqual(
    expect.arrayContaining(['SHA256SUMS', 'index.html', 'manifeste.json']),
  )
}, 120_000)

it('the profile is read by Chromium, light and dark, without a fault on any kind of page', async () => {
  const [meeting] = readdirSync(join(exported, 'seances'))
  const pages = [
    'index.html',
    ...['seance.html', 'ordre-du-jour.html'].map((name) => join('seances', meeting ?? '', name)),
    ...readdirSync(join(exported, 'registres')).map((name) => join('registres', name)),
  ]
  // The style of all pages is one: darkness is looked at where tables, links and papers are.
  const dark = new Set(pages.slice(0, 3))
  for (const path of pages) {
    const page = await read(join(exported, path))
    for (const colorScheme of dark.has(path) ? (['dark', 'light'] as const) : (['light'] as const)) {
      await page.emulateMedia({ colorScheme })
      expect([path, colorScheme, await violations(page)]).toEqual([path, colorScheme, []])
    }
    await page.close()
  }
}, 300_000)

it('the search of the profile finds words in its pages, and leads to where they are', async () => {
  const page = await read(join(exported, 'index.html'))
  await page.getByRole('searchbox').fill('annuai')
  await page.locator('#compte', { hasText: /résultats?/u }).waitFor()
  const links = page.locator('#resultats a')
  expect(await links.count()).toBeGreaterThan(0)
  for (const href of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))) {
    const [file = '', anchor = ''] = href.split('#')
    const target = await read(join(exported, decodeURIComponent(file)))
    if (anchor !== '') expect([href, await target.locator(`[id="${anchor}"]`).count()]).toEqual([href, 1])
    await target.close()
    if (anchor !== '') break
  }
  expect(await violations(page)).toEqual([])
  await page.getByRole('searchbox').fill('zzzzzz')
  await page.getByText('Aucun résultat.').waitFor()
  await page.close()
}, 60_000)

it('the archive of an approved meeting is written and verified', async () => {
  const { page } = app
  await approve(page, meetings.held)
  await show(page, 'minutes', paths.minutes.replace(':meetingId', meetings.held))
  const acts = page.getByRole('region', { name: archiveText.title })
  await answerSaveDialog(app.electron, join(folder, 'archive.zip'))
  await acts.getByRole('button', { name: archiveText.exportZip }).click()
  // What its minutes lack is said first.
  await page.getByRole('button', { name: /^Archiver, / }).click()
  await page.getByText(/^Archive écrite dans/u).waitFor()
  await answerOpenDialog(app.electron, [join(folder, 'archive.zip')])
  await acts.getByRole('button', { name: archiveText.verifyZip }).click()
  await page.getByText(/est intacte/u).waitFor()
  expect(await violations(page)).toEqual([])
}, 90_000)

it('a transfer whose words were left is exported by the first press after coming back', async () => {
  const { page } = app
  const meetingId = await clearlyApproved(page)
  await show(page, 'minutes', href('minutes', { meetingId }))
  const acts = page.getByRole('region', { name: archiveText.title })
  // Without the two services nothing can be sent: said before anything is described.
  await acts.getByRole('button', { name: archiveText.exportSeda }).click()
  const question = page.getByRole('dialog', { name: leavingText.transfer.title })
  await question.getByText(`${archiveText.archivesAgency}, ${archiveText.transferringAgency}`).waitFor()
  expect(await violations(page)).toEqual([])
  await question.getByRole('button', { name: 'Réglages, Archivage' }).click()
  await page.getByRole('textbox', { name: archiveText.archivesAgency }).waitFor()
  const agencies = { archivesAgency: 'FRAD000', transferringAgency: 'FR000' }
  const body = await callBridge(page, 'settings.body', {})
  if (!body.ok) throw new Error(body.error.code)
  await callBridge(page, 'settings.updateBody', { version: body.value.version, patch: agencies })
  const path = join(folder, 'versement.zip')
  await answerSaveDialog(app.electron, path)
  const open = async () => {
    await show(page, 'minutes', href('minutes', { meetingId }))
    const act = acts.getByRole('button', { name: archiveText.exportSeda })
    // With as much below it as the form needs to be brought there.
    await act.evaluate((button) => button.scrollIntoView({ block: 'center' }))
    await act.click()
    return page.getByRole('textbox', { name: archiveText.keywords })
  }
  await (await open()).fill('numérique')
  await show(page, 'home', href('home'))
  expect(await (await open()).inputValue()).toBe('numérique')
  // Under the pointer that opened the form, by the wheel alone, as in a pane that is longer than the window.
  const [opened, written] = [archiveText.exportSeda, archiveText.writeTransfer].map((name) =>
    acts.getByRole('button', { name }),
  )
  const [pressed, next] = [await opened?.boundingBox(), await written?.boundingBox()]
  if (pressed == null || next == null) throw new Error('the form has no act')
  await page.mouse.wheel(0, next.y - pressed.y)
  await expect
    .poll(async () => Math.round((await written?.boundingBox())?.y ?? 0))
    .toBe(Math.round(pressed.y))
  await page.mouse.down()
  await page.mouse.up()
  await page.getByText(/^Archive écrite dans/u).waitFor()
  expect(existsSync(path)).toBe(true)
}, 60_000)

/** One of those of the sample of which nothing is asked before they are archived. */
async function clearlyApproved(page: Page): Promise<string> {
  const listed = await callBridge(page, 'meetings.list', { year: null })
  for (const { id, minutesState } of listed.ok ? listed.value : []) {
    if (minutesState !== 'approved') continue
    const asked = await callBridge(page, 'meetings.leavingChecks', { id, departure: 'archive' })
    if (asked.ok && asked.value.length === 0) return id
  }
  throw new Error('the sample lacks approved minutes that lack nothing')
}

async function approve(page: Page, meetingId: string): Promise<void> {
  const view = await callBridge(page, 'minutes.get', { meetingId })
  if (!view.ok || view.value === null) throw new Error('the sample lacks minutes')
  const { id, version } = view.value.minutes
  const validated = await callBridge(page, 'minutes.setState', { id, version, state: 'validated' })
  const asked = await callBridge(page, 'approval.consultation', { meetingId })
  const [member] = asked.ok ? asked.value.members : []
  const answer = { meetingId, personId: member?.personId ?? '', answer: 'approves' } as const
  const answered = await callBridge(page, 'approval.setReply', answer)
  const checks = await callBridge(page, 'meetings.leavingChecks', { id: meetingId, departure: 'seal' })
  const approved = await callBridge(page, 'approval.approve', {
    meetingId,
    mode: 'written',
    approvingMeetingId: null,
    itemId: null,
    approvedOn: new Date().toISOString().slice(0, 10),
    corrections: '',
    asked: checks.ok ? checks.value.map(({ stops: _, ...check }) => ({ check, words: check.kind })) : [],
  })
  expect([validated.ok, answered.ok, approved.ok]).toEqual([true, true, true])
}
