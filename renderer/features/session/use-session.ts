import { useMemo } from 'react'
import type { Output } from '../../../electron/contract/index.ts'
import { type AgendaItem, itemNumbers, type Slot, timetable } from '../../../electron/domain/agenda/agenda.ts'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import type { Minutes, Outcome } from '../../../electron/domain/minutes/minutes.ts'
import { running, type SessionSpan } from '../../../electron/domain/session/session.ts'
import { useQuery } from '../../api/use-query.ts'

export type LiveItem = {
  item: AgendaItem
  /** Empty for a welcome or a break. */
  number: string
  slot: Slot | undefined
  outcome: Outcome | null
  isAdded: boolean
  /** First beginning, and milliseconds up to now or to its end. */
  spans: readonly SessionSpan[]
}

export type Session = {
  meeting: Meeting
  minutes: Minutes | null
  view: Output<'session.get'>
  vocabulary: Output<'session.vocabulary'>
  items: readonly LiveItem[]
  /** The item that is on, or was before the suspension; null before anything was. */
  current: LiveItem | null
  /** Since when the meeting is suspended; null when it is not. */
  suspendedAt: string | null
  decisions: Output<'meetings.get'>['decisions']
  actions: Output<'meetings.get'>['actions']
}

/** What is counted of a meeting, each point once: of one with points under it those, of a welcome or a break nothing. */
export function countedItems(items: readonly LiveItem[]): LiveItem[] {
  const above = new Set(items.map(({ item }) => item.parentId))
  return items.filter(({ item, number }) => number !== '' && !above.has(item.id))
}

/** Undefined while something is still being read. */
export function useSession(meetingId: string): { session: Session | undefined; error: Error | null } {
  const file = useQuery('meetings.get', { id: meetingId })
  const view = useQuery('session.get', { meetingId })
  const vocabulary = useQuery('session.vocabulary', { meetingId })
  const session = useMemo(() => {
    if (file.data === undefined || view.data === undefined || vocabulary.data === undefined) return undefined
    return joined(file.data, view.data, vocabulary.data)
  }, [file.data, view.data, vocabulary.data])
  return { session, error: file.error ?? view.error ?? vocabulary.error }
}

function joined(
  { meeting, minutes, items: all, decisions, actions }: Output<'meetings.get'>,
  view: Output<'session.get'>,
  vocabulary: Output<'session.vocabulary'>,
): Session {
  const numbers = itemNumbers(all)
  const { slots } = timetable(all, meeting)
  const outcomes = new Map(view.outcomes.map(({ itemId, outcome }) => [itemId, outcome]))
  const items = all.map(
    (item): LiveItem => ({
      item,
      number: numbers.get(item.id) ?? '',
      slot: slots.get(item.id),
      outcome: outcomes.get(item.id) ?? null,
      isAdded: view.addedItemIds.includes(item.id),
      spans: view.spans.filter(({ itemId }) => itemId === item.id),
    }),
  )
  const on = running(view.spans)
  const last = view.spans.findLast(({ itemId }) => itemId !== null)
  return {
    meeting,
    minutes,
    view,
    vocabulary,
    items,
    current: items.find(({ item }) => item.id === last?.itemId) ?? null,
    suspendedAt: on !== null && on.itemId === null ? on.startedAt : null,
    decisions,
    actions,
  }
}
