import ArrowLeft from 'lucide-react/icons/arrow-left'
import ArrowRight from 'lucide-react/icons/arrow-right'
import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import { useContext } from 'react'
import type { AgendaItem } from '../../../electron/domain/agenda/agenda.ts'
import type { Id } from '../../../electron/domain/ids.ts'
import { ActButton, ActMenu } from '../../acts/ActButton.tsx'
import { bindActs } from '../../acts/act.ts'
import { kindChoices, NO_NATURE, natureChoices } from '../../parts/natures.ts'
import { agendaText } from '../../text/agenda.ts'
import { Button } from '../../ui/Button.tsx'
import { EditingOff } from '../../ui/editing.ts'
import { Inspector } from '../../ui/Inspector.tsx'
import { DurationField, TimeField } from '../../ui/ParsedField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { ItemAttachments } from '../documents/index.ts'
import { ItemProvenance } from './carry-over/ItemProvenance.tsx'
import { OpenActions } from './carry-over/OpenActions.tsx'
import { ItemGuests } from './ItemGuests.tsx'
import { ItemLinks } from './ItemLinks.tsx'
import { ItemPeople } from './ItemPeople.tsx'
import { rowActs } from './row-acts.ts'
import type { Row } from './rows.ts'
import { useWorkspace } from './workspace.ts'

const inspectorText = agendaText.inspector

function ItemDisagreement({ item }: { item: AgendaItem }) {
  const { edit } = useWorkspace()
  return (
    <section className="stack" aria-label={inspectorText.disagreement}>
      <TextField
        label={inspectorText.disagreementBy}
        value={item.disagreementBy}
        maxLength={500}
        onCommit={(disagreementBy) => edit(item.id, { disagreementBy })}
      />
      <TextField
        label={inspectorText.disagreementWords}
        prose
        help={inspectorText.disagreementHelp}
        value={item.disagreement}
        maxLength={500}
        onCommit={(disagreement) => edit(item.id, { disagreement })}
      />
    </section>
  )
}

const text = agendaText.inspector

export function ItemInspector({ row }: { row: Row }) {
  const { agenda, date, choose, edit } = useWorkspace()
  const { item } = row
  const { leave, remove, ...acts } = useRowActs(item.id)
  const provenance = agenda.provenance.get(item.id)
  const rank = agenda.rows.indexOf(row)
  const step = (by: -1 | 1) => {
    const to = agenda.rows[rank + by]
    if (to !== undefined) choose(to.item.id)
  }
  return (
    <Inspector
      title={text.name(row.number, item.kind)}
      onClose={leave.run}
      acts={
        <>
          <Button small look="ghost" icon={ArrowLeft} steps label={text.previous} onPress={() => step(-1)} />
          <Button small look="ghost" icon={ArrowRight} steps label={text.next} onPress={() => step(1)} />
          <ActMenu label={text.acts} acts={[...Object.values(acts), remove]} />
        </>
      }
    >
      {/* A new set of fields for each item: a text under way is saved into the item it was typed in. */}
      <div className="stack" key={item.id}>
        <TextArea
          label={text.title}
          rows={2}
          maxLength={500}
          value={item.title}
          onCommit={(title) => edit(item.id, { title: title.replace(/(?<!\s)\s*\n\s*/g, ' ') })}
        />
        {provenance === undefined ? null : (
          <ItemProvenance provenance={provenance} date={date} onRemove={remove.run} />
        )}
        {agenda.followUpId === item.id ? <OpenActions meetingId={item.meetingId} /> : null}
        <div className="two-fields">
          <Select
            label={text.kind}
            value={item.kind}
            choices={kindChoices}
            onCommit={(kind) => edit(item.id, kind === 'item' ? { kind } : { kind, nature: null })}
          />
          {item.kind === 'item' ? (
            <Select
              label={text.nature}
              value={item.nature ?? NO_NATURE}
              choices={natureChoices}
              onCommit={(nature) => edit(item.id, { nature: nature === NO_NATURE ? null : nature })}
            />
          ) : null}
        </div>
        <DurationStepper item={item} />
        <TimeField
          label={text.fixedStart}
          help={text.fixedHelp}
          value={item.fixedStart}
          onCommit={(fixedStart) => edit(item.id, { fixedStart })}
        />
        <ItemPeople item={item} />
        <ItemGuests item={item} />
        <ItemLinks item={item} />
        <ItemAttachments meetingId={item.meetingId} itemId={item.id} />
        <ItemDisagreement item={item} />
        <TextArea
          label={text.note}
          help={text.noteHelp}
          value={item.note}
          maxLength={20_000}
          onCommit={(note) => edit(item.id, { note })}
        />
      </div>
    </Inspector>
  )
}

function DurationStepper({ item }: { item: AgendaItem }) {
  const { edit } = useWorkspace()
  const { longer, shorter } = useRowActs(item.id)
  return (
    <div className="agenda-stepper">
      <DurationField
        label={agendaText.inspector.duration}
        value={item.durationMinutes}
        onCommit={(durationMinutes) => edit(item.id, { durationMinutes })}
      />
      <ActButton act={shorter} icon={Minus} steps iconOnly />
      <ActButton act={longer} icon={Plus} steps iconOnly />
    </div>
  )
}

/** The acts on one item, for its buttons and its menu. */
function useRowActs(id: Id) {
  return bindActs(rowActs, { workspace: useWorkspace(), id }, useContext(EditingOff))
}
