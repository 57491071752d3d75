import { describe, expect, it } from 'vitest'
import { checkPdf } from '../../electron/documents/check/check-pdf.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import type { RichBlock } from '../../electron/domain/text/rich-text.ts'
import { faultsOf, measured } from '../campaigns/overprint.ts'
import { emptyFile, item, paragraph, rich, section, table } from './documents-builders.ts'

const LONG = 'Intercommunalités'
const inner = (columns: number) =>
  table(
    Array.from({ length: columns }, (_, at) => `Colonne ${at}`),
    Array.from({ length: columns }, () => LONG),
  )
const cellOf = (...content: RichBlock[]): RichBlock => ({
  type: 'table',
  content: [
    {
      type: 'tableRow',
      content: [
        { type: 'tableCell', content: [paragraph(LONG)] },
        { type: 'tableCell', content },
        { type: 'tableCell', content: [paragraph('Dématérialisation')] },
      ],
    },
  ],
})

describe('a table in a cell of another one', () => {
  it.each([
    ['of three columns', cellOf(inner(3))],
    ['of five columns', cellOf(inner(5))],
    ['in a list', cellOf({ type: 'bulletList', content: [{ type: 'listItem', content: [inner(3)] }] })],
    ['in a quote', { type: 'blockquote', content: [cellOf(inner(2))] }],
  ] satisfies [string, RichBlock][])('prints no word over another: %s', async (_, block) => {
    const model = minutesModel({
      ...emptyFile(),
      items: [item(1)],
      sections: [section(1, { exchanges: rich(block) })],
    })
    const { bytes } = await renderPdf(model)
    expect(faultsOf(await measured(bytes))).toMatchObject({ overlaps: [], outside: [] })
    expect(await checkPdf(bytes, model)).toEqual([])
  })
})
