import { useIsMutating, useQueryClient } from '@tanstack/react-query'
import Check from 'lucide-react/icons/check'
import CircleAlert from 'lucide-react/icons/circle-alert'
import { useEffect, useState } from 'react'
import { formatTime } from '../../electron/domain/text/french.ts'
import { errorCode } from '../api/api-error.ts'
import { useSaveState } from '../api/saves.ts'
import { frameText } from '../text/frame.ts'
import { Icon } from '../ui/Icon.tsx'

/** A failure of these leaves nothing unsaved that was typed; they say themselves what happened. */
const savesNothing =
  /^(backups|recovery|archive|profile)\.|^keptFiles\.(?!leave$)|\.(open|openFile|openSent|reveal|look|stop\w*)$/
/** They only read what somebody chose: a file that is refused. Attaching chosen files or resuming a meeting saves. */
const readsOnly = /^(takeover|deliveries|imports|observations|watchList)\.(choose|resume)$|\.read\w*$/

const isSave = (key: readonly unknown[] | undefined) =>
  key?.[0] === 'write' &&
  !(typeof key[1] === 'string' && (savesNothing.test(key[1]) || readsOnly.test(key[1])))

export function SavedState() {
  const client = useQueryClient()
  const queue = useSaveState()
  const sent = useIsMutating({ predicate: ({ options }) => isSave(options.mutationKey) })
  const saving = sent > 0 || queue.phase === 'saving'
  const [failed, setFailed] = useState(false)
  useEffect(
    () =>
      client.getMutationCache().subscribe((event) => {
        if (event.type !== 'updated' || !isSave(event.mutation.options.mutationKey)) return
        const { status, error } = event.mutation.state
        if (status === 'success') setFailed(false)
        // A work that somebody ended is not lost.
        if (status === 'error' && errorCode(error) !== 'cancelled') setFailed(true)
      }),
    [client],
  )
  if (saving) return <span className="saved">{frameText.saving}</span>
  const lost = failed || queue.phase === 'failed' || queue.phase === 'conflict'
  return (
    <span className={lost ? 'saved bad' : 'saved'}>
      <Icon of={lost ? CircleAlert : Check} size={16} />
      {lost ? frameText.notSaved : savedWords(queue.savedAt)}
    </span>
  )
}

/** "Enregistré à 10 h 42", in local time; without a time before the first text was stored. */
function savedWords(at: number | null): string {
  if (at === null) return frameText.saved
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return frameText.savedAt(formatTime(`${two(date.getHours())}:${two(date.getMinutes())}`))
}
