import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleTemplate } from '../../electron/documents/word/sample-templates.ts'
import { paths } from '../../renderer/app/paths.ts'
import { documentStyleText as text } from '../../renderer/text/document-style.ts'
import { type Application, answerSaveDialog } from './application.ts'
import { picture } from './picture.ts'
import { displays, openSample, setDisplay, settle, show, violations, widthBeyond } from './screens.ts'

let app: Application
let folder: string
/** A template that asks for what there is not. */
let wrong: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seances-modeles-'))
  const parts = unzipSync(sampleTemplate('ordreDuJour'))
  const main = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  wrong = join(folder, 'fautif.docx')
  writeFileSync(
    wrong,
    zipSync({ ...parts, 'word/document.xml': strToU8(main.replaceAll('w:val="titre"', 'w:val="titer"')) }),
  )
  ;({ app } = await openSample())
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
  expect(app.complaints).toEqual([])
})

const section = () => app.page.getByRole('region', { name: text.templates })
const choose = (kind: keyof typeof text.templateKinds, path: string) =>
  section()
    .locator(`input[aria-label="${text.chooseTemplateFor(text.templateKinds[kind])}"]`)
    .setInputFiles(path)

describe('Word templates', () => {
  it('begin with a sample that is saved, are chosen, refused in sentences and removed', async () => {
    const { page } = app
    await show(page, 'documentStyle', paths.documentStyle)
    const sample = join(folder, 'exemple.docx')
    await answerSaveDialog(app.electron, sample)
    await section().getByRole('button', { name: text.samples.cadre }).click()
    await page.getByText(text.sampleSaved('exemple.docx')).waitFor()
    expect(Buffer.from(readFileSync(sample))).toEqual(Buffer.from(sampleTemplate('cadre')))
    await choose('minutes', sample)
    await section().getByText('exemple.docx', { exact: true }).waitFor()
    await choose('agenda', wrong)
    await section()
      .getByText(/fautif\.docx.*Champs inconnus.*titer/)
      .waitFor()
    await section().getByText(text.noTemplate).waitFor()
    await section()
      .getByRole('button', { name: text.removeTemplateFor(text.templateKinds.minutes) })
      .click()
    await expect.poll(() => section().getByText(text.noTemplate).count()).toBe(2)
  })

  for (const [look, display] of Object.entries(displays))
    it(`are accessible, with a refusal: ${look}`, async () => {
      const { page } = app
      await setDisplay(page, display)
      await show(page, 'documentStyle', paths.documentStyle)
      await choose('agenda', wrong)
      await section()
        .getByText(/Champs inconnus/)
        .scrollIntoViewIfNeeded()
      await settle(page)
      await picture(page, `modeles ${look}`)
      expect(await violations(page)).toEqual([])
      expect(await widthBeyond(page)).toBe(0)
    })
})
