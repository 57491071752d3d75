import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input, Method, Output } from '../../electron/contract/index.ts'
import { href } from '../../renderer/app/paths.ts'
import { approvalText, consultationText } from '../../renderer/text/approval.ts'
import { minutesText } from '../../renderer/text/minutes.ts'
import { lifeText, notesText } from '../../renderer/text/minutes-life.ts'
import { observationsText } from '../../renderer/text/observations.ts'
import { type Application, callBridge } from './application.ts'
import { desk, drawn, enlarged, type Meetings, openSample, show, violations } from './screens.ts'

let app: Application
let page: Page
let meetings: Meetings
beforeAll(async () => {
  ;({ app, page, meetings } = await openSample())
})
afterAll(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

async function open(size: typeof desk): Promise<void> {
  await page.setViewportSize(size)
  await show(page, 'home', href('home'))
  await show(page, 'minutes', href('minutes', { meetingId: meetings.held }))
  await drawn(page)
}

async function ask<M extends Method>(method: M, input: Input<M>): Promise<NonNullable<Output<M>>> {
  const answer = await callBridge(page, method, input)
  if (!answer.ok || answer.value == null)
    throw new Error(answer.ok ? `${method}: nothing` : answer.error.code)
  return answer.value
}

const plan = () => page.getByRole('navigation', { name: minutesText.plan })
const text = () => page.getByRole('region', { name: minutesText.text, exact: true })
/** The section where the cursor is. */
const here = () => page.locator('article:focus-within')
const shownPage = async () =>
  Number(/\d+/u.exec(await page.getByRole('heading', { name: /^Page\s\d/u }).innerText())?.[0])

async function choose(rank: number): Promise<void> {
  await plan().getByRole('button').nth(rank).click()
  await here().waitFor()
  await drawn(page)
}

const widthOf = async (target: ReturnType<typeof text>) => (await target.boundingBox())?.width ?? 0

/** Tops of the title and of the first text of the section that was gone to. */
const tops = () =>
  here().evaluate((section) => {
    const [title, words] = [section.querySelector('h2'), section.querySelector('[contenteditable="true"]')]
    if (title === null || words === null) throw new Error('the section has no title or no text')
    return { title: title.getBoundingClientRect().top, words: words.getBoundingClientRect().top }
  })

describe('Compte rendu', () => {
  it('is one text in one scroll, without a box around what is written', async () => {
    await open(desk)
    await choose(4)
    const seen = await text().evaluate((region) => {
      const { top, bottom } = region.getBoundingClientRect()
      return [...region.querySelectorAll('article')].filter((article) => {
        const box = article.getBoundingClientRect()
        const canBeWritten = article.querySelector('[contenteditable="true"]') !== null
        return box.top < bottom && box.bottom > top && canBeWritten
      }).length
    })
    expect(seen).toBeGreaterThan(1)
    const boxes = await here()
      .locator('[contenteditable="true"], .input')
      .evaluateAll((fields) =>
        fields.map((field) => {
          const { borderTopColor, borderTopWidth, boxShadow } = getComputedStyle(field)
          return { isDrawn: borderTopWidth !== '0px' && !borderTopColor.endsWith(', 0)'), boxShadow }
        }),
      )
    expect(boxes.length).toBeGreaterThan(2)
    expect(boxes.filter(({ isDrawn, boxShadow }) => isDrawn || boxShadow !== 'none')).toEqual([])
  })

  it('leaves the plan 200 pixels and the pane 408; the title is whole and one act is next', async () => {
    await open(desk)
    expect(await widthOf(plan())).toBe(200)
    expect(await widthOf(page.locator('.faces-pane'))).toBe(408)
    const head = page.locator('header.head')
    expect(
      await head.locator('h1').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
    ).toBe(0)
    expect(await head.locator('.acts .button.primary').count()).toBe(1)
    expect(await head.locator('.acts').getByRole('button').count()).toBe(3)
  })

  it('puts the plan away with Ctrl L and gives its room to the text', async () => {
    await open(desk)
    const before = await widthOf(text())
    await page.keyboard.press('Control+l')
    await plan().waitFor({ state: 'detached' })
    expect(await widthOf(text())).toBe(before + 200)
    await page.keyboard.press('Control+l')
    await plan().waitFor()
  })

  it('is reached from its title in three stops of Tab, and from the title of a section in one', async () => {
    await open(desk)
    const isText = () =>
      page.evaluate(() => document.activeElement?.getAttribute('contenteditable') === 'true')
    // The last of the tabs stands before the bar's own acts.
    await page.locator('header.head .tabs a').last().focus()
    let stops = 0
    while (stops < 4 && !(await isText())) {
      await page.keyboard.press('Tab')
      stops += 1
    }
    expect(stops).toBeLessThanOrEqual(3)
    await choose(4)
    expect(await isText()).toBe(false)
    await page.keyboard.press('Tab')
    expect(await isText()).toBe(true)
  })

  it('turns the page to where the cursor is, and marks its words there', async () => {
    await open(desk)
    await page.getByRole('heading', { name: /^Page\s1\s/u }).waitFor()
    await choose(2)
    await expect.poll(shownPage).toBeGreaterThan(1)
    const second = await shownPage()
    await choose(12)
    await expect.poll(shownPage).toBeGreaterThan(second)
    const paragraph = here().locator('[contenteditable="true"] p').filter({ hasText: /\w/u }).first()
    const words = await paragraph.innerText()
    await paragraph.click()
    const marked = () =>
      page.evaluate(() =>
        [...(CSS.highlights.get('followed-words') ?? [])].map((range) => range.toString()).join(),
      )
    await expect.poll(marked).toContain(words.slice(0, 12))
  })

  it('shows the page, the notes and the observations in one pane, by Alt 1 to 3', async () => {
    await open(desk)
    const pane = (name: string) => page.getByRole('complementary', { name, exact: true })
    await page.keyboard.press('Alt+2')
    await pane(notesText.pane).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Alt+3')
    await pane(observationsText.title).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await pane(notesText.pane).count()).toBe(0)
    await page.keyboard.press('Alt+1')
    await page.getByRole('heading', { name: /^Page\s\d/u }).waitFor()
  })

  it('shows title and text above 245 when everything is twice as large', async () => {
    await open(enlarged)
    await page.keyboard.press('Control+ArrowDown')
    await page.keyboard.press('Control+ArrowDown')
    await here().waitFor()
    await drawn(page)
    const { title, words } = await tops()
    expect(title).toBeGreaterThan(128)
    expect(words).toBeLessThanOrEqual(245)
    await page.keyboard.press('Alt+2')
    const notes = page.getByRole('complementary', { name: notesText.pane, exact: true })
    await expect
      .poll(() => notes.evaluate((pane) => pane.getBoundingClientRect().top))
      .toBeLessThan(enlarged.height)
  })

  it('gives the names of those who are consulted the width of the pane, their answers under them', async () => {
    const { minutes } = await ask('minutes.get', { meetingId: meetings.held })
    const { id, version } = minutes
    await ask('minutes.setState', { id, version, state: 'validated' })
    for (const size of [desk, enlarged]) {
      await open(size)
      await page.getByRole('button', { name: lifeText.approve, exact: true }).click()
      await page.getByText(approvalText.modes.written, { exact: true }).click()
      const rows = page.getByRole('list', { name: consultationText.members }).getByRole('listitem')
      await rows.first().waitFor()
      const boxes = await rows.evaluateAll((all) =>
        all.map((row) => {
          const [name, answers] = [row.querySelector('b')?.parentElement, row.querySelector('fieldset')]
          if (name == null || answers === null) throw new Error('a member has no name or no answers')
          const [of, under] = [name.getBoundingClientRect(), answers.getBoundingClientRect()]
          return { isUnder: under.top >= of.bottom, lines: Math.round(of.height / 22) }
        }),
      )
      expect(boxes.length).toBeGreaterThan(20)
      expect(boxes.filter(({ isUnder, lines }) => !isUnder || lines > 4)).toEqual([])
    }
  })

  it('keeps two lines of a title off the top edge, and the ring of the first place inside', async () => {
    await open(enlarged)
    await show(page, 'participants', href('participants', { meetingId: meetings.held }))
    // Two lines and what stands below them fill the bar: only this keeps the first from its edge.
    const words = page.locator('.head-words')
    expect(await words.evaluate((one) => getComputedStyle(one).paddingTop)).toBe('4px')
    await page.keyboard.press('Tab')
    const first = page.locator('.side a').first()
    await first.focus()
    expect(await first.evaluate((link) => getComputedStyle(link).outlineOffset)).toBe('-2px')
  })

  it('gives a page of paper an edge in forced colours', async () => {
    await page.setViewportSize(desk)
    await show(page, 'minutes', href('minutes', { meetingId: meetings.approved }))
    const sheet = page.locator('.pdf-sheet').first()
    await sheet.waitFor()
    const edge = () => sheet.evaluate((one) => getComputedStyle(one).outlineStyle)
    expect(await edge()).toBe('none')
    await page.emulateMedia({ forcedColors: 'active' })
    expect(await edge()).toBe('solid')
    await page.emulateMedia({ forcedColors: 'none' })
  })

  it('answers « Vérifier » where it is seen, however low that stands', async () => {
    await page.setViewportSize({ width: 1280, height: 560 })
    await show(page, 'minutes', href('minutes', { meetingId: meetings.approved }))
    await page.getByRole('button', { name: approvalText.check, exact: true }).click()
    const answer = page.getByText(/l’empreinte scellée/u)
    await answer.waitFor()
    const seen = () =>
      answer.evaluate((words) => {
        const [box, pane] = [words.getBoundingClientRect(), words.closest('.minutes-side, .scroll')]
        return box.bottom <= Math.min(innerHeight, pane?.getBoundingClientRect().bottom ?? 0)
      })
    await expect.poll(seen).toBe(true)
  })
})
