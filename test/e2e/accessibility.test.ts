import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { href, paths } from '../../renderer/app/paths.ts'
import { agendaText } from '../../renderer/text/agenda.ts'
import { backupsText } from '../../renderer/text/backups.ts'
import { dispatchText, prepareText } from '../../renderer/text/dispatch.ts'
import { documentText } from '../../renderer/text/documents.ts'
import { firstStartText } from '../../renderer/text/first-start.ts'
import { helpText } from '../../renderer/text/help.ts'
import { importsText } from '../../renderer/text/imports.ts'
import { minutesText } from '../../renderer/text/minutes.ts'
import { placeText } from '../../renderer/text/place.ts'
import { repliesText, roomPaperText } from '../../renderer/text/replies.ts'
import { saidText } from '../../renderer/text/said.ts'
import { type Application, callBridge, startApplication } from './application.ts'
import { backupsPage, fillTurnOn, rowOf } from './encrypted-copies.ts'
import { handsOn } from './hands.ts'
import {
  addressOf,
  displays,
  drawn,
  loadSample,
  type Meetings,
  setDisplay,
  settle,
  show,
  shownScreens,
  violations,
  violationsInEveryLook,
  widthBeyond,
  withoutRoom,
} from './screens.ts'

const received = join(import.meta.dirname, '..', 'fixtures', 'imports', 'tableau-minute.docx')
/** CSS pixels: the window as first opened. */
const opened = { width: 1280, height: 800 }
/** Also a whole screen, small ones, and the first one enlarged beyond 175 %. */
const sizes = [
  opened,
  { width: 1920, height: 1080 },
  { width: 1100, height: 700 },
  { width: 1024, height: 700 },
  { width: 720, height: 450 },
]
const looks = Object.entries(displays)

/** In each of these windows the screen is no wider than it, and its words have room. */
async function expectRoom(): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size)
    await drawn(page)
    const where = `${size.width} × ${size.height}`
    expect(await widthBeyond(page), where).toBe(0)
    expect(await withoutRoom(page), where).toEqual([])
  }
}

let app: Application
let page: Page
let meetings: Meetings
beforeAll(async () => {
  app = await startApplication()
  page = app.page
})
afterAll(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

describe('an empty profile', () => {
  for (const [look, display] of looks)
    it(`first start, ${look}`, async () => {
      await setDisplay(page, display)
      await show(page, 'home', paths.home)
      await page.getByRole('heading', { name: firstStartText.title }).waitFor()
      expect(await violations(page)).toEqual([])
    })
})

describe('with the sample', () => {
  beforeAll(async () => {
    meetings = await loadSample(page)
    await callBridge(page, 'backups.make', {})
  })

  /** Layers that can lie over a screen or replace it, and how each is opened. */
  const states: Readonly<Record<string, () => Promise<void>>> = {
    'new meeting': async () => {
      await show(page, 'meetings', paths.meetings)
      await page.keyboard.press('Control+n')
      await page.getByRole('dialog').waitFor()
    },
    palette: async () => {
      await show(page, 'home', paths.home)
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.type('projet')
      await page.getByRole('option').first().waitFor()
    },
    help: async () => {
      await show(page, 'minutes', href('minutes', { meetingId: meetings.held }))
      await page.keyboard.press('F1')
      await page.getByRole('dialog', { name: helpText.title }).getByRole('table').first().waitFor()
    },
    'import review': async () => {
      await show(page, 'home', paths.home)
      await handsOn(app).drop(page.locator('main'), received)
      await page.getByRole('heading', { name: importsText.title }).waitFor()
    },
    'encryption turned on': async () => {
      await backupsPage(page)
      await fillTurnOn(page)
    },
    'a look inside a backup': async () => {
      await backupsPage(page)
      await rowOf(page, backupsText.places.desk).click()
      await page.getByRole('region', { name: backupsText.contains }).waitFor()
    },
    'an item of the agenda, unfolded': async () => {
      await show(page, 'agenda', href('agenda', { meetingId: meetings.planned }))
      await page.getByRole('treegrid', { name: agendaText.rows }).getByRole('row').nth(4).click()
      for (const words of Object.values(agendaText.inspector.folds)) await page.getByText(words).click()
    },
    'a paper of the day': async () => {
      await show(page, 'participants', href('participants', { meetingId: meetings.planned }))
      await page.getByRole('button', { name: roomPaperText.signInSheet }).click()
      await page.getByRole('heading', { name: documentText.page(1) }).waitFor()
    },
    'a seat and who takes it': async () => {
      await show(page, 'participants', href('participants', { meetingId: meetings.planned }))
      await page.getByRole('grid', { name: repliesText.list }).locator('[data-row]').nth(1).click()
      await page.getByRole('region', { name: repliesText.whoSits }).getByRole('radio').first().waitFor()
    },
    'a message and one of its recipients': async () => {
      await show(page, 'dispatch', href('dispatch', { meetingId: meetings.planned }))
      await page.getByRole('button', { name: prepareText.convocation }).click()
      await page.getByRole('complementary', { name: dispatchText.before.title }).waitFor()
      await page.getByRole('button', { name: dispatchText.recipients.show }).click()
      const people = page.getByRole('grid', { name: dispatchText.sections.recipients })
      await people.locator('[data-row]').first().click()
      await page.getByRole('textbox', { name: dispatchText.recipients.email, exact: true }).waitFor()
    },
    'sentences found': async () => {
      await show(page, 'said', href('said', {}, 'communes'))
      await page.getByRole('grid', { name: saidText.list }).getByRole('row').nth(2).waitFor()
    },
    'minutes of an item': async () => {
      await show(page, 'minutes', href('minutes', { meetingId: meetings.held }))
      // The plan is put away in a narrow window.
      for (let step = 0; step < 2; step += 1) await page.keyboard.press('Control+ArrowDown')
      const section = page.locator('article:focus-within')
      await section.getByRole('textbox', { name: minutesText.presentation, exact: true }).click()
    },
  }

  for (const { place, of } of shownScreens)
    it(`${placeText[place]}${of === null ? '' : ` of a meeting that is ${of}`}, in every theme and no wider than the window`, async () => {
      await page.setViewportSize(opened)
      await show(page, place, addressOf(place, of === null ? null : meetings[of]))
      expect(await violationsInEveryLook(page)).toEqual([])
      await expectRoom()
    })

  for (const [state, open] of Object.entries(states))
    it(`${state}, in every theme`, async () => {
      // From elsewhere, in the window that the states are written for: what was open on its screen is not.
      await page.setViewportSize(opened)
      await show(page, 'home', paths.home)
      await open()
      await settle(page)
      const found = await violationsInEveryLook(page)
      if (state === 'import review') await expectRoom()
      await page.keyboard.press('Escape')
      expect(found).toEqual([])
    })

  it.each([
    [
      'a colour',
      '.planted * { color: #ededed !important; background: #ffffff !important }',
      'color-contrast',
    ],
    ['a name', '.planted label { display: none }', 'label'],
  ])('notices %s that fails in one theme alone', async (_, fault, rule) => {
    await page.setViewportSize(opened)
    await show(page, 'home', paths.home)
    await page.evaluate((style) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`@media (prefers-color-scheme: dark) { ${style} }`)
      document.adoptedStyleSheets.push(sheet)
      const field = Object.assign(document.createElement('div'), { className: 'planted' })
      const label = Object.assign(document.createElement('label'), { textContent: 'Un nom ' })
      label.htmlFor = 'planted-field'
      const input = Object.assign(document.createElement('input'), { id: 'planted-field' })
      field.append(label, input)
      document.querySelector('main')?.appendChild(field)
    }, fault)
    const found = await violationsInEveryLook(page)
    await page.evaluate(() => {
      document.adoptedStyleSheets.pop()
      document.querySelector('.planted')?.remove()
    })
    expect(found).not.toEqual([])
    for (const one of found) expect(one).toMatch(new RegExp(`^dark: ${rule}: `))
  })

  it('notices a field without a name', async () => {
    await show(page, 'home', paths.home)
    await page.evaluate(() => {
      const field = document.createElement('input')
      document.querySelector('main')?.appendChild(field)
    })
    expect(await violations(page)).toEqual([expect.stringMatching(/^label: /)])
  })

  it('notices what is wider than the window', async () => {
    await show(page, 'home', paths.home)
    await page.evaluate(() => {
      const wide = document.createElement('div')
      wide.style.width = '3000px'
      document.querySelector('main')?.appendChild(wide)
    })
    expect(await widthBeyond(page)).toBeGreaterThan(0)
  })

  it('notices a title that has no room, and a part that scrolls sideways', async () => {
    await page.setViewportSize(opened)
    await show(page, 'directory', paths.directory)
    await page.getByRole('grid').locator('[data-row]').first().waitFor()
    expect(await withoutRoom(page)).toEqual([])
    await page.evaluate(() => {
      const style = new CSSStyleSheet()
      style.replaceSync('.directory-grid tbody th { max-width: 2rem; display: block }')
      document.adoptedStyleSheets.push(style)
      const wide = document.createElement('div')
      wide.style.width = '3000px'
      wide.style.flex = 'none'
      document.querySelector('main .scroll')?.appendChild(wide)
    })
    const found = await withoutRoom(page)
    await page.evaluate(() => void document.adoptedStyleSheets.pop())
    expect(found).toContainEqual(expect.stringMatching(/^too narrow: th/))
    expect(found).toContainEqual(expect.stringMatching(/^scrolls sideways: /))
  })
})
