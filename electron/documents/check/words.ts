import type { AgendaChangesModel } from '../agenda/changes-model.ts'
import type { AgendaModel } from '../agenda/model.ts'
import type { ChairBriefModel } from '../chair-brief/model.ts'
import type { ConvocationProofModel } from '../convocation-proof/model.ts'
import type { DecisionRecordModel } from '../decision-record/model.ts'
import { type DocumentHead, joined, type Row } from '../head.ts'
import type { MeetingBookModel } from '../meeting-book/model.ts'
import type { ActionNote, DecisionNote } from '../minutes/record.ts'
import type { DocumentModel } from '../model.ts'
import type { ObservationsTableModel } from '../observations-table/model.ts'
import { paperOf } from '../paper/paper-of.ts'
import { paperTexts } from '../paper/texts.ts'
import type { HearingModel } from '../project-sheet/hearing.ts'
import type { ProjectSheetModel } from '../project-sheet/model.ts'
import type { NameCardsModel } from '../room/name-cards.ts'
import type { SignInSheetModel } from '../room/sign-in-sheet.ts'
import type { WelcomeListModel } from '../room/welcome-list.ts'
import type { RunningOrderModel } from '../running-order/model.ts'
import type { WatchBulletinModel } from '../watch-bulletin/model.ts'
import type { YearlyReportModel } from '../yearly-report/model.ts'

/** Strings in reading order; what is null is not printed. */
type Words = string | null | readonly Words[]

/** The words of a document one after the other; what its pages repeat (their head and foot) is left out. */
export function wordsOf(model: DocumentModel): string[] {
  const own = wordsOfPdf(model)
  if (own !== null) return flat(own)
  const paper = paperOf(model)
  return paper === null ? [] : paperTexts(paper)
}

function flat(words: Words): string[] {
  if (typeof words === 'string') return words === '' ? [] : [words]
  return words === null ? [] : words.flatMap(flat)
}

/** Null for a document that flows and whose pages say what its paper says. */
function wordsOfPdf(model: DocumentModel): Words {
  switch (model.kind) {
    case 'minutes':
    case 'convocation':
      return null
    case 'agenda':
      return agenda(model)
    case 'agendaChanges':
      return agendaChanges(model)
    case 'signInSheet':
      return signInSheet(model)
    case 'nameCards':
      return nameCards(model)
    case 'convocationProof':
      return convocationProof(model)
    case 'welcomeList':
      return welcomeList(model)
    case 'decisionRecord':
      return decisionRecord(model)
    case 'observationsTable':
      return observationsTable(model)
    case 'runningOrder':
      return runningOrder(model)
    case 'chairBrief':
      return chairBrief(model)
    case 'meetingBook':
      return meetingBook(model)
    case 'projectSheet':
      return projectSheet(model)
    case 'watchBulletin':
      return watchBulletin(model)
    case 'yearlyReport':
      return yearlyReport(model)
    case 'corrigendum':
      return [
        front(model),
        model.parts.map(({ heading, lines }) => [heading, lines]),
        model.foot,
        model.signature,
      ]
  }
}

/** `letterhead` of house.typ, then the facts. */
function front({ head, facts }: { head: DocumentHead; facts: readonly Row[] }): Words {
  const { bodyName, issuer, reference, title, subtitle, mention, sampleMark, notice } = head
  return [bodyName, issuer, reference, title, subtitle, mention, sampleMark, notice, factWords(facts)]
}

const factWords = (facts: readonly Row[]): Words => facts.map(({ label, value }) => [label, value])
/** Heads are printed with rows only. */
const table = (columns: readonly string[], rows: readonly Words[]): Words =>
  rows.length === 0 ? null : [columns, rows]
const listed = (part: { heading: string; lines: readonly string[] }): Words =>
  part.lines.length === 0 ? null : [part.heading, part.lines]
const notes = (all: readonly (DecisionNote | ActionNote)[]): Words =>
  all.map((note) => [note.label, note.lines, 'foot' in note ? note.foot : null])

function agenda(model: AgendaModel): Words {
  const { columns, timed, rows } = model
  const { time, duration, item } = columns
  return [
    front(model),
    model.heading,
    rows.length === 0 ? null : timed ? [time, duration, item] : item,
    rows.map((row) => [
      timed ? [row.time, row.duration] : null,
      [row.number, row.title],
      joined([row.nature, row.presenter], ' · '),
    ]),
    model.empty,
    model.carried,
  ]
}

function agendaChanges(model: AgendaChangesModel): Words {
  const { nothing } = model
  return [
    front(model),
    model.tables.map(({ heading, columns, rows }) => [heading, columns, rows]),
    nothing === null ? null : [nothing.heading, nothing.sentence],
  ]
}

function signInSheet(model: SignInSheetModel): Words {
  return [
    front(model),
    model.empty,
    model.colleges.map(({ name, rows }) => [
      name,
      table(
        model.columns,
        rows.map((row) => [row.name, row.note, row.job, row.organisation, row.mark]),
      ),
    ]),
    [model.othersHeading, model.columns],
    [model.proxiesHeading, model.proxies, model.proxiesToFill],
  ]
}

/** The face that is read stands once; its double, upside down, is an artifact. */
function nameCards(model: NameCardsModel): Words {
  return [
    model.empty === '' ? null : [model.emptyHeading, model.empty],
    model.cards.map(({ given, family, organisation }) => [`${given} ${family}`, organisation]),
  ]
}

function welcomeList(model: WelcomeListModel): Words {
  const rows = model.rows.map(({ name, organisation, detail }) => [name, organisation, detail, model.box])
  return [front(model), model.heading, table(model.columns, rows), model.empty]
}

function convocationProof(model: ConvocationProofModel): Words {
  return [
    front(model),
    model.messages.map(({ heading, facts, recipients, documents }) => [
      heading,
      factWords(facts),
      table(recipients.columns, recipients.rows),
      table(documents.columns, documents.rows),
    ]),
    model.empty === '' ? null : [model.emptyHeading, model.empty],
  ]
}

function decisionRecord(model: DecisionRecordModel): Words {
  const { actions } = model
  return [
    front(model),
    [model.heading, model.empty],
    model.blocks.map((block) => [
      [block.number, block.title, block.outcome],
      block.positions.length === 0 ? null : block.positionsLabel,
      block.positions.map(({ label, lines }) => [label, lines]),
      notes(block.decisions),
      block.follows,
    ]),
    actions.table.rows.length === 0
      ? null
      : [actions.heading, actions.standing, actions.table.columns, actions.table.rows],
    actions.empty === '' ? null : [actions.heading, actions.empty],
  ]
}

function observationsTable(model: ObservationsTableModel): Words {
  const marked = (spans: readonly { text: string }[]) => spans.map(({ text }) => text).join('')
  return [
    front(model),
    model.empty === '' ? null : [model.emptyHeading, model.empty],
    model.groups.map(({ number, title, rows }) => [
      [number, title, model.columns],
      rows.map((row) => [
        [row.number, row.author, row.place],
        row.before.length === 0 ? model.none : marked(row.before),
        [row.request.join(' '), marked(row.after), row.comment],
        [row.state, row.answer],
      ]),
    ]),
  ]
}

function runningOrder(model: RunningOrderModel): Words {
  return [
    front(model),
    listed(model.warnings),
    [model.heading, model.empty],
    table(
      model.columns,
      model.rows.map((row) => [
        [row.time, row.timing, row.number, row.title, row.about, row.cues, row.notes],
        row.disagreement === null ? null : [row.disagreement.label, row.disagreement.lines],
        row.documents,
      ]),
    ),
    listed(model.meetingDocuments),
  ]
}

function chairBrief(model: ChairBriefModel): Words {
  return [
    front(model),
    model.empty,
    model.pages.map(({ title, facts, parts }) => [
      title,
      factWords(facts),
      parts.map((part) => [
        part.heading,
        part.table === null ? null : table(part.table.columns, part.table.rows),
        part.lines,
      ]),
    ]),
  ]
}

function meetingBook(model: MeetingBookModel): Words {
  const { columns, timed } = model
  return [
    front(model),
    listed(model.notes),
    model.heading,
    table(
      [columns.item, timed ? columns.time : '', columns.pages],
      model.rows.map((row) => [
        [row.number, row.title, row.detail, row.presenter],
        [timed ? row.time : '', row.pages],
      ]),
    ),
    model.empty,
    model.outside === null
      ? null
      : [
          [model.outside.heading, model.outside.columns],
          model.outside.rows.map(({ heading, title, origin, state }) => [heading, title, origin, state]),
        ],
    model.dividers.map(({ heading, title, facts, state, notices }) => [
      [heading, title, factWords(facts)],
      [state, notices],
    ]),
  ]
}

function projectSheet(model: ProjectSheetModel): Words {
  const { nothing, hearings, watch, documents } = model
  return [
    front(model),
    model.parts.map(listed),
    nothing === null ? null : [nothing.heading, nothing.sentence],
    [hearings.heading, hearings.empty, hearings.list.map(hearingWords)],
    watch === null
      ? null
      : [watch.heading, watch.columns, watch.rows.map(({ name, dates }) => [name, dates])],
    documents === null ? null : [documents.heading, documents.table.columns, documents.table.rows],
  ]
}

function hearingWords(hearing: HearingModel): Words {
  const { outcome, positions } = hearing
  return [
    [hearing.heading, hearing.item, hearing.note],
    outcome === null ? null : [outcome.label, outcome.lines],
    [notes(hearing.decisions), notes(hearing.actions)],
    positions === null
      ? null
      : [
          [positions.heading, positions.columns],
          positions.rows.map(({ organisation, stance, lines }) => [organisation, stance, lines]),
        ],
  ]
}

function watchBulletin(model: WatchBulletinModel): Words {
  const { dates, nothing } = model
  return [
    front(model),
    dates === null
      ? null
      : [
          [dates.heading, dates.columns],
          dates.rows.map((row) => [row.date, row.what, `${row.entry}. ${row.name}`, row.audience]),
        ],
    model.news.map(({ heading, columns, rows }) => [
      heading,
      columns,
      rows.map(({ when, title, lines }) => [when, title, lines]),
    ]),
    model.parts.map((part) => [
      part.heading,
      part.groups.map((group) => [
        group.heading,
        group.entries.map((entry) => [entry.number, entry.title, entry.lines, factWords(entry.facts)]),
      ]),
    ]),
    nothing === null ? null : [nothing.heading, nothing.sentence],
  ]
}

/** The heading of a part or of a chart also names its table below it, and is printed once; a drawing is told by its own words. */
function yearlyReport(model: YearlyReportModel): Words {
  return [
    front(model),
    model.parts.map(({ heading, charts, tables }) => {
      const printed = (title: string) => (title === heading ? null : title)
      const alone = charts.filter((chart) => tables.every((one) => one.heading !== chart.heading))
      return [
        heading,
        alone.map((chart) => printed(chart.heading)),
        tables.map((one) => [
          printed(one.heading),
          table(
            one.columns.map(({ label }) => label),
            one.rows,
          ),
        ]),
      ]
    }),
  ]
}
