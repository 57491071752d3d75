// What a new user wants first, by the way that the screens show: each task with the actions that its best path takes.

import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { menuActs } from '../../electron/contract/menu-acts.ts'
import { meetingStateWords } from '../../electron/domain/meetings/meeting-words.ts'
import { paths } from '../../renderer/app/paths.ts'
import { backupsText } from '../../renderer/text/backups.ts'
import { commonText } from '../../renderer/text/common.ts'
import { directoryText } from '../../renderer/text/directory.ts'
import { dispatchText, prepareText } from '../../renderer/text/dispatch.ts'
import { documentText } from '../../renderer/text/documents.ts'
import { followUpText } from '../../renderer/text/follow-up.ts'
import { frameText } from '../../renderer/text/frame.ts'
import { importsText } from '../../renderer/text/imports.ts'
import { placeTabsText, placeText, sidebarText } from '../../renderer/text/place.ts'
import { roomPaperText } from '../../renderer/text/replies.ts'
import { settingsText } from '../../renderer/text/settings.ts'
import { watchText } from '../../renderer/text/watch.ts'
import { yearlyReportText } from '../../renderer/text/yearly-report.ts'
import { type Application, freshFolder, startApplication } from './application.ts'
import { type Hands, handsOn } from './hands.ts'
import { screenOf } from './month-screen.ts'
import { answerPrinting, readPaper } from './paper.ts'
import { picture } from './picture.ts'
import { desk, loadSample, show } from './screens.ts'
import { StoryClock } from './story-clock.ts'

const received = join(import.meta.dirname, '..', 'fixtures', 'imports', 'tableau-minute.docx')
const clock = new StoryClock()
const folder = freshFolder()

let app: Application
let page: Page
let hands: Hands
const { button, tab, place, field } = screenOf(() => page)
/** The row of the meeting to come, among those open at left. */
const next = () =>
  page.getByRole('navigation', { name: frameText.navigation }).getByRole('link', { name: /10 déc\./ })
const placeTab = (of: keyof typeof placeTabsText, name: string) =>
  page.getByRole('navigation', { name: placeTabsText[of] }).getByRole('link', { name, exact: true })

beforeAll(async () => {
  clock.set('2026-11-30')
  app = await startApplication({ folder: clock.folder })
  page = app.page
  hands = handsOn(app)
  await page.setViewportSize(desk)
  await loadSample(page)
})
beforeEach(async () => {
  await show(page, 'home', paths.home)
  hands.reset()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(page, task.name)
})
afterAll(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

it('finds the minutes of March in two', async () => {
  await hands.click(place(placeText.meetings), page.getByRole('row').filter({ hasText: '12 mars' }))
  await page.getByRole('heading', { level: 1, name: /12 mars/ }).waitFor()
  await page.getByRole('heading', { name: documentText.page(1) }).waitFor()
  expect(hands.count()).toBeLessThanOrEqual(2)
})

it('finds the minutes of March by their words and two keys', async () => {
  await hands.press('Control+k')
  await hands.type('compte rendu mars')
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /12 mars 2026/ })
    .first()
    .waitFor()
  await hands.press('Enter')
  await page.getByRole('heading', { level: 1, name: /12 mars/ }).waitFor()
  expect(hands.count()).toBeLessThanOrEqual(2)
})

it('tells who must act in one', async () => {
  await hands.click(place(placeText.followUp))
  await page.getByRole('columnheader', { name: followUpText.columns.owner }).waitFor()
  await page.getByRole('row').nth(1).waitFor()
  expect(hands.count()).toBe(1)
})

it('convenes in four', async () => {
  await hands.click(next(), tab(placeText.dispatch))
  await hands.click(button(prepareText.convocation))
  await hands.click(button(dispatchText.mark))
  await page.locator('.head').getByText(meetingStateWords.convened, { exact: true }).waitFor()
  expect(hands.count()).toBeLessThanOrEqual(4)
})

it('prints the attendance sheet in four', async () => {
  const take = await answerPrinting(app, { printed: true })
  await hands.click(next(), tab(placeText.participants), button(roomPaperText.signInSheet))
  await page.getByRole('heading', { name: documentText.page(1) }).waitFor()
  await hands.click(button(menuActs.print.label).first())
  expect((await readPaper(await take())).sizes.length).toBeGreaterThan(1)
  expect(hands.count()).toBeLessThanOrEqual(4)
})

it('corrects a name in three', async () => {
  await hands.click(
    place(placeText.directory),
    page.getByRole('row').filter({ hasText: 'Hurtebise' }).first(),
  )
  await hands.fill(field(directoryText.fields.familyName), 'Hurtebize')
  await page.getByRole('row').filter({ hasText: 'Hurtebize' }).waitFor()
  expect(hands.count()).toBeLessThanOrEqual(3)
})

it('undoes an import in one, and does not stay on what is gone', async () => {
  await hands.drop(page.locator('main'), received)
  await page.getByRole('heading', { name: importsText.title }).waitFor()
  await page.getByRole('group', { name: importsText.meeting.proposed }).getByRole('button').last().click()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { level: 1, name: /6 février/ }).waitFor()
  hands.reset()
  await hands.click(
    page.getByRole('region', { name: commonText.messages }).getByRole('button', { name: commonText.undo }),
  )
  await page.getByRole('heading', { level: 1, name: /^Séances/ }).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  expect(hands.count()).toBe(1)
})

it('follows a decree in two, its title typed at once', async () => {
  await hands.click(place(sidebarText.watch), button(watchText.add).first())
  const title = 'Décret de démonstration sur les échanges de données'
  await expect
    .poll(() => field(watchText.fields.title).evaluate((one) => one === document.activeElement))
    .toBe(true)
  await hands.type(title)
  await page.getByRole('row').filter({ hasText: title }).waitFor()
  expect(await page.getByRole('row').filter({ hasText: watchText.fresh }).count()).toBe(0)
  expect(hands.count()).toBeLessThanOrEqual(2)
})

it('exports the figures of the year in four', async () => {
  await hands.click(place(placeText.meetings), placeTab('meetings', placeText.yearlyReport))
  await hands.saveAs(button(yearlyReportText.exportFigures), join(folder, 'bilan.xlsx'))
  await page.getByText(yearlyReportText.saved('bilan.xlsx')).waitFor()
  expect(hands.count()).toBeLessThanOrEqual(4)
})

it('changes the text size in two', async () => {
  await hands.click(place(placeText.settings), button(settingsText.larger))
  await page.getByText('110\u00a0%').waitFor()
  expect(hands.count()).toBeLessThanOrEqual(2)
  await page.keyboard.press('Control+0')
})

it('restores yesterday in five', async () => {
  await app.close()
  clock.set('2026-12-01')
  app = await startApplication({ folder: clock.folder, dataDir: app.dataDir })
  page = app.page
  hands = handsOn(app)
  await page.setViewportSize(desk)
  await hands.click(place(placeText.settings))
  await hands.click(page.getByRole('link', { name: placeText.backups }))
  await hands.click(page.getByRole('row').filter({ hasText: /^hier/ }).first())
  await hands.click(button(backupsText.restore), button(backupsText.restoreConfirm))
  await page
    .getByText(/restaurée/)
    .first()
    .waitFor()
  expect(hands.count()).toBeLessThanOrEqual(5)
})
