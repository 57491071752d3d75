import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkPdf } from '../../electron/documents/check/check-pdf.ts'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { shortMeeting } from './documents-samples.ts'

const file = shortMeeting()
const embedding = minutesModel(file)
const silent = minutesModel({
  ...file,
  look: { ...file.look, style: { ...file.look.style, embedsData: false } },
})
let pdf: Uint8Array

beforeAll(async () => {
  pdf = (await renderPdf(silent)).bytes
})

describe('a document without its data', () => {
  it('is sound, as one with its data is', async () => {
    expect(silent.head.metadata.dataFile).toBe('')
    expect(await checkPdf(pdf, silent)).toEqual([])
    expect(await checkPdf((await renderPdf(embedding)).bytes, embedding)).toEqual([])
  })

  it('is found out when it says that it carries them, and the other way round', async () => {
    const codes = async (bytes: Uint8Array, model: unknown) =>
      (await checkPdf(bytes, model)).map(({ code }) => code)
    expect(await codes(pdf, embedding)).toEqual(['data-missing'])
    expect(await codes((await renderPdf(embedding)).bytes, silent)).toEqual(['data-not-asked'])
  })

  it.each(['docx', 'odt'] as const)('has no part for them in %s, where the other one has', async (format) => {
    const parts = async (model: typeof silent) =>
      Object.entries(unzipSync(await renderFlowing(model, format, [])))
        .map(([name, bytes]) => `${name} ${Buffer.from(bytes).toString('utf8')}`)
        .join('\n')
    const holds = (text: string) => text.includes('"runningTitle"') || text.includes('customXml/item')
    expect(holds(await parts(silent))).toBe(false)
    if (format === 'docx') expect(holds(await parts(embedding))).toBe(true)
  })

  it('is a page of html without data too', async () => {
    const html = Buffer.from(await renderFlowing(silent, 'html', [])).toString('utf8')
    expect(html).not.toContain('application/json')
  })
})
