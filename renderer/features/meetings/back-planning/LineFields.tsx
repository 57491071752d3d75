import type {
  BackPlanLineFields,
  DayCounting,
  PlanAct,
} from '../../../../electron/domain/meetings/back-planning.ts'
import { countingText, planActText, planText as text } from '../../../text/back-planning.ts'
import { NumberField } from '../../../ui/ParsedField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'

const NO_ACT = 'none'
const acts = [
  { value: NO_ACT, label: text.noAct } as const,
  ...Object.entries(planActText).map(([value, label]) => ({ value: value as PlanAct, label })),
]
const countings = Object.entries(countingText).map(([value, label]) => ({
  value: value as DayCounting,
  label,
}))
const sides = [
  { value: 'before', label: text.sides.before },
  { value: 'after', label: text.sides.after },
] as const

export function LineFields(props: {
  line: BackPlanLineFields & { readonly id: string }
  onPatch: (patch: Partial<BackPlanLineFields>) => void
  autoFocus?: boolean
}) {
  const { line, onPatch } = props
  const fields = text.fields
  const isAfter = line.offsetDays > 0
  return (
    <div className="plan-fields">
      <div className="whole">
        <TextField
          label={fields.title}
          prose
          value={line.title}
          fresh={{ id: line.id, name: text.fresh }}
          autoFocus={props.autoFocus === true}
          needed
          onCommit={(title) => onPatch({ title })}
        />
      </div>
      <NumberField
        needed
        label={fields.days}
        value={Math.abs(line.offsetDays)}
        min={0}
        max={365}
        onCommit={(days) => {
          if (days !== null) onPatch({ offsetDays: isAfter || days === 0 ? days : -days })
        }}
      />
      <Select
        label={fields.side}
        value={isAfter ? 'after' : 'before'}
        choices={sides}
        onCommit={(side) => {
          const days = Math.max(1, Math.abs(line.offsetDays))
          onPatch({ offsetDays: side === 'after' ? days : -days })
        }}
      />
      <Select
        label={fields.counting}
        value={line.counting}
        choices={countings}
        onCommit={(counting) => onPatch({ counting })}
      />
      <Select
        label={fields.act}
        value={line.act ?? NO_ACT}
        choices={acts}
        onCommit={(act) => onPatch({ act: act === NO_ACT ? null : act })}
      />
      {line.counting === 'calendar' ? <p className="whole mute small">{text.calendarHelp}</p> : null}
    </div>
  )
}
