import Trash2 from 'lucide-react/icons/trash-2'
import { useEffect, useRef, useState } from 'react'
import type { DirectoryView } from '../../../../electron/contract/directory.ts'
import { type AgendaItem, inAgendaOrder, itemNumbers } from '../../../../electron/domain/agenda/agenda.ts'
import { LINE_LENGTH, TEXT_LENGTH } from '../../../../electron/domain/limits.ts'
import { type SavedRow, useSavedRow } from '../../../api/outbox/saved-row.ts'
import { ConflictBanner } from '../../../parts/ConflictBanner.tsx'
import { HistoryLink } from '../../../parts/HistoryLink.tsx'
import { observationsText as text } from '../../../text/observations.ts'
import { Button } from '../../../ui/Button.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { Select } from '../../../ui/Select.tsx'
import { SavedText } from '../SavedText.tsx'
import { ChangedWords } from './ChangedWords.tsx'
import { DecisionPanel } from './DecisionPanel.tsx'
import type { ObservationContext } from './observation-acts.ts'
import {
  type Decision,
  type EditedObservation,
  type Numbered,
  type Observations,
  observationKey,
} from './use-observations.ts'

type Props = {
  row: Numbered
  items: readonly AgendaItem[]
  directory: DirectoryView | undefined
  observations: Observations
  acts: ObservationContext['acts']
  /** The keyboard goes to the answer. */
  isAnswering: boolean
  isRewording: boolean
  onGiveUpWording: () => void
  onDecide: (decision: Decision, done?: () => void) => void
  onGo: (() => void) | null
}

export function ObservationDetail({ row, items, directory, observations, isAnswering, ...deciding }: Props) {
  const { observation, number } = row
  const { id, state } = observation
  const saved = useSavedRow<EditedObservation>(observationKey(id), observation, observations.storeOf(id))
  return (
    <div className="observation-detail">
      {observation.source === 'typed' ? (
        <TypedFields saved={saved} items={items} directory={directory} isNew={observations.newest === id} />
      ) : (
        <>
          {/* Where the text was edited since, three texts are compared below. */}
          {observations.standings.get(id)?.standing === 'differs' ? null : (
            <p className="read">
              <ChangedWords before={observation.beforeText} after={observation.afterText} />
            </p>
          )}
          {observation.comment === '' ? null : <p className="read">{observation.comment}</p>}
          {observation.sourceFileName === '' ? null : (
            <p className="mute">{text.fromFile(observation.sourceFileName)}</p>
          )}
        </>
      )}
      <ConflictBanner saved={saved} />
      <DecisionPanel row={row} standing={observations.standings.get(id) ?? null} {...deciding} />
      <div className="observation-answer">
        <SavedText
          saved={saved}
          field="answer"
          label={text.answers[state]}
          maxLength={TEXT_LENGTH}
          autoFocus={isAnswering}
        />
        <HistoryLink of={id} />
        <Button
          small
          look="ghost"
          icon={Trash2}
          label={text.remove(number)}
          onPress={() => deciding.acts.remove(row)}
        />
      </div>
    </div>
  )
}

function TypedFields({
  saved,
  items,
  directory,
  isNew,
}: Pick<Props, 'items' | 'directory'> & { saved: SavedRow<EditedObservation>; isNew: boolean }) {
  const [facts, setFacts] = useState(() => read(saved.row))
  useEffect(() => saved.row.onAdopt(() => setFacts(read(saved.row))), [saved.row])
  const first = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isNew) first.current?.querySelector<HTMLElement>('select, input')?.focus()
  }, [isNew])
  const edit = (patch: Partial<Facts>) => {
    if (patch.itemId !== undefined) saved.edit('itemId', () => patch.itemId ?? null)
    if (patch.organisation !== undefined) saved.edit('organisation', () => patch.organisation ?? '')
    if (patch.organisationId !== undefined) saved.edit('organisationId', () => patch.organisationId ?? null)
    setFacts(read(saved.row))
  }
  const numbers = itemNumbers(items)
  const choices = [
    { value: '', label: text.whole },
    ...inAgendaOrder(items).map(({ id, title }) => ({
      value: id,
      label: [numbers.get(id) ?? '', title].filter((part) => part !== '').join(' '),
    })),
  ]
  return (
    <>
      <div className="observation-facts" ref={first}>
        <Select
          label={text.item}
          value={facts.itemId ?? ''}
          choices={choices}
          onCommit={(itemId) => edit({ itemId: itemId === '' ? null : itemId })}
        />
        <ComboBox
          label={text.organisation}
          value={facts.organisation}
          choices={(directory?.organisations ?? []).map(({ id, name, acronym }) => ({
            id,
            label: name,
            detail: acronym,
          }))}
          onCommit={(organisation, organisationId) => edit({ organisation, organisationId })}
        />
        <SavedText saved={saved} field="author" label={text.author} prose={false} maxLength={LINE_LENGTH} />
        <SavedText saved={saved} field="place" label={text.place} maxLength={LINE_LENGTH} />
      </div>
      <div className="observation-texts">
        <SavedText saved={saved} field="beforeText" label={text.before} maxLength={TEXT_LENGTH} />
        <SavedText saved={saved} field="afterText" label={text.after} maxLength={TEXT_LENGTH} />
      </div>
      <SavedText saved={saved} field="comment" label={text.comment} maxLength={TEXT_LENGTH} />
    </>
  )
}

type Facts = Pick<EditedObservation, 'itemId' | 'organisation' | 'organisationId'>

function read(row: SavedRow<EditedObservation>['row']): Facts {
  return {
    itemId: row.value('itemId'),
    organisation: row.value('organisation'),
    organisationId: row.value('organisationId'),
  }
}
