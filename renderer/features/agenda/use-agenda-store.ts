import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { AgendaView } from '../../../electron/contract/agenda.ts'
import type { Envelope } from '../../../electron/contract/method.ts'
import { ApiError, errorSentence } from '../../api/api-error.ts'
import { ask, useUnsent } from '../../api/outbox/window.ts'
import { showToast } from '../../api/toasts.ts'
import { queryKey } from '../../api/use-query.ts'
import { type AgendaCore, type AgendaState, AgendaStore } from './agenda-store.ts'
import { sendOperation } from './operations.ts'

/** `view` is the last read; the store is one per meeting (the caller gives the page a key). */
export function useAgendaStore(view: AgendaView): { store: AgendaStore; state: AgendaState } {
  const client = useQueryClient()
  const { meetingId } = view
  const store = useUnsent(`agenda:${meetingId}`, () => new AgendaStore(view, agendaCore(client, meetingId)))
  const state = useSyncExternalStore(store.subscribe, store.getState)
  useEffect(() => store.receive(view), [store, view])
  return { store, state }
}

function agendaCore(client: QueryClient, meetingId: string): AgendaCore {
  const key = queryKey('agenda.list', { meetingId })
  /** The answer of the core takes its place in what the screens read. */
  const kept = async (asked: Promise<Envelope<AgendaView>>) => {
    const answer = await asked
    if (answer.ok) client.setQueryData(key, answer.value)
    return answer
  }
  return {
    send: (operation, version) => kept(sendOperation(meetingId, operation, version)),
    read: () => kept(ask('agenda.list', { meetingId })),
    refused: (failure) => showToast(errorSentence(ApiError.of(failure))),
    readAgain: () => void client.invalidateQueries({ queryKey: key }),
  }
}
