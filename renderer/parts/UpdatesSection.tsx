import { useQueryClient } from '@tanstack/react-query'
import type { UpdateState } from '../../electron/contract/desk.ts'
import { formatSize } from '../../electron/domain/text/french.ts'
import { queryKey, useQuery } from '../api/use-query.ts'
import { useAct } from '../api/use-write.ts'
import { deskText as text } from '../text/desk.ts'
import { ErrorBanner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'

/** Looked for, fetched and installed only from here. */
export function UpdatesSection() {
  const client = useQueryClient()
  const { data } = useQuery('desk.updates', {})
  const onSuccess = (state: UpdateState) => client.setQueryData(queryKey('desk.updates', {}), state)
  const look = useAct('desk.lookForUpdate', { onSuccess })
  const fetch = useAct('desk.fetchUpdate', { onSuccess })
  const install = useAct('desk.installUpdate', { onSuccess })
  const error = look.error ?? fetch.error ?? install.error
  return (
    <section className="stack" aria-label={text.updates}>
      <h3 className="h3">{text.updates}</h3>
      {data === undefined ? null : data.standing === 'elsewhere' ? (
        <p className="mute">{text.updatesElsewhere}</p>
      ) : (
        <>
          <p className="mute">{text.updatesLead}</p>
          {error === null ? null : <ErrorBanner error={error} />}
          <p role="status">{wordsOf(data)}</p>
          <div className="row wrap">
            {data.standing === 'offered' ? (
              <Button busy={fetch.isPending ? text.fetching : undefined} onPress={() => fetch.mutate({})}>
                {text.fetchUpdate}
              </Button>
            ) : data.standing === 'ready' ? (
              <Button onPress={() => install.mutate({})}>{text.installUpdate}</Button>
            ) : (
              <Button busy={look.isPending ? text.looking : undefined} onPress={() => look.mutate({})}>
                {text.lookForUpdate}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  )
}

function wordsOf(state: UpdateState): string {
  switch (state.standing) {
    case 'newest':
      return text.newest
    case 'offered':
      return text.offered(state.version, state.bytes === null ? null : formatSize(state.bytes))
    case 'ready':
      return text.updateReady(state.version)
    case 'failed':
      return text.updateFailed
    default:
      return ''
  }
}
