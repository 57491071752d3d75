import FileCheck from 'lucide-react/icons/file-check'
import MailOpen from 'lucide-react/icons/mail-open'
import type { DispatchView } from '../../../electron/contract/dispatch.ts'
import type { Dispatch, DispatchDocument } from '../../../electron/domain/dispatch/dispatch.ts'
import { serverAttempt } from '../../../electron/domain/dispatch/sending.ts'
import { formatSize } from '../../../electron/domain/text/french.ts'
import { showToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct } from '../../api/use-write.ts'
import { dispatchKindText, dispatchText, documentKindText, fieldNameText } from '../../text/dispatch.ts'
import { documentText } from '../../text/documents.ts'
import { instantWords } from '../../text/instant-words.ts'
import { sendingText } from '../../text/sending.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { calledBy, groupsOf } from './recipient-groups.ts'
import { useSendings } from './sending/SendingBanner.tsx'
import { useDragOut } from './use-drag-out.ts'
import { shortInstant } from './when.ts'

const text = dispatchText.sent

export function SentPane({ dispatchId }: { dispatchId: string }) {
  const view = useQuery('dispatch.get', { id: dispatchId })
  if (view.data === undefined) {
    return view.error === null ? (
      <Skeleton lines={10} />
    ) : (
      <div className="pad">
        <ErrorBanner error={view.error} onRetry={() => void view.refetch()} />
      </div>
    )
  }
  return <Sent view={view.data} />
}

function Sent({ view }: { view: DispatchView }) {
  const { dispatch, documents } = view
  const open = useAct('dispatch.openSent')
  const proof = useAct('documents.save', {
    onSuccess: (saved) => {
      if (saved !== null) showToast(documentText.saved('convocationProof', saved.fileName, saved.besideName))
    },
  })
  return (
    <div className="scroll dispatch-draft">
      <header className="dispatch-head">
        <h2 className="h2">
          {text.title(dispatchKindText[dispatch.kind], shortInstant(dispatch.sentAt ?? ''))}
        </h2>
        <div className="row wrap dispatch-acts">
          {dispatch.messageSha256 === null ? (
            <span className="mute">{text.notKept}</span>
          ) : (
            <Button icon={MailOpen} onPress={() => open.mutate({ id: dispatch.id })}>
              {text.open}
            </Button>
          )}
          {dispatch.kind === 'convocation' ? (
            <Button
              icon={FileCheck}
              busy={proof.isPending ? dispatchText.saving : undefined}
              onPress={() => proof.mutate({ kind: 'convocationProof', meetingId: dispatch.meetingId })}
            >
              {text.proof}
            </Button>
          ) : null}
        </div>
        {proof.error === null ? null : <ErrorBanner error={proof.error} />}
        {open.error === null ? null : <ErrorBanner error={open.error} />}
      </header>
      <section className="dispatch-section" aria-label={text.facts}>
        <h3 className="h3">{text.facts}</h3>
        <Facts dispatch={dispatch} />
      </section>
      <Refused dispatch={dispatch} />
      <section className="dispatch-section" aria-label={dispatchText.sections.recipients}>
        <h3 className="h3">{dispatchText.sections.recipients}</h3>
        <dl className="definitions">
          {groupsOf(view.recipients).map((group) => (
            <div key={group.id} className="dispatch-sent-group">
              <dt>
                {group.id === 'unreached' ? dispatchText.recipients.notReached : fieldNameText[group.id].long}
              </dt>
              <dd>
                <ul>
                  {group.rows.map((one) => (
                    <li key={one.id}>
                      {calledBy(one)}
                      {one.organisation === '' ? '' : `, ${one.organisation}`}{' '}
                      {one.name === '' ? null : <span className="mute">{one.email}</span>}
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="dispatch-section" aria-label={dispatchText.sections.message}>
        <h3 className="h3">{dispatch.subject}</h3>
        <div className="dispatch-sent-body">{dispatch.body}</div>
      </section>
      <section className="dispatch-section" aria-label={dispatchText.sections.documents}>
        <h3 className="h3">{dispatchText.sections.documents}</h3>
        {documents.length === 0 ? <p className="mute">{dispatchText.documents.none}</p> : null}
        <ul className="attendance-list">
          {documents.map((document) => (
            <SentDocument key={document.id} document={document} />
          ))}
        </ul>
      </section>
    </div>
  )
}

/** Whom the server did not take it for: it never reached them, though somebody may have seen it leave. */
function Refused({ dispatch }: { dispatch: Dispatch }) {
  const own = serverAttempt(useSendings(dispatch), dispatch.messageSha256)
  const refused = own.filter(({ state }) => state === 'refused')
  if (refused.length === 0) return null
  const isWhole = refused.length === own.length
  return (
    <Banner tone={isWhole ? 'bad' : 'warn'}>
      {isWhole ? sendingText.notSent : sendingText.refused}
      <ul>
        {refused.map(({ id, recipient, answer }) => (
          <li key={id}>
            {recipient} <span className="mute">{answer}</span>
          </li>
        ))}
      </ul>
    </Banner>
  )
}

function SentDocument({ document }: { document: DispatchDocument }) {
  const dragOut = useDragOut(document)
  return (
    <li className="dispatch-sent-document" {...dragOut}>
      <span className="dispatch-wrap">{document.fileName || documentKindText[document.kind]}</span>
      <span className="mute">
        {[
          ...(document.sizeBytes === null ? [] : [formatSize(document.sizeBytes)]),
          ...(document.placement === 'folder' ? [dispatchText.documents.beside] : []),
        ].join(', ')}
      </span>
      {document.sha256 === null ? null : <code className="dispatch-hash">{document.sha256}</code>}
    </li>
  )
}

function Facts({ dispatch }: { dispatch: Dispatch }) {
  const confirmed = serverAttempt(useSendings(dispatch), dispatch.messageSha256).findLast(
    ({ state }) => state === 'confirmed',
  )
  const facts: [string, string][] = [
    [text.when, [instantWords(dispatch.sentAt ?? ''), text.by(dispatch.sentBy)].join(', ')],
  ]
  if (dispatch.agendaVersionNumber !== null)
    facts.push([text.version, text.versionNumber(dispatch.agendaVersionNumber)])
  if (dispatch.calendarSequence !== null)
    facts.push([text.calendar, text.calendarNumber(dispatch.calendarSequence)])
  if (confirmed !== undefined)
    facts.push([
      sendingText.accepted,
      sendingText.acceptedLine(confirmed.host, instantWords(confirmed.changedAt)),
    ])
  if (dispatch.messageBytes !== null) facts.push([text.size, formatSize(dispatch.messageBytes)])
  return (
    <dl className="definitions">
      {facts.map(([label, value]) => (
        <div key={label} className="dispatch-fact">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {dispatch.messageSha256 === null ? null : (
        <div className="dispatch-fact">
          <dt>{text.hash}</dt>
          <dd>
            <code className="dispatch-hash">{dispatch.messageSha256}</code>
          </dd>
        </div>
      )}
    </dl>
  )
}
