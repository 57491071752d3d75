// Joins the tags of an annex to those of the book under keys of their own; pages that came without tags are held by one
// plain element each, because a reader of a tagged document passes over whatever no tag holds.
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFNull,
  PDFNumber,
  type PDFObject,
  type PDFObjectCopier,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'
import type { SourcePage } from './clean-pages.ts'
import { asDict, dictAt, followed, listAt, name, nameAt, numberAt, treePairs } from './pdf-objects.ts'

/** Owners of the pages and annotations of the book, by key; ours first. */
export class ParentTree {
  readonly #entries = new Map<number, PDFObject>()
  #next = 0

  constructor(root: PDFDict) {
    for (const [key, value] of treePairs(dictAt(root, 'ParentTree'), 'Nums')) {
      if (!(key instanceof PDFNumber)) continue
      this.#entries.set(key.asNumber(), value)
      this.#next = Math.max(this.#next, key.asNumber() + 1)
    }
  }

  /** A key that nothing of the book has yet. */
  newKey(): number {
    this.#next += 1
    return this.#next - 1
  }

  set(key: number, value: PDFObject): void {
    this.#entries.set(key, value)
  }

  write(root: PDFDict): void {
    const { context } = root
    const sorted = [...this.#entries].toSorted(([a], [b]) => a - b)
    const numbers = sorted.flatMap(([key, value]) => [PDFNumber.of(key), value])
    root.set(name('ParentTree'), context.register(context.obj({ Nums: numbers })))
    root.set(name('ParentTreeNextKey'), PDFNumber.of(this.#next))
  }
}

/** The element that holds the structure of an annex. */
export type Part = { ref: PDFRef; element: PDFDict; kids: PDFArray }

/** @param parent of the part; the caller puts the part among its kids. */
export function newPart({ context }: PDFDocument, parent: PDFRef, title: string): Part {
  const kids = PDFArray.withContext(context)
  const element = context.obj({
    Type: 'StructElem',
    S: 'Part',
    P: parent,
    T: PDFHexString.fromText(title),
    K: kids,
  })
  return { ref: context.register(element), element, kids }
}

/** Takes away every tie of the pages to a structure. */
export function untie(source: PDFDocument, pages: readonly SourcePage[]): void {
  for (const owner of tied(source, pages)) {
    owner.delete(name('StructParents'))
    owner.delete(name('StructParent'))
  }
}

/** Whatever may say where it stands in a structure: pages, annotations, forms and pictures drawn on pages. */
function tied(source: PDFDocument, pages: readonly SourcePage[]): Set<PDFDict> {
  const owners = new Set<PDFDict>(pages.map(({ page }) => page))
  for (const [, object] of source.context.enumerateIndirectObjects()) {
    const dict = asDict(object)
    if (dict?.has(name('StructParents')) === true || dict?.has(name('StructParent')) === true)
      owners.add(dict)
  }
  for (const { page } of pages)
    for (const entry of listAt(page, 'Annots')) {
      const annotation = asDict(followed(page, entry))
      if (annotation !== undefined) owners.add(annotation)
    }
  return owners
}

/**
 * Before the pages are copied: readies the annex's own tree and gives whatever belongs to it a key of the book.
 * @param kept annotations that stay on the pages: the structure may bring back no other.
 * @returns what puts the tree under its part, once the pages are copied.
 */
export function prepareTree(
  source: PDFDocument,
  pages: readonly SourcePage[],
  kept: ReadonlySet<PDFObject>,
  parents: ParentTree,
): (copier: PDFObjectCopier, part: Part) => void {
  const root = source.catalog.lookup(name('StructTreeRoot'), PDFDict)
  const { tops, elements } = readyElements(root, new Set(pages.map(({ ref }) => ref)), kept)
  const keys = new Map<number, number>()
  const values: { key: number; value: PDFObject }[] = []
  for (const [old, entry] of treePairs(dictAt(root, 'ParentTree'), 'Nums')) {
    const value = ownersIn(root, entry, elements)
    if (!(old instanceof PDFNumber) || value === null) continue
    const key = parents.newKey()
    keys.set(old.asNumber(), key)
    values.push({ key, value })
  }
  for (const owner of tied(source, pages))
    for (const entry of ['StructParents', 'StructParent']) {
      const key = keys.get(numberAt(owner, entry) ?? -1)
      if (key === undefined) owner.delete(name(entry))
      else owner.set(name(entry), PDFNumber.of(key))
    }
  return (copier, part) => {
    for (const top of tops) {
      const copied = copier.copy(top)
      const element = copied instanceof PDFRef ? part.element.context.lookup(copied, PDFDict) : copied
      if (element instanceof PDFDict) element.set(name('P'), part.ref)
      part.kids.push(copied)
    }
    for (const { key, value } of values) parents.set(key, copier.copy(value))
  }
}

/** The value of an entry without the elements that are not in the tree; null when nothing of it is. */
function ownersIn(root: PDFDict, entry: PDFObject, elements: ReadonlySet<PDFDict>): PDFObject | null {
  const isKnown = (object: PDFObject) => {
    const element = followed(root, object)
    return element instanceof PDFDict && elements.has(element)
  }
  const value = followed(root, entry)
  if (!(value instanceof PDFArray)) return isKnown(entry) ? entry : null
  const owners = value.asArray().map((owner) => (isKnown(owner) ? owner : PDFNull))
  return owners.every((owner) => owner === PDFNull) ? null : root.context.obj(owners)
}

/**
 * Makes every element understandable outside its document: standard types in place of those it had names for, no class and
 * no namespace of its own, nothing that leads out of the pages.
 */
function readyElements(root: PDFDict, pages: ReadonlySet<PDFObject>, kept: ReadonlySet<PDFObject>) {
  const elements = new Set<PDFDict>()
  const standard = standardTypes(dictAt(root, 'RoleMap'))
  const isElement = (owner: PDFDict, entry: PDFObject) =>
    asDict(followed(owner, entry))?.has(name('S')) === true
  const tops = listAt(root, 'K').filter((entry) => isElement(root, entry))
  const open: { owner: PDFDict; entry: PDFObject; parent: PDFObject | null }[] = tops.map((entry) => ({
    owner: root,
    entry,
    parent: null,
  }))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { entry, parent } = next
    const element = asDict(followed(next.owner, entry))
    if (element === undefined || elements.has(element)) continue
    elements.add(element)
    element.set(name('S'), name(standard(nameAt(element, 'S'))))
    for (const key of ['NS', 'C', 'AF', 'ID', 'P']) element.delete(name(key))
    if (parent instanceof PDFRef) element.set(name('P'), parent)
    const page = element.get(name('Pg'))
    if (page !== undefined && !pages.has(page)) element.delete(name('Pg'))
    const kids = listAt(element, 'K').filter((kid) => belongs(element, kid, pages, kept))
    element.set(name('K'), root.context.obj(kids))
    for (const kid of kids)
      if (isElement(element, kid)) open.push({ owner: element, entry: kid, parent: entry })
  }
  return { tops, elements }
}

/** Whether a kid is an element, content of a page of the annex, or something that stays on one. */
function belongs(
  element: PDFDict,
  kid: PDFObject,
  pages: ReadonlySet<PDFObject>,
  kept: ReadonlySet<PDFObject>,
): boolean {
  const value = followed(element, kid)
  if (value instanceof PDFNumber) return true
  if (!(value instanceof PDFDict)) return false
  if (value.has(name('S'))) return true
  const page = value.get(name('Pg'))
  if (page !== undefined && !pages.has(page)) return false
  if (nameAt(value, 'Type') === 'MCR') return true
  const object = value.get(name('Obj'))
  return object !== undefined && (kept.has(object) || followed(value, object) instanceof PDFStream)
}

/** The standard types behind the names that a document gave to its own. */
function standardTypes(roles: PDFDict | undefined): (type: string) => string {
  return (type) => {
    let found = type
    // As many steps as there are names: a circle ends.
    for (let steps = roles?.keys().length ?? 0; steps > 0; steps -= 1) {
      const next = roles === undefined ? '' : nameAt(roles, found)
      if (next === '' || next === found) break
      found = next
    }
    return found
  }
}

/** Holds pages that came without tags: one element for each, around all that is drawn on it. */
export function holdPages(
  book: PDFDocument,
  pages: readonly PDFRef[],
  part: Part,
  parents: ParentTree,
): void {
  const { context } = book
  const before = context.register(context.stream('/P <</MCID 0>> BDC\n'))
  const after = context.register(context.stream('\nEMC\n'))
  for (const ref of pages) {
    const page = context.lookup(ref, PDFDict)
    const contents = listAt(page, 'Contents')
    if (contents.length === 0) continue
    const element = context.register(
      context.obj({ Type: 'StructElem', S: 'P', P: part.ref, Pg: ref, K: PDFNumber.of(0) }),
    )
    part.kids.push(element)
    const key = parents.newKey()
    parents.set(key, context.register(context.obj([element])))
    page.set(name('StructParents'), PDFNumber.of(key))
    page.set(name('Contents'), context.obj([before, ...contents, after]))
  }
}
