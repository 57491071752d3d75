import type { PaperBlock, TableBlock } from './paper.ts'

/** Blocks in a row whose pages all stand, or all lie. */
export type Pages = { lie: boolean; blocks: readonly PaperBlock[] }

/**
 * A paper parted where its pages turn. Headings go over to the page of the table right below them: alone at the foot of the
 * page before they would name nothing.
 * @param lies whether a table is so wide that its page lies
 */
export function turnedPages(blocks: readonly PaperBlock[], lies: (table: TableBlock) => boolean): Pages[] {
  const pages: { lie: boolean; blocks: PaperBlock[] }[] = []
  const add = (lie: boolean, added: readonly PaperBlock[]) => {
    const last = pages.at(-1)
    if (last?.lie === lie) last.blocks.push(...added)
    else if (added.length > 0) pages.push({ lie, blocks: [...added] })
  }
  for (const block of blocks) {
    if (block.type !== 'table' || !lies(block)) {
      add(false, [block])
      continue
    }
    const above = pages.at(-1)?.lie === false ? (pages.at(-1)?.blocks ?? []) : []
    const text = above.findLastIndex((one) => !namesWhatFollows(one)) + 1
    const leads = above.splice(text)
    if (above.length === 0 && leads.length > 0) pages.pop()
    add(true, [...leads, block])
  }
  return pages
}

function namesWhatFollows(block: PaperBlock): boolean {
  return block.type === 'heading' || (block.type === 'paragraph' && block.role === 'presented')
}
