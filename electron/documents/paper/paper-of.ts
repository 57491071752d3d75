import type { Span } from '../blocks.ts'
import type { ConvocationModel, ConvocationPoint } from '../convocation/model.ts'
import type { DocumentModel } from '../model.ts'
import type { WatchBulletinModel } from '../watch-bulletin/model.ts'
import { agendaPaper } from './agenda.ts'
import { type Anchor, headingAnchor, itemAnchor, LONGEST_ANCHOR, paragraphAnchor } from './anchors.ts'
import { factsTable } from './facts.ts'
import { frontOf, logosOf, marksOf, titleOf } from './front.ts'
import { minutesPaper } from './minutes.ts'
import { heading, type Paper, type PaperBlock, paragraph, plainTable, point } from './paper.ts'
import { wellFormed } from './well-formed.ts'

/** Null for what is only ever a PDF. */
export function paperOf(model: DocumentModel): Paper | null {
  const paper = made(model)
  return paper === null ? null : withUniqueAnchors(wellFormed(paper))
}

function made(model: DocumentModel): Paper | null {
  switch (model.kind) {
    case 'minutes':
      return minutesPaper(model)
    case 'agenda':
      return agendaPaper(model)
    case 'convocation':
      return convocationPaper(model)
    case 'watchBulletin':
      return bulletinPaper(model)
    default:
      return null
  }
}

type Part = WatchBulletinModel['parts'][number]

/** The same words as the PDF, block by block. */
function bulletinPaper(model: WatchBulletinModel): Paper {
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
      ...model.news.flatMap(newsBlocks),
      ...model.parts.flatMap(partBlocks),
      ...(nothing === null ? [] : [heading(1, nothing.heading), ...paragraph(nothing.sentence, 'empty')]),
    ],
  }
}

function newsBlocks({ heading: name, columns, rows }: WatchBulletinModel['news'][number]): PaperBlock[] {
  const table = plainTable(
    name,
    columns,
    rows.map(({ when, title, lines }) => [when, [title, ...lines]]),
    [42, 121],
  )
  // The title of a text leads to it.
  const cells = table.cells.map((cell) => {
    const href = cell.x === 1 ? (rows[cell.y - 1]?.href ?? null) : null
    const blocks = cell.blocks.map((block) =>
      block.type === 'paragraph' && href !== null
        ? { ...block, lines: block.lines.map((line, at) => (at === 0 ? linked(line, href) : line)) }
        : block,
    )
    return { ...cell, blocks }
  })
  return [heading(1, name), { ...table, cells }]
}

const linked = (line: readonly Span[], href: string) => line.map((span) => ({ ...span, href }))

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

/** The same words as the PDF, in its order. */
function convocationPaper(model: ConvocationModel): Paper {
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

/** The same paper without two places of one name: the second one met is followed by 2, and so on. */
function withUniqueAnchors({ head, front, blocks }: Paper): Paper {
  const seen = new Map<string, number>()
  const unique = (anchor: Anchor | null): Anchor | null => {
    if (anchor === null) return null
    // Word does not tell capitals from small letters in names.
    const key = anchor.toLowerCase()
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    if (count === 1) return anchor
    const end = `_${count}`
    return unique(anchor.slice(0, LONGEST_ANCHOR - end.length) + end)
  }
  const visit = (block: PaperBlock): PaperBlock => {
    switch (block.type) {
      case 'title':
      case 'logos':
      case 'image':
        return block
      case 'heading':
      case 'point':
      case 'paragraph':
        return { ...block, anchor: unique(block.anchor) }
      case 'list':
        return { ...block, items: block.items.map((item) => item.map(visit)) }
      case 'quote':
        return { ...block, blocks: block.blocks.map(visit) }
      case 'table':
        return { ...block, cells: block.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(visit) })) }
    }
  }
  return { head, front: front.map(visit), blocks: blocks.map(visit) }
}
