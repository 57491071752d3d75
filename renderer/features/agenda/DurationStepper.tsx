import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import type { AgendaItem } from '../../../electron/domain/agenda/agenda.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { agendaText } from '../../text/agenda.ts'
import { DurationField } from '../../ui/ParsedField.tsx'
import { useRowActs } from './use-row-acts.ts'
import { useWorkspace } from './workspace.ts'

export function DurationStepper({ item }: { item: AgendaItem }) {
  const { edit } = useWorkspace()
  const { longer, shorter } = useRowActs(item.id)
  return (
    <div className="ag-stepper">
      <DurationField
        label={agendaText.inspector.duration}
        value={item.durationMinutes}
        onCommit={(durationMinutes) => edit(item.id, { durationMinutes })}
      />
      <ActButton act={shorter} icon={Minus} iconOnly />
      <ActButton act={longer} icon={Plus} iconOnly />
    </div>
  )
}
