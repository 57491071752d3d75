import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { paths } from '../../renderer/app/paths.ts'
import { importsText } from '../../renderer/text/imports.ts'
import { drawPage, packed } from '../fixtures/scans/drawn.ts'
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

const report = [
  '# Compte rendu du projet Passerelle',
  'Au bord de la rivière',
  'Odile Vasseur',
  'Basile Da Rocha',
  'Fanny Mur',
  '## Le jardin',
  'On en parle.',
  '## Le verger',
  'On plante au printemps.',
  '## Le budget',
  'Celui de cette année continue.',
].join('\n\n')

it('a file of which next to nothing was read is mended by the mouse, one key each and the other reading', async () => {
  const { page } = app
  await setDisplay(page, displays.light)
  await show(page, 'home', paths.home)
  await hands.dropAll(page.locator('main'), [{ name: 'passerelle.md', bytes: Buffer.from(report) }])
  await page.getByRole('heading', { name: importsText.title }).waitFor()
  await settle(page)
  const list = page.getByRole('listbox', { name: importsText.lines.list })
  const line = (words: string) => list.getByRole('option').filter({ hasText: words })
  expect(await option(/^point \d+ : /).count()).toBe(0)
  hands.reset()
  await hands.click(page.getByRole('button', { name: importsText.other.take }))
  await expect.poll(() => option(/^point \d+ : /).count()).toBe(3)
  // Drawn over with the mouse, from the first to the last.
  const [from, to] = [await line('Odile').boundingBox(), await line('Fanny').boundingBox()]
  await page.mouse.move((from?.x ?? 0) + 80, (from?.y ?? 0) + 4)
  await page.mouse.down()
  await page.mouse.move((to?.x ?? 0) + 80, (to?.y ?? 0) + 4, { steps: 8 })
  await page.mouse.up()
  await page.keyboard.press('p')
  await expect.poll(() => option(/^personne : /).count()).toBe(3)
  await hands.click(line('On plante'))
  await hands.press('d')
  await expect.poll(() => option(/^décision : /).count()).toBe(1)
  expect(await option(/^point \d+ : /).count()).toBe(3)
  // The drag and its key besides.
  expect(hands.count() + 2).toBeLessThanOrEqual(5)
})

it('an agenda from a copier is recognised, and reviewed as unsure', async () => {
  const { page } = app
  const agenda = await drawPage([
    { y: 80, size: 16, text: 'Ordre du jour du comité des quais du 12 mai 2027' },
    { y: 150, text: '1. Budget de la crèche (15 min)' },
    { y: 180, text: '2. Fête des bateaux (20 min)' },
    { y: 210, text: '3. Questions diverses (5 min)' },
  ])
  await setDisplay(page, displays.light)
  await show(page, 'home', paths.home)
  await hands.dropAll(page.locator('main'), [{ name: 'odj.pdf', bytes: Buffer.from(packed(agenda, 'fax')) }])
  await page.getByRole('heading', { name: importsText.title }).waitFor()
  await page.getByText(/^Lu par reconnaissance/).waitFor()
  await expect.poll(() => option(/^point \d+ : /).count()).toBe(3)
  expect(await violations(page)).toEqual([])
})
