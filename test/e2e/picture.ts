import { join } from 'node:path'
import type { Page } from 'playwright'

/** Writes `<name>.png` into the folder of the run's output; does nothing without one. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SEANCES_E2E_OUTPUT
  if (folder === undefined || page.isClosed()) return
  const file = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}.png`
  await page.screenshot({ path: join(folder, file) }).catch(() => undefined)
}
