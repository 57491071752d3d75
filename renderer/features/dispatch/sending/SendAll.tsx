import Send from 'lucide-react/icons/send'
import { useState } from 'react'
import type { DispatchRow } from '../../../../electron/contract/dispatch.ts'
import type { ErrorCode } from '../../../../electron/contract/errors.ts'
import type { MailAccount } from '../../../../electron/domain/dispatch/sending.ts'
import { ApiError, errorSentence } from '../../../api/api-error.ts'
import { call } from '../../../api/client.ts'
import { showToast } from '../../../api/toasts.ts'
import { dispatchText } from '../../../text/dispatch.ts'
import { sendingText as text } from '../../../text/sending.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
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
])

/** What is wrong with a message that it is not, is where it goes. */
const wordsOf = (failure: ApiError) =>
  failure.code === 'invalid-input' ? text.noSoundAddress : errorSentence(failure)

/** One after the other; each is listed before, and what failed is said by name. */
export function SendAll(props: {
  account: MailAccount
  drafts: readonly DispatchRow[]
  /** Why there is none. */
  none: string
}) {
  const { account, drafts } = props
  const { way } = account
  const [isOpen, setOpen] = useState(false)
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [failures, setFailures] = useState<readonly string[]>([])
  const nameOf = (row: DispatchRow) => row.addressee || dispatchText.personal.everybody
  const send = async () => {
    setPending(true)
    setError(null)
    const said: string[] = []
    let done = 0
    try {
      for (const row of drafts) {
        try {
          await call('sending.send', { id: row.id, version: row.version })
          done += 1
        } catch (thrown) {
          if (!(thrown instanceof ApiError) || !ofOneMessage.has(thrown.code)) throw thrown
          said.push(text.about(nameOf(row), wordsOf(thrown)))
        }
      }
      setOpen(false)
    } catch (thrown) {
      setError(thrown)
    }
    setPending(false)
    setFailures(said)
    if (done > 0) showToast(text.doneOf[way](done, drafts.length))
  }
  return (
    <>
      {failures.length === 0 ? null : (
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
        unavailable={drafts.length === 0 ? props.none : undefined}
        onPress={() => setOpen(true)}
      >
        {text.all[way]}
      </Button>
      {isOpen ? (
        <SendDialog
          account={account}
          title={text.dialogAll[way]}
          isPending={isPending}
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
