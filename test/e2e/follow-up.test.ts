import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../renderer/app/paths.ts'
import { followUpText as text } from '../../renderer/text/follow-up.ts'
import { type Application, answerSaveDialog, callBridge } from './application.ts'
import { displays, openSample, setDisplay, settle, show, violations, widthBeyond } from './screens.ts'

let app: Application

beforeAll(async () => {
  ;({ app } = await openSample())
})
afterAll(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

const rows = () => app.page.getByRole('grid').locator('[data-row]')
const counts = async () => {
  const answered = await callBridge(app.page, 'followUp.counts', {})
  if (!answered.ok) throw new Error(answered.error.code)
  return answered.value
}

describe('the register', () => {
  for (const [look, display] of Object.entries(displays))
    it(`is accessible with a question open in its inspector: ${look}`, async () => {
      const { page } = app
      await setDisplay(page, display)
      await show(page, 'followUp', paths.followUp)
      await rows().nth(1).click()
      await page.keyboard.press('r')
      await page.getByRole('button', { name: text.form.postpone, exact: true }).waitFor()
      await settle(page)
      expect(await violations(page)).toEqual([])
      await show(page, 'followUpDecisions', paths.followUpDecisions)
      await rows().first().click()
      await page.getByRole('list', { name: text.history }).waitFor()
      expect(await violations(page)).toEqual([])
      expect(await widthBeyond(page)).toBe(0)
    })

  it('is worked off by keys: three at once done by Space, the next one chosen, and taken back by one undo', async () => {
    const { page } = app
    const { open } = await counts()
    await show(page, 'followUp', paths.followUp)
    await rows().first().click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Space')
    await page.getByText(text.said.done('', 3)).waitFor()
    await expect.poll(async () => (await counts()).open).toBe(open - 3)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-selected')))
      .toBe('true')
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await counts()).open).toBe(open)
  })

  it('is exported as a workbook where it was asked for', async () => {
    const { page, electron, dataDir } = app
    const path = join(dataDir, '..', 'actions.xlsx')
    await show(page, 'followUp', paths.followUp)
    await answerSaveDialog(electron, path)
    await page.getByRole('button', { name: text.export }).click()
    await page.getByText(text.exported('actions.xlsx')).waitFor()
    const parts = unzipSync(new Uint8Array(readFileSync(path)))
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet.match(/<row /g)?.length).toBe((await counts()).open + 1)
  })
})
