import type { WatchBulletinModel } from '../watch-bulletin/model.ts'
import { headingAnchor } from './anchors.ts'
import { factsTable } from './facts.ts'
import { frontOf, titleOf } from './front.ts'
import { heading, type Paper, type PaperBlock, paragraph, plainTable } from './paper.ts'

type Part = WatchBulletinModel['parts'][number]

/** The same words as the PDF, block by block. */
export function bulletinPaper(model: WatchBulletinModel): Paper {
  const { head, dates, nothing } = model
  return {
    head,
    front: frontOf(head),
    blocks: [
      ...titleOf(head),
      ...factsTable(model.facts, head.title),
      ...(dates === null
        ? []
        : [
            heading(1, dates.heading),
            plainTable(
              dates.heading,
              dates.columns,
              dates.rows.map((row) => [row.date, row.what, `${row.entry}. ${row.name}`, row.audience]),
              [24, 42, 64, 40],
            ),
          ]),
      ...model.parts.flatMap(partBlocks),
      ...(nothing === null ? [] : [heading(1, nothing.heading), ...paragraph(nothing.sentence, 'empty')]),
    ],
  }
}

function partBlocks(part: Part): PaperBlock[] {
  return [
    heading(1, part.heading),
    ...part.groups.flatMap((group) => {
      const anchor = headingAnchor(group.heading, headingAnchor(part.heading))
      return [
        heading(2, group.heading, { anchor }),
        ...group.entries.flatMap((entry) => [
          heading(3, entry.title, { number: entry.number, anchor: headingAnchor(entry.title) }),
          ...entry.lines.flatMap((line) => paragraph(line)),
          ...factsTable(entry.facts, entry.title),
        ]),
      ]
    }),
  ]
}
