// Dispatch sender section: the secretariat's address and signature, the size of messages, the time before a convocation.
import type { Output } from '../../../electron/contract/index.ts'
import { isAddress } from '../../../electron/domain/addresses.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useQuery } from '../../api/use-query.ts'
import { dispatchText } from '../../text/dispatch.ts'
import { dispatchSettingsText as text } from '../../text/dispatch-settings.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { NumberField } from '../../ui/ParsedField.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'

const countings = ['calendar', 'working', 'clear'] as const

export function DispatchSenderSection() {
  const body = useQuery('settings.body', {})
  return (
    <section className="stack" aria-label={text.sender}>
      <h2 className="h2">{text.sender}</h2>
      <p className="mute">{text.senderLead}</p>
      {body.error === null ? null : <ErrorBanner error={body.error} onRetry={() => void body.refetch()} />}
      {body.data === undefined ? body.error === null ? <Skeleton /> : null : <SenderForm body={body.data} />}
    </section>
  )
}

function SenderForm({ body }: { body: Output<'settings.body'> }) {
  const { patch, error, retry } = usePatch(
    'settings.updateBody',
    { version: body.version },
    (after) => after.version,
  )
  const fields = text.fields
  const isWrong = body.email !== '' && !isAddress(body.email)
  return (
    <>
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} />}
      <div className="form-grid">
        <TextField
          label={fields.email}
          type="email"
          value={body.email}
          maxLength={320}
          error={isWrong ? dispatchText.recipients.emailRule : undefined}
          onCommit={(email) => patch({ email: email.trim() })}
        />
        <NumberField
          label={fields.messageLimitMb}
          value={body.messageLimitMb}
          min={1}
          max={200}
          onCommit={(messageLimitMb) => {
            if (messageLimitMb !== null) patch({ messageLimitMb })
          }}
        />
        <NumberField
          label={fields.convocationDays}
          help={fields.convocationDaysHelp}
          value={body.convocationDays}
          min={0}
          max={60}
          onCommit={(convocationDays) => {
            if (convocationDays !== null) patch({ convocationDays })
          }}
        />
        <Select
          label={fields.convocationCounting}
          help={fields.convocationCountingHelp}
          value={body.convocationCounting}
          choices={countings.map((value) => ({ value, label: text.counting[value] }))}
          onCommit={(convocationCounting) => patch({ convocationCounting })}
        />
        <div className="whole">
          <TextArea
            label={fields.signature}
            value={body.signature}
            prose={false}
            rows={4}
            onCommit={(signature) => patch({ signature })}
          />
        </div>
      </div>
    </>
  )
}
