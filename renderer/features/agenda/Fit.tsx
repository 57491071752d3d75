import CircleCheck from 'lucide-react/icons/circle-check'
import Clock from 'lucide-react/icons/clock'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { agendaText } from '../../text/agenda.ts'
import { Badge } from '../../ui/Badge.tsx'
import { useWorkspace } from './workspace.ts'

export function Fit() {
  const { planned, table, rows } = useWorkspace().agenda
  if (planned === null || rows.length === 0) return null
  const left = planned - table.end
  return (
    <span className="ag-fit">
      {table.overrunMinutes > 0 ? (
        <Badge icon={TriangleAlert} tone="bad">
          {agendaText.over(table.overrunMinutes)}
        </Badge>
      ) : left > 0 ? (
        <Badge icon={Clock} tone="line">
          {agendaText.left(left)}
        </Badge>
      ) : (
        <Badge icon={CircleCheck} tone="ok">
          {agendaText.exact}
        </Badge>
      )}
    </span>
  )
}
