import Trash2 from 'lucide-react/icons/trash-2'
import { MeetingMode } from '../../../../electron/domain/meetings/meeting.ts'
import type { Series, SeriesRule } from '../../../../electron/domain/meetings/series.ts'
import { parseRule, rankWords, ruleSentence } from '../../../../electron/domain/meetings/series-words.ts'
import { months, weekdays } from '../../../../electron/domain/text/french.ts'
import { showUndoToast } from '../../../api/toasts.ts'
import { usePatch } from '../../../api/use-patch.ts'
import { useWrite } from '../../../api/use-write.ts'
import { HistoryLink } from '../../../parts/HistoryLink.tsx'
import { commonText } from '../../../text/common.ts'
import { meetingModeText } from '../../../text/meeting.ts'
import { meetingDeskText } from '../../../text/meeting-desk.ts'
import { seriesText, ruleText as text } from '../../../text/series.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useEditingOff } from '../../../ui/editing.ts'
import { Field } from '../../../ui/Field.tsx'
import { Inspector } from '../../../ui/Inspector.tsx'
import { CheckBox, Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { TheirText } from '../../../ui/TheirText.tsx'
import { useDraft } from '../../../ui/use-draft.ts'
import { SpanFields } from '../SpanFields.tsx'

const modes = MeetingMode.options.map((value) => ({ value, label: meetingModeText[value] }))
const ranks = ([1, 2, 3, 4, 5, -1] as const).map((ordinal) => ({
  value: String(ordinal),
  label: rankWords(ordinal),
  ordinal,
}))
const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdays[day % 7] ?? '' }))

export function SeriesInspector({ series: stored, onClose }: { series: Series; onClose: () => void }) {
  const { id, version } = stored
  const {
    patch,
    error,
    retry,
    giveUp,
    row: series,
  } = usePatch('series.update', { id, version }, stored, (list) => list.find((one) => one.id === id)?.version)
  const { rule } = series
  const remove = useWrite('series.remove', {
    onSuccess: () => {
      onClose()
      showUndoToast(seriesText.removed)
    },
  })
  const isKept = remove.error?.code === 'state-refuses'
  return (
    <Inspector
      title={series.name}
      onClose={onClose}
      acts={
        <>
          <HistoryLink of={id} />
          <Button
            small
            look="ghost"
            icon={Trash2}
            label={commonText.remove}
            onPress={() => remove.mutate({ id, version })}
          />
        </>
      }
    >
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} onGiveUp={giveUp} />}
      {isKept ? <Banner tone="warn">{seriesText.removeRefused}</Banner> : null}
      {remove.error === null || isKept ? null : <ErrorBanner error={remove.error} />}
      <TextField label={text.name} value={series.name} needed onCommit={(name) => patch({ name })} />
      <RuleField value={series} onCommit={patch} />
      <div className="field">
        <div className="two">
          <Select
            label={text.ordinal}
            value={String(rule.ordinal)}
            choices={ranks}
            onCommit={(value) => {
              const ordinal = ranks.find((rank) => rank.value === value)?.ordinal
              if (ordinal !== undefined) patch({ rule: { ...rule, ordinal } })
            }}
          />
          <Select
            label={text.weekday}
            value={String(rule.weekday)}
            choices={days}
            onCommit={(weekday) => patch({ rule: { ...rule, weekday: Number(weekday) } })}
          />
        </div>
      </div>
      <Months rule={rule} onCommit={(next) => patch({ rule: next })} />
      <div className="field">
        <div className="two">
          <SpanFields span={series} date={null} onCommit={patch} />
        </div>
      </div>
      <hr className="rule" />
      <div>
        <h3 className="h3">{text.meetingFields}</h3>
        <p className="mute small">{text.meetingFieldsHelp}</p>
      </div>
      <Select
        label={meetingDeskText.mode}
        value={series.mode}
        choices={modes}
        onCommit={(mode) => patch({ mode })}
      />
      <TextField label={meetingDeskText.place} value={series.place} onCommit={(place) => patch({ place })} />
      <TextField
        label={meetingDeskText.videoLink}
        type="url"
        value={series.videoLink}
        maxLength={2000}
        onCommit={(videoLink) => patch({ videoLink })}
      />
      <TextField label={meetingDeskText.chair} value={series.chair} onCommit={(chair) => patch({ chair })} />
      <TextField
        label={meetingDeskText.secretary}
        value={series.secretary}
        onCommit={(secretary) => patch({ secretary })}
      />
    </Inspector>
  )
}

/** At least one month stays. */
function Months({ rule, onCommit }: { rule: SeriesRule; onCommit: (rule: SeriesRule) => void }) {
  return (
    <fieldset className="months">
      <legend className="label">{text.months}</legend>
      {months.map((name, index) => {
        const month = index + 1
        const checked = rule.months.includes(month)
        return (
          <CheckBox
            key={name}
            label={name}
            checked={checked}
            onCommit={(take) => {
              const kept = take ? [...rule.months, month] : rule.months.filter((one) => one !== month)
              if (kept.length > 0) onCommit({ ...rule, months: kept.sort((a, b) => a - b) })
            }}
          />
        )
      })}
    </fieldset>
  )
}

type Said = { rule: SeriesRule; startTime: string; endTime: string | null }

/** Hours that the sentence does not give stay what they are. */
function RuleField({ value, onCommit }: { value: Said; onCommit: (said: Said) => void }) {
  const written = ruleSentence(value)
  const draft = useDraft(
    written,
    (typed) => {
      const said = understood(typed, value)
      if (said !== null && ruleSentence(said) !== written) onCommit(said)
      return said !== null
    },
    false,
  )
  const off = useEditingOff()
  const isTyped = draft.text !== written
  const said = isTyped ? understood(draft.text, value) : value
  return (
    <Field
      label={text.sentence}
      help={isTyped && said !== null ? text.understood(ruleSentence(said)) : text.sentenceHelp}
      error={said === null ? refusal(draft.text) : undefined}
      note={<TheirText draft={draft} />}
    >
      {(ids) => (
        <input
          {...ids}
          className="input"
          {...off}
          maxLength={300}
          value={draft.text}
          onChange={(event) => draft.change(event.target.value)}
          onBlur={draft.finish}
          onKeyDown={(event) => (event.key === 'Enter' ? draft.finish() : undefined)}
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
