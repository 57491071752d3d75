import Mail from 'lucide-react/icons/mail'
import MailCheck from 'lucide-react/icons/mail-check'
import { useState } from 'react'
import type { DispatchRow } from '../../../electron/contract/dispatch.ts'
import type { DispatchKind } from '../../../electron/domain/dispatch/dispatch.ts'
import { standingOf } from '../../../electron/domain/dispatch/sending.ts'
import { errorSentence } from '../../api/api-error.ts'
import { store } from '../../api/outbox/window.ts'
import { showToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct, useWrite } from '../../api/use-write.ts'
import { dispatchKindText, dispatchText } from '../../text/dispatch.ts'
import { sendingText } from '../../text/sending.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { SendAll } from './sending/SendAll.tsx'

const text = dispatchText.personal

export function PersonalPane(props: {
  kind: DispatchKind
  drafts: readonly DispatchRow[]
  itemTitles: ReadonlyMap<string, string>
  onOpen: (dispatchId: string) => void
}) {
  const { kind, drafts } = props
  const open = useAct('dispatch.openMessage')
  const mark = useWrite('dispatch.markSent', {
    onSuccess: () => showToast(dispatchText.marked(dispatchKindText[kind])),
  })
  const all = useMarkAll()
  const meetingId = drafts[0]?.meetingId ?? ''
  const sendings = useQuery('sending.list', { meetingId }).data
  const account = useQuery('sending.settings', {}).data?.account ?? null
  const reachable = drafts.filter((row) => row.recipientCount > row.withoutAddressCount)
  const standing = ({ id }: DispatchRow) =>
    standingOf((sendings ?? []).filter(({ dispatchId }) => dispatchId === id))
  // What lies in the mailbox may have left from there: it is not put there again with the others.
  const waiting =
    account?.way === 'drafts' ? reachable.filter((row) => standing(row) !== 'deposited') : reachable
  const error = open.error ?? mark.error
  return (
    <>
      <div className="scroll dispatch-draft">
        <header className="dispatch-head">
          <h2 className="h2">{dispatchKindText[kind]}</h2>
          <p className="mute">{text.count(drafts.length)}</p>
        </header>
        {error === null ? null : <ErrorBanner error={error} />}
        {all.failure === null ? null : <Banner tone="bad">{all.failure}</Banner>}
        <ul className="dispatch-personal" aria-label={text.list}>
          {drafts.map((row) => (
            <PersonalRow
              key={row.id}
              row={row}
              standing={standing(row)}
              about={props.itemTitles.get(row.itemId ?? '') ?? row.subject}
              onRead={() => props.onOpen(row.id)}
              onOpen={() => open.mutate({ id: row.id })}
              onMark={() => mark.mutate({ id: row.id, version: row.version })}
            />
          ))}
        </ul>
      </div>
      <div className="dispatch-mark">
        <p className="grow mute">{dispatchText.markHint(undefined)}</p>
        {account === null ? null : (
          <SendAll
            failuresOf={`${meetingId} ${kind}`}
            account={account}
            drafts={waiting}
            none={reachable.length === 0 ? text.noneReachable : sendingText.allDeposited}
          />
        )}
        <Button
          icon={MailCheck}
          unavailable={reachable.length === 0 ? text.noneReachable : undefined}
          busy={all.isPending ? dispatchText.marking : undefined}
          onPress={() => void all.mark(reachable)}
        >
          {text.markAll}
        </Button>
      </div>
    </>
  )
}

function PersonalRow(props: {
  row: DispatchRow
  standing: ReturnType<typeof standingOf>
  about: string
  onRead: () => void
  onOpen: () => void
  onMark: () => void
}) {
  const { row } = props
  const who = row.addressee || text.everybody
  const isReached = row.recipientCount > row.withoutAddressCount
  return (
    <li>
      <button type="button" className="dispatch-personal-row" onClick={props.onRead}>
        <span className="strong">{who}</span> <small className="mute cut-two-lines">{props.about}</small>
        {isReached ? null : <small className="warn">{text.noAddress}</small>}
        {props.standing === 'unknown' ? <small className="warn">{sendingText.perhaps}</small> : null}
        {props.standing === 'deposited' ? <small className="mute">{sendingText.inDrafts}</small> : null}
      </button>
      <span className="mute small nowrap">
        {row.documentCount === 0 ? '' : text.withDocuments(row.documentCount)}
      </span>
      {isReached ? (
        <>
          <Button small icon={Mail} label={text.openInMail(who)} onPress={props.onOpen} />
          <Button small icon={MailCheck} label={text.mark(who)} onPress={props.onMark} />
        </>
      ) : null}
    </li>
  )
}

/** One after the other: each keeps its own bytes; a failure leaves the rest as they are and says how far it came. */
function useMarkAll() {
  const [isPending, setPending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const mark = async (rows: readonly DispatchRow[]) => {
    setPending(true)
    setFailure(null)
    let done = 0
    try {
      for (const row of rows) {
        await store('dispatch.markSent', { id: row.id, version: row.version })
        done += 1
      }
      showToast(text.markedAll(done))
    } catch (error) {
      setFailure(`${text.partly(done, rows.length)} ${errorSentence(error)}`)
    }
    setPending(false)
  }
  return { mark, isPending, failure }
}
