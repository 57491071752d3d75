import CalendarPlus from 'lucide-react/icons/calendar-plus'
import { useState } from 'react'
import { ItemNature } from '../../../electron/domain/agenda/agenda.ts'
import { itemNatureWords } from '../../../electron/domain/agenda/agenda-words.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { newId } from '../../api/new-id.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useWrite } from '../../api/use-write.ts'
import { href } from '../../app/paths.ts'
import { commonText } from '../../text/common.ts'
import { projectText } from '../../text/project.ts'
import { projectSheetText } from '../../text/project-sheet.ts'
import { ErrorBanner, sayGivenUp } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { useKept } from '../../ui/kept.ts'
import { DurationField } from '../../ui/ParsedField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import type { ProjectView } from './sheet.ts'

const text = projectSheetText.slot
const ANY = ''
const natures = [
  { value: ANY, label: text.anyNature },
  ...ItemNature.options.map((value) => ({ value, label: itemNatureWords[value] })),
] as const

export function SlotPanel({ view }: { view: ProjectView }) {
  const { asked, coming, heardTimes } = view.project
  const [isAsking, setIsAsking] = useState(false)
  const passage = heardTimes + 1
  return (
    <section className="text-ask" aria-label={text.title}>
      {coming.map(({ meetingId, meetingNumber, meetingDate, itemId, itemNumber }) => (
        <p key={itemId}>
          {`${text.coming}\u00a0: `}
          <a href={href('agenda', { meetingId }, itemId)}>
            {projectText.coming(
              projectText.meeting(meetingNumber, formatShortDate(meetingDate, true)),
              itemNumber,
            )}
          </a>
        </p>
      ))}
      {asked === null ? null : (
        <div className="row wrap">
          <b>{text.asked(passage, formatShortDate(asked.receivedOn, true))}</b>
          {asked.wishedOn === null ? null : <span>{text.wished(formatShortDate(asked.wishedOn, true))}</span>}
          <a href={href('subjects', {}, asked.subjectId)}>{text.edit}</a>
        </div>
      )}
      {asked !== null ? null : isAsking ? (
        <AskForm view={view} onDone={() => setIsAsking(false)} />
      ) : (
        <div className="row wrap">
          {coming.length > 0 ? null : <span className="mute">{text.none}</span>}
          <Button small icon={CalendarPlus} onPress={() => setIsAsking(true)}>
            {text.ask(passage === 1 ? text.first : text.further(coming.length > 0 ? passage + 1 : passage))}
          </Button>
        </div>
      )}
    </section>
  )
}

function AskForm({ view, onDone }: { view: ProjectView; onDone: () => void }) {
  const { id, projectOwner, organisation, askedOfBody } = view.project
  const [blank] = useState(() => ({
    requester: projectOwner,
    organisation,
    receivedOn: civilDate(new Date()),
    wishedOn: null as string | null,
    durationMinutes: null as number | null,
    nature: null as ItemNature | null,
    text: askedOfBody,
  }))
  const [fields, setFields, forget] = useKept(`slot:${id}`, blank, (typed) => [
    typed.requester,
    typed.organisation,
    typed.text,
  ])
  const change = (next: Partial<typeof fields>) => setFields((before) => ({ ...before, ...next }))
  const ask = useWrite('projects.askSlot', {
    onSuccess: () => {
      forget()
      onDone()
      showUndoToast(text.sent)
    },
  })
  return (
    <form
      className="stack"
      aria-label={text.title}
      onSubmit={(event) => {
        event.preventDefault()
        if (!ask.isPending) ask.mutate({ id: newId(), projectId: id, fields })
      }}
    >
      {ask.error === null ? null : <ErrorBanner error={ask.error} />}
      <div className="project-pairs">
        <TextField
          label={text.requester}
          autoFocus
          value={fields.requester}
          onCommit={(requester) => change({ requester })}
        />
        <TextField
          label={text.organisation}
          value={fields.organisation}
          onCommit={(next) => change({ organisation: next })}
        />
        <DateField
          label={text.receivedOn}
          keptAs={`slot:${id}:received`}
          value={fields.receivedOn}
          needed
          onCommit={(receivedOn) => {
            if (receivedOn !== null) change({ receivedOn })
          }}
        />
        <DateField
          label={text.wishedOn}
          keptAs={`slot:${id}:wished`}
          value={fields.wishedOn}
          onCommit={(wishedOn) => change({ wishedOn })}
        />
        <DurationField
          label={text.duration}
          value={fields.durationMinutes}
          onCommit={(durationMinutes) =>
            change({ durationMinutes: durationMinutes === 0 ? null : durationMinutes })
          }
        />
        <Select
          label={text.nature}
          value={fields.nature ?? ANY}
          choices={natures}
          onCommit={(nature) => change({ nature: nature === ANY ? null : nature })}
        />
      </div>
      <TextArea
        label={text.text}
        rows={3}
        value={fields.text}
        onCommit={(words) => change({ text: words })}
      />
      <div className="row">
        <Button look="primary" type="submit">
          {text.send}
        </Button>
        <Button
          onPress={() => {
            sayGivenUp(forget())
            onDone()
          }}
        >
          {commonText.cancel}
        </Button>
      </div>
    </form>
  )
}
