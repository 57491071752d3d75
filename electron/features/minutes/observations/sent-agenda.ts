import { agendaModel } from '../../../documents/agenda/model.ts'
import { itemAnchor } from '../../../documents/paper/anchors.ts'
import { agendaText } from '../../../documents/text/agenda.ts'
import { type AgendaCell, agendaCells, type SentRow } from '../../../domain/agenda/review.ts'
import type { MeetingFile } from '../../../domain/meetings/meeting-file.ts'
import { bareText } from '../../../domain/text/text-likeness.ts'

export type SentItem = SentRow & { readonly itemId: string; readonly number: string; readonly title: string }

export function sentAgenda(file: MeetingFile): SentItem[] {
  // Durations are printed only where something is timed: a list without hours is compared by what it shows.
  const rows = agendaModel(file).rows.filter(({ kind }) => kind !== 'gap')
  return rows.map(({ number, title, time, duration, nature, presenter }, index) => ({
    itemId: file.items[index]?.id ?? '',
    number,
    title,
    anchor: itemAnchor({ number, title }),
    cells: { time, duration, title: `${number} ${title}`.trim(), nature, presenter },
  }))
}

/** By the words of its head, whatever the order; null without a column of items. */
export function agendaColumns(head: readonly string[]): AgendaCell[] | null {
  const { item, ...others } = agendaText.columns
  const words = { ...others, title: item }
  const key = (text: string) => bareText(text).toLowerCase()
  const columns = head.map((text) => agendaCells.find((cell) => key(words[cell]) === key(text)) ?? null)
  // A column of somebody else's making is read as hours are: by nobody.
  return columns.includes('title') ? columns.map((cell) => cell ?? 'time') : null
}
