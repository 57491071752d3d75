import type { FollowedUp } from '../followed-up.ts'
import type { MinutesModel } from '../minutes/model.ts'
import type { ActionNote, DecisionNote } from '../minutes/record.ts'
import type { MinutesSectionModel } from '../minutes/section.ts'
import { type Anchor, headingAnchor, itemAnchor, noteAnchor, paragraphAnchor } from './anchors.ts'
import { factsTable } from './facts.ts'
import { frontOf, titleOf } from './front.ts'
import {
  heading,
  labelled,
  type Paper,
  type PaperBlock,
  paragraph,
  plainTable,
  point,
  richBlocks,
  type TableBlock,
} from './paper.ts'

/** The parts of minutes in their order, each with the blocks that print it. */
type MinutesPart =
  | {
      part:
        | 'head'
        | 'attendance'
        | 'agenda'
        | 'next'
        | 'passage'
        | 'record'
        | 'followUp'
        | 'approval'
        | 'signatures'
      blocks: PaperBlock[]
    }
  | { part: 'section'; at: number; blocks: PaperBlock[] }
  | { part: 'note'; label: string; blocks: PaperBlock[] }

/** The same words as the PDF, block by block. */
export function minutesPaper(model: MinutesModel): Paper {
  return {
    head: model.head,
    front: frontOf(model.head),
    blocks: minutesParts(model).flatMap(({ blocks }) => blocks),
  }
}

export function minutesParts(model: MinutesModel): MinutesPart[] {
  const { attendance, agenda, record, recordFirst, opening, next, closing, followUp, approval, signatures } =
    model
  const recordPart: MinutesPart = { part: 'record', blocks: record === null ? [] : recordBlocks(record) }
  return [
    { part: 'head', blocks: [...titleOf(model.head), ...factsTable(model.facts, model.head.title)] },
    {
      part: 'attendance',
      blocks:
        attendance === null
          ? []
          : [
              heading(1, attendance.heading),
              ...paragraph(attendance.summary, 'summary'),
              ...attendanceBlocks(attendance),
            ],
    },
    {
      part: 'agenda',
      blocks:
        agenda === null
          ? []
          : [heading(1, agenda.heading), ...agenda.items.map((item) => point(item.depth, item, null))],
    },
    ...(recordFirst ? [recordPart] : []),
    { part: 'passage', blocks: passage(opening) },
    ...model.sections.flatMap((section, at): MinutesPart[] => [
      { part: 'section', at, blocks: sectionBlocks(section) },
      ...noteParts(section),
    ]),
    ...noteParts(model.unplaced),
    { part: 'next', blocks: passage(next) },
    { part: 'passage', blocks: passage(closing) },
    ...(recordFirst ? [] : [recordPart]),
    {
      part: 'followUp',
      blocks:
        followUp === null
          ? []
          : [
              heading(1, followUp.heading),
              plainTable(followUp.heading, followUp.columns, followUp.rows, [1, 0.95, 1]),
            ],
    },
    {
      part: 'approval',
      blocks:
        approval === null
          ? []
          : [heading(1, approval.heading), ...approval.lines.flatMap((line) => paragraph(line))],
    },
    {
      part: 'signatures',
      blocks:
        signatures === null
          ? []
          : [
              heading(1, signatures.heading),
              ...signatures.signatories.flatMap(({ quality, name }) => [
                ...paragraph(quality, 'quality'),
                ...paragraph(name, 'signature'),
              ]),
            ],
    },
  ]
}

function noteParts({
  decisions,
  actions,
}: Pick<MinutesSectionModel, 'decisions' | 'actions'>): MinutesPart[] {
  return [
    ...decisions.map(
      (note): MinutesPart => ({ part: 'note', label: note.label, blocks: [decisionBlock(note)] }),
    ),
    ...actions.map((note): MinutesPart => ({ part: 'note', label: note.label, blocks: actionBlocks(note) })),
  ]
}

function attendanceBlocks(attendance: NonNullable<MinutesModel['attendance']>): PaperBlock[] {
  const { columns, colleges, groups } = attendance
  const within = headingAnchor(attendance.heading)
  return [
    ...colleges.flatMap(({ name, count, rows }) => [
      heading(2, `${name}\u2003${count}`, { anchor: headingAnchor(name, within) }),
      plainTable(name, columns, rows, columns.length === 3 ? [1.1, 1.7, 0.95] : [2.8, 0.95]),
    ]),
    ...groups.map(({ label, people }) => labelled('body', label, [people], headingAnchor(label, within))),
  ]
}

function recordBlocks(record: NonNullable<MinutesModel['record']>): PaperBlock[] {
  return [
    heading(1, record.heading),
    ...(record.empty === ''
      ? [
          joinedOver(
            plainTable(
              record.heading,
              record.columns,
              record.rows.map((row) => [row.number, row.item, row.lines, row.owner, row.due]),
              [27, 13, 58, 41, 29],
            ),
            record.rows.map(({ kind }) => kind === 'decision'),
          ),
        ]
      : paragraph(record.empty, 'empty')),
  ]
}

/** A decision has neither owner nor date: its text takes their place. */
function joinedOver(table: TableBlock, isDecision: readonly boolean[]): TableBlock {
  return {
    ...table,
    cells: table.cells.flatMap((cell) =>
      isDecision[cell.y - 1] !== true || cell.x < 2 ? [cell] : cell.x === 2 ? [{ ...cell, colspan: 3 }] : [],
    ),
  }
}

function passage(part: MinutesModel['opening']): PaperBlock[] {
  if (part === null) return []
  const anchor = headingAnchor(part.heading)
  return [
    heading(1, part.heading, { anchor }),
    // Its own sentence comes before the first typed paragraph.
    ...paragraph(part.sentence, 'body', paragraphAnchor(anchor, 0)),
    ...richBlocks(part.blocks, { heading: part.heading, anchor }),
  ]
}

/** Without its notes. */
function sectionBlocks(section: MinutesSectionModel): PaperBlock[] {
  const { depth, number, outcome, watch, followedUp } = section
  const anchor = itemAnchor(section)
  return [
    heading(depth, section.title, { number, anchor }),
    ...paragraph(section.presented, 'presented', headingAnchor('presente', anchor)),
    ...section.parts.flatMap((part) => {
      const own = headingAnchor(part.heading, anchor)
      return [
        heading(depth + 1, part.heading, { anchor: own }),
        ...richBlocks(part.blocks, { heading: part.heading, anchor: own }),
      ]
    }),
    ...paragraph(section.empty, 'empty', headingAnchor('vide', anchor)),
    ...(watch === null
      ? []
      : [
          heading(depth + 1, watch.heading, { anchor: headingAnchor(watch.heading, anchor) }),
          plainTable(
            watch.heading,
            watch.table.columns,
            watch.table.rows,
            watch.table.columns.map((_, x) => (x === 0 ? 48 : 24)),
          ),
        ]),
    ...followedUpBlocks(followedUp, { depth, anchor }),
    ...(outcome === null
      ? []
      : [labelled('outcome', outcome.label, outcome.lines, headingAnchor(outcome.label, anchor))]),
  ]
}

function decisionBlock(note: DecisionNote): PaperBlock {
  return labelled('decision', note.label, note.lines, noteAnchor('decision', note.label))
}

function actionBlocks(note: ActionNote): PaperBlock[] {
  const anchor = noteAnchor('action', note.label)
  return [
    labelled('action', note.label, note.lines, anchor),
    ...paragraph(note.foot, 'foot', headingAnchor('suite', anchor)),
  ]
}

/** @param within the item under which it stands, and its depth; on its own by default. */
function followedUpBlocks(
  part: FollowedUp | null,
  within: { depth: number; anchor: Anchor | null } = { depth: 0, anchor: null },
): PaperBlock[] {
  if (part === null) return []
  const anchor =
    within.anchor === null ? headingAnchor(part.heading) : headingAnchor(part.heading, within.anchor)
  const level = within.depth === 0 ? 1 : within.depth === 1 ? 2 : within.depth === 2 ? 3 : 4
  return [
    heading(level, part.heading, { anchor }),
    ...paragraph(part.standing, 'foot'),
    ...(part.table.rows.length === 0
      ? []
      : [plainTable(part.heading, part.table.columns, part.table.rows, [27, 62, 41, 24, 19])]),
    ...paragraph(part.others, 'foot'),
  ]
}
