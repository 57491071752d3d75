// Minutes as a paper: the parts of the model in the order of the printed pages.
import type { MinutesModel } from '../minutes/model.ts'
import type { ActionNote, DecisionNote } from '../minutes/record.ts'
import type { MinutesSectionModel } from '../minutes/section.ts'
import { factsTable } from './facts.ts'
import {
  anchorOf,
  heading,
  labelled,
  type Paper,
  type PaperBlock,
  paragraph,
  plain,
  plainTable,
  richBlocks,
} from './paper.ts'

/** The same words as the PDF, block by block. */
export function minutesPaper(model: MinutesModel): Paper {
  const { attendance, agenda, record, opening, next, closing, followUp } = model
  return {
    head: model.head,
    blocks: [
      ...factsTable(model.facts),
      ...(attendance === null
        ? []
        : [
            heading(1, attendance.heading),
            ...paragraph(attendance.summary, 'summary'),
            ...attendance.colleges.flatMap((college) => [
              heading(2, `${college.name} (${college.count})`),
              plainTable(college.name, attendance.columns, college.rows, [1.1, 1.7, 0.95]),
            ]),
          ]),
      heading(1, agenda.heading),
      ...agenda.items.map(
        ({ number, title, depth }): PaperBlock => ({
          type: 'paragraph',
          role: depth === 1 ? 'body' : 'summary',
          lines: [[plain(number === '' ? title : `${number}\u2002${title}`)]],
          anchor: null,
        }),
      ),
      heading(1, record.heading),
      ...(record.empty === ''
        ? [
            plainTable(
              record.heading,
              record.columns,
              record.rows.map((row) => [row.number, row.item, row.lines, row.owner, row.due]),
              [32, 14, 58, 34, 30],
            ),
          ]
        : paragraph(record.empty, 'empty')),
      ...passage(opening),
      ...model.sections.flatMap(sectionBlocks),
      ...model.unplaced.decisions.map(decisionBlock),
      ...model.unplaced.actions.flatMap(actionBlocks),
      ...passage(next),
      ...passage(closing),
      heading(1, followUp.heading),
      plainTable(followUp.heading, followUp.columns, followUp.rows, [1, 0.7, 1]),
    ],
  }
}

function passage(part: MinutesModel['opening']): PaperBlock[] {
  if (part === null) return []
  return [heading(1, part.heading), ...paragraph(part.sentence), ...richBlocks(part.blocks)]
}

function sectionBlocks(section: MinutesSectionModel): PaperBlock[] {
  const { depth, number, outcome, watch } = section
  const anchor = number === '' ? {} : { anchor: anchorOf('item', number) }
  return [
    heading(depth, section.title, { number, ...anchor }),
    ...paragraph(section.presented, 'presented'),
    ...section.parts.flatMap((part) => [heading(depth + 1, part.heading), ...richBlocks(part.blocks)]),
    ...paragraph(section.empty, 'empty'),
    ...(watch === null
      ? []
      : [
          heading(depth + 1, watch.heading),
          plainTable(watch.heading, watch.table.columns, watch.table.rows, [60, 28, 22, 22, 33]),
        ]),
    ...(outcome === null ? [] : [labelled('outcome', outcome.label, outcome.lines, null)]),
    ...section.decisions.map(decisionBlock),
    ...section.actions.flatMap(actionBlocks),
  ]
}

function decisionBlock(note: DecisionNote): PaperBlock {
  return labelled('decision', note.label, note.lines, anchorOf('note', note.label))
}

function actionBlocks(note: ActionNote): PaperBlock[] {
  return [
    labelled('action', note.label, note.lines, anchorOf('note', note.label)),
    ...paragraph(note.foot, 'foot'),
  ]
}
