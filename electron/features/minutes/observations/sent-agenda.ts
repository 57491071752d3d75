import { agendaModel } from '../../../documents/agenda/model.ts'
import { itemAnchor } from '../../../documents/paper/anchors.ts'
import { paperOf } from '../../../documents/paper/paper-of.ts'
import { paragraphsOf } from '../../../documents/paper/paragraphs.ts'
import { agendaText } from '../../../documents/text/agenda.ts'
import { type AgendaCell, agendaCells } from '../../../domain/agenda/read-rows.ts'
import type { SentRow } from '../../../domain/agenda/review.ts'
import type { FileToPrint } from '../../../domain/meetings/meeting-file.ts'
import type { SentParagraph } from '../../../domain/minutes/difference.ts'
import { bareText } from '../../../domain/text/text-likeness.ts'

export type SentItem = SentRow & {
  readonly itemId: string
  readonly title: string
  readonly depth: number
  /** Its own; what is printed is at least that of the items below it. */
  readonly minutes: number
}

export function sentAgenda(file: FileToPrint): SentItem[] {
  // Durations are printed only where something is timed: a list without hours is compared by what it shows.
  const rows = agendaModel(file).rows.filter(({ kind }) => kind !== 'gap')
  return rows.map(({ number, title, time, duration, nature, presenter, depth }, index) => ({
    itemId: file.items[index]?.id ?? '',
    number,
    title,
    depth,
    minutes: file.items[index]?.durationMinutes ?? 0,
    anchor: itemAnchor({ number, title }),
    cells: { time, duration, title: `${number} ${title}`.trim(), nature, presenter },
  }))
}

/** The words of the sent agenda that stand beside its table, and those of the head of the table. */
export function besideAgenda(file: FileToPrint): string[] {
  const paper = paperOf(agendaModel(file))
  if (paper === null) return []
  return [...paper.front, ...paper.blocks].flatMap((block) => {
    const paragraphs = paragraphsOf(block)
    const head = paragraphs.filter(({ cell }) => cell?.row === 0)
    const isItems = agendaColumns(head.map(({ text }) => text)) !== null
    return (isItems ? head : paragraphs).map(({ text }) => text)
  })
}

/** What stands between two items that do not follow each other at once. */
export const betweenItems = agendaText.gap

/** Each row as the words that a page shows of it. */
export function agendaWords(sent: readonly SentItem[]): SentParagraph[] {
  return sent.map(({ cells, number }) => ({
    text: cells.title,
    number,
    anchor: null,
    isOwn: false,
    isWritten: true,
    takesMore: true,
  }))
}

/** By the words of its head, whatever the order; null without a column of items. */
export function agendaColumns(head: readonly string[]): AgendaCell[] | null {
  const { item, ...others } = agendaText.columns
  const words = { ...others, title: item }
  const key = (text: string) => bareText(text).toLowerCase()
  const columns = head.map((text) => agendaCells.find((cell) => key(words[cell]) === key(text)) ?? null)
  const unknown = columns.filter((cell) => cell === null)
  // A head that was worded otherwise: the only column that the others leave over.
  if (!columns.includes('title') && unknown.length === 1 && columns.length > 2)
    return columns.map((cell) => cell ?? 'title')
  // A column of somebody else's making is read as hours are: by nobody.
  return columns.includes('title') ? columns.map((cell) => cell ?? 'time') : null
}
