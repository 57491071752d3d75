// Counts as the budgets count: clicks, keys other than text, drops, dialogs.

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Locator, Page } from 'playwright'
import { type Application, answerOpenDialog, answerSaveDialog } from './application.ts'

export type DroppedFile = { readonly name: string; readonly bytes: Uint8Array }

export type Hands = {
  /** Actions since the start or the last `reset`. */
  count(): number
  reset(): void
  /** One after the other. */
  click(...targets: readonly Locator[]): Promise<void>
  /** A key or chord, as Playwright names it. */
  press(key: string): Promise<void>
  /** Text into whatever has the focus; not an action. */
  type(text: string): Promise<void>
  /** Enters a field by a click and replaces what it holds. */
  fill(field: Locator, text: string): Promise<void>
  /** Types a date into a field of day, month and year; leaves the field. */
  fillDate(field: Locator, civilDate: string): Promise<void>
  /** Presses what opens a dialog and takes this file or folder in it: two actions. */
  choose(button: Locator, path: string): Promise<void>
  /** Presses what opens a save dialog and accepts this path in it: two actions. */
  saveAs(button: Locator, path: string): Promise<void>
  /** Presses the key that opens a save dialog and accepts this path in it: two actions. */
  saveByKey(key: string, path: string): Promise<void>
  /** Lets a file fall on an element. */
  drop(target: Locator, path: string, fileName?: string): Promise<void>
  /** Lets several files fall on an element at once: one action. */
  dropAll(target: Locator, files: readonly DroppedFile[]): Promise<void>
}

/** The dialogs of the system, which cannot be clicked: what the next one answers with; none and null = given up. */
export type Dialogs = {
  open(paths: readonly string[]): Promise<void>
  save(path: string | null): Promise<void>
}

export const handsOn = ({ page, electron }: Application): Hands =>
  handsAt(page, {
    open: (paths) => answerOpenDialog(electron, paths),
    save: (path) => answerSaveDialog(electron, path),
  })

export function handsAt(page: Page, dialogs: Dialogs): Hands {
  // Long enough for a busy machine, short enough to say early which step is stuck.
  page.setDefaultTimeout(15_000)
  let done = 0
  const clickOne = async (target: Locator) => {
    done += 1
    // An element put anew while a page still loads is looked for again, as by eyes.
    await target.scrollIntoViewIfNeeded().catch(async (failure: unknown) => {
      if (!String(failure).includes('not attached')) throw failure
      await target.scrollIntoViewIfNeeded()
    })
    // A person sees the list come to rest before pressing; a press in the frame of the scroll would be taken back.
    await page.evaluate(() => new Promise((rest) => requestAnimationFrame(() => requestAnimationFrame(rest))))
    await target.click()
  }
  const click = async (...targets: readonly Locator[]) => {
    for (const target of targets) await clickOne(target)
  }
  const dropAll: Hands['dropAll'] = async (target, files) => {
    done += 1
    const given = files.map(({ name, bytes }) => [Buffer.from(bytes).toString('base64'), name] as const)
    // The same transfer for both events: a zone that wakes on the first takes the second.
    const transfer = await page.evaluateHandle((list) => {
      const data = new DataTransfer()
      for (const [base64, name] of list)
        data.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name))
      return data
    }, given)
    await target.dispatchEvent('dragover', { dataTransfer: transfer })
    await target.dispatchEvent('drop', { dataTransfer: transfer })
    await transfer.dispose()
  }
  return {
    count: () => done,
    reset: () => {
      done = 0
    },
    click,
    press: async (key) => {
      done += 1
      await page.keyboard.press(key)
    },
    type: (text) => page.keyboard.type(text),
    fill: async (field, text) => {
      await click(field)
      await field.fill(text)
    },
    fillDate: async (field, civilDate) => {
      const [year = '', month = '', day = ''] = civilDate.split('-')
      await click(field.getByRole('spinbutton').first())
      await page.keyboard.type(`${day}${month}${year}`)
    },
    choose: async (button, path) => {
      await dialogs.open([path])
      await click(button)
      done += 1
    },
    saveAs: async (button, path) => {
      await dialogs.save(path)
      await click(button)
      done += 1
    },
    saveByKey: async (key, path) => {
      await dialogs.save(path)
      await page.keyboard.press(key)
      done += 2
    },
    drop: (target, path, fileName = basename(path)) =>
      dropAll(target, [{ name: fileName, bytes: readFileSync(path) }]),
    dropAll,
  }
}
