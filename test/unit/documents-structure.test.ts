import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFStream } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FaultCode } from '../../electron/contract/document-faults.ts'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { chairBriefModel } from '../../electron/documents/chair-brief/model.ts'
import { checkPdf } from '../../electron/documents/check/check-pdf.ts'
import { decisionRecordModel } from '../../electron/documents/decision-record/model.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import type { DocumentModel } from '../../electron/documents/model.ts'
import { paperOf } from '../../electron/documents/paper/paper-of.ts'
import { tableCaptions } from '../../electron/documents/paper/texts.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { projectSheetModel } from '../../electron/documents/project-sheet/model.ts'
import { signInSheetModel } from '../../electron/documents/room/sign-in-sheet.ts'
import { runningOrderModel } from '../../electron/documents/running-order/model.ts'
import { pdfFaults } from '../documents-check/pdf-faults.ts'
import { dressedMeeting, images } from './documents-dressed.ts'
import { fullProject } from './documents-outside-meetings.ts'
import { longMeeting } from './documents-samples.ts'
import { every, rewritePage } from './pdf-edits.ts'

const name = (text: string) => PDFName.of(text)
let sound: Uint8Array

beforeAll(async () => {
  const file = dressedMeeting()
  const model = minutesModel({ ...file, items: file.items.slice(0, 6), decisions: [], actions: [] })
  sound = (await renderPdf(model, { images })).bytes
})

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

function renameHeadings(document: PDFDocument, type: string): void {
  for (const level of ['H1', 'H2', 'H3', 'H4'])
    for (const heading of every(document, level)) heading.set(name('S'), name(type))
}

type Damage = readonly [FaultCode, (document: PDFDocument) => unknown]
const damages: readonly Damage[] = [
  ['language-not-french', ({ catalog }) => catalog.delete(name('Lang'))],
  ['not-tagged', ({ catalog }) => catalog.delete(name('MarkInfo'))],
  ['no-identifier', ({ context }) => delete context.trailerInfo.ID],
  ['title-not-shown', ({ catalog }) => catalog.delete(name('ViewerPreferences'))],
  ['no-bookmarks', ({ catalog }) => catalog.delete(name('Outlines'))],
  ['no-structure', ({ catalog }) => catalog.delete(name('StructTreeRoot'))],
  ['data-missing', ({ catalog }) => catalog.delete(name('AF'))],
  [
    'ua-not-claimed',
    (document) => rewriteMetadata(document, (packet) => packet.replace('<pdfuaid:part>1</pdfuaid:part>', '')),
  ],
  [
    'pdfa-not-claimed',
    (document) => rewriteMetadata(document, (packet) => packet.replace('<pdfaid:part>3', '<pdfaid:part>2')),
  ],
  [
    'pdfa-level-not-claimed',
    (document) => rewriteMetadata(document, (packet) => packet.replace('conformance>A<', 'conformance>B<')),
  ],
  [
    'ua-claim-not-described',
    (document) =>
      rewriteMetadata(document, (packet) =>
        packet.replace('aiim.org/pdfua/ns/id/</pdfaSchema', '</pdfaSchema'),
      ),
  ],
  [
    'no-title',
    (document) => rewriteMetadata(document, (packet) => packet.replace(/<dc:title>.*?<\/dc:title>/s, '')),
  ],
  [
    'header-without-scope',
    (document) => {
      for (const cell of every(document, 'TH'))
        for (const attributes of attributesOf(cell)) attributes.delete(name('Scope'))
    },
  ],
  [
    'row-without-header',
    (document) => {
      for (const cell of every(document, 'TH')) cell.set(name('S'), name('TD'))
    },
  ],
  [
    'table-without-header',
    (document) => {
      for (const cell of every(document, 'TH')) cell.set(name('S'), name('TD'))
    },
  ],
  [
    'uneven-rows',
    (document) => {
      const row = every(document, 'TR').at(-1)
      row?.lookup(name('K'), PDFArray).remove(0)
    },
  ],
  [
    'heading-skipped',
    (document) => {
      for (const heading of every(document, 'H2')) heading.set(name('S'), name('H4'))
    },
  ],
  [
    'first-heading-not-1',
    (document) => {
      for (const heading of every(document, 'H1')) heading.set(name('S'), name('H2'))
    },
  ],
  [
    'misplaced-element',
    (document) => {
      for (const item of every(document, 'LI')) item.set(name('S'), name('L'))
    },
  ],
  [
    'misplaced-element',
    (document) => {
      every(document, 'LBody')[0]?.set(name('S'), name('P'))
    },
  ],
  ['misplaced-element', (document) => every(document, 'Table')[0]?.set(name('S'), name('Sect'))],
  ['first-heading-not-1', (document) => renameHeadings(document, 'P')],
  ['figure-without-alt', (document) => every(document, 'Figure')[0]?.delete(name('Alt'))],
  [
    'figure-without-alt',
    (document) => every(document, 'Figure')[0]?.set(name('Alt'), PDFHexString.fromText('  ')),
  ],
  [
    'link-without-annotation',
    (document) => {
      every(document, 'Link')[0]?.delete(name('K'))
    },
  ],
  ['link-without-description', (document) => firstLink(document).link.delete(name('Contents'))],
  ['link-outside-structure', (document) => firstLink(document).link.delete(name('StructParent'))],
  ['tab-order', (document) => firstLink(document).page.delete(name('Tabs'))],
  [
    'attachment-without-relation',
    ({ catalog }) => catalog.lookup(name('AF'), PDFArray).lookup(0, PDFDict).delete(name('AFRelationship')),
  ],
  [
    'attachment-without-description',
    ({ catalog }) =>
      catalog.lookup(name('AF'), PDFArray).lookup(0, PDFDict).set(name('Desc'), PDFHexString.fromText('')),
  ],
  [
    'attachment-without-name',
    ({ catalog }) => catalog.lookup(name('AF'), PDFArray).lookup(0, PDFDict).delete(name('UF')),
  ],
  [
    'attachment-empty',
    ({ catalog }) => catalog.lookup(name('AF'), PDFArray).lookup(0, PDFDict).delete(name('EF')),
  ],
  [
    'font-not-embedded',
    ({ context }) => {
      for (const [, object] of context.enumerateIndirectObjects())
        if (object instanceof PDFDict) object.delete(name('FontFile2'))
    },
  ],
  [
    'font-without-letters',
    ({ context }) => {
      for (const [, object] of context.enumerateIndirectObjects())
        if (object instanceof PDFDict) object.delete(name('ToUnicode'))
    },
  ],
  // One glyph of a word becomes the empty box of its font.
  [
    'font-without-letters',
    (document) =>
      rewritePage(document, (content) => content.replace(/\[\((\\\d{3}|\\.|[^\\)]){2}/, '[(\\000\\000')),
  ],
  [
    'overprinted',
    (document) => rewritePage(document, (content) => `${content}\nq 1 0 0 1 4 0 cm\n${content}\nQ\n`),
  ],
  // Half a line lower, as rows of a table that is too narrow.
  [
    'overprinted',
    (document) => rewritePage(document, (content) => `${content}\nq 1 0 0 1 0 -3 cm\n${content}\nQ\n`),
  ],
  [
    'painted-outside-structure',
    (document) => rewritePage(document, (content) => `${content}\n0 0 10 10 re f\n`),
  ],
  [
    'painted-outside-structure',
    (document) =>
      rewritePage(document, (content) => `${content}\n${/\/\S+ Do\b/.exec(content)?.[0] ?? 'no picture'}\n`),
  ],
  ['content-outside-structure', (document) => document.getPages()[0]?.node.delete(name('StructParents'))],
  [
    'painted-outside-structure',
    (document) => rewritePage(document, (content) => content.replace(/\/Artifact\s+BMC/, '/Other BMC')),
  ],
  [
    'content-outside-structure',
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

describe('headings', () => {
  const load = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false })

  it('begin with the title, the only one of the first level', async () => {
    const document = await load(sound)
    expect(every(document, 'H1')).toHaveLength(1)
    expect(every(document, 'Title')).toHaveLength(0)
    expect(every(document, 'H2').length).toBeGreaterThan(2)
  })

  it('lead to each item of an agenda', async () => {
    const model = agendaModel(longMeeting())
    const document = await load((await renderPdf(model)).bytes)
    expect(every(document, 'H3')).toHaveLength(model.rows.filter(({ kind }) => kind === 'item').length)
  })
})

/** In the order of the structure. */
function tablesIn(element: PDFDict): PDFDict[] {
  const kids = element.lookup(name('K'))
  const own = element.get(name('S')) === name('Table') ? [element] : []
  const inner = (kids instanceof PDFArray ? kids.asArray() : [kids])
    .map((kid) => (kid instanceof PDFRef ? element.context.lookup(kid) : kid))
    .filter((kid) => kid instanceof PDFDict)
  return [...own, ...inner.flatMap(tablesIn)]
}

const said = {
  meeting: { date: '2026-10-08', number: 9, approved: true },
  organisation: 'Régions en exemple',
  stance: 'favorable',
  words: '',
} as const
const nothingKnown = { asks: [], heard: [], said: [], actions: [], deadlines: [], observations: null }

describe('tables', () => {
  const calledIn = async (own: DocumentModel) => {
    const { bytes } = await renderPdf(own, { images })
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    return tablesIn(document.catalog.lookup(name('StructTreeRoot'), PDFDict)).map((table) =>
      attributesOf(table).flatMap((one) => {
        const summary = one.lookup(name('Summary'))
        return summary instanceof PDFHexString ? [summary.decodeText()] : []
      }),
    )
  }

  it('are called as the heading above them, one within another too', async () => {
    const file = dressedMeeting()
    for (const own of [minutesModel(file), agendaModel(file)]) {
      const wanted = tableCaptions(paperOf(own)?.blocks ?? [])
      expect(wanted.length).toBeGreaterThan(1)
      expect(await calledIn(own)).toEqual(wanted.map((caption) => [caption]))
    }
  })

  it('have a name in papers that are PDF alone', async () => {
    const file = dressedMeeting()
    const record = decisionRecordModel(file)
    const brief = chairBriefModel(file, {
      briefs: file.items.map(({ id: itemId }) => ({ itemId, ...nothingKnown, said: [said] })),
      today: '2026-11-12',
    })
    const papers: DocumentModel[] = [
      record,
      projectSheetModel(fullProject()),
      runningOrderModel(file, { asked: [], asks: [], positions: [], awaited: [] }),
      signInSheetModel(file, []),
      brief,
    ]
    for (const own of papers) {
      const called = await calledIn(own)
      expect(called.length, own.kind).toBeGreaterThan(1)
      for (const names of called) expect(names, own.kind).toEqual([expect.stringMatching(/./)])
    }
    expect(await calledIn(record)).toEqual([[record.head.title], [record.actions.heading]])
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
    expect(faults[0]?.code).toBe('not-in-place')
    expect(faults[0]?.page).toBeGreaterThan(1)
  })
})
