import { MutationCache, QueryClient } from '@tanstack/react-query'
import type { Method } from '../../electron/contract/index.ts'
import { affectedReads } from './affected-reads.ts'
import { onEvent } from './client.ts'

/** Acts outside the journal that change what is stored; no event follows them. */
const changesEverything: ReadonlySet<unknown> = new Set<Method>([
  'agenda.publish',
  'attachments.add',
  'attachments.choose',
  'backups.make',
  'backups.restore',
  'backups.setRule',
  'backups.takeOver',
  'keptFiles.choose',
  'recovery.examine',
  'backups.takeOverSealed',
  'dataPlace.keep',
  'dataPlace.move',
  'profile.export',
  'profile.import',
  'handOver.chooseFolder',
  'handOver.keep',
  'handOver.leaveCopy',
  'handOver.merge',
  'handOver.showCopy',
  'handOver.take',
  'backups.undoRestore',
  'backups.verify',
  'handOver.takeSource',
  'sample.load',
  'sealing.changePassphrase',
  'sealing.turnOff',
  'sealing.turnOn',
  'settings.chooseCopyFolder',
  'settings.declineCopyFolder',
])

/** Not read again by itself: rendering takes a second, and neither a version nor the program changes while it runs. */
const keeps: ReadonlySet<unknown> = new Set<Method>([
  'documents.render',
  'documents.verdict',
  'agenda.versionFile',
  'minutesVersions.file',
  'app.info',
])

/**
 * `networkMode: 'always'` for reads and writes: the default would pause saves silently on a desk without network.
 * No retry and no refetch of its own: the core says what changed.
 */
export function makeQueryClient(): QueryClient {
  const client = new QueryClient({
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
    mutationCache: new MutationCache({
      onSuccess: (_data, _input, _context, mutation) => {
        if (changesEverything.has(mutation.options.mutationKey?.[1])) readAgain(client)
      },
    }),
  })
  return client
}

/** Reads everything again that is shown, and the rest when it is next shown. */
function readAgain(client: QueryClient): void {
  void client.invalidateQueries({ predicate: (query) => !keeps.has(query.queryKey[0]) })
}

/** Reads again what an event concerns; after a restart of the core, everything. Returns how to stop. */
export function followChanges(client: QueryClient): () => void {
  return onEvent((event) => {
    if (event.topic === 'changed') for (const method of event.methods) afterWrite(client, method)
    // Whose data are shown may have changed, whoever changed it.
    else if (event.topic === 'pen') readAgain(client)
    else if (event.topic === 'core' && event.state === 'back') readAgain(client)
    else if (event.topic === 'damage') {
      for (const method of ['recovery.damage', 'keptFiles.list'] satisfies Method[]) {
        void client.invalidateQueries({ queryKey: [method] })
      }
    } else if (event.topic === 'copies') {
      for (const method of [
        'settings.copies',
        'backups.list',
        'home.get',
        'dataPlace.get',
      ] satisfies Method[]) {
        void client.invalidateQueries({ queryKey: [method] })
      }
    }
  })
}

function afterWrite(client: QueryClient, method: string): void {
  const { now, later } = affectedReads(method)
  if (now === 'all') {
    readAgain(client)
    return
  }
  for (const read of now) void client.invalidateQueries({ queryKey: [read] })
  for (const read of later) void client.invalidateQueries({ queryKey: [read], refetchType: 'none' })
}
