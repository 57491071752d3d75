import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { MinutesView } from '../../../electron/contract/minutes.ts'
import type { PrintedActionFields } from '../../../electron/domain/minutes/action.ts'
import type { MinutesFields, SectionFields } from '../../../electron/domain/minutes/minutes.ts'
import type { RowStore } from '../../api/outbox/row.ts'
import { ask, pick } from '../../api/outbox/window.ts'
import { queryKey } from '../../api/use-query.ts'

export type MinutesStores = {
  minutes(id: string): RowStore<MinutesFields>
  section(id: string): RowStore<SectionFields>
  decision(id: string): RowStore<{ text: string }>
  action(id: string): RowStore<PrintedActionFields>
}

/** The stores of one meeting's minutes. */
export function useMinutesStores(meetingId: string): MinutesStores {
  const client = useQueryClient()
  return useMemo(() => minutesStores(client, meetingId), [client, meetingId])
}

function minutesStores(client: QueryClient, meetingId: string): MinutesStores {
  const readBack = async <T>(of: (view: MinutesView) => T | undefined) =>
    pick(await ask('minutes.get', { meetingId }), (view) => (view === null ? null : (of(view) ?? null)))
  /** A stored text is not read again at each save: what the core answered takes its place in the screens' copy. */
  const keep =
    <T>(put: (view: MinutesView, row: T) => MinutesView) =>
    (row: T): T => {
      client.setQueryData<MinutesView | null>(queryKey('minutes.get', { meetingId }), (view) =>
        view == null ? view : put(view, row),
      )
      return row
    }
  const keepMinutes = keep<MinutesView['minutes']>((view, minutes) => ({ ...view, minutes }))
  const keepSection = keep<MinutesView['sections'][number]>((view, section) => ({
    ...view,
    sections: replaced(view.sections, section),
  }))
  const keepDecision = keep<MinutesView['decisions'][number]>((view, decision) => ({
    ...view,
    decisions: replaced(view.decisions, decision),
  }))
  const keepAction = keep<MinutesView['actions'][number]>((view, action) => ({
    ...view,
    actions: replaced(view.actions, action),
  }))
  return {
    minutes: (id) => ({
      update: async (version, patch) =>
        pick(await ask('minutes.update', { id, version, patch }), keepMinutes),
      read: () => readBack((view) => view.minutes),
    }),
    section: (id) => ({
      update: async (version, patch) =>
        pick(await ask('minutes.updateSection', { id, version, patch }), keepSection),
      read: () => readBack((view) => view.sections.find((section) => section.id === id)),
    }),
    decision: (id) => ({
      update: async (version, patch) =>
        pick(await ask('minutes.updateDecision', { id, version, patch }), keepDecision),
      read: () => readBack((view) => view.decisions.find((decision) => decision.id === id)),
    }),
    action: (id) => ({
      update: async (version, patch) =>
        pick(await ask('minutes.updateAction', { id, version, patch }), keepAction),
      read: () => readBack((view) => view.actions.find((action) => action.id === id)),
    }),
  }
}

function replaced<T extends { id: string }>(rows: readonly T[], row: T): T[] {
  return rows.map((one) => (one.id === row.id ? row : one))
}
