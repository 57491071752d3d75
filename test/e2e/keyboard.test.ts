// The month by keys alone: after each of them something has the focus, and it is what one goes on with.
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { href, paths } from '../../renderer/app/paths.ts'
import { beforeText } from '../../renderer/text/before.ts'
import { sessionText } from '../../renderer/text/session.ts'
import { type Application, startApplication } from './application.ts'
import { picture } from './picture.ts'
import { desk, loadSample, type Meetings, settle, show } from './screens.ts'
import { StoryClock } from './story-clock.ts'

const clock = new StoryClock()
let app: Application
let page: Page
let meetings: Meetings
beforeAll(async () => {
  clock.set('2026-11-30')
  app = await startApplication({ folder: clock.folder })
  page = app.page
  await page.setViewportSize(desk)
  meetings = await loadSample(page)
})
afterAll(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

/** What has the focus, in words. */
const focused = () =>
  page.evaluate(() => {
    const at = document.activeElement
    if (at === null || at === document.body) return ''
    const label = 'labels' in at && at.labels instanceof NodeList ? at.labels[0]?.textContent : null
    const name = at.getAttribute('aria-label') ?? label ?? at.textContent
    return `${at.getAttribute('role') ?? at.tagName.toLowerCase()} ${name ?? ''}`.replace(/\s+/gu, ' ').trim()
  })

async function isSomewhere(after: string): Promise<void> {
  await expect.poll(focused, { message: `after ${after}`, timeout: 5_000 }).not.toBe('')
}

/** One after the other. */
async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await isSomewhere(key)
  }
}

async function type(words: string): Promise<void> {
  await page.keyboard.type(words)
  await isSomewhere(words)
}

/** By Tab, as far as it takes. */
async function goTo(wanted: RegExp, most = 40): Promise<void> {
  for (let step = 0; step < most && !wanted.test(await focused()); step += 1) await page.keyboard.press('Tab')
  expect(await focused()).toMatch(wanted)
}

/** By the key that leads there, once it is drawn. */
async function open(key: string, heading: RegExp): Promise<void> {
  await press(key)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  await settle(page)
  await isSomewhere(key)
}

it('prepares and convenes', async () => {
  await show(page, 'home', paths.home)
  await show(page, 'agenda', href('agenda', { meetingId: meetings.planned }))
  await goTo(/^row 1 /)
  await press(
    'ArrowDown',
    'F2',
    'Escape',
    'Alt+Shift+ArrowDown',
    '+',
    'Control+z',
    'Control+z',
    'Alt+2',
    'Alt+1',
  )
  await open('Control+PageDown', /10 décembre/)
  await goTo(/^input Nom ou organisme/)
  await type('jo')
  await press('Enter', 's', 'ArrowDown', 'v', 'r')
  await type('Sacha')
  await press('Escape', 'Escape')
  await open('Control+PageDown', /10 décembre/)
  await goTo(/^button Préparer la convocation/)
  await press('Enter')
  await page.getByRole('button', { name: 'Marquer comme envoyé' }).waitFor()
  await isSomewhere('preparing')
  await goTo(/^button Marquer comme envoyé/)
  await press('Enter')
  await page.getByText('Convoquée', { exact: true }).first().waitFor()
  await isSomewhere('marking')
})

it('holds the meeting and writes', async () => {
  await open('Control+PageDown', /10 décembre/)
  await goTo(/^button Ouvrir la séance/)
  await press('Enter')
  await page.getByRole('dialog', { name: beforeText.open.title }).waitFor()
  await goTo(/^button Ouvrir maintenant/)
  await press('Enter')
  await page.getByLabel(sessionText.line, { exact: true }).waitFor()
  await isSomewhere('opening')
  await goTo(/^textarea Noter$/)
  await type('D : Une décision au clavier')
  await press('Enter', 'F4')
  expect(await focused()).toMatch(/Noter une présence/)
  await press('Alt+2', 'Alt+1', 'F4', 'F4')
  expect(await focused()).toMatch(/Noter$/)
  await press('Control+k')
  await type('lever la séance')
  await page
    .getByRole('option', { name: /Lever la séance/ })
    .first()
    .waitFor()
  await press('Enter')
  await page.getByRole('dialog', { name: /Lever la séance/ }).waitFor()
  await press('Escape')
  await isSomewhere('not closing')
  await open('Control+PageDown', /^Séance n°.12, en cours$/)
})

it('follows up', async () => {
  await open('Control+5', /Décisions et actions/)
  await goTo(/^tr A-/)
  await press(' ', 'ArrowDown', 'r', 'Escape', 'ArrowDown', 'Control+z')
  await open('Control+4', /Veille/)
  await goTo(/^tr /)
  await press('ArrowDown', 'e', 'Escape', 'i', 'Control+z')
  await open('Control+3', /Sujets/)
  await goTo(/^tr /)
  await press('Delete', 'Control+z')
  await press('Control+n', 'Escape')
  await isSomewhere('a dialog')
  await picture(page, 'by keys')
})
