// Escape in a text of what a screen opens: its first row, a pane, a face, a dialog.
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frameText } from '../../renderer/text/frame.ts'
import { type Application, callBridge } from './application.ts'
import { candidates, follow, pathsFrom, type Step } from './opened.ts'
import {
  closeUncomplaining,
  comeBack,
  type Meetings,
  type ShownScreen,
  settle,
  shownScreens,
  startWithSample,
} from './screens.ts'
import { faultOfRefused, fieldsIn, held, isRefused, named, saidIn } from './typed.ts'

let app: Application
let page: Page
let meetings: Meetings
beforeAll(async () => {
  ;({ app, page, meetings } = await startWithSample())
})
afterAll(() => closeUncomplaining(app))

const PLACES = 'main, [role=dialog], [role=alertdialog]'
const fields = () => fieldsIn(page, PLACES)
const said = () => saidIn(page, PLACES)

async function anew(screen: ShownScreen): Promise<void> {
  for (
    let closed = 0;
    closed < 3 && (await page.locator('[role=dialog], [role=menu]').count()) > 0;
    closed += 1
  )
    await page.keyboard.press('Escape')
  await comeBack(page, screen, meetings)
}

/** The texts that a path opens, which are not on the screen without it. */
async function opened(path: readonly Step[], screen: ShownScreen): Promise<number[]> {
  await anew(screen)
  const before = new Set(await Promise.all((await fields().all()).map(named)))
  if (!(await follow(page, path))) return []
  const all = await fields().all()
  const there = await Promise.all(
    all.map(async (field) => (await field.isVisible()) && !before.has(await named(field))),
  )
  return there.flatMap((isOpened, at) => (isOpened ? [at] : []))
}

/** What is lost of what is typed in each text that a path opens. */
async function lost(
  path: readonly Step[],
  screen: ShownScreen,
): Promise<{ typed: number; faults: string[] }> {
  const faults: string[] = []
  let typed = 0
  const way = path.map(({ name }) => name).join(' › ')
  for (const at of await opened(path, screen)) {
    await anew(screen)
    if (!(await follow(page, path))) continue
    const field = fields().nth(at)
    if (!(await field.isVisible().catch(() => false)) || !(await field.isEditable())) continue
    const name = `${way}: ${await named(field)}`
    const word = `Zy${typed}x`
    await field.focus()
    await page.keyboard.press('End')
    await page.keyboard.type(word)
    if (!(await held(field).catch(() => '')).includes(word)) continue
    await page.keyboard.press('Escape')
    if (await isRefused(field)) {
      const fault = await faultOfRefused(page, field, word)
      if (fault !== null) faults.push(`${name}: ${fault}`)
      continue
    }
    typed += 1
    await page.getByText(frameText.saving).waitFor({ state: 'detached' })
    const isThere = async () => {
      await anew(screen)
      return (await said()).includes(word) || ((await follow(page, path)) && (await said()).includes(word))
    }
    if (!(await isThere())) {
      faults.push(`${name}: gone`)
      continue
    }
    await anew(screen)
    await page.locator('#main').focus()
    await page.keyboard.press('ControlOrMeta+z')
    await settle(page)
    if (!(await isThere())) continue
    // A form that is not stored gives its words back in the field itself.
    for (const one of await fields().all())
      if ((await held(one).catch(() => '')).includes(word)) {
        await one.focus()
        await page.keyboard.press('ControlOrMeta+z')
        break
      }
    await settle(page)
    if (await isThere()) faults.push(`${name}: undo leaves it`)
  }
  return { typed, faults }
}

const known = new Set<string>()
let walked = 0

describe('a text in what a screen opens, left by Escape', () => {
  it.each(shownScreens)(
    'is kept, and undo takes it back: $name',
    async (screen) => {
      const faults: string[] = []
      for (const path of await pathsFrom(page, () => anew(screen), known, screen.place)) {
        const before = await newest()
        const found = await lost(path, screen)
        walked += found.typed
        faults.push(...found.faults)
        // What opening did by the way is taken back.
        while ((await newest()) > before) if (!(await callBridge(page, 'history.undo', {})).ok) break
      }
      expect(faults.join('\n')).toBe('')
    },
    600_000,
  )

  it('is met in many places', () => {
    expect(walked).toBeGreaterThan(10)
  })

  it('is found out where it is lost', async () => {
    const [screen] = shownScreens
    if (screen === undefined) throw new Error('there is no screen')
    await anew(screen)
    // A button that opens a dialog whose text Escape throws away.
    await page.evaluate(() => {
      const plant = () => {
        const main = document.querySelector('main')
        if (main === null || document.getElementById('planted') !== null) return
        const button = document.createElement('button')
        button.id = 'planted'
        button.textContent = 'Perdre…'
        button.onclick = () => {
          const dialog = document.createElement('div')
          dialog.setAttribute('role', 'dialog')
          const field = document.createElement('input')
          field.setAttribute('aria-label', 'Perdu')
          dialog.append(field)
          dialog.onkeydown = ({ key }) => (key === 'Escape' ? dialog.remove() : undefined)
          document.body.append(dialog)
        }
        main.prepend(button)
      }
      plant()
      new MutationObserver(plant).observe(document.body, { childList: true, subtree: true })
    })
    const step = (await candidates(page)).find(({ name }) => name === 'Perdre…')
    expect(await lost(step === undefined ? [] : [step], screen)).toEqual({
      typed: 1,
      faults: ['Perdre…: Perdu: gone'],
    })
  })
})

/** Number of the newest entry that is not taken back. */
async function newest(): Promise<number> {
  const state = await callBridge(page, 'history.state', {})
  return state.ok ? (state.value.undo?.seq ?? 0) : 0
}
