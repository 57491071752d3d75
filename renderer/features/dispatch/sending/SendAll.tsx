import Send from 'lucide-react/icons/send'
import { useState } from 'react'
import type { DispatchRow } from '../../../../electron/contract/dispatch.ts'
import type { ErrorCode } from '../../../../electron/contract/errors.ts'
import type { MailAccount } from '../../../../electron/domain/dispatch/sending.ts'
import { ApiError, errorSentence } from '../../../api/api-error.ts'
import { showToast } from '../../../api/toasts.ts'
import { useUnderWay } from '../../../api/under-way.ts'
import { useAct } from '../../../api/use-write.ts'
import { dispatchText } from '../../../text/dispatch.ts'
import { sendingText as text } from '../../../text/sending.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useOutcome } from '../../../ui/kept.ts'
import { SendDialog } from './SendDialog.tsx'

/** Failures of one message: the others go on. Any other one would meet them all. */
const ofOneMessage: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'mail-recipients-refused',
  'mail-too-large',
  'mail-refused',
  'mail-perhaps-left',
  'mail-under-way',
  'mail-left-after-all',
  'mail-refused-after-all',
  'mail-already-left',
  'limit-reached',
  'busy',
  'conflict',
  'invalid-input',
  'not-found',
  'state-refuses',
  'approved',
  'meeting-sealed',
])

/** What is wrong with a message that it is not, is where it goes. */
const wordsOf = (failure: ApiError) =>
  failure.code === 'invalid-input' ? text.noSoundAddress : errorSentence(failure)

/** One after the other; each is listed before, and what failed is said by name. */
export function SendAll(props: {
  /** Where those that failed are named: a meeting's messages of one kind. */
  failuresOf: string
  account: MailAccount
  drafts: readonly DispatchRow[]
  /** Why there is none. */
  none: string
}) {
  const { failuresOf, account, drafts } = props
  const { way } = account
  const [isOpen, setOpen] = useState(false)
  const [isPending, setPending] = useState(false)
  const sending = useAct('sending.send')
  const isUnderWay = useUnderWay('sending.send')
  const error = sending.error !== null && ofOneMessage.has(sending.error.code) ? null : sending.error
  const [failures, setFailures] = useOutcome<readonly string[]>(`unsent:${failuresOf}`, isUnderWay)
  const nameOf = (row: DispatchRow) => row.addressee || dispatchText.personal.everybody
  const send = async () => {
    setPending(true)
    const said: string[] = []
    let done = 0
    try {
      for (const row of drafts) {
        try {
          await sending.mutateAsync({ id: row.id, version: row.version })
          done += 1
        } catch (thrown) {
          if (!(thrown instanceof ApiError) || !ofOneMessage.has(thrown.code)) throw thrown
          said.push(text.about(nameOf(row), wordsOf(thrown)))
        }
      }
      setOpen(false)
    } catch {
      // Said by the dialog.
    }
    setPending(false)
    setFailures(said.length === 0 ? null : said)
    if (done > 0) showToast(text.doneOf[way](done, drafts.length))
  }
  return (
    <>
      {failures === null ? null : (
        <Banner tone="bad">
          <ul>
            {failures.map((failure) => (
              <li key={failure}>{failure}</li>
            ))}
          </ul>
        </Banner>
      )}
      <Button
        icon={Send}
        look="primary"
        busy={isUnderWay ? text.underWay[way] : undefined}
        unavailable={drafts.length === 0 ? props.none : undefined}
        onPress={() => {
          sending.reset()
          setOpen(true)
        }}
      >
        {text.all[way]}
      </Button>
      {isOpen ? (
        <SendDialog
          account={account}
          title={text.dialogAll[way]}
          isPending={isPending || isUnderWay}
          error={error}
          onConfirm={() => void send()}
          onClose={() => setOpen(false)}
        >
          <p className="mute">{text.through(account.host)}</p>
          {drafts.map((row) => (
            <details key={row.id}>
              <summary>
                <span className="strong">{nameOf(row)}</span> {row.subject}
              </summary>
              <div className="dispatch-sent-body">{row.body}</div>
            </details>
          ))}
        </SendDialog>
      ) : null}
    </>
  )
}
