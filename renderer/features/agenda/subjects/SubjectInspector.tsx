import FileDown from 'lucide-react/icons/file-down'
import Trash2 from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import type { SavedDocument } from '../../../../electron/contract/documents.ts'
import type { SubjectRow, SubjectView } from '../../../../electron/contract/subjects.ts'
import { usePatch } from '../../../api/use-patch.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useAct } from '../../../api/use-write.ts'
import { href } from '../../../app/paths.ts'
import { NO_NATURE, natureChoices } from '../../../parts/natures.ts'
import type { Upcoming } from '../../../parts/use-upcoming.ts'
import { commonText } from '../../../text/common.ts'
import { subjectText as text } from '../../../text/subjects.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Inspector } from '../../../ui/Inspector.tsx'
import { DurationField } from '../../../ui/ParsedField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { TextArea } from '../../../ui/TextField.tsx'
import { SavedToast } from '../../documents/index.ts'
import { SubjectFiles } from './SubjectFiles.tsx'
import { SubjectPeople } from './SubjectPeople.tsx'
import { SubjectStatePanel } from './SubjectStatePanel.tsx'
import { SubjectThread } from './SubjectThread.tsx'
import type { SubjectActs } from './use-subject-acts.ts'

type Props = { row: SubjectRow; acts: SubjectActs; meetings: readonly Upcoming[]; onClose: () => void }

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
        <Button
          small
          look="ghost"
          icon={Trash2}
          label={commonText.remove}
          unavailable={row.itemId === null ? undefined : text.onAgendaFirst}
          onPress={() => acts.remove(target)}
        />
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

function Fields({ row, view, acts, meetings }: Props & { view: SubjectView }) {
  const stored = view.subject
  const target = { id: stored.id, version: stored.version }
  const {
    patch,
    error,
    retry,
    row: subject,
  } = usePatch('subjects.update', target, stored, (after) => after.subject.version)
  const fields = text.fields
  return (
    <>
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} />}
      <TextArea
        label={fields.title}
        rows={2}
        value={subject.title}
        maxLength={500}
        onCommit={(title) => {
          if (title.trim() !== '') patch({ title: title.trim() })
        }}
      />
      <SubjectStatePanel row={row} version={subject.version} acts={acts} meetings={meetings} />
      <TextArea
        label={fields.text}
        rows={6}
        value={subject.text}
        maxLength={20_000}
        onCommit={(words) => patch({ text: words })}
      />
      <SubjectPeople subject={subject} onPatch={patch} />
      <div className="sub-pair">
        <DateField
          label={fields.receivedOn}
          value={subject.receivedOn}
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
      <SubjectThread messages={view.messages} />
      <TextArea
        label={fields.note}
        help={fields.noteHelp}
        rows={3}
        value={subject.note}
        maxLength={20_000}
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
      <span className="lab">{text.project}</span>
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
