// Every letter on the first row of every list: the keyboard stays on something, and one letter is one thing at most.
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Application, callBridge } from './application.ts'
import { candidates, press } from './opened.ts'
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

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

const overlays = () => page.locator('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]').count()

/** Comes to the first row of the screen's first list; false when it has none that a key can reach. */
async function onRow(screen: ShownScreen): Promise<boolean> {
  for (let closed = 0; closed < 3 && (await overlays()) > 0; closed += 1) await page.keyboard.press('Escape')
  await comeBack(page, screen, meetings)
  const row = (await candidates(page)).find(({ kind }) => kind === 'row')
  if (row === undefined || !(await press(page, row))) return false
  // What it opened may have taken the keyboard.
  await page.keyboard.press('Escape')
  return isOnRow()
}

const isOnRow = () =>
  page.evaluate(
    () => document.activeElement?.closest('[role=row], tr[data-row], li[tabindex]') instanceof HTMLElement,
  )

/** Where the keyboard is; empty when it is nowhere. */
const place = () =>
  page.evaluate(() => {
    const at = document.activeElement
    return at === null || at === document.body || !at.isConnected || !at.checkVisibility()
      ? ''
      : (at.getAttribute('aria-label') ?? at.tagName)
  })

type Now = { seq: number; address: string; overlays: number }
async function now(): Promise<Now> {
  const state = await callBridge(page, 'history.state', {})
  return {
    seq: state.ok ? (state.value.undo?.seq ?? 0) : 0,
    address: await page.evaluate(() => location.hash),
    overlays: await overlays(),
  }
}

async function faultsOf(screen: ShownScreen): Promise<string[]> {
  const faults: string[] = []
  let isReady = await onRow(screen)
  for (const letter of LETTERS) {
    if (!isReady) break
    const before = await now()
    await page.keyboard.press(letter)
    await drawn(page)
    // What waits for the core is waited for, but not for long: a person would type on.
    if ((await place()) === '') await page.waitForTimeout(700)
    if ((await place()) === '') faults.push(`${letter}: the keyboard is nowhere`)
    const after = await now()
    const entries = after.seq > before.seq ? await entriesSince(before.seq) : []
    if (entries.length > 1) faults.push(`${letter}: ${entries.join(', ')}`)
    for (const _ of entries) await callBridge(page, 'history.undo', {})
    const isSame = JSON.stringify(after) === JSON.stringify(before) && (await isOnRow())
    if (!isSame) isReady = await onRow(screen)
  }
  return faults
}

async function entriesSince(seq: number): Promise<string[]> {
  const listed = await callBridge(page, 'history.list', {
    ...{ meetingId: null, limit: 20, state: 'done' as const },
    between: { from: seq + 1, before: null },
  })
  return listed.ok ? listed.value.map(({ method }) => method) : []
}

let walked = 0

describe('each letter on a row', () => {
  it.each(shownScreens)(
    'leaves the keyboard somewhere: $name',
    async (screen) => {
      if (await onRow(screen)) walked += 1
      expect((await faultsOf(screen)).join('\n')).toBe('')
    },
    300_000,
  )

  it('is pressed in many lists', () => {
    expect(walked).toBeGreaterThan(12)
  })

  it('that loses the keyboard is found out', async () => {
    const screen = shownScreens.find(({ place }) => place === 'subjects')
    if (screen === undefined) throw new Error('there is no such screen')
    await page.evaluate(() =>
      document.addEventListener(
        'keydown',
        (event) => {
          if (event.key === 'q' && document.activeElement instanceof HTMLElement)
            document.activeElement.blur()
        },
        true,
      ),
    )
    expect(await faultsOf(screen)).toContain('q: the keyboard is nowhere')
  }, 300_000)
})
