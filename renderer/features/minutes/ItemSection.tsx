import NotebookPen from 'lucide-react/icons/notebook-pen'
import { useMemo } from 'react'
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import type { SectionFields } from '../../../electron/domain/minutes/minutes.ts'
import { formatTimeRange } from '../../../electron/domain/text/french.ts'
import { plainText } from '../../../electron/domain/text/rich-text.ts'
import { useSavedRow } from '../../api/outbox/window.ts'
import { useQuery } from '../../api/use-query.ts'
import { ApprovalLink } from '../../parts/ApprovalLink.tsx'
import { minutesText } from '../../text/minutes.ts'
import { notesText as text } from '../../text/minutes-life.ts'
import { fieldHistoryText } from '../../text/minutes-versions.ts'
import { Button } from '../../ui/Button.tsx'
import { ActionBlock } from './ActionBlock.tsx'
import { ConflictBanner } from './ConflictBanner.tsx'
import { DecisionBlock } from './DecisionBlock.tsx'
import { HistoryButton } from './HistoryButton.tsx'
import { OutcomeField } from './OutcomeField.tsx'
import { RichField } from './RichField.tsx'
import { richSource } from './rich-source.ts'
import { useMinutesStores } from './row-stores.ts'
import type { PlanEntry } from './sections.ts'
import type { Blocks } from './use-blocks.ts'
import type { FromNotes } from './use-from-notes.ts'

export function ItemSection(props: {
  entry: Extract<PlanEntry, { kind: 'item' }>
  meeting: Meeting
  blocks: Blocks
  directory: DirectoryView | undefined
  times: { start: string; end: string } | null
  fromNotes: FromNotes
}) {
  const { entry, meeting, blocks, directory, times } = props
  const { item, section } = entry
  const stores = useMinutesStores(meeting.id)
  const saved = useSavedRow<SectionFields>(`section:${section.id}`, section, stores.section(section.id))
  const presentation = useMemo(() => richSource(saved, 'presentation'), [saved])
  const exchanges = useMemo(() => richSource(saved, 'exchanges'), [saved])
  const who = [item.presenter, item.organisation].filter((part) => part !== '').join(', ')
  const facts = [
    who === '' ? '' : minutesText.presentedBy(who),
    times === null ? '' : formatTimeRange(times.start, times.end),
  ].filter((part) => part !== '')
  return (
    <>
      <div className="field-head">
        <h2>
          {entry.number === '' ? null : <span>{entry.number}</span>}
          <span className="grow">{item.title}</span>
        </h2>
        <HistoryButton
          of={{ kind: 'agendaItem', id: item.id, field: 'title' }}
          name={fieldHistoryText.itemTitle}
        />
      </div>
      {facts.length === 0 ? null : <p className="by">{facts.join(', ')}</p>}
      <div className="row wrap item-acts">
        <ApprovalLink item={item} meeting={meeting} />
        <WriteFromNotes entry={entry} meetingId={meeting.id} fromNotes={props.fromNotes} />
      </div>
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
    </>
  )
}

function WriteFromNotes(props: {
  entry: Extract<PlanEntry, { kind: 'item' }>
  meetingId: string
  fromNotes: FromNotes
}) {
  const { entry, fromNotes } = props
  const session = useQuery('session.get', { meetingId: props.meetingId })
  const { section } = entry
  const isEmpty = [section.presentation, section.exchanges].every((one) => plainText(one) === '')
  const hasNotes =
    session.data?.lines.some(({ itemId, state }) => itemId === entry.id && state === 'kept') === true
  if (!isEmpty || !hasNotes) return null
  return (
    <Button
      small
      writes
      icon={NotebookPen}
      busy={fromNotes.isPending ? text.writing : undefined}
      onPress={() => fromNotes.start(entry.id, false)}
    >
      {text.from}
    </Button>
  )
}
