// Without a browser pdf.js runs its worker in place, and finds it by this import.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { FaultCode } from '../../contract/document-faults.ts'
import { headText } from '../text/head.ts'

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

type Item = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number]
type Sides = { left: number; right: number; top: number; bottom: number }
/** Points from each edge of the paper within which no word may stand; heads and feet of pages stand nearer to it. */
export type Edges = { text: Sides; artifacts: Sides }
/** `content`: the piece that it befell, by its name; null where it is no one piece’s. */
export type PageFault = { code: FaultCode; page: number; content: string | null }

/** Where a cell stands in its table, in columns from 0, both included. */
export type Cell = { table: number; first: number; last: number }

/**
 * @param edges null for a document that also holds pages of others.
 * @param cells by the names of their pieces of marked content.
 * @returns what is wrong on each page, and the words of each piece of marked content by its name.
 */
export function readPages(
  bytes: Uint8Array,
  edges: Edges | null = null,
  cells: ReadonlyMap<string, Cell> = new Map(),
): Promise<{ faults: PageFault[]; words: ReadonlyMap<string, string> }> {
  return withDocument(bytes, async (document) => {
    const faults: PageFault[] = []
    const words = new Map<string, string>()
    const inCells: PlacedRun[] = []
    for (let index = 1; index <= document.numPages; index += 1) {
      const page = await document.getPage(index)
      // Each of them costs as much as the making of the page: asked for once.
      const ids = contentIds(await page.getStructTree())
      const { items } = await page.getTextContent({ includeMarkedContent: true })
      const [, , width = 0, height = 0]: number[] = page.view
      const runs = ownedItems(items).flatMap(({ item, owner }) =>
        runOf(item).map((run) => ({ ...run, owner })),
      )
      for (const run of runs) {
        const cell = run.owner === null ? undefined : cells.get(run.owner)
        if (cell !== undefined) inCells.push({ ...run, cell, page: index })
      }
      const drawn = drawnFaults(
        runs,
        edges === null
          ? null
          : {
              text: inside(edges.text, { width, height }),
              artifacts: inside(edges.artifacts, { width, height }),
            },
      )
      for (const code of await pageFaults(page, ids, items)) faults.push({ code, page: index, content: null })
      for (const fault of drawn) faults.push({ ...fault, page: index })
      if (edges !== null && isMiscounted(items, index, document.numPages))
        faults.push({ code: 'page-miscounted', page: index, content: null })
      for (const [id, text] of markedWords(items)) words.set(id, text)
      page.cleanup()
    }
    faults.push(...outsideCells(inCells))
    return { faults, words }
  })
}

/** "Page 2 sur 5" in the foot of another page, or of a document of four. */
const counted = new RegExp(`${headText.page}\\s*(\\d+)\\s*${headText.pageOf}\\s*(\\d+)`, 'gu')
function isMiscounted(items: readonly Item[], page: number, pages: number): boolean {
  const feet = ownedItems(items).flatMap(({ item, owner }) => (owner === null ? [item.str] : []))
  const said = [...feet.join('').matchAll(counted)]
  // A line of the body's own may say so too.
  return said.length > 0 && said.every(([, at, of]) => Number(at) !== page || Number(of) !== pages)
}

const painting = new Set<number>([
  OPS.showText,
  OPS.showSpacedText,
  OPS.nextLineShowText,
  OPS.nextLineSetSpacingShowText,
  OPS.paintImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintSolidColorImageMask,
  OPS.shadingFill,
])

/** Whatever is painted belongs to the structure or is declared an artifact, and every glyph stands for a letter. */
async function pageFaults(
  page: PDFPageProxy,
  ids: readonly string[],
  items: readonly Item[],
): Promise<FaultCode[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const known = new Set(ids)
  const used = items.flatMap((item) => ('str' in item || !item.id ? [] : [item.id]))
  const scopes: boolean[] = []
  let loose = false
  let mute = false
  fnArray.forEach((operator: number, index: number) => {
    const args: unknown[] = argsArray[index] ?? []
    if (operator === OPS.beginMarkedContent) scopes.push(isArtifact(args[0]))
    else if (operator === OPS.beginMarkedContentProps)
      scopes.push(isArtifact(args[0]) || typeof args[1] === 'number')
    else if (operator === OPS.endMarkedContent) scopes.pop()
    else {
      const isPath = operator === OPS.constructPath && args[0] !== OPS.endPath
      if ((isPath || painting.has(operator)) && !scopes.includes(true)) loose = true
      if (operator === OPS.showText && isMute(args[0])) mute = true
    }
  })
  return [
    ...(loose ? (['painted-outside-structure'] as const) : []),
    ...(mute ? (['font-without-letters'] as const) : []),
    ...(used.some((id) => !known.has(id)) ? (['content-outside-structure'] as const) : []),
  ]
}

/** Part of its height by which a run may reach into another, and points that rounding may make. */
const TOUCHING = 0.5
const ROUNDING = 2
/** Signs without ink at the ends of a run. */
const blank = /^[\s\u200b\u00ad]+|[\s\u200b\u00ad]+$/gu

type Run = { left: number; right: number; low: number; high: number }
type OwnedRun = Run & { owner: string | null }
type PlacedRun = OwnedRun & { cell: Cell; page: number }

function inside({ left, right, top, bottom }: Sides, page: { width: number; height: number }): Run {
  return { left, right: page.width - right, low: bottom, high: page.height - top }
}

type DrawnFault = Omit<PageFault, 'page'>

/** Runs of words that lie on one another, or outside the room for words, whatever drew them there. */
function drawnFaults(drawn: readonly OwnedRun[], rooms: Record<keyof Edges, Run> | null): DrawnFault[] {
  const runs = drawn.toSorted((a, b) => a.low - b.low)
  const over = runs.filter((run, index) => {
    for (let next = index + 1; next < runs.length; next += 1) {
      const other = runs[next]
      // Sorted from below: those that begin higher than this one ends reach none of it.
      if (other === undefined || other.low > run.high) return false
      if (isOnOneAnother(run, other)) return true
    }
    return false
  })
  const out = runs.filter(({ left, right, low, high, owner }) => {
    const room = owner === null ? rooms?.artifacts : rooms?.text
    if (room === undefined) return false
    return left < room.left || right > room.right || low < room.low || high > room.high
  })
  return [
    ...over.map(({ owner }) => ({ code: 'overprinted' as const, content: owner })),
    ...out.map(({ owner }) => ({ code: 'outside-margins' as const, content: owner })),
  ]
}

/** Upright words alone: what is turned (a watermark) is meant to cross. */
function runOf({ str, transform, width, height }: Drawn): Run[] {
  const [a = 0, b = 0, , , x = 0, y = 0]: number[] = transform
  const ink = str.replace(blank, '')
  if (ink === '' || b !== 0 || a <= 0 || width <= 0 || height <= 0) return []
  const sign = width / [...str].length
  const left = x + [...str.slice(0, str.indexOf(ink))].length * sign
  return [{ left, right: left + [...ink].length * sign, low: y, high: y + height }]
}

function isOnOneAnother(a: Run, b: Run): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const along = Math.min(a.high, b.high) - Math.max(a.low, b.low)
  return across > ROUNDING && along > TOUCHING * Math.min(a.high - a.low, b.high - b.low)
}

/**
 * Words of a cell that go beyond their column, were it into an empty neighbour. The structure of a PDF tells no widths: what
 * the columns hold from their first row to their last tells where each begins, at the latest.
 */
function outsideCells(runs: readonly PlacedRun[]): PageFault[] {
  const starts = new Map<number, Map<number, number>>()
  for (const { cell, left } of runs) {
    const own = starts.get(cell.table) ?? new Map<number, number>()
    starts.set(cell.table, own.set(cell.first, Math.min(own.get(cell.first) ?? left, left)))
  }
  return runs
    .filter(({ cell, right }) =>
      [...(starts.get(cell.table) ?? [])].some(
        ([column, start]) => column > cell.last && right > start + ROUNDING,
      ),
    )
    .map(({ page, owner }) => ({ code: 'outside-cell', page, content: owner }))
}

/** Whether a glyph stands for no letter, as the empty box of a font does: it could be neither read nor copied. */
function isMute(glyphs: unknown): boolean {
  const letterOf = (glyph: unknown) =>
    typeof glyph === 'object' && glyph !== null && 'unicode' in glyph ? glyph.unicode : null
  // pdf.js reads U+FFFF, by which our fonts say "no letter", as U+0000.
  const none: readonly unknown[] = ['', '\0', '\uffff']
  return Array.isArray(glyphs) && glyphs.some((glyph: unknown) => none.includes(letterOf(glyph)))
}

/** pdf.js gives the tag of marked content as a word or as a name object. */
function isArtifact(tag: unknown): boolean {
  if (typeof tag === 'object' && tag !== null && 'name' in tag) return tag.name === 'Artifact'
  return tag === 'Artifact'
}

type Node = { role?: string; type?: string; id?: string; children?: Node[] }

function contentIds(node: Node | null): string[] {
  if (node === null) return []
  if (node.type === 'content' && node.id !== undefined) return [node.id]
  return (node.children ?? []).flatMap(contentIds)
}

/** The words of each piece of marked content; heads and feet of pages are artifacts, hence absent. */
function markedWords(items: readonly Item[]): Map<string, string> {
  const words = new Map<string, string>()
  for (const { item, owner } of ownedItems(items))
    if (owner !== null) words.set(owner, `${words.get(owner) ?? ''}${item.str}${item.hasEOL ? '\n' : ''}`)
  return words
}

type Drawn = Extract<Item, { str: string }>

/** What is drawn, each with the name of its piece of the structure; null for an artifact. */
function ownedItems(items: readonly Item[]): { item: Drawn; owner: string | null }[] {
  const drawn: { item: Drawn; owner: string | null }[] = []
  // Marked content nests: a no-break space has a mark of its own inside that of its paragraph.
  const open: (string | null)[] = []
  for (const item of items) {
    if ('str' in item) drawn.push({ item, owner: open.findLast((id) => id !== null) ?? null })
    else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id ?? null)
  }
  return drawn
}
