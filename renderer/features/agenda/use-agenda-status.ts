import type { AgendaStatus } from '../../../electron/contract/agenda.ts'
import { keyHints } from '../../acts/act.ts'
import { agendaText } from '../../text/agenda.ts'
import { stateWords } from '../../text/agenda-versions.ts'
import { useStatusLine } from '../../ui/status.ts'
import { rowActs } from './row-acts.ts'
import type { Agenda } from './rows.ts'

const { addBelow, rename, up, indent, longer, shorter } = rowActs.acts
const hints = keyHints([addBelow, rename, up, indent, longer, shorter])

export function useAgendaStatus({ count, table }: Agenda, status: AgendaStatus | undefined): void {
  const left = [agendaText.total(count, table.totalMinutes)]
  if (table.overrunMinutes > 0) left.push(agendaText.tooLong(table.overrunMinutes))
  if (status !== undefined) left.push(stateWords(status))
  useStatusLine(left, hints)
}
