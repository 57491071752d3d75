import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import type { ApiError } from '../../api/api-error.ts'
import { queryKey } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { type DirectoryKind, orderAfterDrop, orderAfterStep, withOrder } from './directory-order.ts'

export type DirectoryOrder = {
  step: (id: string, step: 1 | -1) => void
  drop: (id: string, target: { id: string; place: 'before' | 'after' }) => void
  error: ApiError | null
}

export function useDirectoryOrder(kind: DirectoryKind): DirectoryOrder {
  const client = useQueryClient()
  const { mutate, error } = useWrite('directory.reorder', {
    onError: () => void client.invalidateQueries({ queryKey: ['directory.list'] }),
  })
  const reorder = useCallback(
    (orderOf: (view: DirectoryView) => string[] | null) => {
      const key = queryKey('directory.list', {})
      const view = client.getQueryData<DirectoryView>(key)
      const ids = view === undefined ? null : orderOf(view)
      if (view === undefined || ids === null) return
      // A key held down counts from what the last press showed, not from what the core has answered so far.
      client.setQueryData(key, withOrder(view, kind, ids))
      mutate({ list: kind, ids })
    },
    [client, kind, mutate],
  )
  const step = useCallback(
    (id: string, by: 1 | -1) => reorder((view) => orderAfterStep(view, kind, id, by)),
    [kind, reorder],
  )
  const drop = useCallback(
    (id: string, target: { id: string; place: 'before' | 'after' }) =>
      reorder((view) => orderAfterDrop(view, kind, id, target)),
    [kind, reorder],
  )
  return { step, drop, error }
}
