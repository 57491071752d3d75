import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { checkPdf } from '../../electron/documents/check/check-pdf.ts'
import { decisionRecordModel } from '../../electron/documents/decision-record/model.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import type { DocumentModel } from '../../electron/documents/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { runningOrderModel } from '../../electron/documents/running-order/model.ts'
import { emptyFile, item, rich, section, table } from './documents-builders.ts'
import { longMeeting } from './documents-samples.ts'
import { every, rewritePage } from './pdf-edits.ts'

const name = (text: string) => PDFName.of(text)

/** The first piece of content within a part of the structure, and its page. */
function contentOf(element: PDFDict, page = element.lookup(name('Pg'))): { id: number; page: unknown } {
  const kids = element.lookup(name('K'))
  const first = kids instanceof PDFArray ? kids.lookup(0) : kids
  if (first instanceof PDFNumber) return { id: first.asNumber(), page }
  if (!(first instanceof PDFDict)) throw new Error('no content')
  const id = first.lookup(name('MCID'))
  if (id instanceof PDFNumber) return { id: id.asNumber(), page: first.lookup(name('Pg')) ?? page }
  return contentOf(first, first.lookup(name('Pg')) ?? page)
}

describe('the margins', () => {
  it.each([
    ['left', '-9 0'],
    ['right', '200 0'],
    ['top', '0 80'],
    ['top, within the head of the page', '0 16'],
    ['bottom', '0 -30'],
  ])('of the page hold every word: one too far to the %s is found, and the page said', async (_, far) => {
    const file = longMeeting()
    const own = minutesModel(file)
    const document = await PDFDocument.load((await renderPdf(own)).bytes, { updateMetadata: false })
    rewritePage(document, (content) => `q 1 0 0 1 ${far} cm\n${content}\nQ\n`)
    const moved = await document.save({ updateFieldAppearances: false, addDefaultPage: false })
    const faults = (await checkPdf(moved, own)).filter(({ code }) => code === 'outside-margins')
    expect([...new Set(faults.map(({ page }) => page))]).toEqual([1])
  })
})

describe('the numbers of pages', () => {
  it('are those of the file: a page taken out is found by the feet of all others', async () => {
    const own = minutesModel(longMeeting())
    const { bytes, pageCount } = await renderPdf(own)
    const miscounted = async (document: PDFDocument) =>
      (await checkPdf(await document.save({ updateFieldAppearances: false, addDefaultPage: false }), own))
        .filter(({ code }) => code === 'page-miscounted')
        .map(({ page }) => page)
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    expect(await miscounted(document)).toEqual([])
    document.removePage(pageCount - 1)
    expect(await miscounted(document)).toEqual(Array.from({ length: pageCount - 1 }, (_, at) => at + 1))
  })
})

describe('the columns of a table', () => {
  const own = minutesModel({
    ...emptyFile(),
    items: [item(1)],
    sections: [
      section(1, {
        presentation: rich(
          table(['Réponses', 'Avis', 'Date'], ['Mairies', '', 'mai'], ['Régions', 'réservé', '']),
        ),
      }),
    ],
  })

  it.each([
    ['first', 0],
    ['second', 1],
  ])('keep apart: words of the %s that reach into its empty neighbour are found', async (_, column) => {
    const document = await PDFDocument.load((await renderPdf(own)).bytes, { updateMetadata: false })
    const cell = every(document, 'TR')
      .map((row) => [0, 1, 2].map((at) => row.lookup(name('K'), PDFArray).lookupMaybe(at, PDFDict)))
      .find((cells) => cells[column + 1]?.lookup(name('K'), PDFArray).size() === 0)?.[column]
    if (cell === undefined) throw new Error('no cell')
    const { id, page } = contentOf(cell)
    const index = document.getPages().findIndex(({ node }) => node === page)
    // Its letters eight times as wide.
    const begin = new RegExp(`/MCID ${id}\\s*>> BDC[^]*?BT`)
    rewritePage(document, (content) => content.replace(begin, (found) => `${found}\n800 Tz`), index)
    const wide = await document.save({ updateFieldAppearances: false, addDefaultPage: false })
    const faults = await checkPdf(wide, own)
    expect(faults).toEqual([
      { code: 'outside-cell', page: index + 1, item: '1 Point 1, Présentation', about: '' },
    ])
  })
})

describe('what is drawn of the samples', () => {
  const file = longMeeting()
  const models: readonly DocumentModel[] = [
    minutesModel(file),
    agendaModel(file),
    decisionRecordModel(file),
    runningOrderModel(file, { asked: [], asks: [], positions: [], awaited: [] }),
  ]
  it.each(models.map((model) => [model.kind, model] as const))('is sound: %s', async (_, model) => {
    expect(await checkPdf((await renderPdf(model)).bytes, model)).toEqual([])
  })
})
