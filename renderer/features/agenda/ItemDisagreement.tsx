import type { AgendaItem } from '../../../electron/domain/agenda/agenda.ts'
import { agendaText } from '../../text/agenda.ts'
import { TextField } from '../../ui/TextField.tsx'
import { useWorkspace } from './workspace.ts'

const text = agendaText.inspector

export function ItemDisagreement({ item }: { item: AgendaItem }) {
  const { edit } = useWorkspace()
  return (
    <section className="stack" aria-label={text.disagreement}>
      <TextField
        label={text.disagreementBy}
        value={item.disagreementBy}
        maxLength={500}
        onCommit={(disagreementBy) => edit(item.id, { disagreementBy })}
      />
      <TextField
        label={text.disagreementWords}
        prose
        help={text.disagreementHelp}
        value={item.disagreement}
        maxLength={500}
        onCommit={(disagreement) => edit(item.id, { disagreement })}
      />
    </section>
  )
}
