// What a person does clumsily on every screen: Escape in a text.
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frameText } from '../../renderer/text/frame.ts'
import type { Application } from './application.ts'
import { comeBack, type Meetings, openSample, settle, shownScreens } from './screens.ts'
import { faultOfRefused, fieldsIn, held, isRefused, named, saidIn } from './typed.ts'

let app: Application
let page: Page
let meetings: Meetings
beforeAll(async () => {
  ;({ app, page, meetings } = await openSample())
  page.setDefaultTimeout(5_000)
})
afterAll(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

const fields = () => fieldsIn(page, 'main')
const said = () => saidIn(page, 'main')

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
      if (await isRefused(field)) {
        const fault = await faultOfRefused(page, field, word)
        if (fault !== null) faults.push(`${await named(field)}: ${fault}`)
        continue
      }
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
      // Until it is gone and no longer: a page that is drawn from the text would be waited for at each word.
      await expect
        .poll(said, { timeout: 1_500 })
        .not.toContain(word)
        .catch(() => undefined)
    }
    await settle(page)
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
