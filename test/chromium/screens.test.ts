import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { paths } from '../../renderer/app/paths.ts'
import { homeText } from '../../renderer/text/home.ts'
import { placeText } from '../../renderer/text/place.ts'
import {
  addressOf,
  askDisplay,
  displays,
  drawn,
  enlarged,
  loadSample,
  type Meetings,
  show,
  shownScreens,
  violations,
  widthBeyond,
} from '../e2e/screens.ts'
import { type ChromiumDesk, openChromiumDesk } from './chromium-desk.ts'

/** The one inside Electron 45. */
const DESK_CHROMIUM = 154

let desk: ChromiumDesk
let page: Page
let meetings: Meetings

beforeAll(async () => {
  desk = await openChromiumDesk()
  page = desk.page
  meetings = await loadSample(page)
})
afterAll(async () => {
  await desk.close()
  expect(desk.complaints).toEqual([])
})

it('is as new as what desks get', () => {
  expect(Number.parseInt(desk.version, 10)).toBeGreaterThanOrEqual(DESK_CHROMIUM)
})

for (const { place, of } of shownScreens)
  it(`${placeText[place]}${of === null ? '' : ` of a meeting that is ${of}`}, in the light and in forced colours, and no wider than a window enlarged`, async () => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await show(page, place, addressOf(place, of === null ? null : meetings[of]))
    const found: string[] = []
    for (const look of ['light', 'forced colours'] as const) {
      await askDisplay(page, displays[look])
      found.push(...(await violations(page)).map((violation) => `${look}: ${violation}`))
    }
    expect(found).toEqual([])
    await page.setViewportSize(enlarged)
    await drawn(page)
    expect(await widthBeyond(page)).toBe(0)
  })

it('leaves room for the words of what remains to be done, on a small screen at 150 %', async () => {
  await page.setViewportSize({ width: 911, height: 472 })
  await show(page, 'home', paths.home)
  const widest = await page
    .getByRole('listitem')
    .filter({ hasText: homeText.now })
    .first()
    .evaluate((line) => Math.max(...Array.from(line.children, (part) => part.clientWidth)))
  expect(widest).toBeGreaterThan(250)
})

it('keeps what a refused file is answered in its line, on a small screen, and reads it to the end when asked', async () => {
  await page.setViewportSize({ width: 720, height: 450 })
  await show(page, 'agenda', addressOf('agenda', meetings.planned))
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer()
    data.items.add(new File(['MZ'], 'un programme qui ne se joint pas.exe'))
    return data
  })
  for (const event of ['dragover', 'drop'])
    await page.locator('main').dispatchEvent(event, { dataTransfer: dropped })
  const words = page.locator('.toast').getByText(/Joindre plutôt un document/)
  await words.waitFor()
  await drawn(page)
  const isOff = (told: Element) => {
    const { bottom, right } = told.getBoundingClientRect()
    return bottom > innerHeight || right > innerWidth
  }
  expect(await words.evaluate(isOff)).toBe(false)
  expect(await page.locator('.toast button').last().evaluate(isOff)).toBe(false)
  await page.keyboard.press('ControlOrMeta+Shift+j')
  const listed = page.getByRole('dialog').getByText(/Joindre plutôt un document/)
  await listed.waitFor()
  await drawn(page)
  expect(await listed.evaluate((told) => told.scrollWidth > told.clientWidth)).toBe(false)
  expect(await listed.evaluate(isOff)).toBe(false)
  await page.keyboard.press('Escape')
})

it('notices a field without a name', async () => {
  await show(page, 'home', paths.home)
  await page.evaluate(() => {
    document.querySelector('main')?.appendChild(document.createElement('input'))
  })
  expect(await violations(page)).toEqual([expect.stringMatching(/^label: /)])
})
