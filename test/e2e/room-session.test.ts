import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { href } from '../../renderer/app/paths.ts'
import { commonText } from '../../renderer/text/common.ts'
import { sessionText } from '../../renderer/text/session.ts'
import {
  floorText,
  itemFaceText,
  openActionsText,
  sessionPaneText,
} from '../../renderer/text/session-pane.ts'
import type { Application } from './application.ts'
import { handsOn } from './hands.ts'
import { desk, drawn, enlarged, openSample, show, violations, withoutRoom } from './screens.ts'
import { openSession } from './session-hands.ts'

let app: Application
let page: Page
beforeAll(async () => {
  const opened = await openSample()
  app = opened.app
  page = opened.page
  const { planned: meetingId } = opened.meetings
  await page.setViewportSize(desk)
  await show(page, 'session', href('session', { meetingId }))
  await openSession(page)
  for (let rank = 1; rank <= 12; rank += 1) {
    await page.keyboard.type(`ligne ${rank}`)
    await page.keyboard.press('Enter')
  }
  await log().getByText('ligne 12').waitFor()
})
afterAll(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

const log = () => page.getByRole('log', { name: sessionText.log })
const line = () => page.getByRole('textbox', { name: sessionText.line, exact: true })
const pane = (name: string) => page.getByRole('complementary', { name, exact: true })
const boxOf = async (selector: string) => {
  const box = await page.locator(selector).boundingBox()
  if (box === null) throw new Error(`${selector} is not on the screen`)
  return box
}
const holds = (target: ReturnType<typeof line>) =>
  target.evaluate((element) => element.contains(document.activeElement))

async function at(size: typeof desk): Promise<void> {
  await page.setViewportSize(size)
  await line().focus()
  await drawn(page)
}

/** What is seen of the notes, down to the line that is typed; that stands above the foot of the window. */
async function room(): Promise<number> {
  // Nothing was scrolled away for it.
  expect((await boxOf('header.head')).y).toBeGreaterThanOrEqual(44)
  const [notes, typed, foot] = await Promise.all([
    boxOf('.note-scroll'),
    boxOf('.compose'),
    boxOf('footer.status'),
  ])
  expect(typed.y + typed.height).toBeLessThanOrEqual(foot.y)
  return Math.min(notes.y + notes.height, typed.y) - notes.y
}

describe('En séance', () => {
  it('gives the notes 440 pixels, the items 200 and the pane 320', async () => {
    await at(desk)
    expect(await room()).toBeGreaterThanOrEqual(440)
    expect((await boxOf('.left-list')).width).toBe(200)
    expect((await boxOf('.faces-pane')).width).toBe(320)
    expect(await log().getByText('ligne 12').isVisible()).toBe(true)
  })

  it('is one stop of Tab for all items; the arrows lead through them', async () => {
    await at(desk)
    const list = page.getByRole('navigation', { name: sessionText.items }).getByRole('list')
    const stops = () =>
      list.evaluate(
        (all) => [...all.querySelectorAll('button')].filter(({ tabIndex }) => tabIndex === 0).length,
      )
    expect(await stops()).toBe(1)
    await list.locator('button[tabindex="0"]').focus()
    await page.keyboard.press('ArrowDown')
    expect(
      await list
        .locator('li')
        .nth(1)
        .evaluate((row) => row.contains(document.activeElement)),
    ).toBe(true)
    expect(await stops()).toBe(1)
  })

  it('goes to attendance with F4 and back to the line with F4', async () => {
    await at(desk)
    await page.keyboard.press('F4')
    await expect.poll(() => holds(pane(sessionPaneText.names.attendance))).toBe(true)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('F4')
    expect(await holds(line())).toBe(true)
  })

  it('has the open actions beside the follow-up, done where they are gone through, said at the foot', async () => {
    await at(desk)
    await page.keyboard.press('Alt+1')
    await pane(itemFaceText.title).waitFor()
    const late = page.getByRole('region', { name: openActionsText.groups.late })
    expect(await late.count()).toBe(0)
    await page
      .getByRole('navigation', { name: sessionText.items })
      .getByRole('button', { name: /Suivi des décisions et actions/u })
      .first()
      .click()
    await late.waitFor()
    expect(await violations(page)).toEqual([])
    const before = await late.getByRole('listitem').count()
    expect(before).toBeGreaterThan(0)
    await late
      .getByRole('button', { name: /réalisée$/u })
      .first()
      .click()
    const said = page.getByRole('region', { name: commonText.messages }).getByText(/^A-\S+ réalisée$/u)
    await said.waitFor()
    await expect.poll(() => late.getByRole('listitem').count()).toBe(before - 1)
    // On to the next row: a list is worked off without leaving it.
    await expect.poll(() => page.locator('li:focus').count()).toBe(1)
    const [words, foot] = [await said.boundingBox(), await boxOf('footer.status')]
    expect(words?.y).toBeGreaterThanOrEqual(foot.y)
    await late
      .getByRole('button', { name: /^Reporter A-/u })
      .first()
      .click()
    await handsOn(app).fillDate(late.getByRole('group', { name: openActionsText.newDate }), '2027-02-15')
    await late.getByRole('button', { name: openActionsText.putOff, exact: true }).click()
    await page
      .getByRole('region', { name: commonText.messages })
      .getByText(/^A-\S+ reportée au 15\sfévrier\s2027$/u)
      .waitFor()
    await expect.poll(() => late.getByRole('listitem').count()).toBe(before - 2)
    await expect.poll(() => page.locator('li:focus').count()).toBe(1)
  })

  it('keeps who asks to speak, and begins the line of whoever is given the floor', async () => {
    await at(desk)
    await page.keyboard.press('Alt+3')
    const field = pane(floorText.title).getByLabel(floorText.add)
    for (const name of ['Solène Exemple', 'Yann Exemple']) {
      await field.fill(name)
      await field.press('Enter')
      await pane(floorText.title).getByText(name).waitFor()
    }
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: floorText.give('Solène Exemple') }).click()
    expect(await line().inputValue()).toBe('@Solène Exemple ')
    expect(await holds(line())).toBe(true)
    await line().fill('')
    await page.keyboard.press('Alt+1')
    await pane(itemFaceText.title).getByText('Yann Exemple').waitFor()
  })

  it('says the whole title of the item, and keys whole or not at all, in a window of 1024 pixels', async () => {
    await at({ width: 1024, height: 700 })
    const title = await page
      .locator('.live-title')
      .evaluate(({ clientWidth, clientHeight, scrollHeight }) => ({
        clientWidth,
        cut: scrollHeight - clientHeight,
      }))
    expect(title.clientWidth).toBeGreaterThanOrEqual(200)
    // Letters may reach below their line.
    expect(title.cut).toBeLessThanOrEqual(2)
    const keys = await page.locator('footer .keys').evaluate((all) => {
      const frame = all.getBoundingClientRect()
      const boxes = [...all.children].map((key) => key.getBoundingClientRect())
      const shown = boxes.filter(({ top }) => top < frame.bottom)
      return {
        shown: shown.length,
        cut: shown.filter(({ left, right }) => left < frame.left - 1 || right > frame.right + 1).length,
      }
    })
    expect(keys.shown).toBeGreaterThan(1)
    expect(keys.cut).toBe(0)
    expect(await withoutRoom(page)).toEqual([])
  })

  it('keeps 160 pixels of notes, the line, the time and the next item when all is twice as large', async () => {
    await at(enlarged)
    await line().fill('A : transmettre la liste avant le 20/01')
    expect(await room()).toBeGreaterThanOrEqual(160)
    for (const seen of [page.getByRole('timer'), page.getByRole('button', { name: sessionText.keys.next })]) {
      const box = await seen.boundingBox()
      expect((box?.y ?? 0) + (box?.height ?? 1000)).toBeLessThanOrEqual(enlarged.height)
    }
  })
})
