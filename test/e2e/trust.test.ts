// What a person does clumsily on every screen: Escape in a text, two presses where one was meant.
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../renderer/app/paths.ts'
import { commonText } from '../../renderer/text/common.ts'
import { frameText } from '../../renderer/text/frame.ts'
import { type Application, callBridge, startApplication } from './application.ts'
import { addressOf, drawn, loadSample, type Meetings, settle, show, shownScreens } from './screens.ts'

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

const screens = shownScreens.map(({ place, of }) => ({
  place,
  of,
  name: of === null ? place : `${place}, ${of}`,
}))
type Screen = (typeof screens)[number]

/** Leaves the screen and comes back to it. */
async function comeBack({ place, of }: Screen): Promise<void> {
  if (place !== 'bin') await show(page, 'bin', paths.bin)
  await show(page, place, addressOf(place, of === null ? null : meetings[of]))
}

describe('a text left by Escape', () => {
  it.each(screens)('is kept, and undo takes it back: $name', async (screen) => {
    await comeBack(screen)
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
    await comeBack(screen)
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

describe('a double click', () => {
  it.each(screens)('does one thing and fails at nothing: $name', async (screen) => {
    await comeBack(screen)
    const buttons = page.locator('main button:not([aria-disabled=true], [data-steps])')
    const names = await buttons.evaluateAll((all) =>
      all.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? ''),
    )
    // The same act on another row of a list begins with the same words.
    const acts = names.map((name) => name.split(/\s+/).slice(0, 2).join(' '))
    const address = await page.evaluate(() => location.hash)
    const faults: string[] = []
    for (const [at, name] of names.entries()) {
      if (acts.indexOf(acts[at] ?? '') !== at) continue
      const before = await written()
      const button = buttons.nth(at)
      if (!(await button.isVisible().catch(() => false))) continue
      await button.dblclick({ timeout: 1_000 }).catch(() => undefined)
      await written()
      const done = await doneSince(before)
      const entries = done.length
      if (entries > 1) faults.push(`${name}: ${done.join(', ')}`)
      const bad = page.locator('main .banner.bad')
      if ((await bad.count()) > 0) faults.push(`${name}: ${await bad.first().textContent()}`)
      const opened = await page.getByRole('dialog').count()
      if (opened > 1) faults.push(`${name}: ${opened} dialogs`)
      for (let left = entries; left > 0; left -= 1) await callBridge(page, 'history.undo', {})
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      const isElsewhere = (await page.evaluate(() => location.hash)) !== address
      const isOther = (await buttons.count()) !== names.length
      if (entries > 0 || opened > 0 || isElsewhere || isOther) await comeBack(screen)
    }
    expect(faults).toEqual([])
  })
})

/** What was done after an entry of the journal and stands. */
async function doneSince(seq: number): Promise<string[]> {
  const answer = await callBridge(page, 'history.list', { meetingId: null, limit: 20 })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.flatMap((entry) =>
    entry.seq > seq && entry.state === 'done' ? [`${entry.seq} ${entry.label}`] : [],
  )
}

/** The number of entries of the journal, undone ones included, once nothing is being written any more. */
async function written(): Promise<number> {
  let known = -1
  for (;;) {
    const answer = await callBridge(page, 'history.list', { meetingId: null, limit: 1 })
    if (!answer.ok) throw new Error(answer.error.code)
    const now = answer.value[0]?.seq ?? 0
    if (now === known) return now
    known = now
    await drawn(page)
    await page.getByText(frameText.saving).waitFor({ state: 'detached' })
  }
}

it('shows how messages are read again', async () => {
  await page.keyboard.press('ControlOrMeta+Shift+j')
  await page.getByRole('dialog', { name: commonText.messages }).waitFor()
  await page.keyboard.press('Escape')
})
