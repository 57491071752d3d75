import type { AgendaModel } from '../agenda/model.ts'
import { itemAnchor } from './anchors.ts'
import { factsTable } from './facts.ts'
import { frontOf, titleOf } from './front.ts'
import { heading, type Paper, type PaperBlock, paragraph, plainTable } from './paper.ts'

/** The words of the PDF; nature and presenter have columns of their own, in which readers correct them. */
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
  const rows = model.rows.map((row) => {
    const { kind, number, title: words } = row
    const item = [
      kind === 'item' ? { number, words, anchor: itemAnchor(row) } : words,
      row.nature,
      row.presenter,
    ]
    return timed ? [row.time, row.duration, ...item] : item
  })
  const item = [columns.item, columns.nature, columns.presenter]
  return [
    ...(rows.length === 0
      ? []
      : [
          plainTable(
            model.heading,
            timed ? [columns.time, columns.duration, ...item] : item,
            rows,
            timed ? [16, 16, 65, 26, 40] : [85, 28, 50],
          ),
        ]),
    ...paragraph(model.empty, 'empty'),
    ...paragraph(model.carried, 'foot'),
  ]
}
