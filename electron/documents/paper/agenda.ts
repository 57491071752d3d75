import type { AgendaModel } from '../agenda/model.ts'
import { itemAnchor } from './anchors.ts'
import { factsTable } from './facts.ts'
import { followedUpBlocks } from './followed-up.ts'
import { frontOf, titleOf } from './front.ts'
import { heading, type Paper, paragraph, plainTable } from './paper.ts'

/** The same words as the PDF, block by block. */
export function agendaPaper(model: AgendaModel): Paper {
  const { columns, timed } = model
  const rows = model.rows.map((row) => {
    const words = row.number === '' ? row.title : `${row.number}\u2002${row.title}`
    const item = [row.kind === 'gap' ? words : { words, anchor: itemAnchor(row) }, row.nature, row.presenter]
    return timed ? [row.time, row.duration, ...item] : item
  })
  const item = [columns.item, columns.nature, columns.presenter]
  return {
    head: model.head,
    front: frontOf(model.head),
    blocks: [
      ...titleOf(model.head),
      ...factsTable(model.facts, model.head.title),
      heading(1, model.heading),
      ...(rows.length === 0
        ? []
        : [
            plainTable(
              model.heading,
              timed ? [columns.time, columns.duration, ...item] : item,
              rows,
              timed ? [18, 17, 65, 25, 38] : [85, 28, 50],
            ),
          ]),
      ...paragraph(model.empty, 'empty'),
      ...paragraph(model.carried, 'foot'),
      ...followedUpBlocks(model.followedUp),
    ],
  }
}
