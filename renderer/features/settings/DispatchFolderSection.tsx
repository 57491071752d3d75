import FolderOpen from 'lucide-react/icons/folder-open'
import { useState } from 'react'
import type { SharedFolderState } from '../../../electron/contract/dispatch.ts'
import { errorSentences } from '../../../electron/contract/error-sentences.ts'
import { type ApiError, errorSentence } from '../../api/api-error.ts'
import { showToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct, useWrite } from '../../api/use-write.ts'
import { ManagedNote, useManaged } from '../../parts/Managed.tsx'
import { dispatchSettingsText as text } from '../../text/dispatch-settings.ts'
import { instantWords } from '../../text/instant-words.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { patternExample } from './pattern-example.ts'

export function DispatchFolderSection() {
  const folder = useQuery('dispatch.sharedFolder', {})
  const again = { onSuccess: () => void folder.refetch() }
  const choose = useWrite('dispatch.chooseSharedFolder', again)
  const retry = useAct('dispatch.retrySharedFolder', again)
  const leave = useWrite('dispatch.leaveSharedFolder', {
    onSuccess: () => {
      showToast(text.left)
      void folder.refetch()
    },
  })
  const error = folder.error ?? choose.error ?? retry.error ?? leave.error
  const state = folder.data
  const isManaged = useManaged().SharedFolder !== undefined
  return (
    <section className="stack" aria-label={text.folder}>
      <h2 className="h2">{text.folder}</h2>
      <p className="mute">{text.folderLead}</p>
      {error === null ? null : <ErrorBanner error={error} />}
      {state === undefined ? (
        error === null ? (
          <Skeleton />
        ) : null
      ) : (
        <>
          <Standing state={state} isRetrying={retry.isPending} onRetry={() => retry.mutate({})} />
          {isManaged ? (
            <ManagedNote />
          ) : (
            <div className="row wrap">
              <Button icon={FolderOpen} onPress={() => choose.mutate({})}>
                {state.folderName === null ? text.choose : text.change}
              </Button>
              {state.folderName === null ? null : (
                <Button look="ghost" onPress={() => leave.mutate({})}>
                  {text.leave}
                </Button>
              )}
            </div>
          )}
          {state.folderName === null ? null : (
            <PatternField state={state} onSaved={() => void folder.refetch()} />
          )}
        </>
      )}
    </section>
  )
}

function Standing(props: { state: SharedFolderState; isRetrying: boolean; onRetry: () => void }) {
  const { folderName, queuedCount, lastWrittenAt, lastFailure } = props.state
  return (
    <>
      {queuedCount === 0 && lastFailure === null ? null : (
        <Banner
          tone="warn"
          acts={
            <Button small busy={props.isRetrying ? text.retrying : undefined} onPress={props.onRetry}>
              {text.retry}
            </Button>
          }
        >
          {[
            ...(lastFailure === null ? [] : [errorSentences[lastFailure]]),
            ...(queuedCount === 0 ? [] : [text.queued(queuedCount)]),
          ].join(' ')}
        </Banner>
      )}
      <p className="mute">
        {folderName === null
          ? text.noFolder
          : `${text.inFolder(folderName)} ${lastWrittenAt === null ? text.nothingWritten : text.lastWritten(instantWords(lastWrittenAt))}`}
      </p>
    </>
  )
}

/** Saved at a pause; the example follows every letter. */
function PatternField({ state, onSaved }: { state: SharedFolderState; onSaved: () => void }) {
  const [typed, setTyped] = useState(state.pattern)
  const save = useWrite('dispatch.setSharedPattern', { onSuccess: onSaved })
  return (
    <div className="form-grid">
      <div className="whole stack">
        <TextField
          label={text.pattern}
          help={text.patternHelp}
          value={state.pattern}
          maxLength={300}
          error={save.error === null ? undefined : refusalWords(save.error)}
          onCommit={(pattern) => {
            setTyped(pattern)
            if (pattern.trim() !== '') save.mutate({ pattern })
          }}
        />
        <p className="mute">{text.patternExample(patternExample(typed))}</p>
      </div>
    </div>
  )
}

function refusalWords(error: ApiError): string {
  if (error.code !== 'invalid-input') return errorSentence(error)
  const { field } = error
  return field?.startsWith('{') === true ? text.patternUnknown(field) : text.patternEscapes
}
