// What a person does clumsily on every screen: Escape in a text.
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frameText } from '../../renderer/text/frame.ts'
import { type Application, startApplication } from './application.ts'
import { comeBack, loadSample, type Meetings, settle, shownScreens } from './screens.ts'

let app: Application
let page: Page
let meetings: Meetings
beforeAll(async () => {
  app = await startApplication()
  page = app.page
  page.setDefaultTimeout(5_000)
  meetings = await loadSample(page)
})
afterAll(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

/** Texts that somebody can type in; a filter is no text, and what must be understood first (a number, a date) neither. */
const fields = () =>
  page.locator(
    'main :is(input:not([type]), input[type=text], textarea, [contenteditable=true][role=textbox]):not([readonly], [inputmode=numeric], [data-filter], [role=combobox], [role=spinbutton])',
  )

const held = (field: Locator) =>
  field.evaluate((element) =>
    element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      ? element.value
      : (element.textContent ?? ''),
  )

const named = (field: Locator) =>
  field
    .evaluate((element) => {
      const labels =
        element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null
      return element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.outerHTML.slice(0, 120)
    })
    .catch(() => 'gone')

/** Everything that the screen says, in its texts and beside them, down to the end of its lists. */
const said = () =>
  page.locator('main').evaluate(async (main) => {
    const read = () => {
      const texts = [...main.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value)
      return [...texts, main.textContent].join('\n')
    }
    const above = read()
    for (const part of main.querySelectorAll('*'))
      if (part.scrollHeight > part.clientHeight) part.scrollTop = part.scrollHeight
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    return `${above}\n${read()}`
  })

describe('a text left by Escape', () => {
  it.each(shownScreens)('is kept, and undo takes it back: $name', async (screen) => {
    await comeBack(page, screen, meetings)
    const faults: string[] = []
    const words: string[] = []
    const names = new Map<string, string>()
    const many = await fields().count()
    for (let at = 0; at < many; at += 1) {
      const field = fields().nth(at)
      if (!(await field.isVisible()) || !(await field.isEditable())) continue
      const word = `Zy${at}x`
      await field.focus()
      await page.keyboard.press('End')
      await page.keyboard.type(word)
      // Not every field takes letters.
      if (!(await held(field)).includes(word)) continue
      await page.keyboard.press('Escape')
      // What is not understood is said to be so, in its place.
      if (
        await field.evaluate((element) => element.getAttribute('aria-invalid') === 'true').catch(() => false)
      )
        continue
      words.push(word)
      names.set(word, await named(field))
      const isLeft = await field.evaluate((element) => document.activeElement !== element).catch(() => true)
      if (!isLeft) faults.push(`${names.get(word)}: Escape does not leave it`)
    }
    await page.getByText(frameText.saving).waitFor({ state: 'detached' })
    await comeBack(page, screen, meetings)
    const after = await said()
    for (const word of words) if (!after.includes(word)) faults.push(`${names.get(word)}: gone`)
    // What is of this desk alone is no part of the data, and of no journal.
    if (screen.place === 'handOver') return expect(faults).toEqual([])
    for (const word of words.reverse()) {
      if (!(await said()).includes(word)) continue
      await page.locator('#main').focus()
      await page.keyboard.press('ControlOrMeta+z')
      await settle(page)
    }
    const left = (await taken(words)).map((word) => names.get(word))
    expect({ faults, left }).toEqual({ faults: [], left: [] })
  })
})

/** The words that undo alone left there: those of a form that is not stored, which its own field gives back. */
async function taken(words: readonly string[]): Promise<string[]> {
  const still: string[] = []
  for (const word of words) {
    if (!(await said()).includes(word)) continue
    const many = await fields().count()
    for (let at = 0; at < many; at += 1) {
      const field = fields().nth(at)
      if (!(await held(field).catch(() => '')).includes(word)) continue
      await field.focus()
      await page.keyboard.press('ControlOrMeta+z')
      break
    }
    await settle(page)
    if ((await said()).includes(word)) still.push(word)
  }
  return still
}
