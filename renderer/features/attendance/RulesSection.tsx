import { BodyPart } from '../../parts/BodyPart.tsx'
import { attendanceText as text } from '../../text/attendance.ts'
import { NumberField, ShareField } from '../../ui/ParsedField.tsx'

export function RulesSection() {
  return (
    <BodyPart title={text.rules} lead={text.rulesLead}>
      {(body, patch) => (
        <>
          <ShareField
            label={text.quorumPercent}
            help={text.quorumThirds}
            value={body.quorumPercent}
            onCommit={(quorumPercent) => patch({ quorumPercent })}
          />
          <NumberField
            label={text.maxProxies}
            value={body.maxProxies}
            min={0}
            max={20}
            onCommit={(maxProxies) => patch({ maxProxies })}
          />
        </>
      )}
    </BodyPart>
  )
}
