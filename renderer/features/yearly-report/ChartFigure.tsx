import ClipboardCopy from 'lucide-react/icons/clipboard-copy'
import FileDown from 'lucide-react/icons/file-down'
import ImageIcon from 'lucide-react/icons/image'
import type { SavedDocument } from '../../../electron/contract/documents.ts'
import { drawingOf } from '../../../electron/domain/report/chart.ts'
import { type ChartId, chartOf } from '../../../electron/domain/report/charts.ts'
import type { YearlyReport } from '../../../electron/domain/report/yearly-report.ts'
import { errorSentence } from '../../api/api-error.ts'
import { useWrite } from '../../api/use-write.ts'
import { yearlyReportText as text } from '../../text/yearly-report.ts'
import { Menu } from '../../ui/Menu.tsx'
import { showToast } from '../../ui/toasts.ts'
import { DrawnChart } from './DrawnChart.tsx'

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
  const copy = useWrite('yearlyReport.copyChart', {
    ...say,
    onSuccess: (_, { format }) => showToast(format === 'png' ? text.copiedPicture : text.copiedDrawing),
  })
  const save = useWrite('yearlyReport.saveChart', {
    ...say,
    onSuccess: (saved) => {
      if (saved !== null) onSaved(saved)
    },
  })
  const chart = chartOf(report, id)
  if (chart === null) return null
  const asked = { from: report.from, to: report.to, chart: id }
  const copyAs = (format: 'png' | 'svg') => copy.mutate({ ...asked, format })
  return (
    <figure className={`report-chart ${chart.kind === 'bars' ? 'narrow' : ''}`}>
      <figcaption className="row">
        <h2 className="h3 grow">{chart.title}</h2>
        <Menu
          label={text.chartActs(chart.title)}
          acts={[
            {
              id: 'picture',
              label: text.copyPicture,
              icon: ImageIcon,
              reads: true,
              onAct: () => copyAs('png'),
            },
            {
              id: 'drawing',
              label: text.copyDrawing,
              icon: ClipboardCopy,
              reads: true,
              onAct: () => copyAs('svg'),
            },
            {
              id: 'save',
              label: text.saveChart,
              icon: FileDown,
              reads: true,
              onAct: () => save.mutate(asked),
            },
          ]}
        />
      </figcaption>
      <DrawnChart drawing={drawingOf(chart)} told={`${chart.title}. ${chart.told}`} />
    </figure>
  )
}
