import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'

export const name = (text: string) => PDFName.of(text)

/** Reads without changing a byte of what it reads. */
export function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, {
    updateMetadata: false,
    throwOnInvalidObject: false,
    parseSpeed: ParseSpeeds.Fastest,
  })
}

/** The dictionary under a key, or of a stream; undefined for anything else. */
export function dictAt(owner: PDFDict, key: string): PDFDict | undefined {
  return asDict(owner.lookup(name(key)))
}

export function asDict(object: PDFObject | undefined): PDFDict | undefined {
  if (object instanceof PDFStream) return object.dict
  return object instanceof PDFDict ? object : undefined
}

/** Items of an array under a key, references kept; a lone value counts as an array of one. */
export function listAt(owner: PDFDict, key: string): PDFObject[] {
  const value = owner.lookup(name(key))
  if (value === undefined) return []
  return value instanceof PDFArray ? value.asArray() : [owner.get(name(key)) ?? value]
}

export function followed(owner: PDFDict, object: PDFObject | undefined): PDFObject | undefined {
  return object instanceof PDFRef ? owner.context.lookup(object) : object
}

export function numberAt(owner: PDFDict, key: string): number | undefined {
  const value = owner.lookup(name(key))
  return value instanceof PDFNumber ? value.asNumber() : undefined
}

export function nameAt(owner: PDFDict, key: string): string {
  const value = owner.lookup(name(key))
  return value instanceof PDFName ? value.decodeText() : ''
}

/** Pairs of a name tree or a number tree, whatever its depth; nodes met twice are passed over. */
export function treePairs(root: PDFDict | undefined, leaves: 'Names' | 'Nums'): [PDFObject, PDFObject][] {
  const pairs: [PDFObject, PDFObject][] = []
  const met = new Set<PDFDict>()
  const open = root === undefined ? [] : [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (met.has(node)) continue
    met.add(node)
    const own = listAt(node, leaves)
    for (let index = 0; index + 1 < own.length; index += 2) {
      const [key, value] = [followed(node, own[index]), own[index + 1]]
      if (key !== undefined && value !== undefined) pairs.push([key, value])
    }
    for (const kid of listAt(node, 'Kids').toReversed()) {
      const dict = asDict(followed(node, kid))
      if (dict !== undefined) open.push(dict)
    }
  }
  return pairs
}

/** Every page with its reference, in order. @throws when the tree is broken: a page that cannot be found or is met twice. */
export function pagesOf(document: PDFDocument): { ref: PDFRef; page: PDFDict }[] {
  const { catalog, context } = document
  const pages: { ref: PDFRef; page: PDFDict }[] = []
  const met = new Set<PDFRef>()
  const open: PDFObject[] = [catalog.get(name('Pages')) ?? PDFRef.of(0)]
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    const node = ref instanceof PDFRef ? context.lookup(ref) : undefined
    if (!(ref instanceof PDFRef) || !(node instanceof PDFDict) || met.has(ref))
      throw new Error('broken page tree')
    met.add(ref)
    if (node.has(name('Kids'))) open.push(...listAt(node, 'Kids').toReversed())
    else pages.push({ ref, page: node })
  }
  return pages
}

/** A page's own value, or else the one above it in the page tree. */
export function inherited(page: PDFDict, key: string): PDFObject | undefined {
  const met = new Set<PDFDict>()
  for (
    let node: PDFDict | undefined = page;
    node !== undefined && !met.has(node);
    node = dictAt(node, 'Parent')
  ) {
    met.add(node)
    const value = node.get(name(key))
    if (followed(node, value) !== undefined) return value
  }
  return undefined
}

/** The words of a string; empty for anything else. */
export function textOf(value: PDFObject | undefined): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
}
