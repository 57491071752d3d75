// How deep and how long a rich text may be: beyond, no engine of our documents could be relied on to print it.

/** Lists, quotes and tables inside one another. Typst stops at eleven quotes, Word counts nine levels of lists. */
export const MOST_DEPTH = 8
/** Tables inside one another: each further one doubles what Typst has to measure, several times over. */
export const MOST_TABLES = 2
/** Signs of one text: some eighty pages. */
export const MOST_SIGNS = 200_000
/** Paragraphs, cells, breaks and runs of one text. */
const MOST_NODES = 10_000
/** The same, each counted twice as much for each list, quote or table around it: so much longer it takes to lay out. */
const MOST_WORK = 100_000
/** The highest number that a list begins with: Word keeps it in 31 bits. */
export const MOST_START = 999_999

export type BoundsFault = 'text-too-deep' | 'text-too-long'

/** How much may still be inside one another. */
export type Room = { readonly levels: number; readonly tables: number }
export const wholeRoom: Room = { levels: MOST_DEPTH, tables: MOST_TABLES }

const nests: ReadonlySet<unknown> = new Set(['blockquote', 'bulletList', 'orderedList', 'table'])

/** The room inside a node of this type; null when there is none for it. */
export function roomInside(room: Room, type: unknown): Room | null {
  if (!nests.has(type)) return room
  const inside = { levels: room.levels - 1, tables: room.tables - (type === 'table' ? 1 : 0) }
  return inside.levels < 0 || inside.tables < 0 ? null : inside
}

/** What is too much in a value that may be a rich text; null when nothing is. Looks no further than the bounds. */
export function boundsFault(value: unknown): BoundsFault | null {
  const waiting: { node: unknown; room: Room }[] = [{ node: value, room: wholeRoom }]
  let [nodes, work, signs] = [0, 0, 0]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, room } = next
    if (typeof node !== 'object' || node === null) continue
    nodes += 1
    work += 2 ** (MOST_DEPTH - room.levels)
    const { type, text, content, marks, attrs }: Loose = node
    if (typeof text === 'string') signs += text.length
    if (typeof attrs?.href === 'string') signs += attrs.href.length
    const inside = roomInside(room, type)
    if (inside === null) return 'text-too-deep'
    for (const children of [content, marks]) {
      if (!Array.isArray(children)) continue
      if (nodes + waiting.length + children.length > MOST_NODES) return 'text-too-long'
      for (const child of children) waiting.push({ node: child, room: inside })
    }
    if (signs > MOST_SIGNS || work > MOST_WORK) return 'text-too-long'
  }
  return null
}

type Loose = {
  type?: unknown
  text?: unknown
  content?: unknown
  marks?: unknown
  attrs?: { href?: unknown }
}
