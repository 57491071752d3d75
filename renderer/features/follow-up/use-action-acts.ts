import { useRef, useState } from 'react'
import type { ActionRow } from '../../../electron/contract/follow-up.ts'
import type { Input } from '../../../electron/contract/index.ts'
import { printedNumber } from '../../../electron/domain/minutes/minutes.ts'
import { formatDateWithoutWeekday } from '../../../electron/domain/text/french.ts'
import { type ApiError, errorSentence } from '../../api/api-error.ts'
import { call } from '../../api/client.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { storing, useWrite } from '../../api/use-write.ts'
import { followUpText as text } from '../../text/follow-up.ts'

type State = Input<'followUp.setActionState'>['state']

export type ActionActs = {
  /** `stored` once it is, as in the others. */
  setState: (
    rows: readonly ActionRow[],
    state: State,
    reason?: string,
    on?: string | null,
    stored?: () => void,
  ) => void
  postpone: (rows: readonly ActionRow[], to: string, reason: string, stored: () => void) => void
  reassign: (rows: readonly ActionRow[], owner: Owner, reason: string, stored: () => void) => void
  /** The sentence of the last failure; null once something went well. */
  failure: string | null
  isPending: boolean
}
export type Owner = { owner: string; ownerId: string | null; organisation: string }

/**
 * As it is stored now: of a long list, rows far from where one looks are not read again after each change. But where somebody
 * else changed what is shown, as it is shown: the core then says who did.
 * @param own what an act from here left
 */
async function targetOf(shown: ActionRow, own: ActionRow | undefined) {
  const { id } = shown.action
  const { row } = await call('followUp.action', { id })
  const isKnown = [shown, own].some((one) => one !== undefined && saidOf(one) === saidOf(row))
  return { id, version: (isKnown ? row : shown).action.version }
}

/** What a row says of an action. */
const saidOf = ({ action: { text, state }, now: { due, owner, organisation } }: ActionRow) =>
  JSON.stringify([text, state, due, owner, organisation])

/** The number of the only one, and how many there are. */
function saidOfRows(rows: readonly ActionRow[]): [which: string, number: number] {
  const [first] = rows
  return [first === undefined ? '' : printedNumber('A', first.origin, first.action.rank), rows.length]
}

export function useActionActs(onDone: () => void): ActionActs {
  const [failure, setFailure] = useState<string | null>(null)
  const onError = (error: ApiError) => setFailure(errorSentence(error))
  const onDateError = (error: ApiError, { targets }: { targets: readonly unknown[] }) =>
    setFailure(
      error.code !== 'invalid-input'
        ? errorSentence(error)
        : targets.length === 1
          ? text.form.beforeMeeting
          : text.form.someCannot,
    )
  const said = (words: string, stored?: () => void) => {
    setFailure(null)
    stored?.()
    onDone()
    showUndoToast(words)
  }
  const own = useRef(new Map<string, ActionRow>())
  const onSuccess = (rows: readonly ActionRow[]) => {
    for (const row of rows) own.current.set(row.action.id, row)
  }
  const setState = useWrite('followUp.setActionState', { onSuccess, onError })
  const postpone = useWrite('followUp.postpone', { onSuccess, onError: onDateError })
  const reassign = useWrite('followUp.reassign', { onSuccess, onError })
  const withTargets = async (
    rows: readonly ActionRow[],
    write: (targets: { id: string; version: number }[]) => void,
  ) => {
    try {
      write(await Promise.all(rows.map((row) => targetOf(row, own.current.get(row.action.id)))))
    } catch (error) {
      setFailure(errorSentence(error))
    }
  }
  return {
    failure,
    isPending: setState.isPending || postpone.isPending || reassign.isPending,
    setState: (rows, state, reason = '', on = null, stored) =>
      void withTargets(rows, (targets) =>
        storing(setState, { targets, state, reason, on }, () =>
          said(text.said[state](...saidOfRows(rows)), stored),
        ),
      ),
    postpone: (rows, to, reason, stored) =>
      void withTargets(rows, (targets) =>
        storing(postpone, { targets, to, reason }, () =>
          said(text.said.postponed(...saidOfRows(rows), formatDateWithoutWeekday(to)), stored),
        ),
      ),
    reassign: (rows, owner, reason, stored) =>
      void withTargets(rows, (targets) =>
        storing(reassign, { targets, ...owner, reason }, () =>
          said(text.said.reassigned(...saidOfRows(rows), owner.owner || owner.organisation), stored),
        ),
      ),
  }
}
