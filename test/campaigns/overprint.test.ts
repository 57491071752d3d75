import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { emptyFile } from '../unit/documents-builders.ts'
import { modelsAtRandom } from './models-at-random.ts'
import { faultsOf, overprintedOnce, printedAtRandom } from './overprint.ts'

/** `npm run campaign -- overprint` prints 2,000. */
const LEAST = 60

it('no word of a random table or title lies on another, nor in the margin', {
  timeout: 300_000,
}, async () => {
  const { pages, overlaps, outside, checked } = await printedAtRandom(22, LEAST)
  expect(pages).toBeGreaterThanOrEqual(LEAST)
  expect({ overlaps, outside, checked }).toEqual({ overlaps: [], outside: [], checked: [] })
})

it('the measure finds what is planted', () => {
  const page = { width: 595, height: 842 }
  const box = (left: number, top: number) => ({
    page: 1,
    left,
    right: left + 40,
    top,
    bottom: top + 12,
    words: 'mot',
  })
  const found = (...boxes: ReturnType<typeof box>[]) => {
    const { overlaps, outside } = faultsOf({ pages: [page], boxes })
    return [overlaps.length, outside.length]
  }
  expect(found(box(100, 100), box(141, 100), box(100, 113))).toEqual([0, 0])
  expect(found(box(100, 100), box(130, 100))).toEqual([1, 0])
  expect(found(box(100, 100), box(100, 105))).toEqual([1, 0])
  expect(found(box(50, 100))).toEqual([0, 1])
  expect(found(box(500, 100))).toEqual([0, 1])
})

it('a word printed on another is found by the measure and by the checker', async () => {
  const { measured, checked } = await overprintedOnce()
  expect(measured).toBe(1)
  expect(checked).toContain('overprinted')
})

async function facesIn(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const names = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object.get(PDFName.of('FontName'))] : []))
    .flatMap((name) => (name instanceof PDFName ? [name.decodeText().replace(/^[A-Z]{6}\+|-.*$/g, '')] : []))
  return [...new Set(names)].sort()
}

it('a chart draws with our own faces alone, and says which letters they lack', async () => {
  const report = (name: string) =>
    renderPdf(modelsAtRandom.yearlyReport({ file: emptyFile(), rows: 2, say: () => name }))
  const own = await report('Axe commun')
  expect(await facesIn(own.bytes)).toEqual(['SourceSans3', 'SourceSerif4'])
  expect(own.undrawn).toEqual([])
  const other = await report('Axe محمد')
  expect(await facesIn(other.bytes)).toEqual(['IBMPlexSansArabic', 'SourceSans3', 'SourceSerif4'])
  expect(other.undrawn).toContain('م\u00a0×\u00a08')
})
