import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { modelInPdf } from '../../electron/documents/read-back.ts'
import { href } from '../../renderer/app/paths.ts'
import { importsText } from '../../renderer/text/imports.ts'
import { type Application, callBridge, freshFolder, startApplication } from './application.ts'
import { type Hands, handsOn } from './hands.ts'
import { picture } from './picture.ts'

const text = importsText.compared
const folder = freshFolder()
let app: Application
let hands: Hands
let meetingId: string

const fileOf = (name: string, words: string) => {
  const path = join(folder, name)
  writeFileSync(path, words)
  return path
}
const agenda = async () => {
  const view = await callBridge(app.page, 'agenda.list', { meetingId })
  if (!view.ok) throw new Error(view.error.code)
  return view.value.items.map(({ title, durationMinutes }) => `${title} ${durationMinutes ?? '-'}`)
}

beforeAll(async () => {
  app = await startApplication()
  hands = handsOn(app)
  const made = await callBridge(app.page, 'meetings.create', {
    fields: { date: '2027-03-11' },
    fromTemplate: false,
  })
  if (!made.ok) throw new Error(made.error.code)
  meetingId = made.value.id
})
afterAll(() => app.close())

it('a Word file is taken into the meeting that is open', async () => {
  await app.page.evaluate((id) => (window.location.hash = `/seances/${id}/fiche`), meetingId)
  const path = join(folder, 'odj.docx')
  copyFileSync(join(import.meta.dirname, '..', 'fixtures', 'imports', 'liste-automatique.docx'), path)
  await hands.drop(app.page.locator('main'), path)
  // The import is off until the file is compared with the meeting.
  const act = app.page.getByRole('button', { name: importsText.import(7) })
  await act.and(app.page.locator(':not([aria-disabled="true"])')).waitFor()
  await hands.press('Control+Enter')
  await expect.poll(async () => (await agenda()).length).toBe(7)
  // The screen follows what was taken in; the file itself is kept, for the secretariat.
  await app.page.getByRole('treegrid').waitFor()
  const documents = await callBridge(app.page, 'attachments.list', { meetingId })
  expect(documents).toMatchObject({ ok: true, value: [{ fileName: 'odj.docx', circulation: 'secretariat' }] })
})

it('a corrected file of another format is shown by its differences, taken in as chosen, and undone', async () => {
  const [first] = await agenda()
  const second = (await agenda())[1] ?? ''
  const longer = `# Ordre du jour\n\n1. ${first?.replace(/ \S+$/, '')} (47 min)\n2. ${second.replace(/ \S+$/, '')}\n3. Portail de dépôt (25 à 30 min)\n`
  const before = await agenda()
  await hands.drop(app.page.locator('main'), fileOf('corrige.md', longer))
  const grid = app.page.getByRole('grid')
  await app.page.getByRole('columnheader', { name: importsText.columns.compared }).waitFor()
  await expect.poll(() => grid.locator('ins', { hasText: '47' }).count()).toBe(1)
  await expect.poll(() => grid.getByText(text.new, { exact: true }).count()).toBe(1)
  await picture(app.page, 'reimport')
  await hands.press('F8')
  await hands.click(grid.getByRole('button', { name: '30 min' }))
  await hands.press('Control+Enter')
  await expect.poll(async () => (await agenda()).length).toBe(8)
  expect(await agenda()).toContain('Portail de dépôt 30')
  await app.page.getByRole('button', { name: 'Annuler' }).first().click()
  await expect.poll(agenda).toEqual(before)
})

it('a file that is in already is said to hold nothing new', async () => {
  // On the agenda itself a Word file is one that comes back corrected.
  await app.page.evaluate((id) => (window.location.hash = `/seances/${id}/fiche`), meetingId)
  await app.page.getByRole('treegrid').waitFor({ state: 'detached' })
  await hands.drop(app.page.locator('main'), join(folder, 'odj.docx'))
  await app.page.getByText(text.nothingNew).first().waitFor()
  const before = await agenda()
  await hands.press('Control+Enter')
  expect(await agenda()).toEqual(before)
})

it('a file of our own changes nothing; one that was edited since says where', async () => {
  const page = await callBridge(app.page, 'agenda.list', { meetingId })
  const first = page.ok ? page.value.items[0] : undefined
  if (first === undefined) throw new Error('no item')
  const patch = {
    requester: 'Régions de France',
    presenter: 'Anaïs Gallet, cheffe de bureau',
    fixedStart: '15:10',
  }
  await callBridge(app.page, 'agenda.update', { id: first.id, version: first.version, patch })
  const rendered = await callBridge(app.page, 'documents.render', { kind: 'timedAgenda', meetingId })
  if (!rendered.ok) throw new Error(rendered.error.code)
  const bytes = Uint8Array.from(Object.values(rendered.value.bytes))
  const pdf = join(folder, 'odj.pdf')
  writeFileSync(pdf, bytes)
  const onSheet = async (path: string) => {
    await app.page.evaluate((id) => (window.location.hash = `/seances/${id}/fiche`), meetingId)
    await app.page.getByRole('heading', { name: importsText.title }).waitFor({ state: 'detached' })
    await hands.drop(app.page.locator('main'), path)
    await app.page.getByRole('columnheader', { name: importsText.columns.compared }).waitFor()
  }
  await onSheet(pdf)
  await app.page.getByRole('button', { name: importsText.differing(0) }).waitFor()
  await app.page.getByText(text.nothingNew).first().waitFor()
  await picture(app.page, 'own-file')
  const model = await modelInPdf(bytes)
  const web = Buffer.from(await renderFlowing(model, 'html')).toString('utf8')
  await onSheet(fileOf('odj.html', web.replace(/>Anaïs\sGallet/u, '>Odile Marchal')))
  await app.page.getByRole('button', { name: importsText.differing(1) }).waitFor()
  await app.page.getByText(/a été modifié après son export/).waitFor()
  await picture(app.page, 'own-file-edited')
})

it('a Word file that is none of ours is reviewed where it is let fall on the agenda itself', async () => {
  await app.page.evaluate((hash) => (window.location.hash = hash), href('agenda', { meetingId }))
  await app.page.getByRole('treegrid').waitFor()
  const path = join(import.meta.dirname, '..', 'fixtures', 'imports', 'tableau-autres-colonnes.docx')
  await hands.drop(app.page.locator('main'), path)
  await app.page.getByRole('heading', { name: importsText.title }).waitFor()
  await app.page.getByRole('columnheader', { name: importsText.columns.compared }).waitFor()
})
