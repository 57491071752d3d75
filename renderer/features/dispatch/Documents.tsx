import CalendarDays from 'lucide-react/icons/calendar-days'
import FileText from 'lucide-react/icons/file-text'
import Paperclip from 'lucide-react/icons/paperclip'
import X from 'lucide-react/icons/x'
import { useRef } from 'react'
import type { ComposedMessage, DispatchView } from '../../../electron/contract/dispatch.ts'
import type { MeetingDocumentKind } from '../../../electron/contract/documents.ts'
import type { DispatchDocument } from '../../../electron/domain/dispatch/dispatch.ts'
import { formatSize } from '../../../electron/domain/text/french.ts'
import { useFocusKept } from '../../acts/use-focus-kept.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { dispatchText, documentKindText } from '../../text/dispatch.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Select } from '../../ui/Select.tsx'
import type { Composed } from './use-composed.ts'
import { useDragOut } from './use-drag-out.ts'
import { useKeepView } from './use-keep-view.ts'

const documentsText = dispatchText.documents
const NONE = ''

function AddDocument({ view }: { view: DispatchView }) {
  const { id, meetingId } = view.dispatch
  const keep = useKeepView()
  const attachments = useQuery('attachments.list', { meetingId })
  const add = useWrite('dispatch.addAttachment', { onSuccess: keep })
  const addAll = useWrite('dispatch.addAttachments', { onSuccess: keep })
  const joined = new Set(view.documents.map((document) => document.attachmentId))
  const offered = (attachments.data ?? []).filter(
    (one) => one.circulation !== 'secretariat' && !joined.has(one.id),
  )
  const error = add.error ?? addAll.error
  if (attachments.data === undefined || (attachments.data.length === 0 && error === null)) return null
  return (
    <>
      {error === null ? null : <ErrorBanner error={error} />}
      {offered.length === 0 ? (
        <p className="mute small">{documentsText.noneLeft}</p>
      ) : (
        <div className="dispatch-add-document">
          <Select
            label={documentsText.add}
            value={NONE}
            choices={[
              { value: NONE, label: documentsText.choose },
              ...offered.map((one) => ({ value: one.id, label: one.title || one.fileName })),
            ]}
            onCommit={(attachmentId) => {
              if (attachmentId !== NONE) add.mutate({ dispatchId: id, attachmentId })
            }}
          />
          <Button writes onPress={() => addAll.mutate({ dispatchId: id })}>
            {documentsText.addAll}
          </Button>
        </div>
      )}
    </>
  )
}

const text = dispatchText.documents

/** Papers that are rendered for this message and can be looked at before. */
const previews: Partial<Record<DispatchDocument['kind'], MeetingDocumentKind>> = {
  agenda: 'timedAgenda',
  agendaChanges: 'agendaChanges',
  convocation: 'convocation',
  minutes: 'minutes',
}

export function Documents(props: {
  view: DispatchView
  composed: Composed
  onPreview: (kind: MeetingDocumentKind) => void
}) {
  const { view, composed } = props
  const keep = useKeepView()
  const remove = useWrite('dispatch.removeDocument')
  const place = useWrite('dispatch.placeDocument', { onSuccess: keep })
  const error = remove.error ?? place.error
  const section = useRef<HTMLElement>(null)
  useFocusKept(section)
  return (
    <section
      className="dispatch-section"
      aria-label={dispatchText.sections.documents}
      ref={section}
      tabIndex={-1}
    >
      <div className="row row-3 wrap">
        <h3 className="h3">{dispatchText.sections.documents}</h3>
        <Size composed={composed} />
      </div>
      {composed.phase === 'failed' ? <ErrorBanner error={composed.error} onRetry={composed.retry} /> : null}
      {error === null ? null : <ErrorBanner error={error} />}
      {view.documents.length === 0 ? <p className="mute">{text.none}</p> : null}
      <ul className="attendance-list">
        {view.documents.map((document) => (
          <DocumentRow
            key={document.id}
            document={document}
            sizeBytes={sizeOf(document, composed.value)}
            onPreview={props.onPreview}
            onPlace={(placement) => place.mutate({ id: document.id, placement })}
            onRemove={() =>
              remove.mutate(
                { id: document.id },
                {
                  onSuccess: (after) => {
                    keep(after)
                    showUndoToast(text.removed(nameOf(document)))
                  },
                },
              )
            }
          />
        ))}
      </ul>
      <AddDocument view={view} />
    </section>
  )
}

/** The bar and its words; what is being counted shows the last count meanwhile. */
function Size({ composed: { value: message, phase } }: { composed: Composed }) {
  if (message === null) {
    return (
      <span className="mute" role="status">
        {phase === 'failed' ? text.failed : text.computing}
      </span>
    )
  }
  const over = message.sizeBytes > message.limitBytes
  const percent = Math.min(100, Math.round((100 * message.sizeBytes) / message.limitBytes))
  return (
    <>
      <div className={over ? 'bar dispatch-size over' : 'bar dispatch-size'} aria-hidden="true">
        <i style={{ width: `${percent}%` }} />
      </div>
      <span className={over ? 'warn strong' : 'mute'}>{over ? text.over(message) : text.size(message)}</span>
      {phase === 'outdated' ? <span className="mute small">{text.computing}</span> : null}
    </>
  )
}

function DocumentRow(props: {
  document: DispatchDocument
  sizeBytes: number | null
  onPreview: (kind: MeetingDocumentKind) => void
  onPlace: (placement: DispatchDocument['placement']) => void
  onRemove: () => void
}) {
  const { document, sizeBytes } = props
  const name = nameOf(document)
  const preview = previews[document.kind]
  const beside = document.placement === 'folder'
  const dragOut = useDragOut(document)
  return (
    <li className="attendance-row" {...dragOut}>
      <Icon
        of={
          document.kind === 'calendar' ? CalendarDays : document.kind === 'attachment' ? Paperclip : FileText
        }
        size={16}
      />
      {preview === undefined ? (
        <span className="grow cut" title={document.fileName}>
          {name}
        </span>
      ) : (
        <button
          type="button"
          className="attendance-name cut"
          title={document.fileName}
          aria-label={text.preview(name)}
          onClick={() => props.onPreview(preview)}
        >
          {name}
        </button>
      )}
      {beside ? <span className="mute small">{text.beside}</span> : null}
      <span className="mute nowrap">{sizeBytes === null ? '' : formatSize(sizeBytes)}</span>
      {document.kind === 'attachment' || beside ? (
        <Button
          small
          look="ghost"
          writes
          onPress={() => props.onPlace(beside ? 'message' : 'folder')}
          label={beside ? text.putInside(name) : text.putBeside(name)}
        >
          {beside ? text.putInsideShort : text.putBesideShort}
        </Button>
      ) : null}
      <Button small look="ghost" icon={X} writes label={text.remove(name)} onPress={props.onRemove} />
    </li>
  )
}

/** Our own papers by what they are, files by their name. */
function nameOf({ kind, fileName }: DispatchDocument): string {
  return kind === 'attachment' ? fileName : documentKindText[kind]
}

function sizeOf(document: DispatchDocument, message: ComposedMessage | null): number | null {
  return message?.documents.find((one) => one.fileName === document.fileName)?.sizeBytes ?? document.sizeBytes
}
