import { z } from 'zod'
import type { DocumentLook } from '../../domain/documents/document-style.ts'
import { Drawing } from '../../domain/documents/drawing.ts'
import type { Body } from '../../domain/meetings/body.ts'
import { drawingOf, WIDE as WIDEST } from '../../domain/report/chart.ts'
import { type ChartId, chartOf, MOST_OWNERS } from '../../domain/report/charts.ts'
import { cellWords, type ReportTable, reportTables } from '../../domain/report/tables.ts'
import { definitions, FigureId, reportWords } from '../../domain/report/words.ts'
import type { YearlyReport } from '../../domain/report/yearly-report.ts'
import { formatDateWithoutWeekday, formatPeriod } from '../../domain/text/french.ts'
import { calendarYear } from '../../domain/time/report-period.ts'
import { acronymOf, DocumentHead, fact, headOf, joined, momentOf, Row, typed } from '../head.ts'
import { headText, paperText } from '../text/head.ts'
import { reportText as text } from '../text/yearly-report.ts'

const ReportPart = z.strictObject({
  heading: z.string(),
  charts: z.array(
    z.strictObject({
      heading: z.string(),
      /** Description for who does not see it. */
      alt: z.string().min(1),
      drawing: Drawing,
      /** Of the width of the tables. */
      share: z.number(),
    }),
  ),
  tables: z.array(
    z.strictObject({
      heading: z.string(),
      columns: z.array(z.strictObject({ label: z.string(), numeric: z.boolean(), weight: z.number() })),
      rows: z.array(z.array(z.string())).min(1),
    }),
  ),
})

export const YearlyReportModel = z.strictObject({
  kind: z.literal('yearlyReport'),
  head: DocumentHead,
  facts: z.array(Row).min(1),
  parts: z.array(ReportPart).min(1),
  /** Said behind the name of a table that goes on on another page. */
  continued: z.string().default(''),
})
export type YearlyReportModel = z.infer<typeof YearlyReportModel>

export type ReportFile = {
  body: Body
  /** How documents of the period's last day look. */
  look: DocumentLook
  report: YearlyReport
  previous: YearlyReport
}

type Part = {
  part: keyof typeof text.parts
  charts: readonly ChartId[]
  tables: readonly ReportTable['id'][]
}
const parts: readonly Part[] = [
  { part: 'figures', charts: [], tables: ['figures'] },
  { part: 'meetings', charts: ['decisions'], tables: ['meetings'] },
  { part: 'projects', charts: ['axes', 'owners'], tables: ['axes', 'owners'] },
  { part: 'texts', charts: ['texts'], tables: ['natures'] },
  { part: 'participation', charts: ['participation'], tables: ['colleges', 'organisations'] },
  { part: 'decisions', charts: ['delays'], tables: ['outcomes', 'delays'] },
]

/** The same figures give the same model, whenever it is made. */
export function yearlyReportModel(file: ReportFile): YearlyReportModel {
  const { body, report, previous } = file
  const said = (words: string) => inWordsOf(body, words)
  const tables = reportTables(report, previous)
  return {
    kind: 'yearlyReport',
    head: reportHead(file),
    facts: reportFacts(file),
    continued: headText.continued,
    parts: [
      ...parts
        .map(({ part, charts, tables: listed }) => ({
          heading: said(text.parts[part]),
          charts: charts.flatMap((id) => {
            const chart = chartOf(report, id)
            if (chart === null) return []
            const drawing = drawingOf(chart)
            // A narrow drawing keeps the size of its letters.
            return [
              {
                heading: said(chart.title),
                alt: said(typed(chart.told)),
                drawing,
                share: drawing.width / WIDEST,
              },
            ]
          }),
          tables: tables
            .filter(({ id }) => listed.includes(id))
            .map(({ id, title, columns, rows }) => ({
              heading: said(title),
              columns: columns.map(({ label, ...column }) => ({ label: said(label), ...column })),
              rows: (id === 'owners' ? firstOwners(rows) : rows).map((row) =>
                row.map((cell) => (id === 'figures' ? said : typed)(cellWords(cell, id === 'figures'))),
              ),
            })),
        }))
        .filter((part) => part.charts.length + part.tables.length > 0),
      {
        heading: text.parts.definitions,
        charts: [],
        tables: [
          {
            heading: text.parts.definitions,
            columns: text.definitionColumns.map((label, rank) => ({
              label,
              numeric: false,
              weight: rank === 0 ? 1 : 3,
            })),
            rows: FigureId.options.map((id) => [said(definitions[id].name), said(definitionWords(id))]),
          },
        ],
      },
    ],
  }
}

/** The others in one row: a page of names that were each heard once tells nobody anything. */
function firstOwners(rows: ReportTable['rows']): ReportTable['rows'] {
  if (rows.length <= MOST_OWNERS) return rows
  const others = rows.slice(MOST_OWNERS - 1)
  const sum = (column: number) =>
    others.reduce((total, row) => total + (typeof row[column] === 'number' ? row[column] : 0), 0)
  return [...rows.slice(0, MOST_OWNERS - 1), [reportWords.otherOwners(others.length), sum(1), sum(2)]]
}

/** "Bilan de la réunion" where the body says so: our own words only, never what somebody typed. */
function inWordsOf({ meetingWord }: Body, words: string): string {
  return meetingWord === 'séance'
    ? words
    : words.replaceAll('séance', 'réunion').replaceAll('Séance', 'Réunion')
}

function definitionWords(id: FigureId): string {
  const { counts, over, when, without } = definitions[id]
  return [
    counts,
    ...(over === '' ? [] : [text.definition.over(over)]),
    text.definition.when(when),
    text.definition.without(without),
  ].join(' ')
}

function reportHead({ body, look, report }: ReportFile): DocumentHead {
  const { code } = paperText.yearlyReport
  const year = calendarYear(report)
  const title = reportWords.title(year)
  const days = formatPeriod(report.from, report.to)
  return headOf({ body, look }, 'yearlyReport', {
    title,
    subtitle: days,
    runningTitle: year === null ? `${title} ${days}` : title,
    reference: `${acronymOf(body)}/${reportCode(report)}-${code}`,
    mention: report.reference < report.to ? text.provisional : '',
    notice:
      report.reference < report.to ? text.provisionalNotice(formatDateWithoutWeekday(report.reference)) : '',
    metadataTitle: `${title} ${days}, ${typed(body.name)}`,
    keywords: [report.from, report.to],
    date: momentOf(report.reference, '12:00'),
  })
}

/** "2026" for a whole year, else both days. */
export function reportCode(period: { from: string; to: string }): string {
  return calendarYear(period) ?? `${period.from}_${period.to}`
}

function reportFacts({ body, report, previous }: ReportFile): Row[] {
  const year = calendarYear(previous)
  const { held, cancelled, moved, participation } = report
  const counts = [
    text.held(held),
    ...(cancelled === 0 ? [] : [text.cancelled(cancelled)]),
    ...(moved === 0 ? [] : [text.moved(moved)]),
  ]
  const said = (words: string) => inWordsOf(body, words)
  return [
    ...fact(text.facts.period, formatPeriod(report.from, report.to)),
    ...fact(text.facts.before, year ?? formatPeriod(previous.from, previous.to)),
    ...fact(text.facts.reference, formatDateWithoutWeekday(report.reference)),
    ...fact(said(text.facts.meetings), report.meetings.length === 0 ? said(text.empty) : joined(counts)),
    ...fact(
      text.facts.unrecorded,
      participation.unrecorded === 0 ? '' : said(text.unrecorded(participation.unrecorded)),
    ),
  ]
}
