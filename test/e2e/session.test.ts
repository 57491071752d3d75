import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { href, paths } from '../../renderer/app/paths.ts'
import { attendanceText } from '../../renderer/text/attendance.ts'
import { commonText } from '../../renderer/text/common.ts'
import { sessionText } from '../../renderer/text/session.ts'
import { type Application, answerSaveDialog } from './application.ts'
import { displays, openSample, setDisplay, show, violations, widthBeyond } from './screens.ts'
import { closeSession, openSession } from './session-hands.ts'

let app: Application
let address: string

beforeAll(async () => {
  const opened = await openSample()
  app = opened.app
  const { planned } = opened.meetings
  const { page } = app
  address = paths.session.replace(':meetingId', planned)
  await show(page, 'session', address)
  await openSession(page)
  for (const line of [
    'présentation du calendrier',
    'D : le calendrier est retenu',
    'A : relire avant le 15/01',
  ]) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
  }
  await page.getByRole('log').getByText('Relire').waitFor()
  // Half typed, with a deadline to be seen in the echo.
  await page.keyboard.type('A : transmettre la liste avant le 20/01')
})
afterAll(() => app.close())

describe('the open meeting', () => {
  for (const [name, display] of Object.entries(displays))
    it(`is accessible: ${name}`, async () => {
      await setDisplay(app.page, display)
      await show(app.page, 'session', address)
      expect(await violations(app.page)).toEqual([])
      expect(await widthBeyond(app.page)).toBe(0)
    })

  it('notes a representation told in words, refuses what it does not understand, and takes a person back', async () => {
    const { page } = app
    await show(page, 'session', address)
    await page.keyboard.press('F4')
    const field = page.getByRole('textbox', { name: attendanceText.guestName })
    const rows = page.locator('[data-attendee]')
    await rows.first().waitFor()
    const all = await rows.count()
    const [whom = '', by = ''] = await rows
      .filter({ hasText: attendanceText.toSay })
      .locator('.name')
      .allTextContents()
    await field.pressSequentially(`${whom} représentée paD : r ${by}`)
    await field.press('Enter')
    await page.getByText(attendanceText.nobodyFound).waitFor()
    await field.fill(`${whom} représentée par ${by}`)
    await field.press('Enter')
    await page.getByText(attendanceText.said(whom, `représentation par ${by}`)).waitFor()
    await field.pressSequentially('Camille Invitée')
    await page.getByRole('button', { name: attendanceText.more }).click()
    await page.keyboard.press('Escape')
    // Entered again with words in it, as by whoever looked elsewhere meanwhile.
    await field.click()
    await field.press('Enter')
    await expect.poll(() => rows.count()).toBe(all + 1)
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => rows.count()).toBe(all)
    await page.keyboard.press('ControlOrMeta+z')
    await rows.filter({ hasText: whom }).filter({ hasText: attendanceText.toSay }).waitFor()
  })

  it('has its quorum counted by a third, written as one', async () => {
    const { page } = app
    await show(page, 'settings', href('settings', {}, 'presences'))
    const field = page.getByRole('textbox', { name: attendanceText.quorumPercent })
    await field.fill('un tiers')
    await field.press('Enter')
    await expect.poll(() => field.inputValue()).toBe('1/3')
    expect(await violations(page)).toEqual([])
    await show(page, 'session', address)
    await page.keyboard.press('F4')
    await page.getByText(/^Quorum non atteint/).waitFor()
  })

  it('leaves its draft in Word and PDF: close, save, say where', async () => {
    const { page, electron, dataDir } = app
    const base = join(dataDir, '..', 'projet')
    await answerSaveDialog(electron, `${base}.docx`)
    await closeSession(page)
    const messages = page.getByRole('region', { name: commonText.messages })
    await messages.getByRole('button', { name: sessionText.saveDraft }).click()
    await messages.getByText(sessionText.draftSaved('projet.docx', 'projet.pdf')).waitFor()
    expect(existsSync(`${base}.docx`)).toBe(true)
    expect(readFileSync(`${base}.pdf`).subarray(0, 5).toString('latin1')).toBe('%PDF-')
  })
})
