import { updateRow } from '../../db/rows.ts'
import type { TakenText } from '../../domain/old-files/taken-minutes.ts'
import { isBlank, type RichBlock, type RichParagraph } from '../../domain/text/rich-text.ts'
import type { WriteContext } from '../context.ts'
import { toSection } from '../reads/minutes.ts'
import { ownItemOf, placer, type Where } from './take-in-statements.ts'

/** What a file tells under each point becomes its text in the minutes, where they say nothing there yet. */
export async function takeInTexts(
  context: Pick<WriteContext, 'tx' | 'now'>,
  where: Where,
  texts: readonly TakenText[],
): Promise<void> {
  const { tx } = context
  const itemIdOf = await placer(context, where)
  const byItem = new Map<string, TakenText['lines']>()
  for (const { lines, place } of texts) {
    const itemId = itemIdOf(place) ?? (await ownItemOf(context, where.meetingId))
    byItem.set(itemId, [...(byItem.get(itemId) ?? []), ...lines])
  }
  for (const [itemId, lines] of byItem) {
    const row = await tx
      .selectFrom('minutesSection')
      .selectAll()
      .where('itemId', '=', itemId)
      .executeTakeFirstOrThrow()
    const { exchanges, presentation } = toSection(row)
    if (!isBlank(exchanges) || !isBlank(presentation)) continue
    const told = JSON.stringify({ type: 'doc', content: blocksOf(lines) })
    await updateRow(tx, 'minutesSection', row, { exchanges: told })
  }
}

/** Of one point: what is beyond is in the file, which stays as a document. */
const MOST_LINES = 1000

function blocksOf(lines: TakenText['lines']): RichBlock[] {
  const blocks: RichBlock[] = []
  for (const { text, isListed } of lines.slice(0, MOST_LINES)) {
    const paragraph: RichParagraph = { type: 'paragraph', content: [{ type: 'text', text }] }
    const last = blocks.at(-1)
    if (!isListed) blocks.push(paragraph)
    else if (last?.type === 'bulletList') last.content.push({ type: 'listItem', content: [paragraph] })
    else blocks.push({ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] })
  }
  return blocks
}
