// Every letter on the first row of every list: the keyboard stays on something, and one letter is one thing at most.
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Application, callBridge } from './application.ts'
import { candidates, press } from './opened.ts'
import {
  closeUncomplaining,
  comeBack,
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

type Now = {
  /** The newest entry of the journal that stands. */
  readonly seq: number
  readonly address: string
  readonly overlays: number
  /** Where the keyboard is; empty when it is nowhere. */
  readonly place: string
  readonly isOnRow: boolean
}

/** What there is, once what was pressed is drawn. */
const now = (): Promise<Now> =>
  page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    const state = await Reflect.get(globalThis, 'seances').call('history.state', {})
    const at = document.activeElement
    const isSomewhere = at !== null && at !== document.body && at.isConnected && at.checkVisibility()
    return {
      seq: state.ok ? (state.value.undo?.seq ?? 0) : 0,
      address: location.hash,
      overlays: document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]')
        .length,
      place: isSomewhere ? (at.getAttribute('aria-label') ?? at.tagName) : '',
      isOnRow: at?.closest('[role=row], tr[data-row], li[tabindex]') instanceof HTMLElement,
    }
  })

async function closed(): Promise<Now> {
  let state = await now()
  for (let closing = 0; closing < 3 && state.overlays > 0; closing += 1) {
    await page.keyboard.press('Escape')
    state = await now()
  }
  return state
}

/** Comes to the first row of the screen's first list; null when it has none that a key can reach. */
async function onRow(screen: ShownScreen): Promise<Now | null> {
  await closed()
  await comeBack(page, screen, meetings)
  const row = (await candidates(page)).find(({ kind }) => kind === 'row')
  if (row === undefined || !(await press(page, row))) return null
  // What it opened may have taken the keyboard.
  await page.keyboard.press('Escape')
  const state = await now()
  return state.isOnRow ? state : null
}

const isSame = (one: Now, other: Now) =>
  one.isOnRow && one.seq === other.seq && one.address === other.address && one.overlays === other.overlays

async function faultsOf(screen: ShownScreen): Promise<{ isPressed: boolean; faults: string[] }> {
  const faults: string[] = []
  let before = await onRow(screen)
  const isPressed = before !== null
  for (const letter of LETTERS) {
    if (before === null) break
    await page.keyboard.press(letter)
    let after = await now()
    if (after.place === '') {
      // What waits for the core is waited for, but not for long: a person would type on.
      await page.waitForTimeout(700)
      after = await now()
    }
    if (after.place === '') faults.push(`${letter}: the keyboard is nowhere`)
    const entries = after.seq > before.seq ? await entriesSince(before.seq) : []
    if (entries.length > 1) faults.push(`${letter}: ${entries.join(', ')}`)
    for (const _ of entries) await callBridge(page, 'history.undo', {})
    // What a letter opened alone gives the row back when it is closed.
    if (!isSame(after, before)) {
      const back = entries.length > 0 ? after : await closed()
      before = isSame(back, before) ? back : await onRow(screen)
    }
  }
  return { isPressed, faults }
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
      const { isPressed, faults } = await faultsOf(screen)
      if (isPressed) walked += 1
      expect(faults.join('\n')).toBe('')
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
    expect((await faultsOf(screen)).faults).toContain('q: the keyboard is nowhere')
  }, 300_000)
})
