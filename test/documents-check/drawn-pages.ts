import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { getDocument, OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A piece of content with its ancestors in the structure, outermost first: "Document", "Table", "THead", "TR", "TH"… */
export type Leaf = { roles: string[]; words: string }
export type DrawnPage = {
  /** Everything drawn as text, the head and foot of the page included. */
  text: string
  /** Pieces in reading order; those without a word are pictures. */
  leaves: Leaf[]
  /** How far above the lower edge of the page each piece of words stands, in points. */
  heights: number[]
  /** Width and height of each picture of points, in points. */
  pictures: { width: number; height: number }[]
  /** "#rrggbb" of everything painted. */
  colours: ReadonlySet<string>
}

export async function drawnPages(bytes: Uint8Array): Promise<DrawnPage[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  try {
    const document = await task.promise
    const pages: DrawnPage[] = []
    for (let index = 1; index <= document.numPages; index += 1) {
      const page = await document.getPage(index)
      const { items } = await page.getTextContent({ includeMarkedContent: true })
      const { fnArray, argsArray } = await page.getOperatorList()
      pages.push({
        text: items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''),
        heights: items.flatMap((item) =>
          'str' in item && item.str.trim() !== '' ? [Number(item.transform[5])] : [],
        ),
        leaves: leavesOf(await page.getStructTree(), wordsByPiece(items)),
        ...painted(fnArray, argsArray),
      })
      page.cleanup()
    }
    return pages
  } finally {
    await task.destroy()
  }
}

/** Faults at the edges of pages. */
export function edgeFaults(pages: readonly DrawnPage[]): string[] {
  return pages.flatMap(({ leaves, text }, index) => {
    const seen = leaves.filter(({ words, roles }) => words.trim() !== '' || roles.includes('Figure'))
    const last = seen.at(-1)
    const isLastPage = index === pages.length - 1
    const ends = (what: string, found: boolean) =>
      found && !isLastPage ? [`page ${index + 1} ends with ${what}: ${last?.words}`] : []
    const labels = seen.flatMap(({ words }, rank) =>
      /^(Décision|Action) [DA]-[\d-]+\.$/.test(words.trim()) && seen[rank + 1] === undefined
        ? [`page ${index + 1} parts ${words} from its words`]
        : [],
    )
    return [
      // An item of an agenda is a row, whose words are a heading: a page may end with a row.
      ...ends(
        'a heading',
        last?.roles.includes('TD') === false && last.roles.some((role) => /^H\d$/.test(role)),
      ),
      ...ends('a head of table', last?.roles.includes('THead') ?? false),
      ...labels,
      ...(new RegExp(`Page ${index + 1} sur ${pages.length}\\b`).test(text) ? [] : ['no page number']),
    ]
  })
}

type Item = { str?: string; type?: string; id?: string }

function wordsByPiece(items: readonly Item[]): Map<string, string> {
  const words = new Map<string, string>()
  const open: (string | null)[] = []
  for (const item of items) {
    if (item.type === 'endMarkedContent') open.pop()
    else if (item.str === undefined) open.push(item.id ?? null)
    else {
      const owner = open.findLast((id) => id !== null)
      if (typeof owner === 'string') words.set(owner, `${words.get(owner) ?? ''}${item.str}`)
    }
  }
  return words
}

type Node = { role?: string; type?: string; id?: string; children?: Node[] }

function leavesOf(node: Node | null, words: ReadonlyMap<string, string>, roles: string[] = []): Leaf[] {
  if (node === null) return []
  if (node.type === 'content') return [{ roles, words: words.get(node.id ?? '') ?? '' }]
  const own = node.role === undefined ? roles : [...roles, node.role]
  return (node.children ?? []).flatMap((child) => leavesOf(child, words, own))
}

function painted(operators: readonly number[], args: readonly unknown[]) {
  let matrix = [1, 0, 0, 1, 0, 0]
  const kept: number[][] = []
  const pictures: { width: number; height: number }[] = []
  const colours = new Set<string>()
  operators.forEach((operator, index) => {
    const given: unknown = args[index]
    if (operator === OPS.save) kept.push(matrix)
    if (operator === OPS.restore) matrix = kept.pop() ?? matrix
    if (operator === OPS.transform && isNumbers(given)) matrix = Util.transform(matrix, given)
    if (operator === OPS.paintImageXObject) {
      const [a = 0, b = 0, c = 0, d = 0] = matrix
      pictures.push({ width: Math.hypot(a, b), height: Math.hypot(c, d) })
    }
    if (operator === OPS.setFillRGBColor || operator === OPS.setStrokeRGBColor)
      colours.add(Array.isArray(given) ? String(given[0]) : '')
  })
  return { pictures, colours }
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'number')
}
