// Tests of the structure checker itself: each damage to a sound document is found, and named.
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkPdf } from '../../electron/documents/check/check-pdf.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { pdfFaults } from '../documents-check/pdf-faults.ts'
import { longMeeting } from './documents-samples.ts'

const name = (text: string) => PDFName.of(text)
let sound: Uint8Array

beforeAll(async () => {
  const file = longMeeting()
  sound = (
    await renderPdf(minutesModel({ ...file, items: file.items.slice(0, 6), decisions: [], actions: [] }))
  ).bytes
})

function every(document: PDFDocument, type: string): PDFDict[] {
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((object) => object.get(name('S')) === name(type))
}

function attributesOf(cell: PDFDict): PDFDict[] {
  const value = cell.lookup(name('A'))
  const list = value instanceof PDFArray ? value.asArray() : [value]
  return list
    .map((item) => (item instanceof PDFRef ? cell.context.lookup(item) : item))
    .filter((item) => item instanceof PDFDict)
}

function rewriteMetadata(document: PDFDocument, rewrite: (packet: string) => string): void {
  const reference = document.catalog.get(name('Metadata'))
  const stream = document.catalog.lookup(name('Metadata'), PDFStream)
  if (!(reference instanceof PDFRef)) throw new Error('metadata not found')
  const packet = rewrite(Buffer.from(stream.getContents()).toString('utf8'))
  document.context.assign(
    reference,
    document.context.stream(Buffer.from(packet), { Type: 'Metadata', Subtype: 'XML' }),
  )
}

function firstLink(document: PDFDocument): { page: PDFDict; link: PDFDict } {
  for (const page of document.getPages()) {
    const annotations = page.node.lookupMaybe(name('Annots'), PDFArray)
    if (annotations !== undefined) return { page: page.node, link: annotations.lookup(0, PDFDict) }
  }
  throw new Error('no link')
}

/** Rewrites the drawing instructions of the first page. */
function rewritePage(document: PDFDocument, rewrite: (content: string) => string): void {
  const page = document.getPages()[0]
  const content = page?.node.lookup(name('Contents'))
  const reference = page?.node.get(name('Contents'))
  if (!(content instanceof PDFRawStream) || !(reference instanceof PDFRef))
    throw new Error('unexpected content')
  const bytes = Buffer.from(decodePDFRawStream(content).decode())
  document.context.assign(
    reference,
    document.context.stream(Buffer.from(rewrite(bytes.toString('latin1')), 'latin1')),
  )
}

type Damage = readonly [string, (document: PDFDocument) => void]
const damages: readonly Damage[] = [
  ['the language is not French', ({ catalog }) => catalog.delete(name('Lang'))],
  ['the document is not marked as tagged', ({ catalog }) => catalog.delete(name('MarkInfo'))],
  ['the title is not shown in the window', ({ catalog }) => catalog.delete(name('ViewerPreferences'))],
  ['there are no bookmarks', ({ catalog }) => catalog.delete(name('Outlines'))],
  ['there is no structure', ({ catalog }) => catalog.delete(name('StructTreeRoot'))],
  ['no structured data are attached', ({ catalog }) => catalog.delete(name('AF'))],
  [
    'PDF/UA-1 is not claimed',
    (document) => rewriteMetadata(document, (packet) => packet.replace('<pdfuaid:part>1</pdfuaid:part>', '')),
  ],
  [
    'PDF/A-3 is not claimed',
    (document) => rewriteMetadata(document, (packet) => packet.replace('<pdfaid:part>3', '<pdfaid:part>2')),
  ],
  [
    'conformance level A is not claimed',
    (document) => rewriteMetadata(document, (packet) => packet.replace('conformance>A<', 'conformance>B<')),
  ],
  [
    'the PDF/UA claim is not described as an extension',
    (document) =>
      rewriteMetadata(document, (packet) =>
        packet.replace('aiim.org/pdfua/ns/id/</pdfaSchema', '</pdfaSchema'),
      ),
  ],
  [
    'the metadata have no title',
    (document) => rewriteMetadata(document, (packet) => packet.replace(/<dc:title>.*?<\/dc:title>/s, '')),
  ],
  [
    'header cell without scope',
    (document) => {
      for (const cell of every(document, 'TH'))
        for (const attributes of attributesOf(cell)) attributes.delete(name('Scope'))
    },
  ],
  [
    'a table row has no header',
    (document) => {
      for (const cell of every(document, 'TH')) cell.set(name('S'), name('TD'))
    },
  ],
  [
    'a table has no header cell',
    (document) => {
      for (const cell of every(document, 'TH')) cell.set(name('S'), name('TD'))
    },
  ],
  [
    'the rows of a table differ in width',
    (document) => {
      const row = every(document, 'TR').at(-1)
      row?.lookup(name('K'), PDFArray).remove(0)
    },
  ],
  [
    'a heading level is skipped',
    (document) => {
      for (const heading of every(document, 'H2')) heading.set(name('S'), name('H4'))
    },
  ],
  [
    'the first heading is not of level 1',
    (document) => {
      for (const heading of every(document, 'H1')) heading.set(name('S'), name('H2'))
    },
  ],
  [
    'LBody stands in L',
    (document) => {
      for (const item of every(document, 'LI')) item.set(name('S'), name('L'))
    },
  ],
  [
    'Figure without alternative text',
    (document) => {
      every(document, 'BlockQuote')[0]?.set(name('S'), name('Figure'))
    },
  ],
  [
    'link without its annotation',
    (document) => {
      every(document, 'Link')[0]?.delete(name('K'))
    },
  ],
  ['a link has no description', (document) => firstLink(document).link.delete(name('Contents'))],
  ['a link is outside the structure', (document) => firstLink(document).link.delete(name('StructParent'))],
  [
    'the tab order does not follow the structure',
    (document) => firstLink(document).page.delete(name('Tabs')),
  ],
  [
    'the attachment does not say what it is',
    ({ catalog }) => catalog.lookup(name('AF'), PDFArray).lookup(0, PDFDict).delete(name('AFRelationship')),
  ],
  [
    'the attachment has no description',
    ({ catalog }) =>
      catalog.lookup(name('AF'), PDFArray).lookup(0, PDFDict).set(name('Desc'), PDFHexString.fromText('')),
  ],
  [
    'a font is not embedded',
    ({ context }) => {
      for (const [, object] of context.enumerateIndirectObjects())
        if (object instanceof PDFDict) object.delete(name('FontFile2'))
    },
  ],
  [
    'a font does not say which letters it draws',
    ({ context }) => {
      for (const [, object] of context.enumerateIndirectObjects())
        if (object instanceof PDFDict) object.delete(name('ToUnicode'))
    },
  ],
  [
    'something is painted outside the structure',
    (document) => rewritePage(document, (content) => `${content}\n0 0 10 10 re f\n`),
  ],
  [
    'something is painted outside the structure',
    (document) => rewritePage(document, (content) => content.replace(/\/Artifact\s+BMC/, '/Other BMC')),
  ],
  [
    'marked content is missing from the structure',
    (document) => {
      every(document, 'P')[0]?.delete(name('K'))
    },
  ],
]

describe('the structure checker', () => {
  it('finds nothing in a sound document, saved again or not', async () => {
    expect(await pdfFaults(sound)).toEqual([])
    const again = await PDFDocument.load(sound, { updateMetadata: false })
    expect(await pdfFaults(await again.save({ updateFieldAppearances: false }))).toEqual([])
  })

  it.each(damages)('finds: %s', async (fault, damage) => {
    const document = await PDFDocument.load(sound, { updateMetadata: false })
    damage(document)
    const damaged = await document.save({ updateFieldAppearances: false, addDefaultPage: false })
    expect(await pdfFaults(damaged)).toContain(fault)
  })
})

describe('the reading order', () => {
  it('is that of the model, and another model is found out with the page where it parts', async () => {
    const file = longMeeting()
    const model = minutesModel(file)
    const { bytes } = await renderPdf(model)
    expect(await checkPdf(bytes, model)).toEqual([])
    const [first, second, ...others] = model.sections
    if (first === undefined || second === undefined) throw new Error('the sample has too few sections')
    const swapped = { ...model, sections: [second, first, ...others] }
    const faults = await checkPdf(bytes, swapped)
    expect(faults).toHaveLength(1)
    expect(faults[0]?.fault).toMatch(/^not read in its place/)
    expect(faults[0]?.page).toBeGreaterThan(1)
  })
})
