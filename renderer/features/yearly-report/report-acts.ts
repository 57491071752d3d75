import ClipboardCopy from 'lucide-react/icons/clipboard-copy'
import FileDown from 'lucide-react/icons/file-down'
import ImageIcon from 'lucide-react/icons/image'
import Table2 from 'lucide-react/icons/table-2'
import { declareActs } from '../../acts/act.ts'
import { yearlyReportText as text } from '../../text/yearly-report.ts'
import { isTyping } from '../../ui/typing.ts'

export type ReportContext = {
  move: (step: 1 | -1) => void
  asTables: boolean
  tables: () => void
  exportPdf: () => void
}

/** Keys of the yearly report; its buttons carry what is under way beside these. */
export const reportActs = declareActs<ReportContext>(
  'yearlyReport',
  text.title,
  'window',
  'yearlyReport',
)({
  previous: {
    label: text.keys.previous,
    short: text.keys.year,
    keys: ['Shift+Left'],
    reads: true,
    leavesKey: isTaken,
    perform: ({ move }) => move(-1),
  },
  next: {
    label: text.keys.next,
    short: text.keys.year,
    keys: ['Shift+Right'],
    reads: true,
    leavesKey: isTaken,
    perform: ({ move }) => move(1),
  },
  tables: {
    label: ({ asTables }) => (asTables ? text.drawings : text.tables),
    icon: Table2,
    reads: true,
    perform: ({ tables }) => tables(),
  },
  export: {
    label: text.keys.export,
    keys: ['CmdOrCtrl+E'],
    reads: true,
    perform: ({ exportPdf }) => exportPdf(),
  },
})

/** The parts of a date take arrows themselves. */
function isTaken(): boolean {
  const active = document.activeElement
  return isTyping(active) || active?.getAttribute('role') === 'spinbutton'
}

export type ChartContext = { copyAs: (format: 'png' | 'svg') => void; save: () => void }

export const chartActs = declareActs<ChartContext>(
  'yearlyReport.chart',
  text.charts,
  'rows',
)({
  picture: { label: text.copyPicture, icon: ImageIcon, reads: true, perform: ({ copyAs }) => copyAs('png') },
  drawing: {
    label: text.copyDrawing,
    icon: ClipboardCopy,
    reads: true,
    perform: ({ copyAs }) => copyAs('svg'),
  },
  save: { label: text.saveChart, icon: FileDown, reads: true, perform: ({ save }) => save() },
})
