import ArrowLeft from 'lucide-react/icons/arrow-left'
import { Suspense, useCallback, useRef, useState } from 'react'
import type { DispatchView } from '../../../electron/contract/dispatch.ts'
import type { MeetingDocumentKind } from '../../../electron/contract/documents.ts'
import { asksToCome, type Dispatch } from '../../../electron/domain/dispatch/dispatch.ts'
import type { MeetingState } from '../../../electron/domain/meetings/meeting.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useQuery } from '../../api/use-query.ts'
import { dispatchKindText, dispatchText as text } from '../../text/dispatch.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { DocumentPreview } from '../documents/index.ts'
import { BeforeSending } from './BeforeSending.tsx'
import { Documents } from './Documents.tsx'
import { MessageActs } from './MessageActs.tsx'
import { RecipientPane } from './RecipientPane.tsx'
import { Recipients, type Wanted } from './Recipients.tsx'
import { SendingBanner } from './sending/SendingBanner.tsx'
import { useComposed } from './use-composed.ts'
import { useKeepView } from './use-keep-view.ts'

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
  /** The recipient whose pane takes the place of what is before sending. */
  const [editedId, setEdited] = useState<string | null>(null)
  const page = useRef<HTMLDivElement>(null)
  const shown = useCallback(() => setWanted(null), [])
  const [preview, setPreview] = useState<MeetingDocumentKind | null>(null)
  const handedOver = (after: DispatchView) => {
    keep(after)
    if (after.dispatch.state === 'sent') props.onSent(after)
  }
  const title = addressee === '' ? dispatchKindText[kind] : text.addressee(addressee)
  if (preview !== null) {
    return (
      <>
        <div className="pane-head">
          <Button small icon={ArrowLeft} onPress={() => setPreview(null)}>
            {text.documents.backToMessage}
          </Button>
        </div>
        <Suspense fallback={<Skeleton lines={10} />}>
          <div className="dispatch-preview">
            <DocumentPreview subject={{ kind: preview, meetingId }} />
          </div>
        </Suspense>
      </>
    )
  }
  const edited = view.recipients.find(({ id }) => id === editedId)
  return (
    <div className="cols" ref={page}>
      <div className="scroll dispatch-draft">
        <header className="dispatch-head">
          <div className="row">
            {props.onBack === undefined ? null : (
              <Button small look="ghost" icon={ArrowLeft} onPress={props.onBack}>
                {text.backToList}
              </Button>
            )}
            <h2 className="h2 grow">{title}</h2>
          </div>
          <MessageActs
            view={view}
            message={composed.value}
            onRemoved={props.onRemoved}
            onHandedOver={handedOver}
          />
        </header>
        <SendingBanner dispatch={view.dispatch} onSettled={handedOver} />
        <Recipients view={view} wanted={wanted} onShown={shown} onEdit={setEdited} />
        <MessageText dispatch={view.dispatch} />
        <Documents view={view} composed={composed} onPreview={setPreview} />
      </div>
      {edited === undefined ? (
        <BeforeSending
          view={view}
          message={composed.value}
          meetingState={props.meetingState}
          onWant={setWanted}
          onSent={(after) => {
            keep(after)
            props.onSent(after)
          }}
        />
      ) : (
        <RecipientPane
          key={edited.id}
          recipient={edited}
          onClose={() => {
            setEdited(null)
            page.current?.querySelector<HTMLElement>(`[data-row="${edited.id}"]`)?.focus()
          }}
        />
      )}
    </div>
  )
}

function MessageText({ dispatch: stored }: { dispatch: Dispatch }) {
  const keep = useKeepView()
  const secretariat = useQuery('settings.body', {}).data?.email ?? ''
  const {
    patch,
    error,
    retry,
    giveUp,
    row: dispatch,
  } = usePatch('dispatch.update', { id: stored.id, version: stored.version }, stored, (view) => {
    keep(view)
    return view.dispatch.version
  })
  return (
    <section className="dispatch-section" aria-label={text.sections.message}>
      <h3 className="h3">{text.sections.message}</h3>
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} onGiveUp={giveUp} />}
      <TextField
        label={text.subject}
        prose
        value={dispatch.subject}
        onCommit={(subject) => patch({ subject })}
      />
      <TextArea label={text.body} value={dispatch.body} rows={16} onCommit={(body) => patch({ body })} />
      {asksToCome.has(dispatch.kind) && secretariat !== '' ? <p className="mute">{text.replyLinks}</p> : null}
    </section>
  )
}
