// Sections: the plan of the minutes: head and attendance, one section per agenda item, then the next meeting and the end.
import { type AgendaItem, inAgendaOrder, itemNumbers } from '../../../electron/domain/agenda.ts'
import type { MinutesSection } from '../../../electron/domain/minutes.ts'
import { plainText } from '../../../electron/domain/rich-text.ts'

export type PlanEntry =
  | { readonly kind: 'head' | 'tail'; readonly id: 'head' | 'tail' }
  | {
      readonly kind: 'item'
      readonly id: string
      readonly number: string
      readonly item: AgendaItem
      readonly section: MinutesSection
    }

/** Items without a section (added after the minutes were started) have no place here; the core gives them one. */
export function planOf(items: readonly AgendaItem[], sections: readonly MinutesSection[]): PlanEntry[] {
  const numbers = itemNumbers(items)
  const byItem = new Map(sections.map((section) => [section.itemId, section]))
  const entries = inAgendaOrder(items).flatMap((item): PlanEntry[] => {
    const section = byItem.get(item.id)
    return section === undefined
      ? []
      : [{ kind: 'item', id: item.id, number: numbers.get(item.id) ?? '', item, section }]
  })
  return [{ kind: 'head', id: 'head' }, ...entries, { kind: 'tail', id: 'tail' }]
}

/** Whether something was written for an item. */
export function isWritten(section: MinutesSection, blocks: readonly { itemId: string }[]): boolean {
  return (
    section.outcome !== null ||
    section.outcomeSentence !== '' ||
    plainText(section.presentation) !== '' ||
    plainText(section.exchanges) !== '' ||
    blocks.some((block) => block.itemId === section.itemId)
  )
}

/** Words of all texts of the minutes, for the status line. */
export function wordCount(sections: readonly MinutesSection[]): number {
  const text = sections
    .map(
      (section) =>
        `${plainText(section.presentation)} ${plainText(section.exchanges)} ${section.outcomeSentence}`,
    )
    .join(' ')
  return text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}
