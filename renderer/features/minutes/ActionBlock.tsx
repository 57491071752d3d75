import SquareCheck from 'lucide-react/icons/square-check'
import { memo, useEffect, useState } from 'react'
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { TEXT_LENGTH } from '../../../electron/domain/limits.ts'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import type { Action, PrintedActionFields } from '../../../electron/domain/minutes/action.ts'
import { printedNumber } from '../../../electron/domain/minutes/minutes.ts'
import { shortName } from '../../../electron/domain/people/short-name.ts'
import { useSavedRow } from '../../api/outbox/saved-row.ts'
import { ConflictBanner } from '../../parts/ConflictBanner.tsx'
import { minutesText } from '../../text/minutes.ts'
import { fieldHistoryText } from '../../text/minutes-versions.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { BlockFrame } from './BlockFrame.tsx'
import { HistoryButton } from './HistoryButton.tsx'
import { isInDirectory, organisationName, ownerChoices } from './owner-choices.ts'
import { useMinutesStores } from './row-stores.ts'
import { SavedText } from './SavedText.tsx'
import type { Blocks } from './use-blocks.ts'

/** Drawn again when something of its own changed, not at each save of the text above it. */
export const ActionBlock = memo(function ActionBlock(props: {
  action: Action
  meeting: Meeting
  blocks: Blocks
  directory: DirectoryView | undefined
}) {
  const { action, meeting, blocks, directory } = props
  const stores = useMinutesStores(meeting.id)
  const saved = useSavedRow<PrintedActionFields>(`action:${action.id}`, action, stores.action(action.id))
  const number = printedNumber('A', meeting, action.rank)
  const remove = () => blocks.removeAction(action, minutesText.actionRemoved(number))
  const [owner, setOwner] = useState(() => facts(saved.row))
  useEffect(() => saved.row.onAdopt(() => setOwner(facts(saved.row))), [saved.row])
  const edit = <K extends keyof PrintedActionFields>(field: K, value: PrintedActionFields[K]) => {
    saved.edit(field, () => value)
    setOwner(facts(saved.row))
  }
  return (
    <BlockFrame
      kind="action"
      icon={SquareCheck}
      name={minutesText.action}
      number={number}
      isProvisional={blocks.areProvisional}
      history={
        <HistoryButton
          of={{ kind: 'action', id: action.id, field: 'text' }}
          name={fieldHistoryText.action(number)}
        />
      }
      removeLabel={minutesText.removeAction(number)}
      onRemove={remove}
      text={
        <>
          <SavedText
            saved={saved}
            field="text"
            label={minutesText.actionText(number)}
            labelHidden
            maxLength={TEXT_LENGTH}
            className="strong"
            autoFocus={blocks.newest === action.id}
            onKeyDown={(event) => {
              if (event.key === 'Backspace' && event.currentTarget.value === '') remove()
            }}
          />
          <ConflictBanner saved={saved} />
        </>
      }
      meta={
        <div className="action-facts">
          <ComboBox
            label={minutesText.owner}
            value={owner.owner}
            choices={ownerChoices(directory)}
            isKnown={(name) => isInDirectory(directory, name)}
            onCommit={(name, personId) => {
              edit('owner', name)
              edit('ownerId', personId)
              const organisation = personId === null ? '' : organisationName(directory, personId)
              if (organisation !== '') edit('organisation', organisation)
            }}
          />
          <ComboBox
            label={minutesText.organisation}
            value={owner.organisation}
            choices={organisationChoices(directory)}
            onCommit={(name) => edit('organisation', name)}
          />
          <DateField
            label={minutesText.dueDate}
            keptAs={`action:${action.id}:dueDate`}
            value={owner.dueDate}
            onCommit={(date) => edit('dueDate', date)}
          />
        </div>
      }
    />
  )
})

type Facts = Pick<PrintedActionFields, 'owner' | 'organisation' | 'dueDate'>

function facts(row: { value<K extends keyof PrintedActionFields>(field: K): PrintedActionFields[K] }): Facts {
  return { owner: row.value('owner'), organisation: row.value('organisation'), dueDate: row.value('dueDate') }
}

function organisationChoices(directory: DirectoryView | undefined) {
  return (directory?.organisations ?? []).map((organisation) => {
    const short = shortName(organisation)
    return { id: organisation.id, label: short, detail: short === organisation.name ? '' : organisation.name }
  })
}
