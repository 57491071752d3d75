// Pages: what is painted on the pages of a PDF, and its words in the order of its structure, read by pdf.js.
// Without a browser pdf.js runs its worker in place, and finds it by this import.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

async function withDocument<T>(
  bytes: Uint8Array,
  use: (document: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  try {
    return await use(await task.promise)
  } finally {
    await task.destroy()
  }
}

export type PageFault = { fault: string; page: number }

/** What is wrong on each page, and the words of each page in the order of the structure. */
export function readPages(bytes: Uint8Array): Promise<{ faults: PageFault[]; texts: string[] }> {
  return withDocument(bytes, async (document) => {
    const faults: PageFault[] = []
    const texts: string[] = []
    for (let index = 1; index <= document.numPages; index += 1) {
      const page = await document.getPage(index)
      for (const fault of await pageFaults(page)) faults.push({ fault, page: index })
      texts.push((await structuredParts(page)).join('\n'))
      page.cleanup()
    }
    return { faults, texts }
  })
}

const painting = new Set<number>([
  OPS.showText,
  OPS.showSpacedText,
  OPS.nextLineShowText,
  OPS.nextLineSetSpacingShowText,
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintSolidColorImageMask,
  OPS.shadingFill,
])

/** Whatever is painted belongs to the structure or is declared an artifact. */
async function pageFaults(page: PDFPageProxy): Promise<string[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const known = new Set(contentIds(await page.getStructTree()))
  const used = await usedIds(page)
  const scopes: boolean[] = []
  let loose = false
  fnArray.forEach((operator: number, index: number) => {
    const args: unknown[] = argsArray[index] ?? []
    if (operator === OPS.beginMarkedContent) scopes.push(isArtifact(args[0]))
    else if (operator === OPS.beginMarkedContentProps)
      scopes.push(isArtifact(args[0]) || typeof args[1] === 'number')
    else if (operator === OPS.endMarkedContent) scopes.pop()
    else {
      const isPath = operator === OPS.constructPath && args[0] !== OPS.endPath
      if ((isPath || painting.has(operator)) && !scopes.includes(true)) loose = true
    }
  })
  return [
    ...(loose ? ['something is painted outside the structure'] : []),
    ...(used.some((id) => !known.has(id)) ? ['marked content is missing from the structure'] : []),
  ]
}

/** pdf.js gives the tag of marked content as a word or as a name object. */
function isArtifact(tag: unknown): boolean {
  if (typeof tag === 'object' && tag !== null && 'name' in tag) return tag.name === 'Artifact'
  return tag === 'Artifact'
}

async function usedIds(page: PDFPageProxy): Promise<string[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  return items.flatMap((item) => ('str' in item || !item.id ? [] : [item.id]))
}

type Node = { role?: string; type?: string; id?: string; children?: Node[] }

function contentIds(node: Node | null): string[] {
  if (node === null) return []
  if (node.type === 'content' && node.id !== undefined) return [node.id]
  return (node.children ?? []).flatMap(contentIds)
}

/** The words of each piece of the structure in reading order; heads and feet of pages are artifacts, hence absent. */
async function structuredParts(page: PDFPageProxy): Promise<string[]> {
  const words = new Map<string, string>()
  // Marked content nests: a no-break space has a mark of its own inside that of its paragraph.
  const open: (string | null)[] = []
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  for (const item of items) {
    if ('str' in item) {
      const owner = open.findLast((id) => id !== null) ?? null
      if (owner !== null) words.set(owner, `${words.get(owner) ?? ''}${item.str}${item.hasEOL ? '\n' : ''}`)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id ?? null)
  }
  return contentIds(await page.getStructTree()).map((id) => words.get(id) ?? '')
}
