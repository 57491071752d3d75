// What one does with any page: find words in it, print it, draw it larger.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { menuActs } from '../../electron/contract/menu-acts.ts'
import { href, paths } from '../../renderer/app/paths.ts'
import { documentText } from '../../renderer/text/documents.ts'
import { findText } from '../../renderer/text/find.ts'
import { frameText } from '../../renderer/text/frame.ts'
import { printText } from '../../renderer/text/print.ts'
import { projectText } from '../../renderer/text/project.ts'
import { drawnPages } from '../documents-check/drawn-pages.ts'
import { type Application, callBridge } from './application.ts'
import { answerPrinting, readPaper, spaced } from './paper.ts'
import { displays, type Meetings, openSample, setDisplay, settle, show, violations } from './screens.ts'

let app: Application
let meetings: Meetings
beforeAll(async () => {
  ;({ app, meetings } = await openSample())
})
afterAll(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

describe('words are found in what a screen shows', () => {
  const field = () => app.page.getByRole('searchbox', { name: findText.field })
  const said = () => app.page.getByRole('search', { name: findText.title }).getByRole('status')
  const marked = () =>
    app.page.evaluate(() =>
      [...(CSS.highlights.get('found-now') ?? [])].map((place) => {
        const range = document.createRange()
        range.setStart(place.startContainer, place.startOffset)
        range.setEnd(place.endContainer, place.endOffset)
        return range.toString()
      }),
    )

  it('without accents, one place after the other, counted, and Escape goes to the place', async () => {
    const { page } = app
    await show(page, 'minutes', href('minutes', { meetingId: meetings.held }))
    // The page beside the text has words too.
    await page.getByRole('heading', { name: documentText.page(1) }).waitFor()
    await settle(page)
    await page.locator('main h1').first().click()
    await page.keyboard.press('Control+f')
    await field().waitFor()
    await page.keyboard.type('presente')
    // A long text is drawn by and by, and counted as it is.
    let count = 0
    const isCounted = async () => {
      const before = count
      count = Number(/^1 sur (\d+)$/.exec((await said().textContent()) ?? '')?.[1] ?? 0)
      return count > 1 && count === before
    }
    await expect.poll(isCounted, { interval: 1_000 }).toBe(true)
    expect(await marked()).toEqual([expect.stringMatching(/^présent[eé]$/i)])
    await page.keyboard.press('Enter')
    await expect.poll(() => said().textContent()).toMatch(/^2 sur \d+$/)
    count = Number((await said().textContent())?.split(' ').at(-1))
    await page.keyboard.press('Shift+F3')
    await page.keyboard.press('Shift+F3')
    await expect.poll(() => said().textContent()).toBe(findText.count(count, count))
    await page.keyboard.press('Control+f')
    await page.keyboard.type('zzzz')
    await expect.poll(() => said().textContent()).toBe(findText.count(0, 0))
    await page.keyboard.press('Escape')
    await field().waitFor({ state: 'detached' })
    expect(await page.evaluate(() => CSS.highlights.has('found-words'))).toBe(false)
  })

  it('in the rows of a list by its own field first, then in the page', async () => {
    const { page } = app
    await show(page, 'projects', paths.projects)
    await page.keyboard.press('Control+f')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe(projectText.filter)
    await page.keyboard.press('Control+f')
    await field().waitFor()
    await page.keyboard.press('Escape')
  })

  for (const [look, display] of Object.entries(displays))
    it(`with an accessible bar: ${look}`, async () => {
      const { page } = app
      await setDisplay(page, display)
      await show(page, 'home', paths.home)
      await page.keyboard.press('Control+f')
      await field().fill('e')
      await settle(page)
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
    })
})

describe('Ctrl P prints with the system’s dialog', () => {
  const said = (words: string) => app.page.getByRole('region').getByText(words).waitFor()

  it('a list: all of its rows, those that are not drawn or read too', async () => {
    const { page } = app
    await setDisplay(page, displays.dark)
    await show(page, 'watch', paths.watch)
    const rows = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1
    const take = await answerPrinting(app, { printed: true })
    await page.keyboard.press('Control+p')
    const paper = await take()
    await said(printText.printed)
    const { sizes, text } = await readPaper(paper)
    expect(sizes.length).toBeGreaterThan(20)
    expect(rows).toBeGreaterThan(900)
    // How the title of each text of the sample ends, on one line or on two.
    expect(text.match(/texte\s+d’exemple/g)?.length).toBe(rows)
    expect(await page.locator('.print-sheet').count()).toBe(0)
    await setDisplay(page, displays.light)
  })

  it('an agenda and minutes: their pages, as they are sent', async () => {
    const { page } = app
    for (const [place, meetingId] of [
      ['agenda', meetings.planned],
      ['minutes', meetings.held],
      ['minutes', meetings.approved],
    ] as const) {
      await show(page, place, href(place, { meetingId }))
      const kind = place === 'agenda' ? 'timedAgenda' : 'minutes'
      const document = await callBridge(page, 'documents.render', { kind, meetingId })
      if (!document.ok) throw new Error(document.error.code)
      const take = await answerPrinting(app, { printed: true })
      await page.keyboard.press('Control+p')
      const { sizes } = await readPaper(await take())
      await said(printText.printed)
      expect(sizes).toEqual(Array.from({ length: document.value.pageCount }, () => '210 × 297'))
    }
  })

  it('another screen itself, and says when nothing was printed', async () => {
    const { page } = app
    await show(page, 'home', paths.home)
    const take = await answerPrinting(app, { printed: false, reason: 'Print job canceled' })
    const ground = await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getBackgroundColor().toLowerCase(),
    )
    await page.keyboard.press('Control+p')
    const title = (await page.locator('main h1').textContent()) ?? ''
    const paper = await take()
    const { text } = await readPaper(paper)
    // Its margins are the paper, not the ground of the window.
    expect((await drawnPages(paper))[0]?.colours).not.toContain(ground)
    expect(text).toContain(spaced(title))
    await said(printText.cancelled)
  })

  it('by the system’s menu too', async () => {
    const labels = await app.electron.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).flatMap(
        ({ submenu }) => submenu?.items.map(({ label, accelerator }) => `${label} ${accelerator}`) ?? [],
      ),
    )
    for (const { label, keys } of [menuActs.print, menuActs.find, menuActs.largerText])
      expect(labels).toContain(`${label} ${keys[0]}`)
  })
})

it('the keys of the size of the text say it, and it is the one that Réglages has', async () => {
  const { page } = app
  await show(page, 'home', paths.home)
  await page.keyboard.press('Control++')
  await page.getByText(frameText.textAt(110)).first().waitFor()
  await page.keyboard.press('Control+=')
  await page.getByText(frameText.textAt(125)).first().waitFor()
  await page.keyboard.press('Control+-')
  await page.getByText(frameText.textAt(110)).first().waitFor()
  expect(await callBridge(page, 'app.textSize', {})).toEqual({ ok: true, value: { percent: 110 } })
  await page.keyboard.press('Control+0')
  await page.getByText(frameText.textAt(100)).first().waitFor()
})

it('a line of Accueil is pressed wherever one likes', async () => {
  const { page } = app
  await show(page, 'home', paths.home)
  const line = page.locator('.whole-lines li', { has: page.locator('.when') }).first()
  const address = await line.getByRole('link').getAttribute('href')
  const box = await line.boundingBox()
  if (box === null) throw new Error('nothing is to be done')
  await page.mouse.click(box.x + 60, box.y + 14)
  await expect.poll(() => page.evaluate(() => location.hash)).toBe(address)
})
