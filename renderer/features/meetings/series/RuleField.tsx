import type { SeriesRule } from '../../../../electron/domain/meetings/series.ts'
import { parseRule, ruleSentence } from '../../../../electron/domain/meetings/series-words.ts'
import { ruleText as text } from '../../../text/series.ts'
import { Field } from '../../../ui/Field.tsx'
import { keepOrRestore } from '../../../ui/TextField.tsx'
import { useDraft } from '../../../ui/use-draft.ts'

type Said = { rule: SeriesRule; startTime: string; endTime: string | null }

/** Hours that the sentence does not give stay what they are. */
export function RuleField({ value, onCommit }: { value: Said; onCommit: (said: Said) => void }) {
  const written = ruleSentence(value)
  const draft = useDraft(
    written,
    (typed) => {
      const said = understood(typed, value)
      if (said !== null && ruleSentence(said) !== written) onCommit(said)
    },
    false,
  )
  const isTyped = draft.text !== written
  const said = isTyped ? understood(draft.text, value) : value
  return (
    <Field
      label={text.sentence}
      help={isTyped && said !== null ? text.understood(ruleSentence(said)) : text.sentenceHelp}
      error={said === null ? refusal(draft.text) : undefined}
    >
      {(ids) => (
        <input
          {...ids}
          className="input"
          maxLength={300}
          value={draft.text}
          onFocus={draft.enter}
          onChange={(event) => draft.change(event.target.value)}
          onBlur={draft.finish}
          onKeyDown={(event) => keepOrRestore(event, draft)}
        />
      )}
    </Field>
  )
}

function understood(typed: string, now: Said): Said | null {
  const parsed = parseRule(typed)
  if (!parsed.ok) return null
  const { rule, startTime, endTime } = parsed
  return startTime === null
    ? { rule, startTime: now.startTime, endTime: now.endTime }
    : { rule, startTime, endTime }
}

function refusal(typed: string): string {
  const parsed = parseRule(typed)
  return parsed.ok || parsed.unknown === null ? text.incomplete : text.unknown(parsed.unknown)
}
