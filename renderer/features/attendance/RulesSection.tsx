import { BodyPart } from '../../parts/BodyPart.tsx'
import { attendanceText as text } from '../../text/attendance.ts'
import { NumberField } from '../../ui/ParsedField.tsx'

export function RulesSection() {
  return (
    <BodyPart title={text.rules} lead={text.rulesLead}>
      {(body, patch) => (
        <>
          <NumberField
            label={text.quorumPercent}
            value={body.quorumPercent}
            min={1}
            max={100}
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
