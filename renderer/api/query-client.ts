// Query client: the one cache of what the core answered, and its invalidation by the core's events.
import { QueryClient } from '@tanstack/react-query'
import type { Method } from '../../electron/contract/index.ts'
import { onEvent } from './client.ts'

/**
 * `networkMode: 'always'` for reads and writes: the default would pause saves silently on a desk without network.
 * No retry and no refetch of its own: the core says what changed.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 5 * 60_000,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/** Reads again what an event names; after a restart of the core, everything. Returns how to stop. */
export function followChanges(client: QueryClient): () => void {
  return onEvent((event) => {
    if (event.topic === 'changed') {
      for (const method of event.methods) void client.invalidateQueries({ queryKey: [method] })
    } else if (event.topic === 'core' && event.state === 'back') {
      void client.invalidateQueries()
    } else if (event.topic === 'copies') {
      for (const method of ['settings.copies', 'backups.list', 'home.get'] satisfies Method[]) {
        void client.invalidateQueries({ queryKey: [method] })
      }
    }
  })
}
