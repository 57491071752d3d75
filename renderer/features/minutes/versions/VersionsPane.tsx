import Archive from 'lucide-react/icons/archive'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import X from 'lucide-react/icons/x'
import { Suspense, useState } from 'react'
import type { ListedVersion } from '../../../../electron/contract/minutes-versions.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { outbox } from '../../../api/outbox/window.ts'
import { showToast, showUndoToast } from '../../../api/toasts.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { commonText } from '../../../text/common.ts'
import { minutesVersionsText as text } from '../../../text/minutes-versions.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Inspector } from '../../../ui/Inspector.tsx'
import { useKept } from '../../../ui/kept.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { PdfView } from '../../documents/index.ts'
import { Comparison } from './Comparison.tsx'
import { VersionRow } from './VersionRow.tsx'

type Shown = { readonly type: 'list' } | { readonly type: 'file' | 'compare'; readonly id: string }
const list: Shown = { type: 'list' }

export function VersionsPane(props: { meetingId: string; isApproved: boolean; onClose: () => void }) {
  const { meetingId } = props
  const versions = useQuery('minutesVersions.list', { meetingId })
  const [shown, setShown] = useState<Shown>(list)
  const chosen = shown.type === 'list' ? undefined : versions.data?.find(({ id }) => id === shown.id)
  const back = () => setShown(list)
  if (chosen !== undefined && shown.type === 'file')
    return <VersionFile key={chosen.id} version={chosen} onBack={back} onClose={props.onClose} />
  if (chosen !== undefined && shown.type === 'compare')
    return (
      <Comparison
        meetingId={meetingId}
        versions={versions.data ?? []}
        first={chosen.id}
        onBack={back}
        onClose={props.onClose}
      />
    )
  return (
    <Inspector title={text.pane} onClose={props.onClose}>
      <div className="stack">
        {props.isApproved ? null : <KeepForm meetingId={meetingId} />}
        {versions.error === null ? null : (
          <ErrorBanner error={versions.error} onRetry={() => void versions.refetch()} />
        )}
        {versions.data === undefined ? (
          versions.error === null ? (
            <Skeleton lines={6} />
          ) : null
        ) : versions.data.length === 0 ? (
          <EmptyState icon={Archive} title={text.empty}>
            {text.emptyHint}
          </EmptyState>
        ) : (
          <List
            versions={versions.data}
            isApproved={props.isApproved}
            onShow={(id) => setShown({ type: 'file', id })}
            onCompare={(id) => setShown({ type: 'compare', id })}
          />
        )}
      </div>
    </Inspector>
  )
}

function KeepForm({ meetingId }: { meetingId: string }) {
  const [note, setNote] = useKept(`version-note:${meetingId}`, '')
  const versions = useQuery('minutesVersions.list', { meetingId })
  const keep = useWrite('minutesVersions.keep', {
    onSuccess: ([newest]) => {
      setNote('')
      void versions.refetch()
      if (newest !== undefined) showToast(text.kept(newest.number))
    },
    onError: (error) => showToast(errorSentence(error)),
  })
  const start = async () => {
    await outbox.flush()
    keep.mutate({ meetingId, note })
  }
  return (
    <div className="version-keep">
      <TextField label={text.note} prose help={text.noteHelp} value={note} onCommit={setNote} />
      <Button
        small
        icon={Archive}
        busy={keep.isPending ? text.keeping : undefined}
        onPress={() => void start()}
      >
        {text.keep}
      </Button>
    </div>
  )
}

function List(props: {
  versions: readonly ListedVersion[]
  isApproved: boolean
  onShow: (id: string) => void
  onCompare: (id: string) => void
}) {
  const restore = useWrite('minutesVersions.restore', {
    onSuccess: (_, { id }) => {
      const number = props.versions.find((version) => version.id === id)?.number ?? 0
      showUndoToast(text.restored(number))
    },
    onError: (error) => showToast(errorSentence(error)),
  })
  return (
    <ul className="list" aria-label={text.list}>
      {props.versions.map((version) => (
        <VersionRow
          key={version.id}
          version={version}
          isRestoring={restore.isPending && restore.variables.id === version.id}
          isApproved={props.isApproved}
          onShow={() => props.onShow(version.id)}
          onCompare={() => props.onCompare(version.id)}
          // Text typed and not yet sent would be stored over what is put back.
          onRestore={() => void outbox.flush().then(() => restore.mutate({ id: version.id }))}
        />
      ))}
    </ul>
  )
}

function VersionFile(props: { version: ListedVersion; onBack: () => void; onClose: () => void }) {
  const { id, number } = props.version
  const file = useQuery('minutesVersions.file', { id }, { isFixed: true })
  return (
    <aside className="pane papers" aria-label={text.number(number)}>
      <div className="paper-choice row">
        <Button small look="ghost" icon={ArrowLeft} label={text.back} onPress={props.onBack} />
        <h2 className="h3 grow">{text.number(number)}</h2>
        <Button small look="ghost" icon={X} label={commonText.close} onPress={props.onClose} />
      </div>
      <div className="pane minutes-side">
        {file.error === null ? null : <ErrorBanner error={file.error} onRetry={() => void file.refetch()} />}
        {file.data === undefined ? (
          file.error === null ? (
            <Skeleton lines={8} />
          ) : null
        ) : (
          <Suspense fallback={<Skeleton lines={8} />}>
            <PdfView bytes={file.data.bytes} pages={file.data.pageCount} />
          </Suspense>
        )}
      </div>
    </aside>
  )
}
