import { type AgendaItem, inAgendaOrder, itemNumbers } from '../../../electron/domain/agenda/agenda.ts'
import type { Minutes, MinutesSection } from '../../../electron/domain/minutes/minutes.ts'
import { picturesOf, plainText, type RichText } from '../../../electron/domain/text/rich-text.ts'
import { minutesText } from '../../text/minutes.ts'

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

export function titleOf(entry: PlanEntry): string {
  if (entry.kind === 'item') return entry.item.title
  return entry.kind === 'head' ? minutesText.head : minutesText.tail
}

/** Whether something was written for an item. */
export function isWritten(section: MinutesSection, blocks: readonly { itemId: string }[]): boolean {
  return (
    section.outcome !== null ||
    section.outcomeSentence !== '' ||
    holdsAnything(section.presentation) ||
    holdsAnything(section.exchanges) ||
    blocks.some((block) => block.itemId === section.itemId)
  )
}

const holdsAnything = (text: RichText) => plainText(text) !== '' || picturesOf(text).length > 0

/** Where pictures that nobody described are shown, one entry for each, in the order of the plan. */
export function undescribedPictures(entries: readonly PlanEntry[], minutes: Minutes): PlanEntry[] {
  return entries.flatMap((entry) => {
    const bare = textsOf(entry, minutes)
      .flatMap(picturesOf)
      .filter(({ alt }) => alt.trim() === '')
    return bare.map(() => entry)
  })
}

export function textsOf(entry: PlanEntry, minutes: Minutes): RichText[] {
  if (entry.kind === 'item') return [entry.section.presentation, entry.section.exchanges]
  return [entry.kind === 'head' ? minutes.opening : minutes.closing]
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
