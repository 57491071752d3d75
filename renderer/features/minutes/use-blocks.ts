import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Action } from '../../../electron/domain/minutes/action.ts'
import type { Decision } from '../../../electron/domain/minutes/decision.ts'
import { errorSentence } from '../../api/api-error.ts'
import { newId } from '../../api/new-id.ts'
import { OutboxRow } from '../../api/outbox/row.ts'
import { ask, outbox, store } from '../../api/outbox/window.ts'
import { showToast, showUndoToast } from '../../api/toasts.ts'
import { useMinutesStores } from './row-stores.ts'

export type Blocks = {
  readonly decisions: readonly Decision[]
  readonly actions: readonly Action[]
  /** Until the draft leaves, decisions and actions are numbered anew in the order of the agenda. */
  readonly areProvisional: boolean
  /** The block added last: its text takes the focus. */
  readonly newest: string | null
  addDecision(itemId: string): void
  addAction(itemId: string): void
  removeDecision(decision: Decision, said: string): void
  removeAction(action: Action, said: string): void
}

/** A block is on screen at once and stored before what is typed in it; it stays here until the core's list shows it. */
export function useBlocks(
  meetingId: string,
  stored: { decisions: Decision[]; actions: Action[]; minutes: { frozenAt: string | null } },
): Blocks {
  const stores = useMinutesStores(meetingId)
  const [added, setAdded] = useState<{ decisions: Decision[]; actions: Action[] }>(none)
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set())
  const [newest, setNewest] = useState<string | null>(null)

  useEffect(() => {
    setAdded((before) => {
      const decisions = unknownTo(stored.decisions, before.decisions)
      const actions = unknownTo(stored.actions, before.actions)
      const same = decisions.length === before.decisions.length && actions.length === before.actions.length
      return same ? before : { decisions, actions }
    })
    // Once the core's list no longer shows it, an undo may bring it back: then it is shown again.
    setRemoved((before) => {
      const ids = new Set([...stored.decisions, ...stored.actions].map((block) => block.id))
      const left = [...before].filter((id) => ids.has(id))
      return left.length === before.size ? before : new Set(left)
    })
  }, [stored])

  const decisions = useMemo(
    () => shown(stored.decisions, added.decisions, removed),
    [stored.decisions, added.decisions, removed],
  )
  const actions = useMemo(
    () => shown(stored.actions, added.actions, removed),
    [stored.actions, added.actions, removed],
  )

  const addDecision = useCallback(
    (itemId: string) => {
      const id = newId()
      const decision: Decision = { id, version: 1, meetingId, itemId, rank: nextRank(decisions), text: '' }
      setAdded((before) => ({ ...before, decisions: [...before.decisions, decision] }))
      setNewest(id)
      const store = {
        ...stores.decision(id),
        create: () => ask('minutes.addDecision', { id, itemId, fields: { text: '' } }),
      }
      outbox.open(`decision:${id}`, () => new OutboxRow(decision, store))
    },
    [meetingId, decisions, stores],
  )

  const addAction = useCallback(
    (itemId: string) => {
      const id = newId()
      const fields = {
        text: '',
        owner: '',
        ownerId: null,
        organisation: '',
        dueDate: null,
      }
      const action: Action = {
        ...fields,
        id,
        version: 1,
        meetingId,
        itemId,
        rank: nextRank(actions),
        state: 'todo',
      }
      setAdded((before) => ({ ...before, actions: [...before.actions, action] }))
      setNewest(id)
      const store = { ...stores.action(id), create: () => ask('minutes.addAction', { id, itemId, fields }) }
      outbox.open(`action:${id}`, () => new OutboxRow(action, store))
    },
    [meetingId, actions, stores],
  )

  const remove = useCallback(
    async (key: string, block: Block, send: (version: number) => Promise<unknown>, said: string) => {
      const { id } = block
      const version = (await outbox.settle(key)) ?? block.version
      setRemoved((before) => new Set(before).add(id))
      setAdded((before) => ({
        decisions: before.decisions.filter((block) => block.id !== id),
        actions: before.actions.filter((block) => block.id !== id),
      }))
      try {
        await send(version)
        outbox.forget(key)
        showUndoToast(said)
      } catch (error) {
        setRemoved((before) => new Set([...before].filter((one) => one !== id)))
        showToast(errorSentence(error))
      }
    },
    [],
  )

  const removeDecision = useCallback(
    (decision: Decision, said: string) =>
      void remove(
        `decision:${decision.id}`,
        decision,
        (version) => store('minutes.removeDecision', { id: decision.id, version }),
        said,
      ),
    [remove],
  )
  const removeAction = useCallback(
    (action: Action, said: string) =>
      void remove(
        `action:${action.id}`,
        action,
        (version) => store('minutes.removeAction', { id: action.id, version }),
        said,
      ),
    [remove],
  )
  const areProvisional = stored.minutes.frozenAt === null
  return useMemo(
    () => ({
      decisions,
      actions,
      areProvisional,
      newest,
      addDecision,
      addAction,
      removeDecision,
      removeAction,
    }),
    [decisions, actions, areProvisional, newest, addDecision, addAction, removeDecision, removeAction],
  )
}

type Block = { readonly id: string; readonly version: number }

const none = { decisions: [], actions: [] }

function unknownTo<T extends { id: string }>(stored: readonly T[], added: readonly T[]): T[] {
  return added.filter((block) => !stored.some((known) => known.id === block.id))
}

function shown<T extends { id: string; rank: number }>(
  stored: readonly T[],
  added: readonly T[],
  removed: ReadonlySet<string>,
): T[] {
  return [...stored, ...unknownTo(stored, added)]
    .filter((block) => !removed.has(block.id))
    .sort((a, b) => a.rank - b.rank)
}

/** The rank the core will most likely give; it is shown only until the core's list comes. */
function nextRank(blocks: readonly { rank: number }[]): number {
  return Math.max(0, ...blocks.map((block) => block.rank)) + 1
}
