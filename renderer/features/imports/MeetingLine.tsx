import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { Output } from '../../../electron/contract/index.ts'
import type { Draft } from '../../../electron/domain/agenda/draft.ts'
import { meetingName } from '../../../electron/domain/meetings/meeting-name.ts'
import { formatDate } from '../../../electron/domain/text/french.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { importsText } from '../../text/imports.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { NumberField, TimeField } from '../../ui/ParsedField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useFilePlace } from './file-states.ts'
import { datesMeant, isSealed, type MeetingForm } from './meeting-form.ts'
import { saysMinutes } from './minutes-rows.ts'
import { SURE } from './review-line.ts'

const meetingText = importsText.meeting
/** Longer words are found in the file at left. */
const LONGEST = 90

function MeetingSources({ draft: { meeting, meetingSources } }: { draft: Draft }) {
  const byWords = new Map<string, { fields: string[]; isUnsure: boolean }>()
  for (const [field, name] of Object.entries(meetingText.sourceFields)) {
    const source = meetingSources[field as keyof typeof meetingText.sourceFields]
    if (source === undefined || meeting[field as keyof typeof meetingText.sourceFields] === null) continue
    const found = byWords.get(source.excerpt) ?? { fields: [], isUnsure: false }
    found.fields.push(name)
    byWords.set(source.excerpt, { ...found, isUnsure: found.isUnsure || source.confidence < SURE })
  }
  if (byWords.size === 0) return null
  return (
    <ul className="import-sources" aria-label={meetingText.sources}>
      {[...byWords].map(([words, { fields, isUnsure }]) => (
        <li key={words} title={words}>
          {isUnsure ? <Icon of={TriangleAlert} size={15} /> : null}
          {meetingText.source(
            fields,
            words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words,
            isUnsure,
          )}
        </li>
      ))}
    </ul>
  )
}

const text = importsText.meeting
/** The choice of the list that means a meeting not yet there. */
const NEW = 'new'

export function MeetingLine(props: {
  form: MeetingForm
  draft: Draft
  meetings: Output<'meetings.list'>
  onChange: (patch: Partial<MeetingForm>) => void
}) {
  const { form, draft, meetings, onChange } = props
  const place = useFilePlace()
  // Minutes are of a meeting that was held; an agenda is of one that will be.
  const open = meetings.filter(
    (one) => one.state !== 'cancelled' && (saysMinutes(draft) ? !isSealed(one) : one.state !== 'held'),
  )
  const chosen = meetings.find((one) => one.id === form.meetingId)
  const listed = chosen === undefined || open.includes(chosen) ? open : [chosen, ...open]
  const said = draft.meeting.date
  const partial = said?.startsWith('--') === true ? said : null
  const missing = form.date === null ? (partial === null ? text.dateMissing : text.yearMissing) : undefined
  const isNew = form.meetingId === null
  return (
    <section className="import-meeting" aria-label={text.region}>
      <div className="import-when">
        <Select
          label={text.target}
          value={form.meetingId ?? NEW}
          choices={[
            { value: NEW, label: text.newMeeting },
            ...listed.map(({ id, number, date }) => ({
              value: id,
              label: meetingName(number, formatDate(date)),
            })),
          ]}
          onCommit={(value) => onChange({ meetingId: value === NEW ? null : value })}
        />
        {isNew ? (
          <>
            <DateField
              label={text.date}
              keptAs={`${place}:date`}
              value={form.date}
              error={missing}
              onCommit={(date) => onChange({ date })}
            />
            <TimeField
              label={text.start}
              value={form.startTime}
              onCommit={(startTime) => onChange({ startTime })}
            />
            <TimeField label={text.end} value={form.endTime} onCommit={(endTime) => onChange({ endTime })} />
          </>
        ) : null}
      </div>
      {isNew ? (
        <>
          <DatesMeant form={form} draft={draft} partial={partial} onChange={onChange} />
          <details className="fold">
            <summary>
              <span>{text.more}</span>
              <span className="mute small cut">{text.moreHolds(form)}</span>
            </summary>
            <div className="stack">
              <NewMeeting form={form} onChange={onChange} />
              <MeetingSources draft={draft} />
            </div>
          </details>
        </>
      ) : null}
    </section>
  )
}

function DatesMeant(props: {
  form: MeetingForm
  draft: Draft
  /** The date without a year, when that is all the file says. */
  partial: string | null
  onChange: (patch: Partial<MeetingForm>) => void
}) {
  const { form, draft, partial, onChange } = props
  if (partial === null || form.date !== null) return null
  const words = draft.meetingSources.date?.excerpt ?? ''
  return (
    <fieldset className="row wrap im-dates" aria-label={text.proposed}>
      {datesMeant(partial, words, civilDate(new Date())).map((date) => (
        <Button key={date} small onPress={() => onChange({ date })}>
          {text.proposal(date)}
        </Button>
      ))}
    </fieldset>
  )
}

/** What need not be looked at before the items: folded, its words beside. */
function NewMeeting(props: { form: MeetingForm; onChange: (patch: Partial<MeetingForm>) => void }) {
  const { form, onChange } = props
  return (
    <div className="import-what">
      <TextField label={text.title} value={form.title} onCommit={(title) => onChange({ title })} />
      <NumberField
        label={text.number}
        value={form.number}
        min={1}
        max={999}
        onCommit={(number) => onChange({ number })}
      />
      <TextField label={text.place} value={form.place} onCommit={(place) => onChange({ place })} />
    </div>
  )
}
