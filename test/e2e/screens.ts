import { cpSync, existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright'
import { expect } from 'vitest'
import type { MeetingRow } from '../../electron/domain/meetings/meeting.ts'
import { civilDate } from '../../electron/domain/time/civil-date.ts'
import { href, type PlaceId, paths } from '../../renderer/app/paths.ts'
import type { ThemeChoice } from '../../renderer/app/theme.ts'
import { documentText } from '../../renderer/text/documents.ts'
import { firstStartText } from '../../renderer/text/first-start.ts'
import { placeText } from '../../renderer/text/place.ts'
import { settingsText } from '../../renderer/text/settings.ts'
import {
  type Application,
  answerOpenDialog,
  answerSaveDialog,
  callBridge,
  freshFolder,
  removeFolder,
  startApplication,
} from './application.ts'

/** Every screen there is: one that is added to the table is run without being named here. */
const places = Object.keys(paths) as PlaceId[]

/** The meetings on which a meeting's screens differ most. */
export type Meetings = { readonly planned: string; readonly held: string; readonly approved: string }

export type Display = {
  readonly media: { colorScheme: 'light' | 'dark'; forcedColors: 'active' | 'none' }
  readonly choice: ThemeChoice
}

/** How a window can look: three themes, and the colours that Windows imposes. */
export const displays = {
  light: { media: { colorScheme: 'light', forcedColors: 'none' }, choice: 'system' },
  dark: { media: { colorScheme: 'dark', forcedColors: 'none' }, choice: 'system' },
  'high contrast': { media: { colorScheme: 'light', forcedColors: 'none' }, choice: 'contraste' },
  'forced colours': { media: { colorScheme: 'light', forcedColors: 'active' }, choice: 'system' },
} as const satisfies Record<string, Display>

/** WCAG 2.0, 2.1 and 2.2, levels A and AA, by the names that axe-core gives them. */
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The window that counts, and one of 1440 by 900 at 200 %. */
export const desk = { width: 1280, height: 800 }
export const enlarged = { width: 720, height: 450 }

/** Frames on end in which nothing is asked of the core: longer than any pause of a screen before it asks again. */
const CALM_FRAMES = 12
/** The same of a screen that is gone to by its address, on which nobody has done anything. */
const DRAWN_FRAMES = 5

/** Loads the sample from the first screen and returns its meetings. */
export async function loadSample(page: Page): Promise<Meetings> {
  await page.getByRole('button', { name: firstStartText.sampleAct }).click()
  // Its approved minutes are printed, as any.
  await page
    .getByRole('button', { name: firstStartText.sampleAct })
    .waitFor({ state: 'detached', timeout: 60_000 })
  return sampleMeetings(page)
}

async function sampleMeetings(page: Page): Promise<Meetings> {
  const listed = await callBridge(page, 'meetings.list', { year: null })
  if (!listed.ok) throw new Error(listed.error.code)
  const first = (what: (meeting: MeetingRow) => boolean) => {
    const found = listed.value.find(what)
    if (found === undefined) throw new Error('the sample lacks a meeting')
    return found.id
  }
  return {
    planned: first(({ state }) => state === 'planned'),
    held: first(({ state, minutesState }) => state === 'held' && minutesState === 'review'),
    approved: first(({ minutesState }) => minutesState === 'approved'),
  }
}

/** A data folder with the sample of today. It is loaded once a lane, which takes as long as three starts, and copied. */
async function sampleFolder(): Promise<string> {
  const shared = process.env.SEANCES_E2E_SHARED
  if (shared === undefined) throw new Error('start the end-to-end tests with: node scripts/e2e.ts')
  const made = join(shared, `sample-${civilDate(new Date())}`)
  if (!existsSync(made)) {
    const folder = freshFolder()
    const app = await startApplication({ dataDir: join(folder, 'data') })
    await loadSample(app.page)
    await closeUncomplaining(app)
    try {
      renameSync(folder, made)
    } catch (thrown) {
      // Another lane made it meanwhile.
      if (!existsSync(made)) throw thrown
      removeFolder(folder)
    }
  }
  const copy = freshFolder()
  cpSync(join(made, 'data'), join(copy, 'data'), { recursive: true, preserveTimestamps: true })
  return join(copy, 'data')
}

/** A window that is opened on the sample. */
export async function openSample(
  options: Omit<Parameters<typeof startApplication>[0] & object, 'dataDir'> = {},
): Promise<{ app: Application; page: Page; meetings: Meetings }> {
  const app = await startApplication({ ...options, dataDir: await sampleFolder() })
  return { app, page: app.page, meetings: await sampleMeetings(app.page) }
}

/** The same where a walk presses everything; a dialog of the system is given up, as a second click beside it does. */
export async function startWithSample(): Promise<{ app: Application; page: Page; meetings: Meetings }> {
  const opened = await openSample()
  opened.page.setDefaultTimeout(5_000)
  await answerOpenDialog(opened.app.electron, [])
  await answerSaveDialog(opened.app.electron, null)
  return opened
}

export async function closeUncomplaining(app: Application): Promise<void> {
  await app.close()
  expect(app.complaints).toEqual([])
}

export type ShownScreen = {
  readonly name: string
  readonly place: PlaceId
  readonly of: keyof Meetings | null
}

/** Every screen, once, or once for each of these meetings. */
export const shownScreens: readonly ShownScreen[] = places.flatMap((place): ShownScreen[] =>
  paths[place].includes(':meetingId')
    ? (['planned', 'held', 'approved'] as const).map((of) => ({ name: `${place}, ${of}`, place, of }))
    : [{ name: place, place, of: null }],
)

/** The address of a screen, of this meeting where it is a meeting's. */
export function addressOf(place: PlaceId, meetingId: string | null): string {
  const address = paths[place].replace(':meetingId', meetingId ?? ':meetingId')
  if (address.includes(':')) throw new Error(`${address} takes a parameter that no run gives`)
  return address
}

/** Goes to an address of this screen and waits until it has come to rest under its heading. */
export async function show(page: Page, place: PlaceId, address: string, frames = CALM_FRAMES): Promise<void> {
  await goTo(page, place, address)
  await settle(page, frames)
  await page.locator('main h1').first().waitFor()
}

/** Leaves a screen and comes back to it. */
export async function comeBack(page: Page, { place, of }: ShownScreen, meetings: Meetings): Promise<void> {
  // It is left once another has its title; that one is looked at by nobody.
  if (place !== 'bin') await goTo(page, 'bin', paths.bin)
  await show(page, place, addressOf(place, of === null ? null : meetings[of]), DRAWN_FRAMES)
}

/** As long as a screen may take on the busiest machine. */
const MOST_MS = 30_000

/** In the page, in one go: each question to it costs both sides more than the answer. */
function goTo(page: Page, place: PlaceId, address: string): Promise<void> {
  return page.evaluate(
    async ([hash, title, most]) => {
      location.hash = hash
      const end = performance.now() + most
      while (!document.title.startsWith(`${title} – `)) {
        if (performance.now() > end) throw new Error(`${title} does not come`)
        await new Promise(requestAnimationFrame)
      }
    },
    [address, placeText[place], MOST_MS] as const,
  )
}

/** What is said until a page is drawn. */
const LAYING = [documentText.making, documentText.outdated] as const

/** Waits until nothing is being loaded, and was not for so many frames. */
export async function settle(page: Page, frames = CALM_FRAMES): Promise<void> {
  const isLaying = await page.evaluate(
    async ([wanted, most, words]) => {
      const isCalm = () =>
        document.documentElement.dataset.appState === 'ready' && document.querySelector('.skeleton') === null
      const end = performance.now() + most
      for (let calm = 0; calm < wanted; calm = isCalm() ? calm + 1 : 0) {
        if (performance.now() > end) throw new Error('the screen does not come to rest')
        await new Promise(requestAnimationFrame)
      }
      return words.some((said) => document.body.textContent?.includes(said))
    },
    [frames, MOST_MS, LAYING] as const,
  )
  if (!isLaying) return
  // Until the page is drawn, which a loaded machine takes its time for.
  for (const words of LAYING)
    await page.getByText(words, { exact: true }).waitFor({ state: 'hidden', timeout: MOST_MS })
}

/** Has the window look like this, by what a person or a system sets. */
export async function setDisplay(page: Page, { media, choice }: Display): Promise<void> {
  await page.emulateMedia({ ...media, reducedMotion: 'reduce' })
  await show(page, 'settings', href('settings', {}, 'affichage'))
  await page
    .getByLabel(settingsText.theme, { exact: true })
    .selectOption({ label: settingsText.themes[choice] })
}

/** The same where no settings can be reached, or the screen is not to be left: as the system asks for it. */
export async function askDisplay(page: Page, { media, choice }: Display): Promise<void> {
  const contrast = choice === 'contraste' ? 'more' : 'no-preference'
  await page.emulateMedia({ ...media, contrast, reducedMotion: 'reduce' })
  await drawn(page)
}

/** Waits until what was just changed is on the screen. */
export const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
      }),
  )

/** Faults that axe-core finds in the window: rule, element, reason. */
export const violations = (page: Page): Promise<string[]> => axeOn(page, { type: 'tag', values: levels })

/** Rules that look at colours; to every other one two looks are the same whose elements stand and show alike. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/**
 * The same in every look, each fault with its look; the screen is not left in between. A look in which anything but
 * colours differs from the first is looked at whole, as the first is.
 */
export async function violationsInEveryLook(page: Page): Promise<string[]> {
  const found: string[] = []
  let first: string | null = null
  for (const [look, display] of Object.entries(displays)) {
    await askDisplay(page, display)
    const now = await withoutColours(page)
    first ??= now
    const isWhole = now !== first || look === Object.keys(displays)[0]
    const here = isWhole ? await violations(page) : await axeOn(page, { type: 'rule', values: OF_COLOURS })
    found.push(...here.map((violation) => `${look}: ${violation}`))
  }
  return found
}

async function axeOn(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const { found, passes } = await page.evaluate(async (only) => {
    const { run }: typeof axe = Reflect.get(globalThis, 'axe')
    const results = await run(document, {
      runOnly: only,
      // Of what holds it names one element and no more.
      resultTypes: ['violations'],
    })
    return { found: results.violations, passes: results.passes.length }
  }, runOnly)
  if (passes === 0) throw new Error('axe-core looked at nothing')
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
}

/** All that is in the page, where it stands and how it shows, but for its colours: what axe-core reads of styles. */
function withoutColours(page: Page): Promise<string> {
  return page.evaluate(() => {
    const read = [
      ...['display', 'visibility', 'opacity', 'content-visibility', 'pointer-events', 'position', 'z-index'],
      ...['float', 'overflow-x', 'overflow-y', 'clip', 'clip-path', 'transform', 'perspective', 'contain'],
      ...['isolation', 'will-change', 'mix-blend-mode', 'filter', 'direction', 'white-space', 'text-indent'],
      ...['font-size', 'font-weight', 'font-style', 'font-family', 'mask-image'],
    ]
    const said = (element: Element, part: '::before' | '::after') => getComputedStyle(element, part).content
    const tint = (row: Element) => {
      const { backgroundColor, backgroundImage } = getComputedStyle(row)
      return `${backgroundColor} ${backgroundImage}`
    }
    const elements = [...document.querySelectorAll('*')].map((element) => {
      const style = getComputedStyle(element)
      const { x, y, width, height } = element.getBoundingClientRect()
      const { scrollWidth, scrollHeight, clientWidth, clientHeight } = element
      return [
        ...read.map((property) => style.getPropertyValue(property)),
        ...[said(element, '::before'), said(element, '::after')],
        ...[x, y, width, height, scrollWidth, scrollHeight, clientWidth, clientHeight],
        element instanceof HTMLInputElement ? element.value : '',
        // Rows of alternating colours make a table of data of a table of layout.
        element.matches('tr + tr') && tint(element) === tint(element.previousElementSibling ?? element),
      ].join()
    })
    // The theme says itself in an attribute of the root.
    const content = document.documentElement.outerHTML.replace(/ data-theme="\w+"/, '')
    return [content, ...elements].join('\n')
  })
}

/** Letters of a title below which it is read no more. */
const LEAST_LETTERS = 12

/**
 * Where a screen has no room for what it shows: a part that scrolls sideways, the title of a row that is narrower than
 * so many letters although it is longer.
 */
export function withoutRoom(page: Page): Promise<string[]> {
  return page.evaluate((letters) => {
    const main = document.querySelector('main')
    if (main === null) throw new Error('the window shows no screen')
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()} ${element.className} "${(element.textContent ?? '').trim().slice(0, 40)}"`
    const sideways = [main, ...main.querySelectorAll('*')].filter((element) => {
      const { overflowX } = getComputedStyle(element)
      // A page of paper is enlarged beyond its pane.
      const isPaper = element.classList.contains('pdf')
      return !isPaper && /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1
    })
    const titles = main.querySelectorAll(
      'tbody [scope="row"], .agenda-title, .live-title, .list .grow > .strong, .lane h4',
    )
    const narrow = [...titles].filter((title) => {
      if (!title.checkVisibility()) return false
      const words = (title.textContent ?? '').trim().length
      const letter = Number.parseFloat(getComputedStyle(title).fontSize) / 2
      return title.getBoundingClientRect().width < Math.min(words, letters) * letter * 0.7
    })
    return [
      ...sideways.map((element) => `scrolls sideways: ${named(element)}`),
      ...narrow.map((element) => `too narrow: ${named(element)}`),
    ]
  }, LEAST_LETTERS)
}

/** By how many pixels the page or its main part is wider than what is seen of it; a table may scroll in its own pane. */
export function widthBeyond(page: Page): Promise<number> {
  return page.evaluate(() => {
    const scrollers = [document.scrollingElement, document.querySelector('main')]
    return Math.max(
      ...scrollers.map((element) => {
        if (element === null) throw new Error('the window shows no screen')
        return element.scrollWidth - element.clientWidth
      }),
    )
  })
}
