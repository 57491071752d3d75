import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { paths } from '../../renderer/app/paths.ts'
import { importsText } from '../../renderer/text/imports.ts'
import { type Application, startApplication } from './application.ts'
import { type Hands, handsOn } from './hands.ts'
import { displays, setDisplay, settle, show, violations, widthBeyond } from './screens.ts'

const received = join(import.meta.dirname, '..', 'fixtures', 'corpus', 'files', 'ODJ_CA_CCAS_fevrier.txt')

let app: Application
let hands: Hands
beforeAll(async () => {
  app = await startApplication()
  hands = handsOn(app)
})
afterAll(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

const option = (word: RegExp) => app.page.getByRole('option', { name: word })

it('lines of a received file are said to be what they are, by keys, and read again', async () => {
  const { page } = app
  await show(page, 'home', paths.home)
  await hands.drop(page.locator('main'), received)
  await page.getByRole('heading', { name: importsText.title }).waitFor()
  await settle(page)
  const points = await option(/^point \d+ : /).count()
  expect(points).toBeGreaterThan(2)
  // The first that is a point becomes nothing; the next reading has one less.
  await hands.click(option(/^point 1 : /))
  await page.keyboard.press('l')
  await expect.poll(() => option(/^point \d+ : /).count()).toBe(points - 1)
  await option(/^laissée : /)
    .first()
    .waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(() => option(/^point \d+ : /).count()).toBe(points)
  // Two lines stretched by the keyboard.
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('d')
  await expect.poll(() => option(/^décision : /).count()).toBe(2)
  for (const display of Object.values(displays)) {
    await setDisplay(page, display)
    await settle(page)
    expect(await violations(page)).toEqual([])
    expect(await widthBeyond(page)).toBe(0)
  }
})
