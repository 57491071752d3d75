// What each table of a PDF is called, in their order: as the heading above it.
import type { DocumentModel } from '../model.ts'
import { paperOf } from '../paper/paper-of.ts'
import { tableCaptions } from '../paper/texts.ts'

export function captionsOf(model: DocumentModel): string[] {
  const facts = 'facts' in model && model.facts.length > 0 ? [model.head.title] : []
  const filled = (heading: string, rows: readonly unknown[]) => (rows.length === 0 ? [] : [heading])
  switch (model.kind) {
    case 'minutes':
    case 'agenda':
    case 'convocation':
    case 'watchBulletin':
      return tableCaptions(paperOf(model)?.blocks ?? [])
    case 'decisionRecord':
      return [...facts, ...filled(model.actions.heading, model.actions.table.rows)]
    case 'agendaChanges':
      return [...facts, ...model.tables.map(({ heading }) => heading)]
    case 'observationsTable':
      return [...facts, ...model.groups.map(({ number, title }) => `${number} ${title}`.trim())]
    case 'chairBrief':
      return [
        ...facts,
        ...model.pages.flatMap(({ parts }) =>
          parts.flatMap(({ heading, table }) => (table === null ? [] : [heading])),
        ),
      ]
    case 'projectSheet':
      return [
        ...facts,
        ...model.hearings.list.flatMap(({ positions }) => (positions === null ? [] : [positions.heading])),
        ...(model.watch === null ? [] : [model.watch.heading]),
        ...(model.documents === null ? [] : [model.documents.heading]),
      ]
    case 'meetingBook':
      return [
        ...facts,
        ...filled(model.heading, model.rows),
        ...(model.outside === null ? [] : [model.outside.heading]),
        ...model.dividers.flatMap(({ heading, facts: own }) => filled(heading, own)),
      ]
    case 'convocationProof':
      return [
        ...facts,
        ...model.messages.flatMap(({ heading, facts: own, documents }) => [
          ...filled(heading, own),
          heading,
          ...filled(heading, documents.rows),
        ]),
      ]
    case 'yearlyReport':
      return [...facts, ...model.parts.flatMap(({ tables }) => tables.map(({ heading }) => heading))]
    case 'runningOrder':
    case 'welcomeList':
      return [...facts, ...filled(model.heading, model.rows)]
    case 'signInSheet':
      return [...facts, ...model.colleges.map(({ name }) => name), model.othersHeading]
    case 'nameCards':
    case 'corrigendum':
      return facts
  }
}
