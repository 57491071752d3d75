import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type Application,
  answerOpenDialog,
  answerSaveDialog,
  callBridge,
  freshFolder,
  startApplication,
} from './application.ts'

let app: Application
const folder = freshFolder()
beforeAll(async () => {
  app = await startApplication()
})
afterAll(() => app.close())

it('Ctrl K opens the palette for what is typed in the same breath, the first time too', async () => {
  const field = app.page.getByRole('combobox')
  await app.page.keyboard.press('Control+k')
  await app.page.keyboard.type('réunions')
  await expect.poll(() => field.inputValue()).toBe('réunions')
  await app.page.keyboard.press('Escape')
  await field.waitFor({ state: 'detached' })
})

it('a part of a day is kept where Escape closes its form, until the form is given up', async () => {
  const { page } = app
  await page.evaluate(() => {
    location.hash = '#/seances'
  })
  const days = () => page.getByRole('dialog').getByRole('spinbutton')
  const open = async () => {
    await page.getByRole('button', { name: 'Nouvelle séance' }).first().click()
    await days().first().waitFor()
  }
  await open()
  await page.keyboard.type('1012')
  await page.keyboard.press('Escape')
  await days().first().waitFor({ state: 'detached' })
  await open()
  await expect.poll(() => days().allInnerTexts()).toEqual(['10', '12', 'aaaa'])
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click()
  await open()
  await expect.poll(() => days().allInnerTexts()).toEqual(['jj', 'mm', 'aaaa'])
  await page.keyboard.press('Escape')
})

it('a chosen agenda file is handed over without its folder', async () => {
  const path = join(folder, 'ordre-du-jour.md')
  writeFileSync(path, '# Séance du 12 mars 2026\n\n1. Un point (10 min)\n2. Un autre point\n')
  await answerOpenDialog(app.electron, [path])
  const answer = await callBridge(app.page, 'imports.choose', {})
  expect(answer).toMatchObject({ ok: true, value: { fileName: 'ordre-du-jour.md' } })
  expect(JSON.stringify(answer)).not.toContain(folder)
})

it('a dialog that is given up returns null', async () => {
  await answerOpenDialog(app.electron, [])
  expect(await callBridge(app.page, 'imports.choose', {})).toEqual({ ok: true, value: null })
  expect(await callBridge(app.page, 'backups.restoreChosen', {})).toEqual({ ok: true, value: null })
})

it('a file of 60 MB is refused without being read', async () => {
  const path = join(folder, 'gros.docx')
  writeFileSync(path, '')
  truncateSync(path, 60 * 1024 * 1024)
  await answerOpenDialog(app.electron, [path])
  const answer = await callBridge(app.page, 'imports.choose', {})
  const limit = { of: 'fileBytes', most: 50 * 1024 * 1024 }
  expect(answer).toEqual({ ok: false, error: { code: 'file-too-large', limit } })
})

it('a document is saved where the dialog says, and known to the window by a token only', async () => {
  const meeting = await callBridge(app.page, 'meetings.create', {
    fields: { date: '2026-03-12', title: 'Séance d’essai' },
    fromTemplate: true,
  })
  if (!meeting.ok) throw new Error(meeting.error.code)
  const which = { meetingId: meeting.value.id, kind: 'agenda' } as const
  const path = join(folder, 'ordre du jour')
  await answerSaveDialog(app.electron, path)
  const saved = await callBridge(app.page, 'documents.save', which)
  expect(saved).toMatchObject({ ok: true, value: { fileName: 'ordre du jour.pdf' } })
  expect(JSON.stringify(saved)).not.toContain(folder)
  expect(readFileSync(`${path}.pdf`).subarray(0, 5).toString('latin1')).toBe('%PDF-')
  await answerSaveDialog(app.electron, null)
  expect(await callBridge(app.page, 'documents.save', which)).toEqual({ ok: true, value: null })
})

it('chosen files are attached', async () => {
  const meeting = await callBridge(app.page, 'meetings.create', {
    fields: { date: '2026-04-09' },
    fromTemplate: false,
  })
  if (!meeting.ok) throw new Error(meeting.error.code)
  const path = join(folder, 'note.txt')
  writeFileSync(path, 'Une note.')
  await answerOpenDialog(app.electron, [path])
  const place = { meetingId: meeting.value.id, itemId: null }
  expect(await callBridge(app.page, 'attachments.choose', place)).toMatchObject({
    ok: true,
    value: { list: [{ fileName: 'note.txt', sizeBytes: 9 }], refused: [] },
  })
  await answerOpenDialog(app.electron, [])
  expect(await callBridge(app.page, 'attachments.choose', place)).toEqual({ ok: true, value: null })
})
