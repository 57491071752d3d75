// Makes the pages of a received PDF harmless and self-contained before they are copied: links stay, whatever runs,
// opens another file or carries one goes, and every link leads to a page of the same annex.
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { asDict, dictAt, followed, listAt, name, nameAt, textOf, treePairs } from './pdf-objects.ts'

/** Annotations that run something, hold a file or belong to a form. */
const refusedAnnotations = new Set('FileAttachment RichMedia Movie Sound Screen 3D Widget TrapNet'.split(' '))
const pageKeys = 'AA AF B Dur Thumb Trans PieceInfo PresSteps Metadata'.split(' ')
const annotationKeys = 'AA PA AF'.split(' ')

export type SourcePage = { ref: PDFRef; page: PDFDict }

/**
 * Changes the pages given; returns the annotations that stay, which nothing else may bring back.
 * @param pages every page of the document, in order.
 */
export function cleanPages(
  document: PDFDocument,
  pages: readonly SourcePage[],
  targets: Targets,
): Set<PDFObject> {
  const kept = new Set<PDFObject>()
  for (const { page } of pages) {
    for (const key of pageKeys) page.delete(name(key))
    const staying = listAt(page, 'Annots').filter((entry) => {
      const annotation = asDict(followed(page, entry))
      if (annotation === undefined || refusedAnnotations.has(nameAt(annotation, 'Subtype'))) return false
      cleanAnnotation(annotation, targets)
      kept.add(entry).add(annotation)
      return true
    })
    if (staying.length === 0) page.delete(name('Annots'))
    else page.set(name('Annots'), document.context.obj(staying))
  }
  return kept
}

function cleanAnnotation(annotation: PDFDict, targets: Targets): void {
  for (const key of annotationKeys) annotation.delete(name(key))
  const action = dictAt(annotation, 'A')
  const place = annotation.lookup(name('Dest')) ?? (action === undefined ? undefined : goTo(action))
  annotation.delete(name('A'))
  annotation.delete(name('Dest'))
  const target = place === undefined ? undefined : targets.find(place)
  if (target !== undefined) annotation.set(name('Dest'), target)
  else if (action !== undefined) {
    const address = nameAt(action, 'S') === 'URI' ? textOf(action.lookup(name('URI'))) : ''
    // Made anew: nothing that was chained to it comes along.
    if (/^(?:https?|mailto|tel):/i.test(address))
      annotation.set(name('A'), annotation.context.obj({ S: 'URI', URI: PDFString.of(escaped(address)) }))
  }
}

/** Where a link inside its own file leads. */
export function goTo(action: PDFDict): PDFObject | undefined {
  return nameAt(action, 'S') === 'GoTo' ? action.lookup(name('D')) : undefined
}

/** Addresses are ASCII (ISO 32000-1, 12.6.4.7); brackets and backslashes would end the string. */
function escaped(address: string): string {
  return encodeURI(decodable(address)).replace(/[()\\]/g, (sign) => `\\${sign}`)
}

function decodable(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

/** Places inside one document: explicit ones, and those it gives a name to. */
export class Targets {
  readonly #document: PDFDocument
  readonly #pages: ReadonlySet<PDFObject>
  #named: Map<string, PDFObject> | undefined

  constructor(document: PDFDocument, pages: readonly SourcePage[]) {
    this.#document = document
    this.#pages = new Set(pages.map(({ ref }) => ref))
  }

  /** The explicit place on a page of the document; undefined when there is none. */
  find(place: PDFObject): PDFArray | undefined {
    const found = place instanceof PDFArray ? place : this.#byName(keyOf(place))
    const array = found instanceof PDFDict ? found.lookup(name('D')) : found
    if (!(array instanceof PDFArray)) return undefined
    const page = array.asArray()[0]
    return page !== undefined && this.#pages.has(page) ? array : undefined
  }

  #byName(key: string): PDFObject | undefined {
    this.#named ??= this.#readNames()
    return this.#named.get(key)
  }

  #readNames(): Map<string, PDFObject> {
    const { catalog, context } = this.#document
    const named = new Map<string, PDFObject>()
    const add = (key: PDFObject, value: PDFObject) => {
      const place = value instanceof PDFRef ? context.lookup(value) : value
      if (place !== undefined) named.set(keyOf(key), place)
    }
    for (const [key, value] of dictAt(catalog, 'Dests')?.entries() ?? []) add(key, value)
    const names = dictAt(catalog, 'Names')
    if (names !== undefined)
      for (const [key, value] of treePairs(dictAt(names, 'Dests'), 'Names')) add(key, value)
    return named
  }
}

function keyOf(key: PDFObject): string {
  return key instanceof PDFName ? key.decodeText() : textOf(key)
}
