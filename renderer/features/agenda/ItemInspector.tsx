import { type ReactNode, useContext, useState } from 'react'
import type { AgendaItem } from '../../../electron/domain/agenda/agenda.ts'
import { LINE_LENGTH } from '../../../electron/domain/limits.ts'
import { ActMenu } from '../../acts/ActMenu.tsx'
import { bindActs } from '../../acts/act.ts'
import { HistoryLink } from '../../parts/HistoryLink.tsx'
import { kindChoices, NO_NATURE, natureChoices } from '../../parts/natures.ts'
import { Writers } from '../../parts/Writers.tsx'
import { agendaText } from '../../text/agenda.ts'
import { carryOverText } from '../../text/carry-over.ts'
import { Banner } from '../../ui/Banner.tsx'
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
        onCommit={(disagreementBy) => edit(item.id, { disagreementBy })}
      />
      <TextField
        label={inspectorText.disagreementWords}
        prose
        help={inspectorText.disagreementHelp}
        value={item.disagreement}
        onCommit={(disagreement) => edit(item.id, { disagreement })}
      />
    </section>
  )
}

const text = agendaText.inspector

export function ItemInspector({ row }: { row: Row }) {
  const { agenda, date, edit, attachmentCounts } = useWorkspace()
  const { item } = row
  const { leave, remove, ...acts } = bindActs(
    rowActs,
    { workspace: useWorkspace(), id: item.id },
    useContext(EditingOff),
  )
  const provenance = agenda.provenance.get(item.id)
  const settled = agenda.settled.get(item.id)
  const links = agenda.links.filter(({ itemId }) => itemId === item.id).length
  const guests = agenda.guests.filter(({ itemId }) => itemId === item.id).length
  return (
    <Inspector
      title={text.name(row.number, item.kind)}
      onClose={leave.run}
      isFace
      acts={<ActMenu label={text.acts} acts={[...Object.values(acts), remove]} />}
    >
      {/* A new set of fields for each item: a text under way is saved into the item it was typed in. */}
      <div className="stack" key={item.id} data-part={item.id}>
        <Writers screen="agenda" meetingId={item.meetingId} part={item.id} />
        <TextArea
          label={text.title}
          rows={2}
          maxLength={LINE_LENGTH}
          value={item.title}
          onCommit={(title) => edit(item.id, { title: title.replace(/(?<!\s)\s*\n\s*/g, ' ') })}
        />
        {provenance === undefined ? null : (
          <ItemProvenance provenance={provenance} date={date} onRemove={remove.run} />
        )}
        {settled === undefined ? null : (
          <Banner
            tone="warn"
            acts={
              <Button small onPress={remove.run}>
                {carryOverText.inspector.remove}
              </Button>
            }
          >
            {text.settled(settled.mode, settled.approvedOn)}
          </Banner>
        )}
        {agenda.followUpId === item.id ? <OpenActions meetingId={item.meetingId} /> : null}
        <div className="two-fields">
          {item.kind === 'item' ? (
            <Select
              label={text.nature}
              value={item.nature ?? NO_NATURE}
              choices={natureChoices}
              onCommit={(nature) => edit(item.id, { nature: nature === NO_NATURE ? null : nature })}
            />
          ) : null}
          <DurationField
            label={text.duration}
            value={item.durationMinutes}
            onCommit={(durationMinutes) => edit(item.id, { durationMinutes })}
          />
        </div>
        <ItemPeople item={item} />
        <Folded name="papers" holds={text.holds.papers(attachmentCounts.get(item.id) ?? 0, links)}>
          <ItemLinks item={item} />
          <ItemAttachments meetingId={item.meetingId} itemId={item.id} />
        </Folded>
        <Folded name="rest" holds={text.holds.rest(item.fixedStart, guests, item.note !== '')}>
          <TimeField
            label={text.fixedStart}
            help={text.fixedHelp}
            value={item.fixedStart}
            onCommit={(fixedStart) => edit(item.id, { fixedStart })}
          />
          <Select
            label={text.kind}
            value={item.kind}
            choices={kindChoices}
            onCommit={(kind) => edit(item.id, kind === 'item' ? { kind } : { kind, nature: null })}
          />
          <ItemGuests item={item} />
          <ItemDisagreement item={item} />
          <TextArea
            label={text.note}
            help={text.noteHelp}
            value={item.note}
            onCommit={(note) => edit(item.id, { note })}
          />
          <HistoryLink of={item.id} />
        </Folded>
      </div>
    </Inspector>
  )
}

type Fold = keyof typeof text.folds

/** Left open it is open for the next item too, until the window closes. */
const openFolds = new Set<Fold>()

/** What few items have: its words say what is in it. */
function Folded({ name, holds, children }: { name: Fold; holds: string; children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(openFolds.has(name))
  return (
    <details
      className="fold"
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => {
        setIsOpen(open)
        if (open) openFolds.add(name)
        else openFolds.delete(name)
      }}
    >
      <summary>
        <span className="grow">{text.folds[name]}</span> <span className="mute small">{holds}</span>
      </summary>
      <div className="stack">{children}</div>
    </details>
  )
}
