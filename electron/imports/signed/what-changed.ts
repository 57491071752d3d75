// What was appended to sealed bytes besides signatures. A program that signs adds a field, its picture and its catalogue;
// whatever else a page would show differently is no signature.
import { createHash } from 'node:crypto'
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPageLeaf,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'

/** Entries of the catalogue that signing may write anew (ISO 32000-2, 12.8; PAdES: document security store). */
const signingEntries = new Set([
  'AcroForm',
  'DSS',
  'Perms',
  'Extensions',
  'Version',
  'Metadata',
  'Pages',
  'StructTreeRoot',
  'MarkInfo',
])
/** Entries of a page that signing may write anew. */
const pageEntries = new Set(['Annots', 'Tabs', 'Parent', 'StructParents'])

/** Attributes that a page may have from what stands above it. */
const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate'].map((name) => PDFName.of(name))

/** A picture of a signature is smaller than that part of its page. */
const LARGEST_FIELD = 0.25

/**
 * - `nothing`: the pages show what was sealed, and the fields of signatures;
 * - `pages`: something else is shown, or may be;
 * - `unknown`: what was appended is written in a way that readers may take differently.
 */
export type Appended = 'nothing' | 'pages' | 'unknown'

/** @param appended the bytes after the sealed ones, up to where `signed` was read */
export function whatChanged(sealed: PDFDocument, signed: PDFDocument, appended: Uint8Array): Appended {
  const before = sealed.getPages()
  const after = signed.getPages()
  if (before.length !== after.length) return 'pages'
  const pages = new Set(before.map(({ ref }) => ref.toString()))
  const seal = new Shown(sealed)
  const sign = new Shown(signed)
  let isUnknown = false
  for (const [index, page] of before.entries()) {
    const other = after[index]
    if (other === undefined || other.ref.toString() !== page.ref.toString()) return 'pages'
    const same = seal.of(page.node, pageEntries) === sign.of(other.node, pageEntries)
    if (
      !same ||
      inherited.some((name) => seal.inheritedBy(page.node, name) !== sign.inheritedBy(other.node, name))
    )
      return 'pages'
    const fields = newFields(seal, sign, page.node, other.node)
    if (fields === null) return 'pages'
    const { width, height } = page.getSize()
    if (fields.some((field) => areaOf(field) > LARGEST_FIELD * width * height)) isUnknown = true
  }
  if (seal.of(sealed.catalog, signingEntries) !== sign.of(signed.catalog, signingEntries)) return 'pages'
  const text = Buffer.from(appended).toString('latin1')
  if (text.split('%%EOF').some(definesTwice)) return 'pages'
  const defined = definedIn(text)
  // Another reader may follow another table: nothing that a page is drawn from may be there a second time.
  if ([...seal.drawnFrom].some((ref) => defined.has(ref) && !pages.has(ref))) return 'pages'
  return isUnknown || isPacked(text) ? 'unknown' : 'nothing'
}

/** Whether what one signature covers anew defines an object twice: one reader may take the first, another the second. */
export const isAmbiguous = (revision: Uint8Array): boolean =>
  definesTwice(Buffer.from(revision).toString('latin1'))

const definesTwice = (text: string): boolean => [...definedIn(text).values()].some((times) => times > 1)

/** How often each object is defined, whatever stands between its numbers. Source: ISO 32000-2, 7.2.3 and 7.3.10. */
function definedIn(text: string): Map<string, number> {
  const all = new Map<string, number>()
  for (const [, number, generation] of text.matchAll(
    /(?<!\d)0*(\d{1,9})(?:[\0\s]|%[^\r\n]*[\r\n])+0*(\d{1,5})(?:[\0\s]|%[^\r\n]*[\r\n])+obj(?![a-z])/gu,
  )) {
    const ref = `${number} ${generation} R`
    all.set(ref, (all.get(ref) ?? 0) + 1)
  }
  return all
}

/** Objects within a stream, or names spelt by their codes, which may be such a stream. */
function isPacked(text: string): boolean {
  return /\/ObjStm\b|\/\w*#[0-9A-Fa-f]{2}|\/Type\s+\d+\s+\d+\s+R/u.test(text)
}

/** The annotations that came, all fields of signatures; null when another came, or one that was there stands otherwise. */
function newFields(seal: Shown, sign: Shown, before: PDFDict, after: PDFDict): PDFDict[] | null {
  const known = seal.annotations(before)
  const now = sign.annotations(after)
  const fields: PDFDict[] = []
  for (const [ref, shown] of known) if (now.get(ref)?.hash !== shown.hash) return null
  for (const [ref, { dictionary }] of now) {
    if (known.has(ref)) continue
    const isWidget = dictionary.lookup(PDFName.of('Subtype')) === PDFName.of('Widget')
    if (!isWidget || !isSignatureField(dictionary)) return null
    fields.push(dictionary)
  }
  return fields
}

function areaOf(field: PDFDict): number {
  const rectangle = field.lookup(PDFName.of('Rect'))
  if (!(rectangle instanceof PDFArray)) return 0
  const [left = 0, bottom = 0, right = 0, top = 0] = rectangle
    .asArray()
    .map((side) => (side instanceof PDFNumber ? side.asNumber() : 0))
  return Math.abs((right - left) * (top - bottom))
}

/** A field may say what it is in the one above it. */
export function isSignatureField(dictionary: PDFDict): boolean {
  const parent = dictionary.lookup(PDFName.of('Parent'))
  const type =
    dictionary.lookup(PDFName.of('FT')) ??
    (parent instanceof PDFDict ? parent.lookup(PDFName.of('FT')) : undefined)
  return type === PDFName.of('Sig')
}

/** Everything that something is drawn from, as one hash: the same for the same, wherever its objects stand. */
class Shown {
  readonly #document: PDFDocument
  readonly #known = new Map<string, string>()
  /** The objects met. */
  readonly drawnFrom = new Set<string>()

  constructor(document: PDFDocument) {
    this.#document = document
    // What leads to a page leads to that page; the pages themselves are compared one by one.
    for (const { ref } of document.getPages()) this.#known.set(ref.toString(), ref.toString())
  }

  of(dictionary: PDFDict, except: ReadonlySet<string>): string {
    const parts = dictionary
      .entries()
      .filter(([key]) => !except.has(key.decodeText()))
      .map(([key, value]) => `${key.toString()} ${this.#hash(value)}`)
    return parts.sort().join('\n')
  }

  inheritedBy(page: PDFPageLeaf, name: PDFName): string {
    const value = page.getInheritableAttribute(name)
    return value === undefined ? '' : this.#hash(value)
  }

  /** The annotations of a page by their place, each with what it shows. */
  annotations(page: PDFDict): Map<string, { dictionary: PDFDict; hash: string }> {
    const list = page.lookup(PDFName.of('Annots'))
    const all = new Map<string, { dictionary: PDFDict; hash: string }>()
    for (const one of list instanceof PDFArray ? list.asArray() : []) {
      const dictionary = this.#document.context.lookup(one)
      if (one instanceof PDFRef) this.drawnFrom.add(one.toString())
      if (dictionary instanceof PDFDict)
        all.set(one instanceof PDFRef ? one.toString() : this.#hash(one), {
          dictionary,
          hash: this.of(dictionary, new Set(['P', 'Parent'])),
        })
    }
    return all
  }

  #hash(object: PDFObject): string {
    if (object instanceof PDFRef) return this.#hashOfRef(object)
    if (object instanceof PDFStream) return digest(`${this.#dictionary(object.dict)}\n`, object.getContents())
    if (object instanceof PDFDict) return digest(this.#dictionary(object))
    if (object instanceof PDFArray)
      return digest(
        object
          .asArray()
          .map((one) => this.#hash(one))
          .join(' '),
      )
    return digest(object.toString())
  }

  #hashOfRef(ref: PDFRef): string {
    const name = ref.toString()
    this.drawnFrom.add(name)
    const known = this.#known.get(name)
    if (known !== undefined) return known
    // Of a circle of objects each is known by its place.
    this.#known.set(name, name)
    const target = this.#document.context.lookup(ref)
    const hash = target === undefined ? 'none' : this.#hash(target)
    this.#known.set(name, hash)
    return hash
  }

  #dictionary(dictionary: PDFDict): string {
    return dictionary
      .entries()
      .filter(([key]) => key.decodeText() !== 'Parent')
      .map(([key, value]) => `${key.toString()} ${this.#hash(value)}`)
      .sort()
      .join('\n')
  }
}

function digest(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
