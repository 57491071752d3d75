import { AppError } from '../../contract/errors.ts'
import type { Parsed } from '../../contract/index.ts'
import { reportFileName } from '../../documents/file-name.ts'
import type { Cell, Sheet } from '../../documents/spreadsheet/sheet.ts'
import { reportText as text } from '../../documents/text/yearly-report.ts'
import type { ReportFile } from '../../documents/yearly-report/model.ts'
import { svgOf } from '../../domain/documents/drawing.ts'
import { titledDrawing } from '../../domain/report/chart.ts'
import { type ChartId, chartOf } from '../../domain/report/charts.ts'
import { type ReportCell, reportTables } from '../../domain/report/tables.ts'
import { definitions, FigureId, reportWords } from '../../domain/report/words.ts'
import type { Period } from '../../domain/watch/period.ts'
import type { LongContext, ReadContext } from '../context.ts'
import { lookOn } from '../reads/document-style.ts'
import { getBody } from '../reads/settings.ts'
import { reportOf } from './handlers.ts'

type ChartAsked = Omit<Parsed<'yearlyReport.copyChart'>, 'format'>
type Format = Parsed<'yearlyReport.copyChart'>['format']

/** Everything the printed report is made of. */
export async function reportFile(
  context: Pick<ReadContext, 'tx' | 'today' | 'pause'>,
  period: Period,
): Promise<ReportFile> {
  return {
    ...(await reportOf(context, period)),
    body: await getBody(context.tx),
    look: await lookOn(context.tx, period.to),
  }
}

/** Of the workbook; of one chart. */
export async function figuresFileName(
  context: LongContext,
  period: Period,
  chart?: ChartId,
): Promise<string> {
  const body = await context.read(({ tx }) => getBody(tx))
  return chart === undefined
    ? reportFileName(body, period, { extension: 'xlsx' })
    : reportFileName(body, period, { extension: 'svg', title: reportWords.charts[chart] })
}

/** The figures of a period, as a workbook. */
export async function renderFigures(context: LongContext, period: Period): Promise<Uint8Array> {
  const { report, previous } = await context.read((reading) => reportOf(reading, period))
  const sheets: Sheet[] = [
    ...reportTables(report, previous).map(({ id, columns, rows }) => ({
      name: reportWords.tables[id],
      columns: columns.map(({ label, numeric, weight }) => ({
        title: label,
        width: numeric ? 16 : 12 + weight * 8,
      })),
      rows: rows.map((row) => row.map(sheetCell)),
    })),
    {
      name: text.parts.definitions,
      columns: [
        { title: reportWords.columns.figure, width: 32 },
        ...(['counts', 'over', 'when', 'without'] as const).map((key) => ({
          title: reportWords.columns[key],
          width: 48,
        })),
      ],
      rows: FigureId.options.map((id) => {
        const { name, counts, over, when, without } = definitions[id]
        return [name, counts, over, when, without]
      }),
    },
  ]
  const { bytes } = await context.runJob('writeSpreadsheet', { sheets, format: 'xlsx' })
  return bytes
}

/** @throws AppError `not-found` when the period has nothing to draw. */
export async function chartBytes(
  context: LongContext,
  { chart: id, format, ...period }: ChartAsked & { format: Format },
): Promise<{ bytes: Uint8Array }> {
  const { report } = await context.read((reading) => reportOf(reading, period))
  const chart = chartOf(report, id)
  if (chart === null) throw new AppError('not-found')
  const bytes = new TextEncoder().encode(
    svgOf(titledDrawing(chart), { title: chart.title, words: chart.told }),
  )
  return format === 'svg' ? { bytes } : context.runJob('drawPicture', { svg: bytes })
}

function sheetCell(cell: ReportCell): Cell {
  if (cell === null || typeof cell !== 'object' || 'date' in cell) return cell
  return cell.whole === 0 ? null : { share: cell.part / cell.whole }
}
