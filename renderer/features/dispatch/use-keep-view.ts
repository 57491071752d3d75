import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { DispatchView } from '../../../electron/contract/dispatch.ts'
import { queryKey } from '../../api/use-query.ts'

export function useKeepView(): (view: DispatchView) => void {
  const client = useQueryClient()
  return useCallback(
    (view) => void client.setQueryData(queryKey('dispatch.get', { id: view.dispatch.id }), view),
    [client],
  )
}
