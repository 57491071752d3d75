import { describe, expect, it } from 'vitest'
import { type DocumentBlock, documentBlocks } from '../../electron/documents/blocks.ts'
import { imagesOf } from '../../electron/documents/image.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import {
  picturesOf,
  plainText,
  type RichBlock,
  type RichImageFields,
  RichText,
} from '../../electron/domain/text/rich-text.ts'
import { cleanPicture } from '../../electron/imports/picture/clean-picture.ts'
import { figureAlts } from '../documents-check/figure-alts.ts'
import { pdfFaults } from '../documents-check/pdf-faults.ts'
import { bullets, emptyFile, item, paragraph, rich, section, table } from './documents-builders.ts'
import { jpeg, jpegSegment, png } from './picture-builders.ts'

const attrs: RichImageFields = {
  sha256: 'ab'.repeat(32),
  mediaType: 'image/png',
  width: 1200,
  height: 900,
  alt: 'Carte "des" antennes',
}
const image = (fields: Partial<RichImageFields> = {}): RichBlock => ({
  type: 'image',
  attrs: { ...attrs, ...fields },
})
const blockOf = (fields: Partial<RichImageFields>): DocumentBlock | undefined =>
  documentBlocks(rich(image(fields)))[0]

describe('a stored picture', () => {
  it.each([
    { sha256: 'AB'.repeat(32) },
    { sha256: '../secret' },
    { mediaType: 'image/svg+xml' },
    { width: 0 },
    { height: 20_001 },
    { alt: 'x'.repeat(501) },
    { alt: undefined },
    { size: 'huge' },
    { src: 'file:///C:/a.png' },
  ])('is of a closed shape: %j is refused', (fields) => {
    const doc = { type: 'doc', content: [{ type: 'image', attrs: { ...attrs, ...fields } }] }
    expect(RichText.safeParse(doc).success).toBe(false)
  })

  it('is a block, with nothing beside its attributes', () => {
    expect(RichText.safeParse(rich(image())).success).toBe(true)
    const inline = { type: 'paragraph', content: [image()] }
    const marked = { ...image(), marks: [{ type: 'bold' }] }
    for (const block of [inline, marked, { type: 'image' }])
      expect(RichText.safeParse({ type: 'doc', content: [block] }).success).toBe(false)
  })

  it('counts by its words for the search, at any depth', () => {
    const text = rich(
      bullets([paragraph('un'), image()]),
      { type: 'blockquote', content: [image({ alt: '' })] },
      {
        type: 'table',
        content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [image()] }] }],
      },
    )
    expect(picturesOf(text)).toHaveLength(3)
    expect(plainText(text).match(/antennes/g)).toHaveLength(2)
  })
})

describe('a picture on paper', () => {
  it('has the words that were written, in French typography, and none that nobody wrote', () => {
    expect(blockOf({})).toMatchObject({ type: 'image', alt: 'Carte «\u00a0des\u00a0» antennes', width: 1200 })
    expect(blockOf({ alt: '  \n' })).toMatchObject({ alt: '' })
  })

  it('takes a third or two thirds of the text when asked, in its own proportion, and is never made larger', () => {
    expect(blockOf({ size: 'small' })).toMatchObject({ width: 187, height: 140 })
    expect(blockOf({ size: 'medium' })).toMatchObject({ width: 373, height: 280 })
    expect(blockOf({ size: 'medium', width: 40, height: 30 })).toMatchObject({ width: 40, height: 30 })
    expect(blockOf({ size: 'small', width: 20_000, height: 1 })).toMatchObject({ width: 187, height: 1 })
  })

  it('alone in a list, a quote or a cell is enough for them to be printed', () => {
    const nested = rich(
      bullets([image()]),
      { type: 'blockquote', content: [image()] },
      {
        type: 'table',
        content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [image()] }] }],
      },
    )
    expect(documentBlocks(nested).map(({ type }) => type)).toEqual(['list', 'quote', 'table'])
  })

  it('is a figure with its words in a sound PDF, wherever it stands, png or jpeg', async () => {
    const files = [png(640, 300), jpeg(320, 200, { extra: [jpegSegment(0xe1, Buffer.from('Exif\0\0'))] })]
    const [drawing, photograph] = files.map((bytes, index) => {
      const { bytes: clean, ...fields } = cleanPicture(bytes)
      return { sha256: String(index).repeat(64), bytes: clean, fields }
    })
    if (drawing === undefined || photograph === undefined) throw new Error('two pictures')
    const one = image({ sha256: drawing.sha256, ...drawing.fields, alt: 'Courbe' })
    const other = image({ sha256: photograph.sha256, ...photograph.fields, alt: '' })
    const exchanges = rich(
      paragraph('Avant'),
      one,
      bullets([paragraph('un'), other], [paragraph('deux'), bullets([paragraph('trois'), one])]),
      { type: 'blockquote', content: [paragraph('cité'), other] },
      table(['A', 'B'], ['c', 'd']),
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [{ type: 'tableHeader', content: [paragraph('A')] }] },
          { type: 'tableRow', content: [{ type: 'tableCell', content: [one] }] },
        ],
      },
    )
    const model = minutesModel({ ...emptyFile(), items: [item(1)], sections: [section(1, { exchanges })] })
    expect(imagesOf(model)).toHaveLength(2)
    const { bytes } = await renderPdf(model, { images: [drawing, photograph] })
    expect(await pdfFaults(bytes)).toEqual([])
    expect(await figureAlts(bytes)).toEqual(['Courbe', 'Courbe', 'Courbe'])
  })
})
