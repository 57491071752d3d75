import type { ConvocationModel, ConvocationPoint } from '../convocation/model.ts'
import { itemAnchor, paragraphAnchor } from './anchors.ts'
import { factsTable } from './facts.ts'
import { logosOf, marksOf } from './front.ts'
import { heading, type Paper, type PaperBlock, paragraph, point } from './paper.ts'

/** The same words as the PDF, in its order. */
export function convocationPaper(model: ConvocationModel): Paper {
  const { head } = model
  const [last, ...others] = [...model.closing].reverse()
  const [quality, ...names] = model.signature
  const body = (text: string, rank: number) => paragraph(text, 'body', paragraphAnchor('lettre', rank))
  return {
    head,
    front: [
      ...logosOf(head),
      ...paragraph(head.bodyName, 'issuer'),
      ...paragraph(head.issuer, 'mention'),
      ...head.look.address.flatMap((line) => paragraph(line, 'mention')),
      ...paragraph(model.contact, 'mention'),
      ...paragraph(model.dated, 'dated'),
      ...paragraph(model.reference, 'dated'),
      ...paragraph(model.addressee, 'addressee'),
      ...paragraph(head.bodyName, 'addressee'),
    ],
    blocks: [
      { type: 'title', label: model.subjectLabel, text: `${head.title} ${head.subtitle}`.trim() },
      ...marksOf(head),
      ...body(model.salutation, 1),
      ...body(model.opening, 2),
      ...factsTable(model.facts, head.title),
      heading(1, model.agendaHeading),
      ...pointBlocks(model.points, 1),
      ...paragraph(model.empty, 'empty'),
      ...others
        .reverse()
        .flatMap((words, index) => paragraph(words, 'reply', paragraphAnchor('lettre', 3 + index))),
      ...paragraph(last ?? '', 'farewell', paragraphAnchor('lettre', 3 + others.length)),
      ...paragraph(quality ?? '', 'quality'),
      ...names.flatMap((name) => paragraph(name, 'signature')),
    ],
  }
}

function pointBlocks(points: readonly ConvocationPoint[], depth: number): PaperBlock[] {
  return points.flatMap(({ number, title, detail, points: inner }) => [
    point(
      depth,
      { number, title: detail === '' ? title : `${title} (${detail})` },
      itemAnchor({ number, title }),
    ),
    ...pointBlocks(inner, depth + 1),
  ])
}
