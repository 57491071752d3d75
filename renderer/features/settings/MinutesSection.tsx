import { BodyPart } from '../../parts/BodyPart.tsx'
import { minutesSettingsText as text } from '../../text/minutes-settings.ts'
import { NumberField } from '../../ui/ParsedField.tsx'
import { Select } from '../../ui/Select.tsx'

const modes = ['meeting', 'written', 'tacit'] as const

export function MinutesSection() {
  return (
    <BodyPart title={text.title} lead={text.lead}>
      {(body, patch) => (
        <>
          <NumberField
            label={text.reviewDays}
            help={text.reviewDaysHelp}
            value={body.reviewDays}
            min={1}
            max={120}
            onCommit={(reviewDays) => {
              if (reviewDays !== null) patch({ reviewDays })
            }}
          />
          <Select
            label={text.approvalMode}
            help={text.approvalModeHelp}
            value={body.approvalMode}
            choices={modes.map((value) => ({ value, label: text.modes[value] }))}
            onCommit={(approvalMode) => patch({ approvalMode })}
          />
        </>
      )}
    </BodyPart>
  )
}
