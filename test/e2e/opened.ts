// What a screen opens: its first rows, panes, faces, menus and dialogs, found by what they say of themselves.
import type { Page } from 'playwright'
import { settle } from './screens.ts'

/** One press: a kind of thing, by its name. */
export type Step = { readonly kind: Kind; readonly name: string }
type Kind = 'row' | 'face' | 'menu' | 'item' | 'more'

const PRESSED = '[role=row], tr[data-row], [role=tab], [role=menuitem], li[tabindex], button'
const PLACES = ['main', '[role=dialog]', '[role=alertdialog]', '[role=menu]']

/** What can be pressed on the screen now and opens something, each kind of act once. */
export async function candidates(page: Page): Promise<Step[]> {
  const found = new Map<string, Step>()
  for (const step of await pressable(page)) {
    // The same act on another row of a list begins with the same words.
    const act = actOf(step)
    if (!found.has(act)) found.set(act, step)
  }
  return [...found.values()]
}

const actOf = ({ kind, name }: Step) =>
  kind === 'row' ? kind : `${kind} ${name.split(' ').slice(0, 2).join(' ')}`

/** All of it, in the order of the page; each element is marked with its place in that order. */
function pressable(page: Page): Promise<Step[]> {
  const selector = PLACES.map((place) => `${place} :is(${PRESSED})`).join()
  return page.evaluate((all) => {
    const kindOf = (element: Element, name: string) => {
      if (element.matches('[role=menuitem]')) return name.endsWith('…') ? 'item' : null
      if (element.matches('[aria-disabled=true], [aria-haspopup=listbox], .calendar *')) return null
      if (element.matches('[role=tab]')) return element.matches('[aria-selected=false]') ? 'face' : null
      if (element.matches('[role=row], tr')) {
        const list = element.closest('[role=grid], [role=treegrid], [role=table], table')
        const rows = list?.querySelectorAll('[role=row]:not(:has([role=columnheader])), tr[data-row]')
        return rows?.[0] === element ? 'row' : null
      }
      if (element.matches('li')) return element.matches('li:first-child') ? 'row' : null
      if (element.matches('[aria-haspopup=true], [aria-haspopup=menu]')) return 'menu'
      return element.matches('[aria-expanded=false]') || name.endsWith('…') ? 'more' : null
    }
    for (const before of document.querySelectorAll('[data-pressed-by-walk]'))
      before.removeAttribute('data-pressed-by-walk')
    const steps: Step[] = []
    for (const element of document.querySelectorAll(all)) {
      const name = (element.getAttribute('aria-label') ?? element.textContent ?? '')
        .replace(/\s+/g, ' ')
        .trim()
      const kind = element.checkVisibility() ? kindOf(element, name) : null
      if (kind === null || name === '') continue
      element.setAttribute('data-pressed-by-walk', String(steps.length))
      steps.push({ kind, name })
    }
    return steps
  }, selector)
}

/** Presses it, a row by its place as its words may have changed; false when it is not there. */
export async function press(page: Page, step: Step): Promise<boolean> {
  const all = await pressable(page)
  const at = all.findIndex(({ kind, name }) => kind === step.kind && (kind === 'row' || name === step.name))
  if (at < 0) return false
  const isPressed = await page
    .locator(`[data-pressed-by-walk="${at}"]`)
    .click({ timeout: 1_500, position: { x: 12, y: 8 } })
    .then(
      () => true,
      () => false,
    )
  if (isPressed) await settle(page)
  return isPressed
}

/** Everything to press one after the other to come to what it opens; one thing is opened from another at most. */
export async function pathsFrom(
  page: Page,
  anew: () => Promise<void>,
  known: Set<string>,
  where: string,
): Promise<Step[][]> {
  await anew()
  const first = (await candidates(page)).filter((step) => isNew(known, step, where))
  const paths = first.map((step) => [step])
  for (const step of first) {
    // A dialog is looked at whole where it is filled in.
    if (step.kind === 'more') continue
    await anew()
    const before = new Set((await candidates(page)).map(actOf))
    if (!(await press(page, step))) continue
    for (const next of await candidates(page))
      if (!before.has(actOf(next)) && next.kind !== 'row' && isNew(known, next, where))
        paths.push([step, next])
  }
  return paths
}

/** The first row of each screen, and each other act once wherever it is met. */
function isNew(known: Set<string>, step: Step, where: string): boolean {
  const key = step.kind === 'row' ? `${where} row` : actOf(step)
  if (known.has(key)) return false
  known.add(key)
  return true
}

/** Presses each; false when one is not there any more. */
export async function follow(page: Page, path: readonly Step[]): Promise<boolean> {
  for (const step of path) if (!(await press(page, step))) return false
  return true
}
