// The texts of a screen, and what they hold.
import type { Locator, Page } from 'playwright'
import { expect } from 'vitest'

/** Texts that somebody can type in, numbers and hours too; a filter is no text, and a date takes no letters. */
export const fieldsIn = (page: Page, place: string): Locator =>
  page.locator(
    `:is(${place}) :is(input:not([type]), input[type=text], textarea, [contenteditable=true][role=textbox]):not([readonly], [data-filter], [role=combobox], [role=spinbutton])`,
  )

export const held = (field: Locator): Promise<string> =>
  field.evaluate((element) =>
    element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      ? element.value
      : (element.textContent ?? ''),
  )

export const named = (field: Locator): Promise<string> =>
  field
    .evaluate((element) => {
      const labels =
        element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null
      return element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.outerHTML.slice(0, 120)
    })
    .catch(() => 'gone')

/** Everything that is said there, in its texts and beside them, down to the end of its lists. */
export const saidIn = (page: Page, place: string): Promise<string> =>
  page.evaluate(async (where) => {
    const parts = [...document.querySelectorAll(where)]
    const read = () =>
      parts
        .flatMap((part) => {
          const texts = [...part.querySelectorAll<HTMLInputElement>('input, textarea')].map(
            ({ value }) => value,
          )
          return [...texts, part.textContent]
        })
        .join('\n')
    const above = read()
    for (const part of parts.flatMap((one) => [...one.querySelectorAll('*')]))
      if (part.scrollHeight > part.clientHeight) part.scrollTop = part.scrollHeight
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    return `${above}\n${read()}`
  }, place)

/** Whether what is in a field was not understood: it says so, and keeps it. */
export const isRefused = (field: Locator): Promise<boolean> =>
  field.getAttribute('aria-invalid', { timeout: 200 }).then(
    (invalid) => invalid === 'true',
    () => false,
  )

/** What goes wrong with words that are not understood: they stay in their field until somebody takes them back. */
export async function faultOfRefused(page: Page, field: Locator, word: string): Promise<string | null> {
  if (!(await held(field)).includes(word)) return 'refused and gone'
  await field.focus()
  await page.keyboard.press('ControlOrMeta+z')
  // What is refused may be stored all the same; the journal then takes it back.
  return expect
    .poll(() => held(field), { timeout: 5_000 })
    .not.toContain(word)
    .then(
      () => null,
      () => 'undo leaves what was refused',
    )
}
