import NotebookPen from 'lucide-react/icons/notebook-pen'
import { memo, useEffect, useMemo, useState } from 'react'
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { type AgendaItem, type Slot, toClockTime } from '../../../electron/domain/agenda/agenda.ts'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import {
  isPassedOver,
  type MinutesSection,
  type SectionFields,
} from '../../../electron/domain/minutes/minutes.ts'
import { formatTimeRange } from '../../../electron/domain/text/french.ts'
import { plainText } from '../../../electron/domain/text/rich-text.ts'
import { type SavedRow, useSavedRow } from '../../api/outbox/saved-row.ts'
import { useQuery } from '../../api/use-query.ts'
import { ApprovalLink } from '../../parts/ApprovalLink.tsx'
import { ConflictBanner } from '../../parts/ConflictBanner.tsx'
import { minutesText } from '../../text/minutes.ts'
import { notesText as text } from '../../text/minutes-life.ts'
import { fieldHistoryText } from '../../text/minutes-versions.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckBox } from '../../ui/Select.tsx'
import { ActionBlock } from './ActionBlock.tsx'
import { DecisionBlock } from './DecisionBlock.tsx'
import { HistoryButton } from './HistoryButton.tsx'
import { OutcomeField } from './OutcomeField.tsx'
import { RichField } from './RichField.tsx'
import { richSource } from './rich-source.ts'
import { useMinutesStores } from './row-stores.ts'
import { SectionTitle } from './TextSection.tsx'
import type { Blocks } from './use-blocks.ts'

/** Drawn again only when something of its own changed: the others of the text stay as they are while one writes. */
export const ItemSection = memo(function ItemSection(props: {
  item: AgendaItem
  number: string
  section: MinutesSection
  meeting: Meeting
  blocks: Blocks
  directory: DirectoryView | undefined
  slot: Slot | undefined
  isWriting: boolean
  /** Writes its texts from the notes. */
  onWrite: (itemId: string) => void
}) {
  const { item, number, section, meeting, blocks, directory, slot } = props
  const stores = useMinutesStores(meeting.id)
  const saved = useSavedRow<SectionFields>(`section:${section.id}`, section, stores.section(section.id))
  const presentation = useMemo(() => richSource(saved, 'presentation'), [saved])
  const exchanges = useMemo(() => richSource(saved, 'exchanges'), [saved])
  const who = [item.presenter, item.organisation].filter((part) => part !== '').join(', ')
  const by = isPassedOver(section.outcome) ? minutesText.toBePresentedBy : minutesText.presentedBy
  const facts = [who === '' ? '' : by(who), hoursOf(slot)].filter((part) => part !== '')
  return (
    <>
      <SectionTitle entry={{ kind: 'item', id: item.id, number, item, section }} />
      {facts.length === 0 ? null : <p className="by">{facts.join(', ')}</p>}
      <ConflictBanner saved={saved} />
      <RichField
        meetingId={meeting.id}
        label={minutesText.presentation}
        source={presentation}
        history={{ kind: 'section', id: section.id, field: 'presentation' }}
      />
      <RichField
        meetingId={meeting.id}
        label={minutesText.exchanges}
        source={exchanges}
        history={{ kind: 'section', id: section.id, field: 'exchanges' }}
      />
      <div className="row wrap item-acts">
        <ApprovalLink item={item} meeting={meeting} />
        <WriteFromNotes {...props} meetingId={meeting.id} />
        <Reserved saved={saved} />
      </div>
      <OutcomeField saved={saved} />
      {blocks.decisions
        .filter((decision) => decision.itemId === item.id)
        .map((decision) => (
          <DecisionBlock key={decision.id} decision={decision} meeting={meeting} blocks={blocks} />
        ))}
      {blocks.actions
        .filter((action) => action.itemId === item.id)
        .map((action) => (
          <ActionBlock
            key={action.id}
            action={action}
            meeting={meeting}
            blocks={blocks}
            directory={directory}
          />
        ))}
      {/* At the right of the title, after the text on the way of the keyboard. */}
      <div className="title-acts">
        <HistoryButton
          of={{ kind: 'agendaItem', id: item.id, field: 'title' }}
          name={fieldHistoryText.itemTitle}
        />
      </div>
    </>
  )
})

/** Out of what is published. */
function Reserved({ saved }: { saved: SavedRow<SectionFields> }) {
  const [circulation, setCirculation] = useState(() => saved.row.value('circulation'))
  useEffect(() => saved.row.onAdopt(() => setCirculation(saved.row.value('circulation'))), [saved.row])
  return (
    <CheckBox
      label={minutesText.reserved}
      checked={circulation === 'members'}
      onCommit={(isReserved) => {
        const next = isReserved ? 'members' : 'public'
        saved.edit('circulation', () => next)
        setCirculation(next)
      }}
    />
  )
}

/** Of the agenda: when it was really dealt with, the notes say. */
function hoursOf(slot: Slot | undefined): string {
  if (slot === undefined || slot.end === slot.start) return ''
  return minutesText.planned(formatTimeRange(toClockTime(slot.start), toClockTime(slot.end)))
}

function WriteFromNotes(props: {
  item: AgendaItem
  section: MinutesSection
  meetingId: string
  isWriting: boolean
  onWrite: (itemId: string) => void
}) {
  const { item, section } = props
  const session = useQuery('session.get', { meetingId: props.meetingId })
  const isEmpty = [section.presentation, section.exchanges].every((one) => plainText(one) === '')
  const hasNotes =
    session.data?.lines.some(({ itemId, state }) => itemId === item.id && state === 'kept') === true
  if (!isEmpty || !hasNotes) return null
  return (
    <Button
      small
      writes
      icon={NotebookPen}
      busy={props.isWriting ? text.writing : undefined}
      onPress={() => props.onWrite(item.id)}
    >
      {text.from}
    </Button>
  )
}
