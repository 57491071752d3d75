import { mkdirSync } from 'node:fs'
import type { Locator, Page } from 'playwright'
import { backupsText } from '../../renderer/text/backups.ts'
import { encryptionText, passphraseText } from '../../renderer/text/encryption.ts'
import { type Application, answerOpenDialog, callBridge } from './application.ts'
import { settle, show } from './screens.ts'

export const PASSPHRASE = 'tulipe ardoise café marmotte dix-sept'

/** Goes to the page of backups. */
export async function backupsPage(page: Page): Promise<void> {
  await show(page, 'backups', '/reglages/sauvegardes')
  await settle(page)
}

/** Chooses a new folder for the copies. */
export async function chooseCopies(app: Application, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await answerOpenDialog(app.electron, [folder])
  const chosen = await callBridge(app.page, 'settings.chooseCopyFolder', {})
  if (!chosen.ok) throw new Error(chosen.error.code)
}

/** Opens the dialog that turns encryption on, and fills it in. */
export async function fillTurnOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: encryptionText.turnOn, exact: true }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel(passphraseText.passphrase, { exact: true }).fill(PASSPHRASE)
  await dialog.getByLabel(passphraseText.again, { exact: true }).fill(PASSPHRASE)
  await dialog.getByText(encryptionText.noted).click()
}

/** The newest backup of a place. */
export function rowOf(page: Page, place: string): Locator {
  return page.getByRole('row').filter({ hasText: place }).first()
}

/** Opens an encrypted copy in the pane beside the list. */
export async function openEncrypted(page: Page): Promise<void> {
  await rowOf(page, backupsText.placeOf('copies', true)).click()
  await page.getByLabel(passphraseText.passphrase, { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: encryptionText.open, exact: true }).click()
  await page.getByRole('region', { name: backupsText.contains }).waitFor({ timeout: 30_000 })
}
