// What a person does clumsily on every screen: two presses where one was meant.
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commonText } from '../../renderer/text/common.ts'
import { frameText } from '../../renderer/text/frame.ts'
import { type Application, callBridge } from './application.ts'
import {
  closeUncomplaining,
  comeBack,
  drawn,
  type Meetings,
  type ShownScreen,
  shownScreens,
  startWithSample,
} from './screens.ts'

let app: Application
let page: Page
let meetings: Meetings
beforeAll(async () => {
  ;({ app, page, meetings } = await startWithSample())
})
afterAll(() => closeUncomplaining(app))

/** What goes wrong where each button of a screen is pressed twice at once. */
async function faultsOn(screen: ShownScreen, isPressed = (_: string) => true): Promise<string[]> {
  const buttons = page.locator('main button:not([aria-disabled=true], [data-steps])')
  const shown = () =>
    buttons.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? ''))
  const names = await shown()
  const lists = await buttons.evaluateAll((all) => {
    const found: (Element | null)[] = [...document.querySelectorAll('ul, ol')]
    return all.map((one) => (one.matches('li > :only-child') ? found.indexOf(one.closest('ul, ol')) : -1))
  })
  // The same act on another row of a list begins with the same words, or is the row itself.
  const acts = names.map((name, at) =>
    lists[at] === -1 ? name.split(/\s+/).slice(0, 2).join(' ') : `a row of list ${lists[at]}`,
  )
  const address = await page.evaluate(() => location.hash)
  const faults: string[] = []
  let last = await written()
  let isAway = false
  for (const [at, name] of names.entries()) {
    if (acts.indexOf(acts[at] ?? '') !== at || !isPressed(name)) continue
    if (isAway) await comeBack(page, screen, meetings)
    isAway = false
    const button = buttons.nth(at)
    if (!(await button.isVisible().catch(() => false))) continue
    await button.dblclick({ timeout: 1_000 }).catch(() => undefined)
    const before = last
    last = await written()
    const done = last > before ? await doneSince(before) : []
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
    const isLeftOpen = (await page.locator('[role=dialog], [role=alertdialog], [role=menu]').count()) > 0
    const isOther = (await shown()).join('\n') !== names.join('\n')
    isAway = entries > 0 || isElsewhere || isLeftOpen || isOther
  }
  return faults
}

describe('a double click', () => {
  it.each(shownScreens)('does one thing and fails at nothing: $name', async (screen) => {
    await comeBack(page, screen, meetings)
    expect(await faultsOn(screen)).toEqual([])
  })

  it.each([
    ['acts twice', /^Fautif: \d+ ajout d’un sujet, \d+ ajout d’un sujet$/],
    ['opens two dialogs', /^Fautif: 2 dialogs$/],
    ['is refused the second time', /^Fautif: Refusé$/],
  ])('is found out where it %s', async (fault, said) => {
    const [screen] = shownScreens
    if (screen === undefined) throw new Error('there is no screen')
    await comeBack(page, screen, meetings)
    await page.evaluate((planted) => {
      const button = document.createElement('button')
      button.textContent = 'Fautif'
      button.className = 'planted'
      const show = (role: string, className = '') => {
        const element = document.createElement('div')
        element.setAttribute('role', role)
        element.className = `planted ${className}`
        element.textContent = 'Refusé'
        button.parentElement?.append(element)
      }
      let presses = 0
      // Before the click, of which the window lets one through.
      button.onpointerdown = () => {
        presses += 1
        if (planted === 'opens two dialogs') show('dialog')
        else if (planted === 'is refused the second time') presses > 1 && show('alert', 'banner bad')
        else {
          const id = crypto.randomUUID().replace(/-4/, '-7')
          void Reflect.get(globalThis, 'seances').call('subjects.add', { id, fields: { title: 'Fautif' } })
        }
      }
      document.querySelector('main')?.prepend(button)
    }, fault)
    const faults = await faultsOn(screen, (name) => name === 'Fautif')
    expect(faults).toEqual([expect.stringMatching(said)])
    await page.locator('.planted').evaluateAll((all) => {
      for (const one of all) one.remove()
    })
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
