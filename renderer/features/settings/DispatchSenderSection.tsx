import { ADDRESS_LENGTH } from '../../../electron/domain/limits.ts'
import { isAddress } from '../../../electron/domain/people/addresses.ts'
import { BodyPart } from '../../parts/BodyPart.tsx'
import { dispatchText } from '../../text/dispatch.ts'
import { dispatchSettingsText as text } from '../../text/dispatch-settings.ts'
import { NumberField } from '../../ui/ParsedField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'

const countings = ['calendar', 'working', 'clear'] as const

export function DispatchSenderSection() {
  return (
    <BodyPart title={text.sender} lead={text.senderLead}>
      {(body, patch) => (
        <>
          <TextField
            label={text.fields.email}
            type="email"
            value={body.email}
            maxLength={ADDRESS_LENGTH}
            error={
              body.email !== '' && !isAddress(body.email) ? dispatchText.recipients.emailRule : undefined
            }
            onCommit={(email) => patch({ email: email.trim() })}
          />
          <NumberField
            needed
            label={text.fields.messageLimitMb}
            value={body.messageLimitMb}
            min={1}
            max={200}
            onCommit={(messageLimitMb) => {
              if (messageLimitMb !== null) patch({ messageLimitMb })
            }}
          />
          <NumberField
            needed
            label={text.fields.convocationDays}
            help={text.fields.convocationDaysHelp}
            value={body.convocationDays}
            min={0}
            max={60}
            onCommit={(convocationDays) => {
              if (convocationDays !== null) patch({ convocationDays })
            }}
          />
          <Select
            label={text.fields.convocationCounting}
            help={text.fields.convocationCountingHelp}
            value={body.convocationCounting}
            choices={countings.map((value) => ({ value, label: text.counting[value] }))}
            onCommit={(convocationCounting) => patch({ convocationCounting })}
          />
          <div className="whole">
            <TextArea
              label={text.fields.signature}
              value={body.signature}
              prose={false}
              rows={4}
              onCommit={(signature) => patch({ signature })}
            />
          </div>
        </>
      )}
    </BodyPart>
  )
}
