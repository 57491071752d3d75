import {
  degrees,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFString,
  StandardFonts,
} from '@cantoo/pdf-lib'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { emptyFile, item } from './documents-builders.ts'

const name = (text: string) => PDFName.of(text)
type Drawn = { document: PDFDocument; pages: PDFPage[]; font: PDFFont }

/** Pages that say "‹word› 1", "‹word› 2"…, with whatever `change` does to them. */
export async function pdfOf(
  word: string,
  pages = 1,
  change: (drawn: Drawn) => void | Promise<void> = () => undefined,
): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const drawn = Array.from({ length: pages }, (_, index) => {
    const page = document.addPage([595, 842])
    page.drawText(`${word} ${index + 1}`, { x: 60, y: 700, size: 20, font })
    return page
  })
  await change({ document, pages: drawn, font })
  return document.save({ addDefaultPage: false })
}

/** A PDF of ours: tagged, with data of its own. */
export async function taggedPdf(title: string, items = 1): Promise<Uint8Array> {
  const points = Array.from({ length: items }, (_, index) =>
    item(index + 1, { title: `${title} ${index + 1}` }),
  )
  return (await renderPdf(agendaModel({ ...emptyFile(), items: points }))).bytes
}

export const signedPdf = () =>
  pdfOf('signee', 1, ({ document, pages }) => {
    const { context, catalog } = document
    const value = context.register(
      context.obj({
        Type: 'Sig',
        Filter: 'Adobe.PPKLite',
        ByteRange: [0, 10, 20, 30],
        Contents: PDFHexString.of('00'.repeat(64)),
      }),
    )
    const field = context.register(
      context.obj({
        FT: 'Sig',
        T: PDFString.of('signature'),
        V: value,
        Type: 'Annot',
        Subtype: 'Widget',
        Rect: [0, 0, 0, 0],
      }),
    )
    pages[0]?.node.set(name('Annots'), context.obj([field]))
    catalog.set(name('AcroForm'), context.register(context.obj({ Fields: [field], SigFlags: 3 })))
  })

export const protectedPdf = () =>
  pdfOf('protegee', 1, ({ document }) => {
    document.encrypt({ userPassword: '', ownerPassword: 'exemple', permissions: { printing: false } })
  })

export const formPdf = () =>
  pdfOf('formulaire', 1, ({ document, pages }) => {
    const [page] = pages
    if (page !== undefined) document.getForm().createTextField('nom').addToPage(page, { x: 60, y: 500 })
  })

/** Cut in its middle, as a download that stopped. */
export async function truncatedPdf(): Promise<Uint8Array> {
  const whole = await pdfOf('coupee', 40)
  return whole.slice(0, Math.floor(whole.length * 0.4))
}

/** Scripts, launches, files and forms on every side, and three links that lead where they say. */
export const activePdf = (secret: string) =>
  pdfOf('active', 3, async ({ document, pages }) => {
    const { context, catalog } = document
    const script = () => context.obj({ S: 'JavaScript', JS: PDFString.of(`app.alert("${secret}")`) })
    await document.attach(new TextEncoder().encode(secret), 'cache.txt', { mimeType: 'text/plain' })
    document.addJavaScript('au-lancement', `app.alert("${secret}")`)
    catalog.set(name('OpenAction'), script())
    catalog.set(name('AA'), context.obj({ WC: script() }))
    const rect = (y: number) => [60, y, 200, y + 20]
    const link = (y: number, more: Record<string, PDFObject>) =>
      context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: rect(y), ...more }))
    const file = context.register(
      context.obj({
        Type: 'Filespec',
        F: PDFString.of('charge.txt'),
        EF: { F: context.register(context.stream(secret)) },
      }),
    )
    const dest = [pages[2]?.ref ?? 0, name('Fit')]
    catalog.set(name('Dests'), context.obj({ chapitre: dest as never }))
    const annotations = [
      link(600, { A: context.obj({ S: 'URI', URI: PDFString.of('https://exemple.invalid/page?a=1') }) }),
      link(560, { Dest: name('chapitre') }),
      link(520, { A: context.obj({ S: 'GoTo', D: dest as never, Next: script() }) }),
      link(480, { A: script() }),
      link(440, { A: context.obj({ S: 'Launch', F: PDFString.of(`C:\\\\${secret}.exe`) }) }),
      link(400, { A: context.obj({ S: 'GoToR', F: PDFString.of(`${secret}.pdf`), D: [0] }) }),
      link(360, { A: context.obj({ S: 'URI', URI: PDFString.of(`javascript:alert("${secret}")`) }) }),
      link(320, {
        A: context.obj({ S: 'URI', URI: PDFString.of(`file:///C:/${secret}.exe`) }),
        AA: context.obj({ E: script() }),
      }),
      context.register(context.obj({ Type: 'Annot', Subtype: 'FileAttachment', Rect: rect(280), FS: file })),
    ]
    pages[0]?.node.set(name('Annots'), context.obj(annotations))
    pages[0]?.node.set(name('AA'), context.obj({ O: script() }))
  })

/** A second page that lies on its side, a third of another size, turned by a quarter. */
export const unevenPdf = () =>
  pdfOf('inegale', 3, ({ pages }) => {
    pages[1]?.setSize(842, 595)
    pages[2]?.setSize(300, 400)
    pages[2]?.setRotation(degrees(90))
  })

/** Two layers, the second hidden. */
export const layeredPdf = () =>
  pdfOf('calques', 1, ({ document, pages }) => {
    const { context, catalog } = document
    const layer = (title: string) => context.register(context.obj({ Type: 'OCG', Name: PDFString.of(title) }))
    const [shown, hidden] = [layer('vu'), layer('cache')]
    catalog.set(
      name('OCProperties'),
      context.obj({ OCGs: [shown, hidden], D: { Order: [shown, hidden], OFF: [hidden] } }),
    )
    const page = pages[0]
    const resources = page?.node.Resources()
    resources?.set(name('Properties'), context.obj({ L0: hidden }))
  })

/** Two chapters, the second with a part. */
export const bookmarkedPdf = () =>
  pdfOf('rapport', 4, ({ document, pages }) => {
    const { context, catalog } = document
    const refs = [context.nextRef(), context.nextRef(), context.nextRef(), context.nextRef()] as const
    const [root, first, second, part] = refs
    const dest = (page: number) => [pages[page]?.ref ?? 0, name('Fit')] as never
    context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: second, Count: 2 }))
    context.assign(
      first,
      context.obj({ Title: PDFString.of('Chapitre 1'), Parent: root, Next: second, Dest: dest(0) }),
    )
    context.assign(
      second,
      context.obj({
        Title: PDFString.of('Chapitre 2'),
        Parent: root,
        Prev: first,
        First: part,
        Last: part,
        Count: 1,
        Dest: dest(2),
      }),
    )
    context.assign(part, context.obj({ Title: PDFString.of('Partie A'), Parent: second, Dest: dest(3) }))
    catalog.set(name('Outlines'), root)
  })
