import ArrowLeft from 'lucide-react/icons/arrow-left'
import { Suspense, useCallback, useState } from 'react'
import type { DispatchView } from '../../../electron/contract/dispatch.ts'
import type { MeetingDocumentKind } from '../../../electron/contract/documents.ts'
import type { MeetingState } from '../../../electron/domain/meetings/meeting.ts'
import { useQuery } from '../../api/use-query.ts'
import { dispatchKindText, dispatchText as text } from '../../text/dispatch.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { DocumentPreview } from '../documents/index.ts'
import { Documents } from './Documents.tsx'
import { MarkSent } from './MarkSent.tsx'
import { MessageActs } from './MessageActs.tsx'
import { MessageText } from './MessageText.tsx'
import { Recipients, type Wanted } from './Recipients.tsx'
import { useComposed } from './use-composed.ts'
import { useKeepView } from './use-keep-view.ts'
import { Warnings } from './Warnings.tsx'

export type DraftPaneProps = {
  dispatchId: string
  meetingState: MeetingState
  /** Name of the one person it is written to; empty for the others. */
  addressee: string
  /** Back to the messages of the same kind; none when it is the only one. */
  onBack?: (() => void) | undefined
  onSent: (view: DispatchView) => void
  onRemoved: () => void
}

/** Give it a `key` of the message's id. */
export function DraftPane(props: DraftPaneProps) {
  const view = useQuery('dispatch.get', { id: props.dispatchId })
  if (view.data === undefined) {
    return view.error === null ? (
      <Skeleton lines={10} />
    ) : (
      <div className="pad">
        <ErrorBanner error={view.error} onRetry={() => void view.refetch()} />
      </div>
    )
  }
  return <Draft {...props} view={view.data} />
}

function Draft(props: DraftPaneProps & { view: DispatchView }) {
  const { view, addressee } = props
  const { kind, meetingId } = view.dispatch
  const keep = useKeepView()
  const composed = useComposed(view)
  const [wanted, setWanted] = useState<Wanted>(null)
  const shown = useCallback(() => setWanted(null), [])
  const [preview, setPreview] = useState<MeetingDocumentKind | null>(null)
  const title = addressee === '' ? dispatchKindText[kind] : text.addressee(addressee)
  if (preview !== null) {
    return (
      <>
        <div className="pane-h">
          <Button small icon={ArrowLeft} onPress={() => setPreview(null)}>
            {text.documents.backToMessage}
          </Button>
        </div>
        <Suspense fallback={<Skeleton lines={10} />}>
          <div className="dp-preview">
            <DocumentPreview subject={{ kind: preview, meetingId }} />
          </div>
        </Suspense>
      </>
    )
  }
  return (
    <>
      <div className="scroll dp-draft">
        <header className="dp-head">
          <div className="row">
            {props.onBack === undefined ? null : (
              <Button small look="ghost" icon={ArrowLeft} onPress={props.onBack}>
                {text.backToList}
              </Button>
            )}
            <h2 className="h2 grow">{title}</h2>
          </div>
          <MessageActs view={view} onRemoved={props.onRemoved} />
        </header>
        <Warnings view={view} message={composed.value} onWant={setWanted} />
        <Recipients view={view} wanted={wanted} onShown={shown} />
        <MessageText dispatch={view.dispatch} />
        <Documents view={view} composed={composed} onPreview={setPreview} />
      </div>
      <MarkSent
        view={view}
        meetingState={props.meetingState}
        onSent={(after) => {
          keep(after)
          props.onSent(after)
        }}
      />
    </>
  )
}
