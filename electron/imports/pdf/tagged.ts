// A page whose maker said what is a heading, a list and a table (PDF 32000-1, 14.8.4) to blocks.

import type { SourceBlock } from '../../domain/agenda/source-block.ts'
import type { Page, Piece, StructureNode } from '../../domain/documents/drawn-pages.ts'
import { blocksOfLines } from '../readers/text-lines.ts'
import type { PagePart } from './layout.ts'
import { openTables } from './open-tables.ts'
import { columnEdges, joinLines, linesOfPieces, usualStepOf } from './text-lines.ts'

/** No text of their own: contents are made of headings, notes and figures stand aside. */
const LEFT_OUT = new Set([
  'TOC',
  'TOCI',
  'Index',
  'Note',
  'FENote',
  'Figure',
  'Formula',
  'Form',
  'Artifact',
  'BibEntry',
])
/** Roles inside a paragraph. */
const INLINE = new Set([
  'Span',
  'Link',
  'Quote',
  'Reference',
  'Code',
  'Annot',
  'Strong',
  'Em',
  'Sub',
  'Lbl',
  'Ruby',
  'RB',
  'Warichu',
  'NonStruct',
])
/** Letters that must stand in the structure for it to be believed: some programs tag only what they know. */
const MIN_SHARE = 0.85

type Block = Exclude<SourceBlock, { type: 'row' }>

/**
 * Null when the page has no structure, or one that leaves out a good part of its words.
 * @param smallest size of letters from which on a heading is believed to be one
 */
export function taggedParts(page: Page, pieces: readonly Piece[], smallest = 0): PagePart[] | null {
  if (page.structure === null) return null
  const byContent = contentOf(pieces)
  const known = new Set(leaves(page.structure))
  const letters = (list: readonly Piece[]) => list.reduce((sum, { text }) => sum + text.trim().length, 0)
  const held = letters(pieces.filter(({ contentId }) => contentId !== null && known.has(contentId)))
  if (held < letters(pieces) * MIN_SHARE) return null
  const reader = new TaggedReader(byContent, pieces, smallest)
  reader.read(page.structure)
  return reader.parts
}

/** Rows of words side by side that the structure calls paragraphs: what it tells of the page would run them together. */
export function hasUntaggedTable(page: Page, pieces: readonly Piece[]): boolean {
  if (page.structure === null) return false
  const told = new Set(inTables(page.structure))
  const lines = linesOfPieces(pieces.filter(({ contentId }) => contentId !== null && !told.has(contentId)))
  return openTables(lines, usualStepOf(lines), []).some(({ rows }) => rows.length >= MIN_ROWS)
}

/** Fewer may be an address beside a date. */
const MIN_ROWS = 3

function inTables(node: StructureNode): string[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.role === 'Table' || LEFT_OUT.has(child.role) || child.role === 'L'
      ? leaves(child)
      : inTables(child)
  })
}

const HEADING = /^H([1-6])?$|^Title$/

/** A page or two of headings alone is a cover. */
const MIN_LETTERS = 2000

/** LibreOffice tags all that follows a heading as one: what most of the words stand in are no headings. */
export function areHeadingsText(pages: readonly Page[], pieces: readonly (readonly Piece[])[]): boolean {
  let all = 0
  let inHeadings = 0
  pages.forEach(({ structure }, at) => {
    if (structure === null) return
    const byContent = contentOf(pieces[at] ?? [])
    const letters = (node: StructureNode) =>
      leaves(node).reduce(
        (sum, id) => sum + (byContent.get(id) ?? []).reduce((more, { text }) => more + text.trim().length, 0),
        0,
      )
    all += letters(structure)
    for (const heading of headingsIn(structure)) inHeadings += letters(heading)
  })
  return all >= MIN_LETTERS && inHeadings > all / 2
}

function headingsIn(node: StructureNode): StructureNode[] {
  if (HEADING.test(node.role)) return [node]
  return node.children.flatMap((child) => (typeof child === 'string' ? [] : headingsIn(child)))
}

function contentOf(pieces: readonly Piece[]): Map<string, Piece[]> {
  const byContent = new Map<string, Piece[]>()
  for (const piece of pieces) {
    if (piece.contentId === null) continue
    const own = byContent.get(piece.contentId)
    if (own === undefined) byContent.set(piece.contentId, [piece])
    else own.push(piece)
  }
  return byContent
}

class TaggedReader {
  readonly parts: PagePart[] = []
  private readonly byContent: ReadonlyMap<string, Piece[]>
  private readonly rightEdge: number
  private readonly smallest: number

  constructor(byContent: ReadonlyMap<string, Piece[]>, pieces: readonly Piece[], smallest: number) {
    this.byContent = byContent
    this.smallest = smallest
    this.rightEdge = pieces.reduce((most, { x, width }) => Math.max(most, x + width), 0)
  }

  read(node: StructureNode): void {
    if (LEFT_OUT.has(node.role)) return
    const heading = HEADING.exec(node.role)
    if (heading !== null && !this.isLarge(node)) this.paragraph(node)
    else if (heading !== null)
      this.push({ type: 'heading', level: Number(heading[1] ?? 1), text: this.heading(node) })
    else if (node.role === 'L') this.list(node, 0)
    else if (node.role === 'Table') this.table(node)
    else if (node.children.some((child) => typeof child === 'string' || INLINE.has(child.role)))
      this.paragraph(node)
    else this.readAll(node)
  }

  private isLarge(node: StructureNode): boolean {
    return leaves(node).some((id) =>
      (this.byContent.get(id) ?? []).some(({ height }) => height >= this.smallest),
    )
  }

  private readAll(node: StructureNode): void {
    for (const child of node.children) if (typeof child !== 'string') this.read(child)
  }

  private push(block: Block): void {
    if (block.text === '') return
    const last = this.parts.at(-1)
    if (last?.type === 'blocks') last.blocks.push(block)
    else this.parts.push({ type: 'blocks', blocks: [block] })
  }

  /** Its own words and the blocks that some programs put between them; a number typed before words makes an item. */
  private paragraph(node: StructureNode): void {
    let own: StructureNode['children'] = []
    const end = () => {
      for (const block of blocksOfLines(this.words({ role: node.role, children: own }).replaceAll('\t', ' ')))
        if (block.type !== 'row') this.push(block)
      own = []
    }
    for (const child of node.children) {
      if (typeof child === 'string' || INLINE.has(child.role)) own.push(child)
      else {
        end()
        this.read(child)
      }
    }
    end()
  }

  private list(list: StructureNode, level: number): void {
    for (const item of list.children) {
      if (typeof item === 'string') continue
      if (item.role === 'L') this.list(item, level + 1)
      else if (item.role === 'LI') this.item(item, level)
      else this.read(item)
    }
  }

  private item(item: StructureNode, level: number): void {
    const label = descendants(item, 'Lbl', 'L')[0]
    const printed = label === undefined ? '' : this.words({ ...label, role: 'P' })
    const bodies = item.children.filter(
      (child): child is StructureNode => typeof child !== 'string' && child.role !== 'Lbl',
    )
    const own = bodies.flatMap((body) =>
      contents(body, (role) => role === 'L' || role === 'Lbl' || role === 'Table'),
    )
    const text = this.textOf(
      [...item.children.filter((child) => typeof child === 'string'), ...own],
      this.rightEdge,
    )
    const typed = blocksOfLines(`${printed} ${text}`.trim().replace(/(?<!\s)\s*\n\s*/g, ' '))[0]
    if (typed?.type === 'listItem') {
      // The hollow bullet of Word is the letter o.
      const text = typed.marker === '•' ? typed.text.replace(/^o\s+(?=\p{Lu})/u, '') : typed.text
      this.push({ ...typed, level, text })
    } else if (text !== '')
      this.push({ type: 'listItem', level, marker: printed === '' ? '•' : printed, text })
    for (const body of bodies) {
      for (const inner of descendants(body, 'L', 'Table')) this.list(inner, level + 1)
      for (const inner of descendants(body, 'Table', 'L')) this.table(inner)
    }
  }

  private table(table: StructureNode): void {
    const rows = descendants(table, 'TR', 'Table').map((row) =>
      row.children
        .filter((cell): cell is StructureNode => typeof cell !== 'string')
        .map((cell) => this.cell(cell)),
    )
    const widest = rows.reduce((most, row) => Math.max(most, row.length), 0)
    if (widest < 2) {
      // One column: a frame around ordinary text.
      for (const row of descendants(table, 'TR', 'Table'))
        for (const cell of row.children) if (typeof cell !== 'string') this.readAll(asBlock(cell))
      return
    }
    const lefts = columnLefts(rows, widest)
    const set = rows.map((row) => ({ cells: placed(row, lefts), repeated: new Set<number>() }))
    this.parts.push({
      type: 'table',
      lefts,
      rows: set.filter(({ cells }) => cells.some((text) => text !== '')),
    })
  }

  private cell(cell: StructureNode): Cell {
    const blocks = cell.children.filter((child): child is StructureNode => typeof child !== 'string')
    const isText = cell.children.some((child) => typeof child === 'string' || INLINE.has(child.role))
    const ids = contents(cell, () => false)
    const pieces = ids.flatMap((id) => this.byContent.get(id) ?? [])
    const left = pieces.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY)
    const right = pieces.reduce((most, { x, width }) => Math.max(most, x + width), 0)
    const text = isText
      ? this.textOf(ids, right)
      : blocks
          .map((block) =>
            this.textOf(
              contents(block, () => false),
              right,
            ),
          )
          .filter((line) => line !== '')
          .join('\n')
    return { text, left: Number.isFinite(left) ? left : null }
  }

  /** Some programs set number and title of a heading in boxes of their own: they are on one line. */
  private heading(node: StructureNode): string {
    return this.textOf(
      contents(node, () => false),
      this.rightEdge,
    ).replace(/\s*[\t\n]\s*/g, ' ')
  }

  private words(node: StructureNode): string {
    return this.textOf(
      contents(node, (role) => !INLINE.has(role)),
      this.rightEdge,
    )
  }

  private textOf(ids: readonly string[], rightEdge: number): string {
    const columns = columnsOf(ids.flatMap((id) => this.byContent.get(id) ?? []))
    const edges = columnEdges(columns.map(leftAndRight))
    return columns
      .map((pieces, at) =>
        joinLines(linesOfPieces(pieces), columns.length > 1 ? (edges[at] ?? 0) : rightEdge).trim(),
      )
      .join('\n')
      .trim()
  }
}

function leftAndRight(pieces: readonly Piece[]): { left: number; right: number } {
  return {
    left: Math.min(...pieces.map(({ x }) => x)),
    right: Math.max(...pieces.map(({ x, width }) => x + width)),
  }
}

/** Words that go on higher up and to the right of all before are those of the next column. */
function columnsOf(pieces: readonly Piece[]): Piece[][] {
  const columns: Piece[][] = []
  let right = Number.POSITIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (const piece of pieces) {
    const last = columns.at(-1)
    if (last === undefined || (piece.x >= right && piece.y > bottom + piece.height)) {
      columns.push([piece])
      right = piece.x + piece.width
      bottom = piece.y
    } else {
      last.push(piece)
      right = Math.max(right, piece.x + piece.width)
      bottom = Math.min(bottom, piece.y)
    }
  }
  return columns
}

type Cell = { text: string; left: number | null }

/** Where the columns begin, by the rows that have all of them. */
function columnLefts(rows: readonly Cell[][], widest: number): number[] {
  const full = rows.filter((row) => row.length === widest)
  return Array.from({ length: widest }, (_, column) => {
    const lefts = full.flatMap((row) => row[column]?.left ?? [])
    return lefts.length === 0 ? Number.NaN : Math.min(...lefts)
  })
}

/** Cells of a row that has fewer than there are columns are merged ones: each goes where its words begin. */
function placed(row: readonly Cell[], lefts: readonly number[]): string[] {
  if (row.length === lefts.length) return row.map(({ text }) => text)
  const cells = lefts.map(() => '')
  let next = 0
  row.forEach((cell, at) => {
    const room = lefts.length - (row.length - at)
    const near = cell.left === null ? next : lefts.findLastIndex((left) => left <= (cell.left ?? 0) + 8)
    const column = Math.min(Math.max(near, next), room)
    cells[column] = cell.text
    next = column + 1
  })
  return cells
}

function asBlock(cell: StructureNode): StructureNode {
  const isText = cell.children.some((child) => typeof child === 'string' || INLINE.has(child.role))
  return isText ? { role: 'Div', children: [{ ...cell, role: 'P' }] } : cell
}

function leaves(node: StructureNode): string[] {
  return contents(node, () => false)
}

/** Names of the pieces of content below a node, without those in children of refused roles. */
function contents(node: StructureNode, refused: (role: string) => boolean): string[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string') return [child]
    return refused(child.role) || LEFT_OUT.has(child.role) ? [] : contents(child, refused)
  })
}

/** The nearest nodes of one role below another, none inside a node of the role that stops. */
function descendants(node: StructureNode, role: string, stop: string): StructureNode[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.role === role) return [child]
    return child.role === stop ? [] : descendants(child, role, stop)
  })
}
