// What somebody says of lines of a file that was read: it outweighs whatever the reading made of them.
import { z } from 'zod'
import type { SourceBlock } from './source-block.ts'

/** `agenda`: the agenda begins there. */
export const LineRole = z.enum(['item', 'person', 'decision', 'action', 'agenda', 'nothing'])
export type LineRole = z.infer<typeof LineRole>

/** A line of the text of a block, from 0; a row of a table is one line. */
export type LinePlace = { block: number; line: number }

export const SaidLine = z.strictObject({
  block: z.int().min(0),
  line: z.int().min(0),
  role: LineRole,
})
export type SaidLine = z.infer<typeof SaidLine>

export const MOST_SAID = 5_000

/** `only`: what nobody said to be an item is none; `other`: the second reading of the agenda, not the best. */
export const Said = z.strictObject({
  lines: z.array(SaidLine).max(MOST_SAID),
  agenda: z.enum(['best', 'other', 'only']),
})
export type Said = z.infer<typeof Said>

/** The sheet of a workbook that the lines stand on; null: the one that is shown first. */
export const SaidOfFile = Said.extend({ sheet: z.int().min(0).nullable() })
export type SaidOfFile = z.infer<typeof SaidOfFile>

export const NOTHING_SAID: Said = { lines: [], agenda: 'best' }

export type SourceLine = LinePlace & { text: string }

/** Every line with words on it, in the order of the file. */
export function sourceLines(blocks: readonly SourceBlock[]): SourceLine[] {
  return blocks.flatMap((block, at): SourceLine[] => {
    if (block.type === 'row') {
      const text = block.cells
        .map((cell) => cell.replace(/\s+/g, ' ').trim())
        .filter((cell) => cell !== '')
        .join(' | ')
      return hasWords(text) ? [{ block: at, line: 0, text }] : []
    }
    return block.text
      .split('\n')
      .flatMap((text, line) => (hasWords(text) ? [{ block: at, line, text: text.trim() }] : []))
  })
}

function hasWords(text: string): boolean {
  return /[\p{L}\d]/u.test(text)
}

/** The line of its block that an excerpt was taken from; the first where it was taken from all of them. */
export function lineOfExcerpt(block: SourceBlock | undefined, excerpt: string): number {
  if (block === undefined || block.type === 'row') return 0
  const bare = (text: string) => text.replace(/\s+/g, ' ').trim()
  const words = bare(excerpt)
  const texts = block.text.split('\n').map(bare)
  const whole = texts.indexOf(words)
  if (whole >= 0) return whole
  return Math.max(
    0,
    texts.findIndex((text) => text !== '' && (text.includes(words) || words.includes(text))),
  )
}

export const linePlaceKey = ({ block, line }: LinePlace): string => `${block} ${line}`

/**
 * The other lines of the same look as one of these: the same kind, level, marker and number under the same heading; of a
 * table the rows of the same width.
 */
export function linesAlike(blocks: readonly SourceBlock[], chosen: readonly LinePlace[]): LinePlace[] {
  const lines = sourceLines(blocks)
  const taken = new Set(chosen.map(linePlaceKey))
  const looks = looksOf(blocks)
  const key = (line: SourceLine) => {
    const { look, section } = looks(line)
    return `${section} ${look}`
  }
  const wanted = new Set(lines.filter((one) => taken.has(linePlaceKey(one))).map(key))
  return lines.filter((one) => !taken.has(linePlaceKey(one)) && wanted.has(key(one)))
}

/** How a line looks, and the block over it that it belongs to: a heading, of a row the first of its table; null for none. */
export function looksOf(
  blocks: readonly SourceBlock[],
): (line: SourceLine) => { look: string; section: number | null } {
  const tables = new Map<number, number>()
  let heading: number | null = null
  const over = blocks.map((block, at) => {
    if (block.type === 'row') {
      if (!tables.has(block.table)) tables.set(block.table, at)
      return tables.get(block.table) ?? null
    }
    if (block.type !== 'heading') return heading
    heading = at
    return null
  })
  return (line) => ({ look: lookOf(blocks[line.block], line), section: over[line.block] ?? null })
}

function lookOf(block: SourceBlock | undefined, { line, text }: SourceLine): string {
  if (block === undefined) return ''
  if (block.type === 'row') return `row ${block.cells.filter((cell) => cell.trim() !== '').length}`
  if (block.type === 'heading') return `heading ${block.level} ${shapeOf(text)}`
  if (block.type === 'listItem')
    return line > 0 ? 'list text' : `list ${block.level} ${shapeOf(`${block.marker ?? '•'} x`)}`
  const isLong = text.length > 160 ? 'long' : 'short'
  return `text ${shapeOf(text)} ${/^[^:.]{2,60}\s?:\s/u.test(text) ? 'label' : 'words'} ${isLong}`
}

/** How a line begins: with a number of so many parts, a letter, a bullet, an arrow, or words. */
function shapeOf(text: string): string {
  const number = /^(?:n°\s?|point\s+)?(\d{1,2}(?:\.\d{1,2})*)\s?[.)°:/–-]/iu.exec(text)?.[1]
  if (number !== undefined) return `number ${number.split('.').length}`
  if (/^[IVX]{1,5}\s?[.)/–-]/.test(text)) return 'roman'
  if (/^\p{Lu}\s?[.)]\s/u.test(text)) return 'letter'
  if (/^(?:=>|->|→|➔|➜|►)/.test(text)) return 'arrow'
  if (/^[•▪■●◦*+❖➢–—-]\s/u.test(text)) return 'bullet'
  return 'words'
}
