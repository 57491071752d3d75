import { describe, expect, it } from 'vitest'
import { checkPdf } from '../../electron/documents/check/check-pdf.ts'
import { undescribedPictures } from '../../electron/documents/check/undescribed.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import type { RichText } from '../../electron/domain/text/rich-text.ts'
import { shortMeeting } from './documents-samples.ts'

const picture = (alt: string): RichText => ({
  type: 'doc',
  content: [
    {
      type: 'image',
      attrs: { sha256: 'a'.repeat(64), mediaType: 'image/png', width: 10, height: 10, alt },
    },
  ],
})

/** The short meeting whose second item has been presented with a text of one's own. */
function presenting(presentation: RichText) {
  const file = shortMeeting()
  const sections = file.sections.map((section, index) =>
    index === 1 ? { ...section, presentation } : section,
  )
  return minutesModel({ ...file, sections })
}

describe('pictures without words', () => {
  it('are named by their item; those with words are not', () => {
    const [item] = undescribedPictures(presenting(picture('  ')))
    expect(item).toMatch(/^\d+\.? .+/)
    expect(undescribedPictures(presenting(picture('Plan de la salle')))).toEqual([])
  })
})

describe('signs that no font has', () => {
  it('are warned of, and their passage is not said to be out of place', async () => {
    const paragraph = {
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text: 'Le mot 日本 est cité.' }],
    }
    const model = presenting({ type: 'doc', content: [paragraph] })
    const { bytes, undrawn } = await renderPdf(model)
    expect(undrawn.join()).toContain('日')
    expect(await checkPdf(bytes, model, undrawn)).toEqual([
      { code: 'undrawn-signs', page: null, item: '', about: undrawn.join(', ') },
    ])
    expect(await checkPdf(bytes, model)).toEqual([])
  })
})
