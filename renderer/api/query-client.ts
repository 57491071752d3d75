// The one cache of what the core answered, and its invalidation by the core's events.
import { hashKey, QueryClient, type QueryKey } from '@tanstack/react-query'
import { readKey } from '../../electron/contract/read-key.ts'
import { civilDate } from '../../electron/domain/time/civil-date.ts'
import { onEvent } from './client.ts'
import { sawNothing, sawUpTo } from './seen.ts'

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
        queryKeyHashFn: nameOf,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/** The name under which the core says that it must be read again. */
function nameOf(key: QueryKey): string {
  const [method, input] = key
  return readKey(String(method), input) ?? hashKey(key)
}

/** Longer than the time between two saves of who goes on typing. */
const PAUSE_MS = 1_500

/** How soon a new day is met by a window that stayed open. */
const DAY_MS = 60_000

/** Reads again what the core says has changed; after a restart of the core and on a new day, everything. Returns how to stop. */
export function followChanges(client: QueryClient): () => void {
  let isShown = Promise.resolve()
  const again = (reads: 'all' | readonly string[], refetchType: 'active' | 'none') => {
    const isRead = readAgain(client, reads, refetchType)
    isShown = isShown.then(() => isRead)
  }
  let typing: ReturnType<typeof setTimeout> | undefined
  const waiting = new Set<string>()
  const atPause = () => {
    typing = undefined
    again([...waiting], 'active')
    waiting.clear()
  }
  /** That it can be undone is told by the first of its saves; the others change nothing of it before the pause. */
  const saved = (reads: readonly string[]) => {
    if (typing === undefined) again(reads, 'active')
    else for (const name of reads) waiting.add(name)
    clearTimeout(typing)
    typing = setTimeout(atPause, PAUSE_MS)
  }
  const stop = onEvent((event) => {
    if (event.topic === 'changed') {
      const { reads, later } = event
      if (reads !== 'all' && later.length > 0) saved(reads)
      else again(reads, 'active')
      again(later, 'none')
    } else if (event.topic === 'heard') void isShown.then(() => sawUpTo(event.upTo))
    else if (event.topic === 'core' && event.state === 'back') {
      sawNothing()
      again('all', 'active')
    }
  })
  // What is late, due or over is told from today.
  let day = civilDate(new Date())
  const dayTimer = setInterval(() => {
    const today = civilDate(new Date())
    if (today === day) return
    day = today
    again('all', 'active')
  }, DAY_MS)
  return () => {
    clearInterval(dayTimer)
    clearTimeout(typing)
    stop()
  }
}

/** Reads again at once what is shown (`active`), the rest when it is next shown. */
function readAgain(
  client: QueryClient,
  reads: 'all' | readonly string[],
  refetchType: 'active' | 'none',
): Promise<void> {
  if (reads.length === 0) return Promise.resolve()
  const named = reads === 'all' ? null : new Set(reads)
  const predicate = ({ queryHash }: { queryHash: string }) => named === null || named.has(queryHash)
  // A first read that is on its way may have been made before the change: joined to it, it would stay as it was then.
  for (const query of client.getQueryCache().findAll({ predicate, fetchStatus: 'fetching' }))
    if (query.state.data === undefined) void query.cancel({ silent: true })
  return client.invalidateQueries({ refetchType, predicate })
}
