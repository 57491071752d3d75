import type { AgendaModel } from '../agenda/model.ts'
import { itemAnchor } from './anchors.ts'
import { factsTable } from './facts.ts'
import { frontOf, titleOf } from './front.ts'
import { heading, type Paper, type PaperBlock, paragraph, plainTable } from './paper.ts'

/** The words of the PDF; nature and presenter have columns of their own, in which readers correct them, where any has one. */
export function agendaPaper(model: AgendaModel): Paper {
  return {
    head: model.head,
    front: frontOf(model.head),
    blocks: [
      ...titleOf(model.head),
      ...factsTable(model.facts, model.head.title),
      heading(1, model.heading),
      ...agendaItems(model),
    ],
  }
}

/** The table of the items, or the sentence in its stead; then which were taken up again. */
export function agendaItems(model: AgendaModel): PaperBlock[] {
  const { columns, timed } = model
  const has = (field: 'nature' | 'presenter') => model.rows.some((row) => row[field] !== '')
  const shown = [
    ...(timed ? [['time', 16] as const, ['duration', 16] as const] : []),
    ['item', 0] as const,
    ...(has('nature') ? [['nature', 26] as const] : []),
    ...(has('presenter') ? [['presenter', presenterWidth(model)] as const] : []),
  ]
  const taken = shown.reduce((sum, [, width]) => sum + width, 0)
  const rows = model.rows.map((row) =>
    shown.map(([column]) => {
      if (column !== 'item') return row[column]
      const { kind, number, title: words } = row
      return kind === 'item' ? { number, words, anchor: itemAnchor(row) } : words
    }),
  )
  return [
    ...(rows.length === 0
      ? []
      : [
          plainTable(
            model.heading,
            shown.map(([column]) => columns[column]),
            rows,
            shown.map(([, width]) => (width === 0 ? WIDTH - taken : width)),
          ),
        ]),
    ...paragraph(model.empty, 'empty'),
    ...paragraph(model.carried, 'foot'),
  ]
}

/** Of the text of a page, and the share of a sign in a column of words, in millimetres. */
const [WIDTH, SIGN] = [163, 1.75]

/** As wide as takes the fewest lines beside the titles, which share the room with it. */
function presenterWidth({ rows, timed }: AgendaModel): number {
  const room = WIDTH - (timed ? 32 : 0) - 26
  const lines = (words: string, width: number) => Math.ceil(Math.max(1, words.length * SIGN) / width)
  const cost = (width: number) =>
    rows.reduce(
      (sum, { title, presenter }) => sum + Math.max(lines(title, room - width), lines(presenter, width)),
      0,
    )
  return [30, 34, 38, 42, 46, 50, 54, 58].reduce((best, width) => (cost(width) < cost(best) ? width : best))
}
