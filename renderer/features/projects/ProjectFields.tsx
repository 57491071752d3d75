import Trash2 from 'lucide-react/icons/trash-2'
import { errorSentences } from '../../../electron/contract/error-sentences.ts'
import { LINE_LENGTH } from '../../../electron/domain/limits.ts'
import { ProjectStage } from '../../../electron/domain/projects/project.ts'
import { ReferenceKind, referenceFieldOf } from '../../../electron/domain/projects/project-reference.ts'
import { projectStageWords } from '../../../electron/domain/projects/project-words.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { projectText, referenceKindText } from '../../text/project.ts'
import { projectSheetText as text } from '../../text/project-sheet.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { type ProjectRow, type ReferenceRow, referenceName } from './board-lanes.ts'
import type { PatchProject } from './sheet.ts'

const NONE = ''
const stages = ProjectStage.options.map((value) => ({ value, label: projectStageWords[value] }))

export function ProjectFields({ project, patch }: { project: ProjectRow; patch: PatchProject }) {
  const references = useQuery('projectReferences.list', {})
  const remove = useWrite('projects.remove', {
    onSuccess: () => {
      navigate(href('projects'))
      showUndoToast(projectText.removed)
    },
  })
  const { fields } = text
  return (
    <>
      <TextArea
        label={fields.title}
        rows={2}
        value={project.title}
        fresh={{ id: project.id, name: projectText.fresh }}
        maxLength={LINE_LENGTH}
        needed
        onCommit={(title) => patch({ title })}
      />
      <Select
        label={fields.stage}
        value={project.stage}
        choices={stages}
        onCommit={(stage) => patch({ stage })}
      />
      <TextField
        label={fields.projectOwner}
        value={project.projectOwner}
        onCommit={(projectOwner) => patch({ projectOwner })}
      />
      <TextField
        label={fields.organisation}
        value={project.organisation}
        onCommit={(organisation) => patch({ organisation })}
      />
      {ReferenceKind.options.map((kind) => (
        <Select
          key={kind}
          label={fields[referenceFieldOf[kind]]}
          value={project[referenceFieldOf[kind]] ?? NONE}
          choices={choicesOf(references.data ?? [], kind, project[referenceFieldOf[kind]])}
          onCommit={(id) => patch({ [referenceFieldOf[kind]]: id === NONE ? null : id })}
        />
      ))}
      {remove.error === null ? null : <ErrorBanner error={remove.error} />}
      <div className="row">
        <Button
          small
          look="danger"
          icon={Trash2}
          unavailable={project.hearings.length > 0 ? errorSentences['in-use'] : undefined}
          onPress={() => remove.mutate({ id: project.id, version: project.version })}
        >
          {text.remove}
        </Button>
      </div>
    </>
  )
}

/** Those that are offered, and the one that it has. */
function choicesOf(references: readonly ReferenceRow[], kind: ReferenceKind, own: string | null) {
  const known = references.filter((one) => one.kind === kind && (one.archivedOn === null || one.id === own))
  return [
    { value: NONE, label: referenceKindText[kind].none },
    ...known.map((one) => ({ value: one.id, label: referenceName(one) })),
  ]
}
