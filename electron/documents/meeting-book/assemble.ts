import { createHash } from 'node:crypto'
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFNumber,
  PDFObjectCopier,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { packPdf } from '../pdf/pack.ts'
import { bookText } from '../text/meeting-book.ts'
import { bookmarksOf, putBookmarks } from './bookmarks.ts'
import { cleanPages, Targets } from './clean-pages.ts'
import { isTagged } from './examine.ts'
import type { MeetingBookModel } from './model.ts'
import { asDict, dictAt, followed, inherited, listAt, loadPdf, name, nameAt, pagesOf } from './pdf-objects.ts'
import { PageStamp } from './stamp.ts'
import { holdPages, newPart, ParentTree, prepareTree, untie } from './structure.ts'

type Divider = MeetingBookModel['dividers'][number]

/** A book in the making: our pages are there, annexes come one by one, in any order. */
export class MeetingBook {
  readonly #book: PDFDocument
  readonly #model: MeetingBookModel
  readonly #parents: ParentTree
  readonly #root: PDFDict
  /** Our pages in order, those of the dividers, and the pages put after each of these. */
  readonly #own: PDFRef[]
  readonly #dividers = new Map<number, PDFRef>()
  readonly #bookmarkRefs = new Map<number, PDFRef>()
  readonly #merged = new Map<number, PDFRef[]>()
  readonly #attached: { name: string; title: string; bytes: Uint8Array }[] = []
  readonly #digest = createHash('sha256')

  private constructor(book: PDFDocument, model: MeetingBookModel) {
    this.#book = book
    this.#model = model
    this.#root = book.catalog.lookup(name('StructTreeRoot'), PDFDict)
    this.#parents = new ParentTree(this.#root)
    this.#own = pagesOf(book).map(({ ref }) => ref)
    for (const [index, divider] of model.dividers.entries()) {
      const ref = this.#bookmarks().at(index - model.dividers.length)
      if (ref === undefined) throw new Error('a divider has no bookmark')
      const item = book.context.lookup(ref, PDFDict)
      const page = item.lookup(name('Dest'), PDFArray).get(0)
      if (!(page instanceof PDFRef)) throw new Error('a divider has no page')
      this.#bookmarkRefs.set(divider.number, ref)
      item.set(name('Title'), PDFHexString.fromText(divider.bookmark))
      this.#dividers.set(divider.number, page)
    }
  }

  /** @param bytes of the pages that we compose, as they are rendered from the model. */
  static async on(bytes: Uint8Array, model: MeetingBookModel): Promise<MeetingBook> {
    return new MeetingBook(await loadPdf(bytes), model)
  }

  /**
   * Puts the pages of an annex after its divider.
   * @throws when it cannot be read after all; the book is then spoilt.
   */
  async merge(divider: Divider, bytes: Uint8Array): Promise<void> {
    this.#digest.update(bytes)
    const source = await loadPdf(bytes)
    const tagged = isTagged(source)
    const pages = pagesOf(source)
    for (const { page } of pages) {
      const own = ['Resources', 'MediaBox', 'CropBox', 'Rotate'].map(
        (key) => [key, inherited(page, key)] as const,
      )
      for (const [key, value] of own) if (value !== undefined) page.set(name(key), value)
    }
    for (const { page } of pages) page.delete(name('Parent'))
    const targets = new Targets(source, pages)
    const bookmarks = bookmarksOf(source, targets)
    const kept = cleanPages(source, pages, targets)
    const putTree = tagged ? prepareTree(source, pages, kept, this.#parents) : null
    if (putTree === null) untie(source, pages)
    const copier = PDFObjectCopier.for(source.context, this.#book.context)
    const refs = pages.map(({ ref }) => copier.copy(ref))
    const bookmark = this.#bookmarkRefs.get(divider.number)
    if (bookmark !== undefined) putBookmarks(this.#book.context, bookmark, bookmarks, copier)
    joinLayers(source, copier, this.#book, divider.bookmark)
    this.#merged.set(divider.number, refs)
    const part = newPart(this.#book, this.#documentElement().ref, divider.bookmark)
    if (putTree !== null) putTree(copier, part)
    else holdPages(this.#book, refs, part, this.#parents)
    this.#insertPart(divider, part.ref)
  }

  /** Keeps a file inside the book as it came. */
  attach(fileName: string, title: string, bytes: Uint8Array): void {
    this.#digest.update(fileName).update(bytes)
    this.#attached.push({ name: fileName, title, bytes })
  }

  /** The finished book, with the number of its pages; the same annexes in the same order give the same bytes. */
  async finish(): Promise<{ bytes: Uint8Array; pageCount: number }> {
    const { catalog, context } = this.#book
    const pageCount = this.#joinPages()
    await this.#printNumbers(pageCount)
    this.#parents.write(this.#root)
    this.#labelPages()
    this.#writeAttachments()
    dropClaims(this.#book)
    catalog.set(name('PageMode'), name('UseOutlines'))
    const id = PDFHexString.of(this.#digest.update(String(context.trailerInfo.ID)).digest('hex').slice(0, 32))
    context.trailerInfo.ID = context.obj([id, id])
    return { bytes: packPdf(this.#book), pageCount }
  }

  /** Bookmarks of our pages, at the first level: the dividers' are the last. */
  #bookmarks(): PDFRef[] {
    const refs: PDFRef[] = []
    let ref = dictAt(this.#book.catalog, 'Outlines')?.get(name('First'))
    while (ref instanceof PDFRef) {
      refs.push(ref)
      ref = this.#book.context.lookup(ref, PDFDict).get(name('Next'))
    }
    return refs
  }

  /** The one element at the top of our structure, with its reference. */
  #documentElement(): { ref: PDFRef; element: PDFDict } {
    const [ref] = listAt(this.#root, 'K')
    const element = asDict(followed(this.#root, ref))
    if (!(ref instanceof PDFRef) || element === undefined) throw new Error('our pages have no structure')
    return { ref, element }
  }

  /** The part is read after what stands on the divider, before the next one. */
  #insertPart(divider: Divider, part: PDFRef): void {
    const { element } = this.#documentElement()
    const at = this.#own.indexOf(this.#dividers.get(divider.number) ?? PDFRef.of(0))
    const kids = listAt(element, 'K')
    const next = kids.findIndex((kid) => {
      const dict = asDict(followed(element, kid))
      const page = dict === undefined ? undefined : this.#pageOf(dict)
      return page !== undefined && this.#own.indexOf(page) > at
    })
    kids.splice(next < 0 ? kids.length : next, 0, part)
    element.set(name('K'), this.#book.context.obj(kids))
  }

  /** The first of our pages that an element stands on; undefined for the parts of annexes. */
  #pageOf(element: PDFDict): PDFRef | undefined {
    if (nameAt(element, 'S') === 'Part' && element.has(name('T'))) return undefined
    const own = element.get(name('Pg'))
    if (own instanceof PDFRef) return own
    for (const kid of listAt(element, 'K')) {
      const dict = asDict(followed(element, kid))
      const page = dict === undefined ? undefined : this.#pageOf(dict)
      if (page !== undefined) return page
    }
    return undefined
  }

  /** One branch of the page tree for each annex, after its divider. */
  #joinPages(): number {
    const { catalog, context } = this.#book
    const treeRef = catalog.get(name('Pages'))
    if (!(treeRef instanceof PDFRef)) throw new Error('no page tree')
    const kids: PDFRef[] = []
    let count = 0
    const dividerAt = new Map([...this.#dividers].map(([number, ref]) => [ref, number]))
    for (const page of this.#own) {
      kids.push(page)
      context.lookup(page, PDFDict).set(name('Parent'), treeRef)
      const pages = this.#merged.get(dividerAt.get(page) ?? 0) ?? []
      count += 1 + pages.length
      if (pages.length === 0) continue
      const branch = context.register(
        context.obj({ Type: 'Pages', Parent: treeRef, Kids: pages, Count: pages.length }),
      )
      for (const one of pages) context.lookup(one, PDFDict).set(name('Parent'), branch)
      kids.push(branch)
    }
    const tree = context.lookup(treeRef, PDFDict)
    tree.set(name('Kids'), context.obj(kids))
    tree.set(name('Count'), PDFNumber.of(count))
    return count
  }

  /** Pages of the whole book are counted on: ours bear their number already. */
  async #printNumbers(pageCount: number): Promise<void> {
    const stamp = await PageStamp.on(this.#book)
    let number = 0
    for (const page of this.#own) {
      number += 1
      const divider = this.#model.dividers.find((one) => this.#dividers.get(one.number) === page)
      const pages = divider === undefined ? [] : (this.#merged.get(divider.number) ?? [])
      for (const [index, ref] of pages.entries()) {
        number += 1
        const label = `${divider?.pagesPrefix ?? ''}${index + 1}`
        stamp.print(this.#book.context.lookup(ref, PDFDict), bookText.place(number, pageCount, label))
      }
    }
  }

  /** Ours 1, 2, 3; a divider A3; the pages of its annex A3-1, A3-2. */
  #labelPages(): void {
    const { catalog, context } = this.#book
    const labels: (PDFNumber | PDFDict)[] = [PDFNumber.of(0), context.obj({ S: 'D' })]
    const put = (index: number, label: Record<string, PDFString | PDFNumber | string>) =>
      labels.push(PDFNumber.of(index), context.obj(label))
    let index = 0
    for (const page of this.#own) {
      const divider = this.#model.dividers.find(({ number }) => this.#dividers.get(number) === page)
      const pages = divider === undefined ? 0 : (this.#merged.get(divider.number)?.length ?? 0)
      if (divider !== undefined) put(index, { P: PDFString.of(divider.label) })
      if (divider !== undefined && pages > 0)
        put(index + 1, { S: 'D', P: PDFString.of(divider.pagesPrefix), St: PDFNumber.of(1) })
      index += 1 + pages
    }
    catalog.set(name('PageLabels'), context.obj({ Nums: labels }))
  }

  #writeAttachments(): void {
    if (this.#attached.length === 0) return
    const { catalog, context } = this.#book
    const names = dictAt(catalog, 'Names') ?? context.obj({})
    // Keys of a name tree are sorted by their bytes; they are written as their code units.
    const sorted = this.#attached.toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const entries = sorted.flatMap((file) => {
      const stream = context.stream(file.bytes, {
        Type: 'EmbeddedFile',
        Subtype: 'application/pdf',
        Params: { Size: file.bytes.length },
      })
      const ref = context.register(stream)
      const key = PDFHexString.fromText(file.name)
      const specification = context.obj({
        Type: 'Filespec',
        F: key,
        UF: key,
        Desc: PDFHexString.fromText(file.title),
        EF: { F: ref, UF: ref },
      })
      return [key, context.register(specification)]
    })
    names.set(name('EmbeddedFiles'), context.obj({ Names: entries }))
    catalog.set(name('Names'), names)
  }
}

/** A book holds pages of others: it says no more that it conforms to PDF/UA and PDF/A, as our pages alone did. */
function dropClaims({ catalog, context }: PDFDocument): void {
  const ref = catalog.get(name('Metadata'))
  const stream = catalog.lookup(name('Metadata'), PDFStream)
  if (!(ref instanceof PDFRef)) throw new Error('the metadata stream is not an indirect object')
  const packet = Buffer.from(stream.getContents())
    .toString('utf8')
    .replace(/<pdfaExtension:schemas>.*?<\/pdfaExtension:schemas>/s, '')
    .replace(/<pdf(?:a|ua)id:(\w+)>[^<]*<\/pdf(?:a|ua)id:\1>/g, '')
    .replace(/(?<!\s)\s+xmlns:pdf(?:aid|uaid|aExtension|aSchema|aProperty)="[^"]*"/g, '')
  context.assign(ref, context.stream(Buffer.from(packet, 'utf8'), { Type: 'Metadata', Subtype: 'XML' }))
  catalog.delete(name('OutputIntents'))
}

// Carries the layers of an annex over, shown or hidden as they were: without this every hidden one would be drawn.
/** @param label of the annex, above its layers in the list that readers show. */
function joinLayers(source: PDFDocument, copier: PDFObjectCopier, book: PDFDocument, label: string): void {
  const own = dictAt(source.catalog, 'OCProperties')
  const layers = own === undefined ? [] : listAt(own, 'OCGs')
  if (own === undefined || layers.length === 0) return
  const config = dictAt(own, 'D')
  const listed = (key: 'ON' | 'OFF') => new Set(config === undefined ? [] : listAt(config, key))
  const [on, off] = [listed('ON'), listed('OFF')]
  const startsHidden = config !== undefined && nameAt(config, 'BaseState') === 'OFF'
  const { all, hidden, order } = layersOf(book)
  const group = PDFArray.withContext(book.context)
  group.push(PDFHexString.fromText(label))
  for (const layer of layers) {
    const copied = copier.copy(layer)
    all.push(copied)
    group.push(copied)
    if (startsHidden ? !on.has(layer) : off.has(layer)) hidden.push(copied)
  }
  order.push(group)
}

function layersOf({ catalog, context }: PDFDocument): { all: PDFArray; hidden: PDFArray; order: PDFArray } {
  if (!catalog.has(name('OCProperties')))
    catalog.set(name('OCProperties'), context.obj({ OCGs: [], D: { Order: [], OFF: [] } }))
  const properties = catalog.lookup(name('OCProperties'), PDFDict)
  const config = properties.lookup(name('D'), PDFDict)
  return {
    all: properties.lookup(name('OCGs'), PDFArray),
    hidden: config.lookup(name('OFF'), PDFArray),
    order: config.lookup(name('Order'), PDFArray),
  }
}
