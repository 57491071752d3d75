import { useState } from 'react'
import type { DecisionRow } from '../../../electron/contract/follow-up.ts'
import type { DecisionState } from '../../../electron/domain/minutes/decision.ts'
import { printedNumber } from '../../../electron/domain/minutes/minutes.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { storing, useWrite } from '../../api/use-write.ts'
import { followUpText as text } from '../../text/follow-up.ts'
import type { AskedOfDecision } from './follow-up-acts.ts'

/** What is done to a decision, from its row and from its pane. */
export function useDecisionActs() {
  const [asked, ask] = useState<AskedOfDecision>(null)
  const write = useWrite('followUp.setDecisionState', {
    onSuccess: ({ decision, origin, now }) => {
      ask(null)
      showUndoToast(text.said.decision(printedNumber('D', origin, decision.rank), now.standing))
    },
  })
  /** @param done the form whose words it takes forgets them */
  const set = (
    row: DecisionRow,
    state: DecisionState,
    replacedById: string | null,
    reason: string,
    done?: () => void,
  ) =>
    storing(write, { id: row.decision.id, version: row.now.version, state, replacedById, reason }, () =>
      done?.(),
    )
  return {
    ...{ asked, ask, set, isPending: write.isPending },
    bringBack: (row: DecisionRow) => set(row, 'inForce', null, ''),
    errorOf: ({ decision }: DecisionRow) => (write.variables?.id === decision.id ? write.error : null),
  }
}

export type DecisionActs = ReturnType<typeof useDecisionActs>
