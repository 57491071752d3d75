import type { AgendaStatus } from '../../../electron/contract/agenda.ts'
import { agendaText } from '../../text/agenda.ts'
import { stateWords } from '../../text/agenda-versions.ts'
import { useStatusLine } from '../../ui/status.ts'
import type { Agenda } from './rows.ts'

const { keys } = agendaText

const hints = [
  { keys: [keys.enter], label: keys.addBelow },
  { keys: ['F2'], label: keys.rename },
  { keys: [keys.alt, keys.shift, '↑'], label: keys.up },
  { keys: [keys.alt, keys.shift, '→'], label: keys.indent },
  { keys: ['+', '−'], label: keys.lengthen },
]

export function useAgendaStatus({ count, table }: Agenda, status: AgendaStatus | undefined): void {
  const left = [agendaText.total(count, table.totalMinutes)]
  if (table.overrunMinutes > 0) left.push(agendaText.tooLong(table.overrunMinutes))
  if (status !== undefined) left.push(stateWords(status))
  useStatusLine(left, hints)
}
