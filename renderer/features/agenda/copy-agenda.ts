import { formatDuration } from '../../../electron/domain/text/french.ts'
import { errorSentence } from '../../api/api-error.ts'
import { showToast } from '../../api/toasts.ts'
import type { GridColumn } from '../../parts/grid/columns.ts'
import { copyRows } from '../../parts/grid/copy-rows.ts'
import { agendaText, clock } from '../../text/agenda.ts'
import { gridText } from '../../text/grid.ts'
import type { Row } from './rows.ts'

const { table } = agendaText
const columns: readonly GridColumn<Row>[] = [
  { id: 'number', label: table.number, text: ({ number }) => number ?? '' },
  { id: 'start', label: table.start, text: ({ slot }) => clock(slot.start) },
  { id: 'title', label: table.title, text: ({ item }) => item.title },
  {
    id: 'presenter',
    label: table.presenter,
    text: ({ item }) => [item.presenter, item.organisation].filter((words) => words !== '').join(', '),
  },
  { id: 'duration', label: table.duration, text: ({ slot }) => formatDuration(slot.durationMinutes) },
]

/** All of it, for a message or a spreadsheet. */
export function copyAgenda(rows: readonly Row[]): void {
  copyRows(rows, columns).then(
    () => showToast(gridText.copied(rows.length)),
    (error: unknown) => showToast(errorSentence(error)),
  )
}
