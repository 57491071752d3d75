import { expect, it } from 'vitest'
import { searchText } from '../../renderer/text/search.ts'
import { freshFolder, removeFolder, startApplication } from './application.ts'

it('from Accueil the palette leads to an act of another screen, a setting and the report of a year', async () => {
  const folder = freshFolder()
  const { page, complaints, close } = await startApplication({ dataDir: folder })
  const field = page.getByRole('combobox', { name: searchText.label })
  const choose = async (typed: string, line: RegExp) => {
    await page.keyboard.press('ControlOrMeta+K')
    await field.fill(typed)
    await page.getByRole('option', { name: line }).click()
  }
  await choose('quorum', /Règles de présence/)
  await page.getByRole('heading', { name: 'Règles de présence' }).waitFor()
  await choose('suivre un texte', /Suivre un texte/)
  await page.waitForURL(/#\/veille/)
  await choose('bilan 2025', /Faire le bilan de l’année/)
  await page.getByRole('heading', { name: /2025/ }).first().waitFor()
  // The same screen, of another year.
  await choose('statistiques 2024', /Faire le bilan de l’année/)
  await page.getByRole('heading', { name: /2024/ }).first().waitFor()
  expect(complaints).toEqual([])
  await close()
  removeFolder(folder)
})
