import { type AgendaItem, inAgendaOrder, itemNumbers } from '../../../electron/domain/agenda/agenda.ts'
import type { Minutes, MinutesSection } from '../../../electron/domain/minutes/minutes.ts'
import {
  picturesOf,
  plainText,
  type RichBlock,
  type RichText,
} from '../../../electron/domain/text/rich-text.ts'
import { titled } from '../../text/common.ts'
import { minutesText } from '../../text/minutes.ts'

type ItemEntry = {
  readonly kind: 'item'
  readonly id: string
  readonly number: string
  readonly item: AgendaItem
  readonly section: MinutesSection
}
export type PlanEntry = { readonly kind: 'head' | 'tail'; readonly id: 'head' | 'tail' } | ItemEntry

const head: PlanEntry = { kind: 'head', id: 'head' }
const tail: PlanEntry = { kind: 'tail', id: 'tail' }

/** What is known of a row or a part of it is kept as long as that: a save makes one new, and only that one is read again. */
function remembered<R extends object, T>(work: (row: R) => T): (row: R) => T {
  const known = new WeakMap<R, { readonly of: T }>()
  return (row) => {
    const kept = known.get(row) ?? { of: work(row) }
    known.set(row, kept)
    return kept.of
  }
}

const entries = new WeakMap<MinutesSection, ItemEntry>()

/** The same one for the same section, so that only what changed is drawn again. */
function entryOf(item: AgendaItem, number: string, section: MinutesSection): ItemEntry {
  const before = entries.get(section)
  if (before?.item === item && before.number === number) return before
  const entry: ItemEntry = { kind: 'item', id: item.id, number, item, section }
  entries.set(section, entry)
  return entry
}

/** Items without a section (added after the minutes were started) have no place here; the core gives them one. */
export function planOf(items: readonly AgendaItem[], sections: readonly MinutesSection[]): PlanEntry[] {
  const numbers = itemNumbers(items)
  const byItem = new Map(sections.map((section) => [section.itemId, section]))
  const written = inAgendaOrder(items).flatMap((item): PlanEntry[] => {
    const section = byItem.get(item.id)
    return section === undefined ? [] : [entryOf(item, numbers.get(item.id) ?? '', section)]
  })
  return [head, ...written, tail]
}

/** As it is printed; empty above the first. */
export function headingOf(entry: PlanEntry): string {
  if (entry.kind === 'item') return `${entry.number} ${entry.item.title}`.trim()
  return entry.kind === 'head' ? '' : minutesText.nextMeeting
}

export function titleOf(entry: PlanEntry): string {
  if (entry.kind === 'item') return titled(entry.item.title)
  return entry.kind === 'head' ? minutesText.head : minutesText.tail
}

/** Whether something was written for an item. */
export function isWritten(section: MinutesSection, blocks: readonly { itemId: string }[]): boolean {
  return (
    section.outcome !== null ||
    section.outcomeSentence !== '' ||
    isWrittenIn(section) ||
    blocks.some((block) => block.itemId === section.itemId)
  )
}

const isWrittenIn = remembered(
  ({ presentation, exchanges }: MinutesSection) => holdsAnything(presentation) || holdsAnything(exchanges),
)
const holdsAnything = (text: RichText) => plainText(text) !== '' || picturesOf(text).length > 0

/** Where pictures that nobody described are shown, one entry for each, in the order of the plan. */
export function undescribedPictures(entries: readonly PlanEntry[], minutes: Minutes): PlanEntry[] {
  return entries.flatMap((entry) => {
    const bare = entry.kind === 'item' ? bareIn(entry.section) : bareOf(textsOf(entry, minutes))
    return Array.from({ length: bare }, () => entry)
  })
}

const bareOf = (texts: readonly RichText[]) =>
  texts.flatMap(picturesOf).filter(({ alt }) => alt.trim() === '').length
const bareIn = remembered(({ presentation, exchanges }: MinutesSection) => bareOf([presentation, exchanges]))

export function textsOf(entry: PlanEntry, minutes: Minutes): RichText[] {
  if (entry.kind === 'item') return [entry.section.presentation, entry.section.exchanges]
  return [entry.kind === 'head' ? minutes.opening : minutes.closing]
}

/** Words of all that is written in the minutes, for the status line: decisions, actions, opening and closing too. */
export function wordCount(
  sections: readonly MinutesSection[],
  minutes: Pick<Minutes, 'opening' | 'closing'>,
  blocks: readonly { readonly text: string }[],
): number {
  const around = [...minutes.opening.content, ...minutes.closing.content]
  return (
    sections.reduce((sum, section) => sum + wordsOf(section), 0) +
    around.reduce((sum, block) => sum + wordsOfBlock(block), 0) +
    blocks.reduce((sum, { text }) => sum + wordsIn(text), 0)
  )
}

const wordsOf = remembered(
  ({ presentation, exchanges, outcomeSentence }: MinutesSection) =>
    [...presentation.content, ...exchanges.content].reduce((sum, block) => sum + wordsOfBlock(block), 0) +
    wordsIn(outcomeSentence),
)
const wordsOfBlock = remembered((block: RichBlock) => wordsIn(plainText({ type: 'doc', content: [block] })))
const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0
