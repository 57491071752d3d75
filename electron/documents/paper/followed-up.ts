import type { FollowedUp } from '../followed-up.ts'
import { type Anchor, headingAnchor } from './anchors.ts'
import { heading, type PaperBlock, paragraph, plainTable } from './paper.ts'

/** @param within the item under which it stands, and its depth; on its own by default. */
export function followedUpBlocks(
  part: FollowedUp | null,
  within: { depth: number; anchor: Anchor | null } = { depth: 0, anchor: null },
): PaperBlock[] {
  if (part === null) return []
  const anchor =
    within.anchor === null ? headingAnchor(part.heading) : headingAnchor(part.heading, within.anchor)
  const level = within.depth === 0 ? 1 : within.depth === 1 ? 2 : within.depth === 2 ? 3 : 4
  return [
    heading(level, part.heading, { anchor }),
    ...(part.table.rows.length === 0
      ? []
      : [plainTable(part.heading, part.table.columns, part.table.rows, [27, 62, 41, 24, 19])]),
    ...paragraph(part.others, 'foot'),
  ]
}
