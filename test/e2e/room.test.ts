import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { href } from '../../renderer/app/paths.ts'
import { agendaText } from '../../renderer/text/agenda.ts'
import { commonText } from '../../renderer/text/common.ts'
import { importsText } from '../../renderer/text/imports.ts'
import { panesText } from '../../renderer/text/panes.ts'
import { type Application, callBridge } from './application.ts'
import { handsOn } from './hands.ts'
import { desk, drawn, enlarged, type Meetings, openSample, show } from './screens.ts'

const received = join(import.meta.dirname, '..', 'fixtures', 'imports', 'tableau-minute.docx')

let app: Application
let page: Page
let meetings: Meetings
beforeAll(async () => {
  ;({ app, page, meetings } = await openSample())
  const { planned: meetingId } = meetings
  for (const rank of Array.from({ length: 12 }).keys()) {
    const fields = { title: `Point de démonstration ${rank + 1}`, durationMinutes: 5 }
    const added = await callBridge(page, 'agenda.add', {
      ...{ id: newId(), meetingId, parentId: null, afterId: null, fields },
    })
    if (!added.ok) throw new Error(added.error.code)
  }
})
afterAll(() => app.close())

async function open(size: typeof desk): Promise<void> {
  await page.setViewportSize(size)
  await show(page, 'home', href('home'))
  await show(page, 'agenda', href('agenda', { meetingId: meetings.planned }))
  await page.getByRole('row').first().waitFor()
  await drawn(page)
}

const frameless = (): never => {
  throw new Error('a row has no place')
}

const rows = () => page.getByRole('treegrid', { name: agendaText.rows }).getByRole('row')

/** Rows that are seen whole, from the top. */
const seen = (): Promise<{ tops: number[]; whole: number }> =>
  rows().evaluateAll((all) => {
    const boxes = all.map((row) => row.getBoundingClientRect())
    const frame = document.querySelector('.agenda-box')?.getBoundingClientRect()
    if (frame === undefined) throw new Error('no list is shown')
    const bottom = Math.min(frame.bottom, window.innerHeight)
    return {
      tops: boxes.map(({ top }) => top).sort((a, b) => a - b),
      whole: boxes.filter((box) => box.top >= frame.top && box.bottom <= bottom).length,
    }
  })

/** What can be pressed or filled in the main part without scrolling; a list is one of them. */
const controls = (): Promise<number> =>
  page.evaluate(() => {
    const all = [
      ...document.querySelectorAll('main :is(a[href], button, input, select, textarea, [role="treegrid"])'),
    ]
    return all.filter((element) => {
      const box = element.getBoundingClientRect()
      const isSeen = box.width > 0 && box.top < window.innerHeight && element.checkVisibility()
      return isSeen && element.parentElement?.closest('[role="treegrid"]') === null
    }).length
  })

it.each([desk, enlarged])('a message moves nothing, however long, and is read whole: %o', async (size) => {
  await open(size)
  const title =
    `Examen, pour avis conforme, ${'du projet d’ordonnance relatif à la simplification '.repeat(5)}`.trim()
  const places = () =>
    page.evaluate(() =>
      ['main', '.status', '.side'].map((part) => {
        const box = document.querySelector(part)?.getBoundingClientRect()
        return [part, box?.top, box?.height]
      }),
    )
  const before = await places()
  await page.getByRole('textbox', { name: agendaText.newItem }).fill(`${title} – 15 min`)
  await page.keyboard.press('Enter')
  const messages = page.getByRole('region', { name: commonText.messages })
  const said = messages.locator('.toast-words')
  const undo = messages.getByRole('button', { name: commonText.undo })
  await said.filter({ hasText: 'Point compris' }).waitFor()
  expect(await places()).toEqual(before)
  expect(await said.getAttribute('title')).toContain(title)
  const isIn = await undo.evaluate((button) => {
    const { bottom, right } = button.getBoundingClientRect()
    return bottom <= innerHeight && right <= innerWidth
  })
  expect(isIn).toBe(true)
  await page.keyboard.press('ControlOrMeta+Shift+j')
  const listed = page.getByRole('dialog', { name: commonText.messages }).getByText(title).first()
  expect(await listed.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toBe(false)
  await page.keyboard.press('Escape')
  await undo.click()
})

it('the tabs of a meeting stand at one place on all of its screens, beside a title on one line', async () => {
  await page.setViewportSize(desk)
  const tabs = page.locator('header.head .tabs a')
  const placed = async () => (await tabs.all()).map(async (tab) => (await tab.boundingBox())?.x)
  for (const meetingId of [meetings.planned, meetings.held]) {
    const seen: string[] = []
    for (const place of ['agenda', 'participants', 'dispatch', 'session', 'minutes'] as const) {
      await show(page, place, href(place, { meetingId }))
      await drawn(page)
      seen.push((await Promise.all(await placed())).join(' '))
      const title = page.locator('.meeting-head h1')
      const { height, line } = await title.evaluate((one) => ({
        height: one.getBoundingClientRect().height,
        line: Number.parseFloat(getComputedStyle(one).lineHeight),
      }))
      expect(height).toBeLessThan(line * 1.5)
    }
    expect(seen).toEqual(seen.map(() => seen[0]))
  }
})

describe('Préparer', () => {
  it('begins its list at 240 and shows ten rows beside the pane', async () => {
    await open(desk)
    await rows().first().click()
    await page.getByRole('complementary', { name: /^Point\s1$/u }).waitFor()
    const { tops, whole } = await seen()
    expect(tops[0]).toBeLessThanOrEqual(240)
    expect(whole).toBeGreaterThanOrEqual(10)
  })

  it('shows ten rows beside its page', async () => {
    await open(desk)
    await show(page, 'agendaPage', href('agendaPage', { meetingId: meetings.planned }))
    const { tops, whole } = await seen()
    expect(tops[0]).toBeLessThanOrEqual(240)
    expect(whole).toBeGreaterThanOrEqual(10)
  })

  it('asks no more than 22 controls of the first look', async () => {
    await open(desk)
    const many = await controls()
    expect(many).toBeGreaterThan(10)
    expect(many).toBeLessThanOrEqual(22)
  })

  it('is walked in 22 stops of Tab beside an item that is open', async () => {
    await open(desk)
    await rows().nth(4).click()
    await page.getByRole('complementary', { name: /^Point\s/u }).waitFor()
    await page.locator('main').focus()
    const isInside = () =>
      page.evaluate(() => document.querySelector('main')?.contains(document.activeElement) === true)
    let stops = 0
    for (; stops <= 40; stops += 1) {
      await page.keyboard.press('Tab')
      if (!(await isInside())) break
    }
    expect(stops).toBeGreaterThan(12)
    expect(stops).toBeLessThanOrEqual(22)
    // What is no stop of its own is reached by the arrows beside one.
    const faces = page.getByRole('navigation', { name: panesText.right.title })
    await faces.getByRole('link').first().focus()
    await page.keyboard.press('ArrowRight')
    expect(
      await faces
        .getByRole('link')
        .nth(1)
        .evaluate((link) => link === document.activeElement),
    ).toBe(true)
  })

  it('is one stop of Tab from what stands before the list to what comes after it', async () => {
    await open(desk)
    await page.getByRole('button', { name: /^Reports et sujets/u }).focus()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.role)).toBe('row')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      agendaText.newItem,
    )
  })

  it('has its rows dragged with the mouse, between others and into one; Escape in the middle leaves them', async () => {
    await open(desk)
    const names = () => rows().evaluateAll((all) => all.map((row) => row.textContent ?? ''))
    const before = await names()
    const at = async (rank: number, share: number) => {
      const { x, y, width, height } = (await rows().nth(rank).boundingBox()) ?? frameless()
      return [x + width / 2, y + height * share] as const
    }
    /** Holds the second row over another. */
    const hold = async (rank: number, share: number) => {
      await page.mouse.move(...(await at(1, 0.5)))
      await page.mouse.down()
      await page.mouse.move(...(await at(rank, 0.5)))
      await page.mouse.move(...(await at(rank, share)), { steps: 4 })
      await page.locator('.agenda-item[data-landing]').waitFor()
    }
    await hold(0, 0.1)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await page.locator('.agenda-item[data-landing]').waitFor({ state: 'detached' })
    expect(await names()).toEqual(before)
    await hold(0, 0.1)
    await page.mouse.up()
    const dragged = rows().first()
    await expect.poll(() => dragged.getAttribute('aria-level')).toBe('1')
    await expect.poll(async () => (await names())[1]?.includes((before[0] ?? '').slice(10, 40))).toBe(true)
    await hold(0, 0.5)
    await page.mouse.up()
    await expect.poll(() => rows().nth(1).getAttribute('aria-level')).toBe('2')
    expect(await rows().first().getAttribute('aria-expanded')).toBe('true')
    for (let back = 0; back < 2; back += 1) await page.keyboard.press('Control+Z')
    await expect.poll(names).toEqual(before)
  })

  it('begins its list at 245 when everything is twice as large', async () => {
    await open(enlarged)
    expect((await seen()).tops[0]).toBeLessThanOrEqual(245)
    expect(app.complaints).toEqual([])
  })

  it('is measured: what pushes the rows down is seen', async () => {
    await open(desk)
    const before = (await seen()).tops[0] ?? 0
    await page.evaluate(() => {
      const pushed = document.createElement('p')
      pushed.style.height = '100px'
      pushed.style.flex = 'none'
      document.querySelector('.toolbar')?.after(pushed)
    })
    await drawn(page)
    expect((await seen()).tops[0]).toBeGreaterThan(before + 50)
  })
})

/** Tops and bottoms of the rows of a list, from the first. */
const rowsOf = (selector: string) =>
  page.locator(selector).evaluateAll((all) => {
    const foot = document.querySelector('footer.status')?.getBoundingClientRect().top ?? 0
    const boxes = all.map((row) => row.getBoundingClientRect()).filter(({ height }) => height > 0)
    return { first: boxes[0]?.top ?? 1000, whole: boxes.filter(({ bottom }) => bottom <= foot).length }
  })

describe('lists', () => {
  it('of Veille has nine texts beside the life of the first', async () => {
    await page.setViewportSize(desk)
    await show(page, 'home', href('home'))
    await show(page, 'watch', href('watch'))
    await page.locator('.watch-life').waitFor()
    expect((await rowsOf('main [data-row]')).whole).toBeGreaterThanOrEqual(9)
    await page.locator('main [data-row]').first().focus()
    await page.keyboard.press('Escape')
    await page.locator('.watch-life').waitFor({ state: 'detached' })
  })

  it.each([
    ['watch', 'main [data-row]', 245],
    ['followUp', 'main [data-row]', 245],
    ['followUpDecisions', 'main [data-row]', 245],
    ['directory', 'main [data-row]', 245],
    ['home', 'main .grid-home .list > li', 275],
  ] as const)('of %s begins above the middle of a window twice as large', async (place, rows, most) => {
    await page.setViewportSize(enlarged)
    await show(page, place, href(place))
    await page.locator(rows).first().waitFor()
    expect((await rowsOf(rows)).first).toBeLessThanOrEqual(most)
  })
})

describe('Lire un fichier', () => {
  it('begins its points at 460 while it asks for the year, and at 380 once it has it', async () => {
    await page.setViewportSize(desk)
    await show(page, 'home', href('home'))
    await handsOn(app).drop(page.locator('main'), received)
    const rows = page.getByRole('grid', { name: importsText.understoodPane }).locator('[data-row]')
    const top = async () => (await rows.first().boundingBox())?.y ?? 1000
    await rows.first().waitFor()
    await drawn(page)
    expect(await top()).toBeLessThanOrEqual(460)
    await page.getByRole('group', { name: importsText.meeting.proposed }).getByRole('button').last().click()
    await drawn(page)
    expect(await top()).toBeLessThanOrEqual(380)
    expect(app.complaints).toEqual([])
  })
})
