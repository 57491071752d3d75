import type { SourceBlock } from '../../domain/agenda/source-block.ts'
import { numberOfMarker } from './item-line.ts'
import { isGivenName } from './names/given-names.ts'
import { isFunction, isThing } from './people.ts'

/** Signs that programs print before the words of a list. */
const SIGN = /^[•◦▪■●○➢➤►▶✓✔❖*+–—-]$/u

/**
 * The same blocks, with the lists that a layout laid out as tables turned into lists again: two columns, the first of which
 * holds nothing but bullets ("•" | "Relire le plan") or numbers that rise ("II" | "Entretien des quais").
 */
export function withListsOfRows(blocks: readonly SourceBlock[]): SourceBlock[] {
  const tables = new Map<number, (readonly string[])[]>()
  for (const block of blocks) {
    if (block.type !== 'row') continue
    const rows = tables.get(block.table)
    if (rows === undefined) tables.set(block.table, [block.cells])
    else rows.push(block.cells)
  }
  const lists = new Set([...tables].flatMap(([table, rows]) => (isList(rows) ? [table] : [])))
  if (lists.size === 0) return [...blocks]
  return blocks.map((block) => {
    if (block.type !== 'row' || !lists.has(block.table)) return block
    const [marker = '', text = ''] = filledOf(block.cells)
    return { type: 'listItem', level: 0, marker: SIGN.test(marker) ? '•' : marker, text }
  })
}

/** Fewer bullets below one are its own. */
const FEWEST = 3

/** The same blocks, a bullet that ends with a colon over all the others as the title it is: "• Compte rendu :". */
export function withoutLoneBullet(blocks: readonly SourceBlock[]): SourceBlock[] {
  const [lone, ...others] = blocks.flatMap((block) => (block.type === 'listItem' ? [block] : []))
  const isLone =
    lone?.level === 0 &&
    /^[^:]{3,60}:$/.test(lone.text.trim()) &&
    others.every(({ level }) => level > 0) &&
    others.filter(({ level }) => level === 1).length >= FEWEST
  if (!isLone) return [...blocks]
  return blocks.map((block) => {
    if (block === lone) return { type: 'paragraph', text: block.text }
    return block.type === 'listItem' ? { ...block, level: block.level - 1 } : block
  })
}

function isList(rows: readonly (readonly string[])[]): boolean {
  const filled = rows.map(filledOf)
  if (!filled.every((cells) => cells.length === 2 && /\p{L}{3}/u.test(cells[1] ?? ''))) return false
  const markers = filled.map(([marker = '']) => marker)
  if (markers.every((marker) => SIGN.test(marker))) return true
  const romans = [
    'I',
    'II',
    'III',
    'IV',
    'V',
    'VI',
    'VII',
    'VIII',
    'IX',
    'X',
    'XI',
    'XII',
    'XIII',
    'XIV',
    'XV',
  ]
  const isRising = (names: readonly string[]) =>
    markers.every((marker, at) => numberOfMarker(marker) === names[at])
  return markers.length > 1 && isRising(romans)
}

function filledOf(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
}

/** "Anne | | Roure" where a page took the blank within a name for the edge of a column. */
export function withNamesInOneCell(blocks: readonly SourceBlock[]): SourceBlock[] {
  return blocks.map((block) => {
    if (block.type !== 'row') return block
    const [[from = 0, given = ''] = [], [to = 0, family = ''] = [], ...others] = [
      ...block.cells.entries(),
    ].filter(([, cell]) => cell.trim() !== '')
    const isName =
      isGivenName(given) && /^\p{Lu}[\p{L}’'-]{2,}$/u.test(family) && !isThing(family) && !isFunction(family)
    if (others.length > 0 || to - from < 2 || !isName) return block
    const cells = block.cells.map((cell, at) => (at === from ? `${given} ${family}` : at === to ? '' : cell))
    return { ...block, cells }
  })
}
