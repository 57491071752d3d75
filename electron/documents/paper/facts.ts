import type { Row } from '../head.ts'
import { type PaperBlock, type PaperCell, plain } from './paper.ts'

/** Nothing when no fact is known. @param caption the title above them. */
export function factsTable(facts: readonly Row[], caption: string): PaperBlock[] {
  if (facts.length === 0) return []
  const cell = (x: number, y: number, text: string, href: string | null): PaperCell => ({
    x,
    y,
    colspan: 1,
    rowspan: 1,
    blocks: [{ type: 'paragraph', role: 'body', lines: [[plain(text, { href })]], anchor: null }],
  })
  return [
    {
      type: 'table',
      caption,
      columns: [
        { weight: 30, numeric: false },
        { weight: 120, numeric: false },
      ],
      headRows: 0,
      cells: facts.flatMap(({ label, value, href }, y) => [cell(0, y, label, null), cell(1, y, value, href)]),
    },
  ]
}
