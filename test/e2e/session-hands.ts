import type { Locator, Page } from 'playwright'
import { beforeText } from '../../renderer/text/before.ts'
import { sessionText } from '../../renderer/text/session.ts'

/** Opens the meeting that the screen is ready for; asked about its day, opens it all the same. */
export async function openSession(page: Page, click = (target: Locator) => target.click()): Promise<void> {
  const line = page.getByRole('textbox', { name: sessionText.line, exact: true })
  const anyway = page.getByRole('button', { name: beforeText.open.act })
  await click(page.getByRole('button', { name: sessionText.open, exact: true }))
  await line.or(anyway).first().waitFor()
  if (await anyway.isVisible()) await click(anyway)
  await line.waitFor()
}

/** Closes the meeting that is on, whatever it leaves open. */
export async function closeSession(page: Page, click = (target: Locator) => target.click()): Promise<void> {
  await click(page.getByRole('button', { name: sessionText.close }))
  await click(page.getByRole('dialog').getByRole('button', { name: /^Lever à/ }))
}
