import Diamond from 'lucide-react/icons/diamond'
import { memo } from 'react'
import { TEXT_LENGTH } from '../../../electron/domain/limits.ts'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import type { Decision } from '../../../electron/domain/minutes/decision.ts'
import { printedNumber } from '../../../electron/domain/minutes/minutes.ts'
import { useSavedRow } from '../../api/outbox/saved-row.ts'
import { ConflictBanner } from '../../parts/ConflictBanner.tsx'
import { minutesText } from '../../text/minutes.ts'
import { fieldHistoryText } from '../../text/minutes-versions.ts'
import { BlockFrame } from './BlockFrame.tsx'
import { HistoryButton } from './HistoryButton.tsx'
import { useMinutesStores } from './row-stores.ts'
import { SavedText } from './SavedText.tsx'
import type { Blocks } from './use-blocks.ts'

/** Drawn again when something of its own changed, not at each save of the text above it. */
export const DecisionBlock = memo(function DecisionBlock({
  decision,
  meeting,
  blocks,
}: {
  decision: Decision
  meeting: Meeting
  blocks: Blocks
}) {
  const stores = useMinutesStores(meeting.id)
  const key = `decision:${decision.id}`
  const saved = useSavedRow<{ text: string }>(key, decision, stores.decision(decision.id))
  const number = printedNumber('D', meeting, decision.rank)
  const remove = () => blocks.removeDecision(decision, minutesText.decisionRemoved(number))
  return (
    <BlockFrame
      kind="decision"
      icon={Diamond}
      name={minutesText.decision}
      number={number}
      isProvisional={blocks.areProvisional}
      history={
        <HistoryButton
          of={{ kind: 'decision', id: decision.id, field: 'text' }}
          name={fieldHistoryText.decision(number)}
        />
      }
      removeLabel={minutesText.removeDecision(number)}
      onRemove={remove}
      text={
        <>
          <SavedText
            saved={saved}
            field="text"
            label={minutesText.decisionText(number)}
            labelHidden
            maxLength={TEXT_LENGTH}
            className="strong"
            autoFocus={blocks.newest === decision.id}
            onKeyDown={(event) => {
              if (event.key === 'Backspace' && event.currentTarget.value === '') remove()
            }}
          />
          <ConflictBanner saved={saved} />
        </>
      }
    />
  )
})
