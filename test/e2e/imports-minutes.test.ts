import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { href, paths } from '../../renderer/app/paths.ts'
import { arrivalsText } from '../../renderer/text/arrivals.ts'
import { importsText } from '../../renderer/text/imports.ts'
import { importMinutesText as text } from '../../renderer/text/imports-minutes.ts'
import { type Application, callBridge, startApplication } from './application.ts'
import { type Hands, handsOn } from './hands.ts'
import { displays, loadSample, setDisplay, settle, show, violations, widthBeyond } from './screens.ts'

const corpus = join(import.meta.dirname, '..', 'fixtures', 'corpus', 'files')
const received = join(corpus, '220412_CR_GT_RESEAUX_220405.docx')
const sheet = join(corpus, 'emargement-colleges.xlsx')

let app: Application
let hands: Hands
beforeAll(async () => {
  app = await startApplication()
  hands = handsOn(app)
  await loadSample(app.page)
})
afterAll(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

const part = (name: string) =>
  app.page.getByRole('group', { name: text.sections }).getByRole('button', { name: new RegExp(`^${name}`) })
const line = (name: string) => app.page.getByRole('row').filter({ hasText: name })

async function drop(path: string): Promise<void> {
  await show(app.page, 'home', paths.home)
  await hands.drop(app.page.locator('main'), path)
  await app.page.getByRole('heading', { name: importsText.title }).waitFor()
}

async function meetingsOf(year: number) {
  const answered = await callBridge(app.page, 'meetings.list', { year })
  if (!answered.ok) throw new Error(answered.error.code)
  return answered.value
}

async function attendanceOf(meetingId: string) {
  const answered = await callBridge(app.page, 'attendance.list', { meetingId })
  if (!answered.ok) throw new Error(answered.error.code)
  return answered.value
}

describe('received minutes', () => {
  for (const [look, display] of Object.entries(displays))
    it(`every part of their review is accessible: ${look}`, async () => {
      const { page } = app
      await setDisplay(page, display)
      await drop(received)
      for (const [name, grid] of [
        [text.section.participants, text.section.participants],
        [text.section.decisions, text.section.decisions],
        [text.section.actions, text.section.actions],
      ] as const) {
        await hands.click(part(name))
        await page.getByRole('grid', { name: grid }).waitFor()
        await page.getByRole('button', { name: importsText.correct, exact: true }).first().click()
        await settle(page)
        expect(await violations(page)).toEqual([])
        expect(await widthBeyond(page)).toBe(0)
      }
    })

  it('are reviewed, taken in with their people and statements, and one undo takes all of it back', async () => {
    const { page } = app
    await setDisplay(page, displays.light)
    await drop(received)
    expect(await meetingsOf(2022)).toEqual([])
    await hands.click(part(text.section.participants))
    // Left, corrected, and one new person ticked for the directory.
    await hands.click(line('DORLÉAC').getByRole('checkbox'))
    await hands.click(
      page.getByRole('checkbox', { name: text.newPeople.add('Daphné FONTBONNE'), exact: true }),
    )
    await hands.click(part(text.section.decisions))
    await hands.click(page.getByRole('button', { name: importsText.correct, exact: true }))
    await page.getByLabel(text.fields.place).selectOption({ label: '1. Tour de table' })
    await hands.click(page.getByRole('button', { name: importsText.done }))
    await hands.click(part(text.section.actions))
    await line('Diffuser le mandat').first().waitFor()
    await hands.click(page.getByRole('button', { name: text.import }))
    await page.getByText(text.imported).waitFor()
    const [meeting] = await meetingsOf(2022)
    if (meeting === undefined) throw new Error('no meeting of 2022')
    expect(meeting).toMatchObject({ date: '2022-04-05', state: 'held', decisionCount: 1, actionCount: 1 })
    const attendees = await attendanceOf(meeting.id)
    expect(attendees.map(({ familyName }) => familyName)).not.toContain('DORLÉAC')
    expect(attendees.find(({ familyName }) => familyName === 'FONTBONNE')?.personId).not.toBeNull()
    // Seen by anybody: the attendance, then the register.
    await show(page, 'minutes', href('minutes', { meetingId: meeting.id }))
    await expect.poll(() => page.locator('main').innerText()).toMatch(/castagnède/i)
    await show(page, 'followUpDecisions', paths.followUpDecisions)
    await page.getByRole('searchbox').first().fill('recensement')
    await expect.poll(() => page.locator('main').innerText()).toContain('le recensement des bases locales')
    await page.getByRole('searchbox').first().fill('')
    await hands.click(page.getByRole('heading', { level: 1 }))
    await page.keyboard.press('Control+z')
    await expect.poll(() => meetingsOf(2022)).toEqual([])
    const directory = await callBridge(page, 'directory.list', {})
    expect(JSON.stringify(directory)).not.toContain('FONTBONNE')
  })

  it('that would go to sealed minutes say so first, and offer nothing that is refused', async () => {
    const { page } = app
    await setDisplay(page, displays.light)
    const sealed = (await meetingsOf(2026)).find(({ minutesState }) => minutesState === 'approved')
    if (sealed === undefined) throw new Error('the sample lacks approved minutes')
    await show(page, 'agenda', href('agenda', { meetingId: sealed.id }))
    await hands.drop(page.locator('main'), received)
    await page.getByRole('heading', { name: importsText.title }).waitFor()
    const told = page.getByRole('status').filter({ hasText: importsText.meeting.sealed })
    await told.waitFor()
    expect(await page.getByRole('button', { name: text.import }).getAttribute('aria-disabled')).toBe('true')
    expect(await page.getByRole('checkbox', { name: /^Déplacer la séance/ }).count()).toBe(0)
    await settle(page)
    expect(await violations(page)).toEqual([])
    await page.getByLabel(importsText.meeting.target).selectOption({ label: importsText.meeting.newMeeting })
    await told.waitFor({ state: 'detached' })
    await expect
      .poll(() => page.getByRole('button', { name: text.import }).getAttribute('aria-disabled'))
      .toBeNull()
    await hands.click(page.getByRole('button', { name: importsText.giveUp, exact: true }))
  })

  it('an attendance sheet goes into the attendance of a meeting, and begins no minutes', async () => {
    const { page } = app
    await show(page, 'home', paths.home)
    await hands.drop(page.locator('main'), sheet)
    // A list of persons may be for the directory too.
    await hands.click(page.getByRole('button', { name: arrivalsText.acts.agenda('') }))
    await hands.click(part(text.section.participants))
    await page.getByRole('grid', { name: text.section.participants }).waitFor()
    await hands.click(page.getByRole('button', { name: text.importSheet }))
    await page.getByText(text.importedSheet).waitFor()
    const taken = (await meetingsOf(2026)).find(({ date }) => date === '2026-01-15')
    if (taken === undefined) throw new Error('no meeting of that day')
    const marks = new Map(
      (await attendanceOf(taken.id)).map(({ familyName, status }) => [familyName, status]),
    )
    expect(marks.get('Trémoulet')).toBe('audio')
    expect(marks.get('Wintzenried')).toBe('excuse')
    expect(taken.minutesState).toBeNull()
  })
})
