import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ObservationStanding } from '../../../../electron/contract/observations.ts'
import { type AgendaItem, inAgendaOrder, itemNumbers } from '../../../../electron/domain/agenda/agenda.ts'
import type {
  Circle,
  Observation,
  ObservationState,
} from '../../../../electron/domain/minutes/observation.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { newId } from '../../../api/new-id.ts'
import type { RowStore } from '../../../api/outbox/row.ts'
import { ask, outbox, pick, store } from '../../../api/outbox/window.ts'
import { showToast, showUndoToast } from '../../../api/toasts.ts'
import { queryKey, useQuery } from '../../../api/use-query.ts'
import { titled } from '../../../text/common.ts'
import { observationsText as text } from '../../../text/observations.ts'

export type Numbered = {
  readonly observation: Observation
  /** "M-3": its circle and its number there. */
  readonly number: string
  /** Numbers of the others on the very same passage, whatever their circle. */
  readonly beside: readonly string[]
}
export type ObservationGroup = {
  readonly id: string
  /** Printed number of the item; empty for the whole document and for breaks. */
  readonly number: string
  readonly title: string
  readonly rows: readonly Numbered[]
}

/** An answer; `over`: the present words of its place, read before they are replaced. */
export type Decision = {
  readonly state: ObservationState
  readonly answer?: string
  readonly over?: string | null
  readonly writes?: boolean
}

/** Fields of an observation edited through the outbox. */
export type EditedObservation = Pick<
  Observation,
  | 'itemId'
  | 'place'
  | 'organisation'
  | 'organisationId'
  | 'author'
  | 'beforeText'
  | 'afterText'
  | 'comment'
  | 'state'
  | 'answer'
>

export function observationKey(id: string): string {
  return `observation:${id}`
}

/** The whole document first, then the items in agenda order. */
function groupsOf(
  all: readonly Observation[],
  items: readonly AgendaItem[],
  paper: Observation['paper'],
): ObservationGroup[] {
  const ordered = inAgendaOrder(items)
  const numbers = itemNumbers(ordered)
  const known = new Set(ordered.map(({ id }) => id))
  const byItem = new Map<string, Observation[]>()
  for (const observation of all) {
    if (observation.paper !== paper) continue
    const { itemId } = observation
    const key = itemId !== null && known.has(itemId) ? itemId : ''
    byItem.set(key, [...(byItem.get(key) ?? []), observation])
  }
  const group = (id: string, itemNumber: string, title: string): ObservationGroup[] => {
    const rows = (byItem.get(id) ?? []).map((observation) => ({
      observation,
      number: text.label(observation.circle, observation.number),
    }))
    if (rows.length === 0) return []
    return [{ id: id || 'whole', number: itemNumber, title, rows: samePlacesTogether(rows) }]
  }
  return [
    ...group('', '', text.whole),
    ...ordered.flatMap((item) => group(item.id, numbers.get(item.id) ?? '', titled(item.title))),
  ]
}

/** Two on one passage stand one below the other, where the first of them came. */
function samePlacesTogether(rows: readonly Omit<Numbered, 'beside'>[]): Numbered[] {
  const places = new Map<string, Omit<Numbered, 'beside'>[]>()
  for (const row of rows) {
    const { id, anchor, beforeText } = row.observation
    // Words put in after a passage are not about its words.
    const place = anchor === '' ? id : `${anchor} ${beforeText === ''}`
    places.set(place, [...(places.get(place) ?? []), row])
  }
  return [...places.values()].flatMap((own) =>
    own.map((row) => ({
      ...row,
      beside: own.filter((other) => other !== row).map((other) => other.number),
    })),
  )
}

function ofCircle(groups: readonly ObservationGroup[], circle: Circle): ObservationGroup[] {
  return groups
    .map((group) => ({
      ...group,
      rows: group.rows.filter(({ observation }) => observation.circle === circle),
    }))
    .filter(({ rows }) => rows.length > 0)
}

/** Observations on the draft of a meeting that wait for an answer: how many, null while it is not known, and by item. */
export function useOpenObservations(meetingId: string): {
  count: number | null
  byItem: ReadonlyMap<string, number>
} {
  const { data } = useQuery('observations.list', { meetingId })
  return useMemo(() => {
    const open = data?.filter(({ paper, state }) => paper === 'minutes' && state === 'open')
    const byItem = new Map<string, number>()
    for (const { itemId } of open ?? [])
      if (itemId !== null) byItem.set(itemId, (byItem.get(itemId) ?? 0) + 1)
    return { count: open?.length ?? null, byItem }
  }, [data])
}

export function useObservations(
  meetingId: string,
  items: readonly AgendaItem[],
  paper: Observation['paper'],
  circle: Circle,
) {
  const client = useQueryClient()
  const query = useQuery('observations.list', { meetingId })
  const standing = useQuery('observations.standing', { meetingId }).data
  const all = useMemo(() => groupsOf(query.data ?? [], items, paper), [query.data, items, paper])
  const groups = useMemo(() => ofCircle(all, circle), [all, circle])
  /** What others want at the very place of a wording that was not written: read before it is written over. */
  const [clashes, setClashes] = useState<ReadonlyMap<string, ObservationStanding>>(new Map())
  const standings = useMemo(
    () =>
      new Map([
        ...clashes,
        ...(standing ?? []).map((one) => {
          const clash = clashes.get(one.id)
          return [one.id, clash?.live === one.live ? clash : one] as const
        }),
      ]),
    [standing, clashes],
  )
  /** The one that was added last: its first field takes the focus. */
  const [newest, setNewest] = useState<string | null>(null)
  const keep = (observation: Observation): Observation => {
    client.setQueryData<Observation[]>(queryKey('observations.list', { meetingId }), (list) =>
      list?.map((one) => (one.id === observation.id ? observation : one)),
    )
    return observation
  }
  const storeOf = (id: string): RowStore<EditedObservation> => ({
    update: async (version, patch) => pick(await ask('observations.update', { id, version, patch }), keep),
    read: async () =>
      pick(
        await ask('observations.list', { meetingId }),
        (list) => list.find((one) => one.id === id) ?? null,
      ),
  })
  const add = async (itemId: string | null): Promise<void> => {
    const id = newId()
    try {
      const added = await store('observations.add', { id, meetingId, paper, circle, fields: { itemId } })
      client.setQueryData<Observation[]>(queryKey('observations.list', { meetingId }), (list) => [
        ...(list ?? []).filter((one) => one.id !== id),
        added,
      ])
      setNewest(id)
    } catch (error) {
      showToast(errorSentence(error))
    }
  }
  /** Text being typed goes first, so that both name the right version. */
  const settled = async ({ id, version }: Observation) => ({
    id,
    version: (await outbox.settle(observationKey(id))) ?? version,
  })
  /** Whether it was answered: what is wanted is written only where the text says what is shown. */
  const decide = async ({ observation, number }: Numbered, decision: Decision): Promise<boolean> => {
    const { state, over = null, writes = true } = decision
    try {
      const target = await settled(observation)
      // Text being typed goes first: the words are compared with it.
      await outbox.flush()
      const stored = client
        .getQueryData<Observation[]>(queryKey('observations.list', { meetingId }))
        ?.find(({ id }) => id === observation.id)
      const answer = decision.answer ?? stored?.answer ?? observation.answer
      const done = await store('observations.decide', { ...target, state, answer, write: writes, over })
      keep(done.observation)
      // One that was reworded already is so still when its new words were not written.
      const isLeft =
        done.observation.state !== state || (state === 'reworded' && done.observation.answer !== answer)
      setClashes((known) => {
        const others = [...known].filter(([id]) => id !== observation.id)
        return new Map(isLeft ? [...others, [observation.id, done.standing]] : others)
      })
      if (isLeft) {
        showToast(text.notWritten(number))
        return false
      }
      const isOwed = done.standing.standing === 'owed'
      const isStillSaid = done.standing.standing === 'stillSaid'
      showUndoToast(
        isOwed
          ? text.owed(number)
          : isStillSaid
            ? text.stillSaid(number)
            : text.decided(number, state, done.isWritten),
      )
      return true
    } catch (error) {
      showToast(errorSentence(error))
      return false
    }
  }
  const decideAll = async (ids: readonly string[], state: 'accepted' | 'refused'): Promise<void> => {
    try {
      await outbox.flush()
      const { decided, left } = await store('observations.decideAll', {
        meetingId,
        ids: [...ids],
        state,
        answer: '',
      })
      const words = text.decidedAll(decided, left.length)
      if (decided === 0) showToast(words)
      else showUndoToast(words)
    } catch (error) {
      showToast(errorSentence(error))
    }
  }
  const settle = async ({ observation, number }: Numbered): Promise<void> => {
    try {
      keep(await store('observations.settle', await settled(observation)))
      showUndoToast(text.settled(number))
    } catch (error) {
      showToast(errorSentence(error))
    }
  }
  /** Answered by others than was thought; it takes the next number among them. */
  const setCircle = async ({ observation, number }: Numbered, to: Circle): Promise<void> => {
    try {
      const moved = keep(
        await store('observations.setCircle', { ...(await settled(observation)), circle: to }),
      )
      showUndoToast(text.circleChanged(number, text.label(to, moved.number)))
    } catch (error) {
      showToast(errorSentence(error))
    }
  }
  const remove = async ({ observation, number }: Numbered): Promise<void> => {
    try {
      await store('observations.remove', await settled(observation))
      outbox.forget(observationKey(observation.id))
      showUndoToast(text.removed(number))
    } catch (error) {
      showToast(errorSentence(error))
    }
  }
  return { query, all, groups, standings, newest, storeOf, add, decide, decideAll, settle, setCircle, remove }
}

export type Observations = ReturnType<typeof useObservations>
