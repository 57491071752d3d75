import { useState } from 'react'
import { thirdsIn } from '../../electron/domain/attendance/rules.ts'
import { formatDuration, formatTime } from '../../electron/domain/text/french.ts'
import { fieldText } from '../text/field.ts'
import { useEditingOff } from './editing.ts'
import { Field } from './Field.tsx'
import { useKept, useTypedBack } from './kept.ts'
import { parseDuration, parseShare, parseTime, parseWhole, type Understood } from './parse-french.ts'
import { TheirText } from './TheirText.tsx'
import { useDraft } from './use-draft.ts'

type Common<T> = {
  label: string
  value: T | null
  onCommit: (value: T | null) => void
  help?: string | undefined
  error?: string | undefined
  readOnly?: boolean
  /** There is no such thing as none here: emptied, it says so, and what was last entered stays. */
  needed?: boolean
  /** Where the field closes by Escape: under this key it shows again what it could not understand. */
  keptAs?: string
}

function ParsedField<T>(
  props: Common<T> & {
    write: (value: T) => string
    understand: (text: string) => Understood<T | null>
    refusal: string
    numeric?: boolean
  },
) {
  const [left, keep] = useKept(props.keptAs ?? null, '')
  const [isEmptied, setEmptied] = useState(false)
  const refused = left !== ''
  const written = props.value === null ? '' : props.write(props.value)
  const draft = useDraft(
    written,
    (text) => {
      const read = props.understand(text)
      const result = props.needed === true && read.ok && read.value === null ? { ok: false as const } : read
      keep(result.ok ? '' : text)
      // There is no text to keep of it.
      setEmptied(!result.ok && text.trim() === '')
      // The value that stands, typed again after another was refused, is the answer to that.
      if (result.ok && (result.value !== props.value || props.error !== undefined))
        props.onCommit(result.value)
      return result.ok
    },
    false,
  )
  useTypedBack(
    refused
      ? {
          texts: [left],
          empty() {
            keep('')
            draft.change(written)
            draft.finish()
            return () => keep(left)
          },
        }
      : null,
  )
  const choose = (which: 'mine' | 'theirs') => {
    keep('')
    draft.keep(which)
  }
  const off = useEditingOff()
  const shown = refused ? left : draft.text
  const lack = isEmptied && shown.trim() === ''
  const refusal = lack && props.numeric !== true ? fieldText.needed : props.refusal
  return (
    <Field
      label={props.label}
      help={props.help}
      error={refused || lack ? refusal : props.error}
      note={<TheirText draft={{ ...draft, keep: choose }} of="value" />}
    >
      {(ids) => (
        <input
          {...ids}
          className="input"
          readOnly={off.readOnly || props.readOnly}
          title={off.title}
          inputMode={props.numeric === true ? 'numeric' : undefined}
          value={shown}
          onChange={(event) => {
            keep('')
            draft.change(event.target.value)
          }}
          onBlur={draft.finish}
          onKeyDown={(event) => (event.key === 'Enter' ? draft.finish() : undefined)}
        />
      )}
    </Field>
  )
}

/** A clock time `HH:MM`, typed as "14h30" or "14:30", shown as "14 h 30". */
export function TimeField(props: Common<string>) {
  return <ParsedField {...props} write={formatTime} understand={parseTime} refusal={fieldText.timeRule} />
}

/** Minutes, typed as "45" or "1h30", shown as "45 min". */
export function DurationField(props: Common<number>) {
  return (
    <ParsedField
      {...props}
      write={formatDuration}
      understand={parseDuration}
      refusal={fieldText.durationRule}
    />
  )
}

/** A share in whole percent, shown as thirds where it is some. */
export function ShareField(props: Common<number>) {
  return (
    <ParsedField
      {...props}
      write={(percent) => {
        const thirds = thirdsIn(percent)
        return thirds === null ? `${percent}\u00a0%` : `${thirds}/3`
      }}
      understand={parseShare}
      refusal={fieldText.shareRule}
    />
  )
}

/** @param unit where the label does not end with it */
export function NumberField({
  min,
  max,
  unit,
  ...props
}: Common<number> & { min: number; max: number; unit?: string }) {
  return (
    <ParsedField
      {...props}
      numeric
      write={String}
      understand={(text) => parseWhole(text, min, max, unit ?? props.label)}
      refusal={fieldText.numberRule(min, max)}
    />
  )
}
