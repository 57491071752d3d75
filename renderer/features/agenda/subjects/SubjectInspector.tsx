import FileDown from 'lucide-react/icons/file-down'
import Split from 'lucide-react/icons/split'
import Trash2 from 'lucide-react/icons/trash-2'
import { useMemo, useState } from 'react'
import type { SavedDocument } from '../../../../electron/contract/documents.ts'
import type { SubjectRow, SubjectView } from '../../../../electron/contract/subjects.ts'
import type { Subject, SubjectFields, SubjectMessage } from '../../../../electron/domain/agenda/subject.ts'
import { LINE_LENGTH } from '../../../../electron/domain/limits.ts'
import { fullName } from '../../../../electron/domain/people/full-name.ts'
import { shortName } from '../../../../electron/domain/people/short-name.ts'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { usePatch } from '../../../api/use-patch.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useAct } from '../../../api/use-write.ts'
import { href } from '../../../app/paths.ts'
import { HistoryLink } from '../../../parts/HistoryLink.tsx'
import { NO_NATURE, natureChoices } from '../../../parts/natures.ts'
import type { Upcoming } from '../../../parts/use-upcoming.ts'
import { commonText } from '../../../text/common.ts'
import { subjectText as text } from '../../../text/subjects.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ComboBox, type ComboChoice } from '../../../ui/ComboBox.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Inspector } from '../../../ui/Inspector.tsx'
import { DurationField } from '../../../ui/ParsedField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { TextArea } from '../../../ui/TextField.tsx'
import { SavedToast } from '../../documents/index.ts'
import { MailWords } from './MailWords.tsx'
import { SubjectFiles } from './SubjectFiles.tsx'
import { SubjectStatePanel } from './SubjectStatePanel.tsx'
import type { SubjectActs } from './use-subject-acts.ts'

type Props = {
  row: SubjectRow
  acts: SubjectActs
  meetings: readonly Upcoming[]
  onClose: () => void
  onSplit: (id: string) => void
}

/** The line of the list is there at once, the texts a moment later. */
export function SubjectInspector(props: Props) {
  const { row, acts, onClose } = props
  const read = useQuery('subjects.get', { id: row.id })
  const target = { id: row.id, version: read.data?.subject.version ?? row.version }
  return (
    <Inspector
      title={row.title}
      onClose={onClose}
      acts={
        <>
          <HistoryLink of={row.id} />
          <Button small look="ghost" icon={Split} label={text.double} onPress={() => acts.double(target)} />
          <Button
            small
            look="ghost"
            icon={Trash2}
            label={commonText.remove}
            unavailable={row.itemId === null ? undefined : text.onAgendaFirst}
            onPress={() => acts.remove(target)}
          />
        </>
      }
    >
      {acts.failure?.id === row.id ? <Banner tone="bad">{acts.failure.sentence}</Banner> : null}
      {read.error === null ? null : <ErrorBanner error={read.error} onRetry={() => void read.refetch()} />}
      {read.data === undefined ? (
        read.error === null ? (
          <Skeleton lines={6} />
        ) : null
      ) : (
        <Fields {...props} view={read.data} />
      )}
    </Inspector>
  )
}

function Fields({ row, view, acts, meetings, onSplit }: Props & { view: SubjectView }) {
  const stored = view.subject
  const target = { id: stored.id, version: stored.version }
  const {
    patch,
    error,
    retry,
    giveUp,
    row: subject,
  } = usePatch('subjects.update', target, stored, (after) => after.subject.version)
  const fields = text.fields
  return (
    <>
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} onGiveUp={giveUp} />}
      <TextArea
        label={fields.title}
        rows={2}
        value={subject.title}
        fresh={{ id: subject.id, name: text.fresh }}
        maxLength={LINE_LENGTH}
        needed
        onCommit={(title) => patch({ title })}
      />
      <SubjectStatePanel row={row} version={subject.version} acts={acts} meetings={meetings} />
      <TextArea
        label={fields.text}
        rows={6}
        value={subject.text}
        onCommit={(words) => patch({ text: words })}
      />
      <SubjectPeople subject={subject} onPatch={patch} />
      <div className="subject-pair">
        <DateField
          label={fields.receivedOn}
          keptAs={`subject:${subject.id}:receivedOn`}
          value={subject.receivedOn}
          needed
          onCommit={(receivedOn) => {
            if (receivedOn !== null) patch({ receivedOn })
          }}
        />
        <DurationField
          label={fields.duration}
          value={subject.durationMinutes}
          onCommit={(durationMinutes) => patch({ durationMinutes })}
        />
      </div>
      <Select
        label={fields.nature}
        value={subject.nature ?? NO_NATURE}
        choices={natureChoices}
        onCommit={(nature) => patch({ nature: nature === NO_NATURE ? null : nature })}
      />
      {subject.projectId === null ? null : <ProjectLink projectId={subject.projectId} />}
      <SubjectFiles view={view} />
      <SubjectThread messages={view.messages} onSplit={onSplit} />
      <TextArea
        label={fields.note}
        help={fields.noteHelp}
        rows={3}
        value={subject.note}
        onCommit={(note) => patch({ note })}
      />
      <SaveSheet subjectId={subject.id} />
    </>
  )
}

function ProjectLink({ projectId }: { projectId: string }) {
  const projects = useQuery('projects.list', {})
  const project = projects.data?.find(({ id }) => id === projectId)
  if (project === undefined) return null
  return (
    <div className="field">
      <span className="label">{text.project}</span>
      <a href={href('projectSheet', {}, projectId)}>{project.title}</a>
    </div>
  )
}

/** The fiche de présentation, with what is known of the subject already in its boxes. */
function SaveSheet({ subjectId }: { subjectId: string }) {
  const [saved, setSaved] = useState<SavedDocument | null>(null)
  const save = useAct('documents.save', { onSuccess: (document) => setSaved(document ?? saved) })
  return (
    <>
      {save.error === null ? null : <ErrorBanner error={save.error} />}
      <div>
        <Button
          icon={FileDown}
          busy={save.isPending ? text.savingSheet : undefined}
          onPress={() => save.mutate({ kind: 'sheet', subjectId })}
        >
          {text.saveSheet}
        </Button>
      </div>
      {saved === null ? null : (
        <SavedToast saved={saved} onClose={() => setSaved(null)}>
          {text.sheetSaved(saved.fileName)}
        </SavedToast>
      )}
    </>
  )
}

function SubjectPeople(props: { subject: Subject; onPatch: (patch: Partial<SubjectFields>) => void }) {
  const { subject, onPatch } = props
  const directory = useQuery('directory.list', {})
  const { persons, organisations } = directory.data ?? { persons: [], organisations: [] }
  const organisationChoices = useMemo(
    () =>
      organisations.map(
        ({ id, name, acronym }): ComboChoice =>
          acronym === '' ? { id, label: name } : { id, label: name, detail: acronym },
      ),
    [organisations],
  )
  const personChoices = useMemo(() => {
    const names = new Map(organisations.map((one) => [one.id, shortName(one)]))
    return persons.map((person): ComboChoice => {
      const detail = person.organisationId === null ? undefined : names.get(person.organisationId)
      const label = fullName(person)
      return detail === undefined ? { id: person.id, label } : { id: person.id, label, detail }
    })
  }, [persons, organisations])
  const choosePerson = (requester: string, requesterId: string | null) => {
    const person = persons.find(({ id }) => id === requesterId)
    const own = organisations.find(({ id }) => id === person?.organisationId)
    onPatch({
      requester,
      requesterId,
      // Who is taken from the directory comes with their organisation.
      ...(own === undefined ? {} : { organisation: own.name, organisationId: own.id }),
    })
  }
  return (
    <>
      <ComboBox
        label={text.fields.requester}
        value={subject.requester}
        choices={personChoices}
        onCommit={choosePerson}
      />
      <ComboBox
        label={text.fields.organisation}
        value={subject.organisation}
        choices={organisationChoices}
        onCommit={(organisation, organisationId) => onPatch({ organisation, organisationId })}
      />
    </>
  )
}

function SubjectThread({
  messages,
  onSplit,
}: {
  messages: readonly SubjectMessage[]
  onSplit: (id: string) => void
}) {
  return (
    <section>
      <h3 className="label">{text.thread}</h3>
      {messages.length === 0 ? (
        <p className="mute text-15">{text.threadEmpty}</p>
      ) : (
        <ol className="subject-thread">
          {messages.map((message) => (
            <li key={message.id}>
              <Message message={message} onSplit={onSplit} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** A long mail is drawn only while it is open. */
function Message({ message, onSplit }: { message: SubjectMessage; onSplit: (id: string) => void }) {
  const [open, setOpen] = useState(false)
  const { sentAt } = message
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="grow cut">{text.from(message.fromName, message.fromEmail)}</span>
        {sentAt === null ? null : (
          <span className="mute small nowrap">{formatShortDate(civilDate(new Date(sentAt)), true)}</span>
        )}
      </summary>
      {open ? (
        <div className="subject-mail">
          <p className="mute small">{message.subjectLine}</p>
          {message.text === '' ? (
            <p className="mute text-15">{text.noWords}</p>
          ) : (
            <MailWords subjectId={message.subjectId} words={message.text} onSplit={onSplit} />
          )}
        </div>
      ) : null}
    </details>
  )
}
