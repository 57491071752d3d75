import { readFileSync } from 'node:fs'
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { buildMeetingBook } from '../../electron/documents/meeting-book/build.ts'
import { meetingBookModel } from '../../electron/documents/meeting-book/model.ts'
import { pdfFaults, structuredText } from '../documents-check/pdf-faults.ts'
import { emptyFile, item } from './documents-builders.ts'
import {
  attachments,
  bookmarks,
  labelAt,
  madeBook,
  opened,
  pagesByLabel,
  removeBooks,
  unpacked,
} from './meeting-book-made.ts'
import {
  activePdf,
  bookmarkedPdf,
  formPdf,
  layeredPdf,
  pdfOf,
  protectedPdf,
  signedPdf,
  taggedPdf,
  truncatedPdf,
  unevenPdf,
} from './meeting-book-pdfs.ts'

afterAll(removeBooks)

const note = { fileName: 'Note.pdf', bytes: await pdfOf('note', 2) }
const tagged = { fileName: 'Compte rendu.pdf', bytes: await taggedPdf('Point balisé') }
const words = (text: string) => new TextEncoder().encode(text)
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')

describe('the book', () => {
  it('has its pages, labels, bookmarks and links where it says', async () => {
    const { bytes, pageCount, fates } = await madeBook([note, tagged, { ...note, fileName: 'Autre.pdf' }])
    expect(fates.map(({ goes }) => goes)).toEqual(['merged', 'merged', 'merged'])
    const pages = await pagesByLabel(bytes)
    expect([...pages.keys()]).toEqual(['1', '2', 'A1', 'A1-1', 'A1-2', 'A2', 'A2-1', 'A3', 'A3-1', 'A3-2'])
    expect(pageCount).toBe(10)
    expect(plain(pages.get('1') ?? '')).toContain('Dossier de la séance n° 10')
    expect(plain(pages.get('2') ?? '')).toContain('A1-1 à A1-2')
    expect(plain(pages.get('A1') ?? '')).toContain('Les 2 pages qui suivent sont celles de l’annexe')
    // Every page says where it stands in the whole book, and its label where it has one.
    for (const [index, [label, words]] of [...pages].entries()) {
      const own = label.startsWith('A') ? ` · ${label}` : ''
      expect(plain(words)).toMatch(new RegExp(`Page ${index + 1} sur 10${own}$`))
    }
    expect(plain(pages.get('A1-2') ?? '')).toBe('note 2 Page 5 sur 10 · A1-2')
    expect(pages.get('A2-1')).toContain('Point balisé 1')
    expect(await bookmarks(bytes)).toEqual([
      'Lire ce dossier → 1',
      'Ordre du jour et annexes → 2',
      'Annexe 1 – Note → A1',
      'Annexe 2 – Compte rendu → A2',
      '  Déroulé → A2-1',
      '    Point balisé 1 → A2-1',
      'Annexe 3 – Autre → A3',
    ])
    await opened(bytes, async (book) => {
      const links = await (await book.getPage(2)).getAnnotations()
      const labels = []
      for (const { dest } of links) labels.push(await labelAt(book, dest))
      expect(labels).toEqual(['A1', 'A2', 'A3'])
    })
  })

  it('names no pages where nothing is joined', async () => {
    const heads = async (given: Parameters<typeof madeBook>[0]) => {
      const { bytes } = await madeBook(given)
      return plain([...(await pagesByLabel(bytes)).values()].join(' '))
    }
    expect(await heads([])).not.toMatch(/Point et annexes (?:Heure )?Pages/)
    expect(await heads([note])).toMatch(/Point et annexes (?:Heure )?Pages/)
  })

  it('keeps our pages tagged and in order, the tags of an annex, and claims nothing', async () => {
    const { bytes, model } = await madeBook([note, tagged, { ...note, fileName: 'Autre.pdf' }])
    const faults = await pdfFaults(bytes, 'meetingBook')
    // Claims that a book does not make, and the data it does not carry, are the only faults that the checker finds.
    expect(faults.sort()).toEqual([
      'data-missing',
      'pdfa-level-not-claimed',
      'pdfa-not-claimed',
      'ua-claim-not-described',
      'ua-not-claimed',
    ])
    const texts = await structuredText(bytes)
    expect(texts[3]).toContain('note 1')
    expect(texts[6]).toContain('Point balisé 1')
    expect(await pagesInReadingOrder(bytes)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(plain(model.notes.lines.join(' '))).toContain('Les annexes 1 et 3 ont été reçues sans balises')
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/pdfuaid|pdfaid|OutputIntent/)
  })

  it('draws the pages of annexes as they came: size, side, turn, layers', async () => {
    const { bytes } = await madeBook([
      { fileName: 'inegale.pdf', bytes: await unevenPdf() },
      { fileName: 'calques.pdf', bytes: await layeredPdf() },
    ])
    await opened(bytes, async (book) => {
      const labels = (await book.getPageLabels()) ?? []
      const page = async (label: string) => book.getPage(labels.indexOf(label) + 1)
      expect((await page('A1-2')).view).toEqual([0, 0, 842, 595])
      expect((await page('A1-3')).view).toEqual([0, 0, 300, 400])
      expect((await page('A1-3')).rotate).toBe(90)
      const config = await book.getOptionalContentConfig()
      const groups = [...config].map(([, group]) => [group.name, group.visible])
      expect(groups).toEqual([
        ['vu', true],
        ['cache', false],
      ])
    })
  })

  it('puts the bookmarks of an annex under its own', async () => {
    const { bytes } = await madeBook([{ fileName: 'rapport.pdf', bytes: await bookmarkedPdf() }])
    expect((await bookmarks(bytes)).slice(-4)).toEqual([
      'Annexe 1 – rapport → A1',
      '  Chapitre 1 → A1-1',
      '  Chapitre 2 → A1-3',
      '    Partie A → A1-4',
    ])
  })

  it('gives the same bytes for the same files', async () => {
    const files = [note, tagged, { fileName: 'signee.pdf', bytes: await signedPdf() }]
    const [first, second] = [await madeBook(files), await madeBook(files)]
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
  })

  it('holds an annex of 500 pages', async () => {
    const { pageCount, bytes } = await madeBook([{ fileName: 'long.pdf', bytes: await pdfOf('long', 500) }])
    expect(pageCount).toBe(503)
    expect((await pagesByLabel(bytes)).get('A1-500')).toBe('long 500 Page 503 sur 503 · A1-500')
  })

  it('keeps each divider on one page, whatever is typed', async () => {
    const fileName = `${'Très long nom de fichier '.repeat(10)}.pdf`
    const title = '# *gras* <script> ] \u202e😀 '.repeat(20)
    const { bytes, pageCount } = await madeBook([
      { ...note, fileName, title, tabled: true },
      { ...note, title, fileName },
    ])
    const fronts = pageCount - 2 * (1 + 2)
    expect([...(await pagesByLabel(bytes)).keys()].slice(fronts)).toEqual([
      'A1',
      'A1-1',
      'A1-2',
      'A2',
      'A2-1',
      'A2-2',
    ])
    expect((await pagesByLabel(bytes)).get(String(fronts))).toMatch(
      new RegExp(`Page\\s${fronts} sur ${pageCount}$`),
    )
  })

  it('is made without any annex', async () => {
    const { bytes, pageCount, model } = await madeBook([])
    // Its agenda begins on the first page: a cover would have nothing to cover.
    expect(pageCount).toBe(1)
    expect(plain((await pagesByLabel(bytes)).get('1') ?? '')).toContain('Ordre du jour et annexes')
    expect(model.notes.lines).toEqual([])
  })
})

describe('an agenda of more than a page', () => {
  it('is set closer where two rows would stand alone on the next', async () => {
    for (let count = 15; count <= 21; count += 1) {
      const items = Array.from({ length: count }, (_, index) =>
        item(index + 1, { title: `Point ${index + 1}`, presenter: 'Hélène Marchetti' }),
      )
      const model = meetingBookModel({ ...emptyFile(), items }, 'members', [])
      const { bytes } = await buildMeetingBook({ model, images: [], zipPath: null, files: [] })
      const [, second] = [...(await pagesByLabel(bytes)).values()]
      const rows = second?.match(/Hélène\sMarchetti/gu)?.length ?? count
      expect(rows, `${count} items`).toBeGreaterThan(3)
    }
  })
})

describe('what cannot be merged', () => {
  it('is attached as it came, and its divider says why', async () => {
    const given = [
      { fileName: 'signee.pdf', bytes: await signedPdf(), why: 'signed', says: 'Pièce signée' },
      { fileName: 'protegee.pdf', bytes: await protectedPdf(), why: 'protected', says: 'Pièce protégée' },
      { fileName: 'formulaire.pdf', bytes: await formPdf(), why: 'form', says: 'Formulaire à remplir' },
      { fileName: 'coupee.pdf', bytes: await truncatedPdf(), why: 'damaged', says: 'Pièce illisible' },
      {
        fileName: 'faux.pdf',
        bytes: words('ceci n’est pas un PDF'),
        why: 'damaged',
        says: 'Pièce illisible',
      },
      { fileName: 'vide.pdf', bytes: await pdfOf('vide', 0), why: 'damaged', says: 'Pièce illisible' },
    ]
    const { bytes, fates, pageCount } = await madeBook(given)
    expect(fates).toEqual(given.map(({ why }) => ({ goes: 'attached', why })))
    expect(pageCount).toBe(2 + given.length)
    const pages = await pagesByLabel(bytes)
    for (const [index, { says }] of given.entries()) expect(pages.get(`A${index + 1}`), says).toContain(says)
    const attached = await attachments(bytes)
    expect([...attached.keys()]).toEqual(given.map((one, index) => `Annexe ${index + 1} - ${one.fileName}`))
    for (const [index, content] of [...attached.values()].entries())
      expect(Buffer.compare(content, given[index]?.bytes ?? words(''))).toBe(0)
  })

  it('goes in the zip when it is no PDF, and is said to be missing when it is gone', async () => {
    const slides = { fileName: 'Présentation.pptx', bytes: words('diapositives') }
    const gone = { fileName: 'perdue.pdf', bytes: await pdfOf('perdue'), gone: true }
    const { bytes, fates, zipPath, model } = await madeBook([slides, note, gone], { zip: true })
    expect(fates).toMatchObject([{ goes: 'zip', why: 'format' }, { goes: 'merged' }, { goes: 'missing' }])
    // No page bears its label.
    expect(model.rows.find(({ divider }) => divider === 1)?.pages).toBe('')
    const zip = unzipSync(readFileSync(zipPath ?? ''))
    expect(Object.keys(zip)).toEqual(['Annexe 1 - Présentation.pptx'])
    const pages = await pagesByLabel(bytes)
    expect(pages.has('A1')).toBe(false)
    expect(plain(pages.get('2') ?? '')).toContain('Pièces remises à part')
    expect(plain(pages.get('2') ?? '')).toContain('n’est pas un PDF')
    await opened(bytes, async (book) => {
      const links = await (await book.getPage(2)).getAnnotations()
      const labels = await Promise.all(links.map(({ dest }) => labelAt(book, dest)))
      expect(labels).toEqual(['2', 'A2', 'A3'])
    })
    expect(plain(pages.get('A3') ?? '')).toContain('Pièce manquante')
    expect(plain(model.notes.lines.join(' '))).toContain('L’annexe 3 manque')
  })

  it('says which annexes cannot go where they were to go, and makes no book', async () => {
    const { model, folder } = await madeBook([note])
    const { buildMeetingBook } = await import('../../electron/documents/meeting-book/build.ts')
    const file = {
      number: 1,
      goes: 'merged' as const,
      outName: 'x.pdf',
      path: `${folder}/absent`,
      sha256: '',
    }
    const built = await buildMeetingBook({ model, images: [], zipPath: null, files: [file] })
    expect(built).toMatchObject({ spoilt: [1], pageCount: 0 })
  })
})

describe('an annex with scripts, launches and files', () => {
  const secret = 'MOTSECRET'

  it('loses them and keeps its links', async () => {
    const { bytes, fates, model } = await madeBook([
      { fileName: 'active.pdf', bytes: await activePdf(secret) },
    ])
    expect(fates).toEqual([{ goes: 'merged', pages: 3, tagged: false, holdsFiles: true }])
    expect(plain(model.dividers[0]?.notices.join(' ') ?? '')).toContain('ne sont pas repris')
    await opened(bytes, async (book) => {
      expect(await book.getJSActions()).toBeNull()
      expect(await book.getOpenAction()).toBeNull()
      expect(await book.getAttachments()).toBeNull()
      const page = await book.getPage(4)
      expect(await page.getJSActions()).toBeNull()
      const annotations = await page.getAnnotations()
      const links = []
      for (const { subtype, url, dest, action, unsafeUrl } of annotations)
        links.push([subtype, url ?? unsafeUrl ?? action ?? (dest ? await labelAt(book, dest) : 'nowhere')])
      expect(links).toEqual([
        ['Link', 'https://exemple.invalid/page?a=1'],
        ['Link', 'A1-3'],
        ['Link', 'A1-3'],
        ...Array.from({ length: 5 }, () => ['Link', 'nowhere']),
      ])
    })
    expect(await unpacked(bytes)).not.toContain(secret)
  })
})

describe('a file whose bytes are wrong here and there', () => {
  it('always leaves a book that opens, or is named as the one that spoils it', async () => {
    const kinds = [note.bytes, tagged.bytes, await bookmarkedPdf(), await activePdf('x'), await formPdf()]
    const places = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
      maxLength: 40,
    })
    await fc.assert(
      fc.asyncProperty(fc.nat(kinds.length - 1), places, async (kind, changes) => {
        const bytes = Uint8Array.from(kinds[kind] ?? note.bytes)
        for (const [at, value] of changes) bytes[Math.floor(at * (bytes.length - 1))] = value
        const { spoilt, pageCount, bytes: book } = await madeBook([{ fileName: 'abîmé.pdf', bytes }, note])
        if (spoilt.length > 0) expect(spoilt).toEqual([1])
        else expect(await opened(book, async ({ numPages }) => numPages)).toBe(pageCount)
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})

/** The pages of the book in the order in which its structure first comes to each. */
async function pagesInReadingOrder(bytes: Uint8Array): Promise<number[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const pages = document.getPages().map(({ ref }) => ref)
  const order = new Set<number>()
  const visit = (element: PDFObject | undefined) => {
    const dict = element instanceof PDFRef ? document.context.lookup(element) : element
    if (!(dict instanceof PDFDict)) return
    const pg = dict.get(PDFName.of('Pg'))
    const page = pg instanceof PDFRef ? pages.indexOf(pg) : -1
    if (page >= 0) order.add(page)
    const kids = dict.lookup(PDFName.of('K'))
    for (const kid of kids instanceof PDFArray ? kids.asArray() : [dict.get(PDFName.of('K'))]) visit(kid)
  }
  visit(document.catalog.get(PDFName.of('StructTreeRoot')))
  return [...order]
}
