import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportWords } from '../../electron/domain/report/words.ts'
import { paths } from '../../renderer/app/paths.ts'
import { yearlyReportText as text } from '../../renderer/text/yearly-report.ts'
import { type Application, answerSaveDialog } from './application.ts'
import { picture } from './picture.ts'
import { displays, openSample, setDisplay, settle, show, violations, widthBeyond } from './screens.ts'

let app: Application

beforeAll(async () => {
  ;({ app } = await openSample())
})
afterAll(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

/** Anew: as charts, without a definition beside them. */
const open = async () => {
  await show(app.page, 'home', paths.home)
  await show(app.page, 'yearlyReport', paths.yearlyReport)
  await app.page.getByRole('list', { name: text.numbers }).waitFor()
}

describe('the yearly report', () => {
  for (const [look, display] of Object.entries(displays))
    it(`is accessible as charts and as tables: ${look}`, async () => {
      const { page } = app
      await setDisplay(page, display)
      await open()
      await page.getByRole('img', { name: reportWords.charts.decisions }).waitFor()
      await picture(page, `bilan ${look}`)
      expect(await violations(page)).toEqual([])
      expect(await widthBeyond(page)).toBe(0)
      await page.getByRole('button', { name: text.tables, exact: true }).click()
      await page.getByRole('table', { name: reportWords.tables.figures }).waitFor()
      await page
        .getByRole('button', { name: text.definition('Participation') })
        .last()
        .click()
      await page.getByRole('complementary', { name: text.definition('Participation') }).waitFor()
      await settle(page)
      await picture(page, `bilan tableaux ${look}`)
      expect(await violations(page)).toEqual([])
      expect(await widthBeyond(page)).toBe(0)
    })

  it('goes a year back and forth by keys, and says when there is nothing to count', async () => {
    const { page } = app
    await open()
    const title = (await page.locator('h1').textContent()) ?? ''
    const year = Number(title.slice(-4))
    for (let back = 0; back < 12; back += 1) await page.keyboard.press('Shift+ArrowLeft')
    await page.getByRole('heading', { level: 1, name: reportWords.title(String(year - 12)) }).waitFor()
    await page.getByText(text.emptyHint).waitFor()
    await picture(page, 'bilan vide')
    for (let on = 0; on < 12; on += 1) await page.keyboard.press('Shift+ArrowRight')
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
  })

  it('leaves as a PDF by one key, as a workbook by one button, a chart as a picture by two', async () => {
    const { page, electron, dataDir } = app
    const into = (name: string) => join(dataDir, '..', name)
    await open()
    await answerSaveDialog(electron, into('bilan.pdf'))
    await page.keyboard.press('Control+e')
    await page.getByText('bilan.pdf').waitFor()
    expect(readFileSync(into('bilan.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    await answerSaveDialog(electron, into('bilan.xlsx'))
    await page.getByRole('button', { name: text.exportFigures }).click()
    await page.getByText(text.saved('bilan.xlsx')).waitFor()
    const parts = unzipSync(new Uint8Array(readFileSync(into('bilan.xlsx'))))
    expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain(reportWords.tables.figures)
    const acts = text.chartActs(reportWords.charts.decisions)
    for (const name of ['seances.svg', 'seances.png']) {
      await answerSaveDialog(electron, into(name))
      await page.getByRole('button', { name: acts }).click()
      await page.getByRole('menuitem', { name: text.saveChart }).click()
      await page.getByText(text.savedChart(name)).waitFor()
    }
    expect(readFileSync(into('seances.svg'), 'utf8')).toMatch(/^<svg /)
    expect(readFileSync(into('seances.png')).subarray(1, 4).toString()).toBe('PNG')
  })

  it('puts a chart on the clipboard as a picture, and as its drawing', async () => {
    const { page, electron } = app
    await open()
    const acts = text.chartActs(reportWords.charts.decisions)
    await page.getByRole('button', { name: acts }).click()
    await page.getByRole('menuitem', { name: text.copyPicture }).click()
    await page.getByText(text.copiedPicture).waitFor()
    const isThere = await electron.evaluate(({ clipboard }) => {
      const board = clipboard as unknown as { readImage(): { isEmpty(): boolean } }
      return !board.readImage().isEmpty()
    })
    expect(isThere).toBe(true)
    await page.getByRole('button', { name: acts }).click()
    await page.getByRole('menuitem', { name: text.copyDrawing }).click()
    await page.getByText(text.copiedDrawing).waitFor()
    expect(await electron.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^<svg /)
  })
})
