import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { AgendaView } from '../../../electron/contract/agenda.ts'
import type { Input, MethodsOf, Output } from '../../../electron/contract/index.ts'
import { ApiError } from '../../api/api-error.ts'
import { call, onEvent } from '../../api/client.ts'
import { queryKey } from '../../api/use-query.ts'
import { type AgendaState, AgendaStore } from './agenda-store.ts'
import type { Operation } from './operations.ts'

/** `view` is the last read; the store is made once per meeting (the caller gives the page a key). */
export function useAgendaStore(view: AgendaView): { store: AgendaStore; state: AgendaState } {
  const client = useQueryClient()
  const [store] = useState(() => makeStore(client, view))
  const state = useSyncExternalStore(store.subscribe, store.getState)
  useEffect(() => store.receive(view), [store, view])
  useEffect(() => {
    const flush = () => void store.flush()
    window.addEventListener('beforeunload', flush)
    const stop = onEvent((event) => {
      if (event.topic === 'save-now') flush()
    })
    return () => {
      window.removeEventListener('beforeunload', flush)
      stop()
      flush()
    }
  }, [store])
  return { store, state }
}

function makeStore(client: QueryClient, view: AgendaView): AgendaStore {
  const key = queryKey('agenda.list', { meetingId: view.meetingId })
  return new AgendaStore(
    view,
    async (operation, version) => {
      const answer = await sendOperation(client, view.meetingId, operation, version)
      client.setQueryData(key, answer)
      return answer
    },
    () => void client.invalidateQueries({ queryKey: key }),
  )
}

/** The writes that return the whole agenda. */
type ItemWrite = {
  [M in MethodsOf<'write'>]: Output<M> extends AgendaView ? M : never
}[MethodsOf<'write'>]

/** Through the cache of mutations, so that the title bar counts it in "Enregistrement…". */
function write<M extends ItemWrite>(client: QueryClient, method: M, input: Input<M>): Promise<AgendaView> {
  return client
    .getMutationCache()
    .build<AgendaView, unknown, Input<M>, unknown>(client, {
      mutationKey: ['write', method],
      mutationFn: (value) => call(method, value),
    })
    .execute(input)
}

function sendOperation(
  client: QueryClient,
  meetingId: string,
  operation: Operation,
  version: number | null,
): Promise<AgendaView> {
  const { id } = operation
  switch (operation.type) {
    case 'add': {
      const { parentId, afterId, fields } = operation
      return write(client, 'agenda.add', { id, meetingId, parentId, afterId, fields })
    }
    case 'update':
      return write(client, 'agenda.update', { id, version: known(version), patch: operation.patch })
    case 'move': {
      const { parentId, index } = operation
      return write(client, 'agenda.move', { id, version: known(version), parentId, index })
    }
    case 'remove':
      return write(client, 'agenda.remove', { id, version: known(version) })
    case 'link':
    case 'unlink': {
      const { kind, targetId } = operation
      return write(client, `agenda.${operation.type}`, { itemId: id, kind, targetId })
    }
    case 'invite':
      return write(client, 'agenda.addGuest', { itemId: id, personId: operation.personId })
    case 'dismiss':
      return write(client, 'agenda.removeGuest', { itemId: id, personId: operation.personId })
  }
}

function known(version: number | null): number {
  if (version === null) throw new ApiError('not-found')
  return version
}
