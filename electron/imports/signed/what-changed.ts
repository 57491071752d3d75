// What was appended to sealed bytes besides signatures. A program that signs adds a field, its picture and its catalogue;
// whatever else a page would show differently is no signature.
import { createHash } from 'node:crypto'
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
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

/**
 * - `nothing`: the pages show what was sealed, and the fields of signatures;
 * - `pages`: something else is shown, or may be;
 * - `unknown`: what was appended is packed in a way that is not looked into.
 */
export type Appended = 'nothing' | 'pages' | 'unknown'

/** @param appended the bytes after the sealed ones */
export function whatChanged(sealed: PDFDocument, signed: PDFDocument, appended: Uint8Array): Appended {
  const text = Buffer.from(appended).toString('latin1')
  const defined = definedIn(text)
  if (defined === null) return 'pages'
  const before = sealed.getPages()
  const after = signed.getPages()
  if (before.length !== after.length) return 'pages'
  const pageRefs = new Set(before.map(({ ref }) => ref.toString()))
  const seal = new Shown(sealed)
  const sign = new Shown(signed)
  for (const [index, page] of before.entries()) {
    const other = after[index]
    if (other === undefined || other.ref.toString() !== page.ref.toString()) return 'pages'
    if (seal.of(page.node, pageEntries) !== sign.of(other.node, pageEntries)) return 'pages'
    if (!onlySignatureFields(signed, page.node, other.node)) return 'pages'
  }
  if (seal.of(sealed.catalog, signingEntries) !== sign.of(signed.catalog, signingEntries)) return 'pages'
  // Another reader may follow another table: nothing that a page is drawn from may be there a second time.
  if ([...seal.drawnFrom].some((ref) => defined.has(ref) && !pageRefs.has(ref))) return 'pages'
  return /\/ObjStm\b/u.test(text) ? 'unknown' : 'nothing'
}

/** The objects that the revisions define; null when one of them defines the same one twice, so that readers may differ. */
function definedIn(text: string): Set<string> | null {
  const all = new Set<string>()
  for (const revision of text.split('%%EOF')) {
    const own = new Set<string>()
    for (const [, number, generation] of revision.matchAll(/(?<!\d)(\d{1,9}) (\d{1,5}) obj\b/gu)) {
      const ref = `${number} ${generation} R`
      if (own.has(ref)) return null
      own.add(ref)
      all.add(ref)
    }
  }
  return all
}

/** New annotations are fields of signatures; those that were there stand as they did. */
function onlySignatureFields(signed: PDFDocument, before: PDFDict, after: PDFDict): boolean {
  const known = new Set(annotations(before).map(String))
  const now = annotations(after)
  return (
    [...known].every((ref) => now.some((one) => String(one) === ref)) &&
    now
      .filter((one) => !known.has(String(one)))
      .every((one) => {
        const dictionary = signed.context.lookup(one)
        return dictionary instanceof PDFDict && isSignatureField(dictionary)
      })
  )
}

function annotations(page: PDFDict): PDFObject[] {
  const list = page.lookup(PDFName.of('Annots'))
  return list instanceof PDFArray ? list.asArray() : []
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
