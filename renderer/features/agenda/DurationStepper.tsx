import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import type { AgendaItem } from '../../../electron/domain/agenda/agenda.ts'
import { agendaText } from '../../text/agenda.ts'
import { Button } from '../../ui/Button.tsx'
import { DurationField } from '../../ui/ParsedField.tsx'
import { DURATION_STEP } from './keys.ts'
import { useWorkspace } from './workspace.ts'

export function DurationStepper({ item }: { item: AgendaItem }) {
  const { edit, lengthen } = useWorkspace()
  return (
    <div className="ag-stepper">
      <DurationField
        label={agendaText.inspector.duration}
        value={item.durationMinutes}
        onCommit={(durationMinutes) => edit(item.id, { durationMinutes })}
      />
      <Button
        icon={Minus}
        label={agendaText.inspector.shorter}
        onPress={() => lengthen(item.id, -DURATION_STEP)}
      />
      <Button
        icon={Plus}
        label={agendaText.inspector.longer}
        onPress={() => lengthen(item.id, DURATION_STEP)}
      />
    </div>
  )
}
