import type { SourceBlock } from '../../../electron/domain/agenda/source-block.ts'

export type Cell = { key: string; text: string }
/** `index` is the block's own, that a draft's sources point to. */
export type SourceRow = { index: number; cells: Cell[] }
export type SourceGroup =
  | { type: 'table'; index: number; rows: SourceRow[] }
  | { type: 'block'; index: number; block: Exclude<SourceBlock, { type: 'row' }> }

export function groupsOf(blocks: readonly SourceBlock[]): SourceGroup[] {
  const groups: SourceGroup[] = []
  let table: number | null = null
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'row') {
      groups.push({ type: 'block', index, block })
      table = null
      continue
    }
    const row = { index, cells: block.cells.map((text, column) => ({ key: `${index}-${column}`, text })) }
    const last = groups.at(-1)
    if (last?.type === 'table' && table === block.table) last.rows.push(row)
    else groups.push({ type: 'table', index, rows: [row] })
    table = block.table
  }
  return groups
}
