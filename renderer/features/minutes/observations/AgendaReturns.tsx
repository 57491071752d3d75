import type { AgendaItem } from '../../../../electron/domain/agenda/agenda.ts'
import { observationsText as text } from '../../../text/observations.ts'
import { Inspector } from '../../../ui/Inspector.tsx'
import { ObservationsSection } from './ObservationsSection.tsx'
import type { Returned } from './use-returned.ts'

export function AgendaReturns(props: {
  meetingId: string
  items: readonly AgendaItem[]
  itemId: string | null
  returned: Returned
  onClose: () => void
}) {
  return (
    <Inspector title={text.agendaTitle} onClose={props.onClose}>
      <ObservationsSection
        meetingId={props.meetingId}
        paper="agenda"
        items={props.items}
        itemId={props.itemId}
        circle="internal"
        returned={props.returned}
      />
    </Inspector>
  )
}
