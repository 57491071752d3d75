import type { SavedDocument } from '../../../electron/contract/documents.ts'
import { drawingOf } from '../../../electron/domain/report/chart.ts'
import { type ChartId, chartOf } from '../../../electron/domain/report/charts.ts'
import type { YearlyReport } from '../../../electron/domain/report/yearly-report.ts'
import { ActMenu } from '../../acts/ActButton.tsx'
import { bindActs } from '../../acts/act.ts'
import { errorSentence } from '../../api/api-error.ts'
import { useAct } from '../../api/use-write.ts'
import { yearlyReportText as text } from '../../text/yearly-report.ts'
import { showToast } from '../../ui/toasts.ts'
import { DrawnChart } from './DrawnChart.tsx'
import { chartActs } from './report-acts.ts'

export function ChartFigure({
  report,
  id,
  onSaved,
}: {
  report: YearlyReport
  id: ChartId
  onSaved: (saved: SavedDocument) => void
}) {
  const say = { onError: (error: unknown) => showToast(errorSentence(error)) }
  const copy = useAct('yearlyReport.copyChart', {
    ...say,
    onSuccess: (_, { format }) => showToast(format === 'png' ? text.copiedPicture : text.copiedDrawing),
  })
  const save = useAct('documents.save', {
    ...say,
    onSuccess: (saved) => {
      if (saved !== null) onSaved(saved)
    },
  })
  const chart = chartOf(report, id)
  if (chart === null) return null
  const period = { from: report.from, to: report.to }
  const acts = bindActs(
    chartActs,
    {
      copyAs: (format) => copy.mutate({ ...period, chart: id, format }),
      save: () => save.mutate({ kind: 'reportChart', period, chart: id }),
    },
    null,
  )
  return (
    <figure className={`report-chart ${chart.kind === 'bars' ? 'narrow' : ''}`}>
      <figcaption className="row">
        <h2 className="h3 grow">{chart.title}</h2>
        <ActMenu label={text.chartActs(chart.title)} acts={Object.values(acts)} />
      </figcaption>
      <DrawnChart drawing={drawingOf(chart)} told={`${chart.title}. ${chart.told}`} />
    </figure>
  )
}
