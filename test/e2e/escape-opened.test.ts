// Escape in a text of what a screen opens: its first row, a pane, a face, a dialog.
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frameText } from '../../renderer/text/frame.ts'
import { type Application, callBridge } from './application.ts'
import { candidates, follow, pathsFrom, type Step } from './opened.ts'
import {
  closeUncomplaining,
  comeBack,
  drawn,
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

/** As long as anything takes that is asked for by a press. */
const PREPARED_FRAMES = 120
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

/** The texts that a path opens, by their place, which are not on the screen without it. */
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

/** The text at that place of what a path opens; null where there is none any more that takes letters. */
async function textAt(at: number, path: readonly Step[], screen: ShownScreen) {
  const field = fields().nth(at)
  const isThere = async () => (await field.isVisible().catch(() => false)) && (await field.isEditable())
  if (await isThere()) return field
  // Escape closed it.
  await anew(screen)
  return (await followTyped(path)) && (await isThere()) ? field : null
}

/** Follows a path again after typing; a row whose words changed may have moved in its list. */
async function followTyped(path: readonly Step[]): Promise<boolean> {
  const [first, ...rest] = path
  const moved = page.locator('main :is([role=row], tr[data-row])', { hasText: /Zy\d+x/ }).first()
  if (first?.kind !== 'row' || (await moved.count()) === 0) return follow(page, path)
  await moved.click({ position: { x: 12, y: 8 } })
  await settle(page)
  return follow(page, rest)
}

/** No word is typed twice: one that an earlier text kept would stand for it. */
let typedWords = 0

/** What is lost of what is typed in each text that a path opens. */
async function lost(
  path: readonly Step[],
  screen: ShownScreen,
): Promise<{ typed: number; faults: string[] }> {
  const faults: string[] = []
  const typed = new Map<string, string>()
  const way = path.map(({ name }) => name).join(' › ')
  const places = await opened(path, screen)
  if (places.length === 0) return { typed: 0, faults }
  const before = await newest()
  for (const at of places) {
    const field = await textAt(at, path, screen)
    if (field === null) continue
    const name = `${way}: ${await named(field)}`
    typedWords += 1
    const word = `Zy${typedWords}x`
    await field.focus()
    await page.keyboard.press('End')
    await page.keyboard.type(word)
    if (!(await held(field).catch(() => '')).includes(word)) continue
    await page.keyboard.press('Escape')
    await drawn(page)
    if (await isRefused(field)) {
      const fault = await faultOfRefused(page, field, word)
      if (fault !== null) faults.push(`${name}: ${fault}`)
      continue
    }
    typed.set(word, name)
    // Stored before the next is typed: parts of two texts that take turns in the journal would be an entry each.
    await page.getByText(frameText.saving).waitFor({ state: 'detached' })
  }
  /** The words that are on the screen, or in what the path opens. */
  const kept = async () => {
    await anew(screen)
    const outside = await said()
    const isOpened = [...typed.keys()].every((word) => outside.includes(word)) || (await followTyped(path))
    const inside = isOpened ? await said() : ''
    return [...typed].filter(([word]) => outside.includes(word) || inside.includes(word))
  }
  let stood = await kept()
  // What a path opens may take its time: a message is prepared anew.
  if (stood.length < typed.size) {
    await settle(page, PREPARED_FRAMES)
    const inside = await said()
    const known = new Set(stood.map(([word]) => word))
    stood = [...typed].filter(([word]) => known.has(word) || inside.includes(word))
  }
  const isKept = new Set(stood.map(([word]) => word))
  for (const [word, name] of typed) if (!isKept.has(word)) faults.push(`${name}: gone`)
  if (stood.length === 0) return { typed: typed.size, faults }
  await anew(screen)
  for (const _ of typed) {
    // What is stored is taken back by the journal, a text each.
    const last = await newest()
    if (last === before) break
    await page.locator('#main').focus()
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(newest, { message: `${way}: undo does nothing` }).not.toBe(last)
  }
  await settle(page)
  const left = await kept()
  // A form that is not stored gives its words back in the field itself.
  for (const [word] of left)
    for (const one of await fields().all())
      if ((await held(one).catch(() => '')).includes(word)) {
        await one.focus()
        await page.keyboard.press('ControlOrMeta+z')
        break
      }
  if (left.length > 0) {
    await settle(page)
    for (const [, name] of await kept()) faults.push(`${name}: undo leaves it`)
  }
  return { typed: typed.size, faults }
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
