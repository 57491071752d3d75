// Project inspector: the fields of one project, saved as they are typed, and its hearings.
import FileText from 'lucide-react/icons/file-text'
import Trash2 from 'lucide-react/icons/trash-2'
import type { Output } from '../../../electron/contract/index.ts'
import { ProjectStage } from '../../../electron/domain/project.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useWrite } from '../../api/use-write.ts'
import { commonText } from '../../text/common.ts'
import { projectStageText, projectText as text } from '../../text/project.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { showUndoToast } from '../../ui/toasts.ts'
import { Hearings } from './Hearings.tsx'

export type ProjectRow = Output<'projects.list'>[number]

const stages = ProjectStage.options.map((value) => ({ value, label: projectStageText[value] }))

export function ProjectInspector(props: { row: ProjectRow; onOpenSheet: () => void; onClose: () => void }) {
  const { row, onClose } = props
  const target = { id: row.id, version: row.version }
  const { patch, error, retry } = usePatch('projects.update', target, (after) => after.version)
  const remove = useWrite('projects.remove', {
    onSuccess: () => {
      onClose()
      void showUndoToast(text.removed)
    },
  })
  const fields = text.fields
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
          onPress={() => remove.mutate(target)}
        />
      }
    >
      <div className="row">
        <Button small icon={FileText} onPress={props.onOpenSheet}>
          {text.openSheet}
        </Button>
      </div>
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} />}
      {remove.error === null ? null : <ErrorBanner error={remove.error} />}
      <TextArea
        label={fields.title}
        rows={2}
        value={row.title}
        maxLength={500}
        onCommit={(title) => {
          if (title.trim() !== '') patch({ title: title.trim() })
        }}
      />
      <Select
        label={fields.stage}
        value={row.stage}
        choices={stages}
        onCommit={(stage) => patch({ stage })}
      />
      <TextField
        label={fields.projectOwner}
        value={row.projectOwner}
        maxLength={500}
        onCommit={(projectOwner) => patch({ projectOwner })}
      />
      <TextField
        label={fields.organisation}
        value={row.organisation}
        maxLength={500}
        onCommit={(organisation) => patch({ organisation })}
      />
      <TextArea label={fields.purpose} value={row.purpose} onCommit={(purpose) => patch({ purpose })} />
      <TextArea
        label={fields.localImpact}
        value={row.localImpact}
        onCommit={(localImpact) => patch({ localImpact })}
      />
      <TextArea
        label={fields.regulatorySide}
        value={row.regulatorySide}
        onCommit={(regulatorySide) => patch({ regulatorySide })}
      />
      <TextArea
        label={fields.askedOfBody}
        value={row.askedOfBody}
        onCommit={(askedOfBody) => patch({ askedOfBody })}
      />
      <Hearings hearings={row.hearings} />
    </Inspector>
  )
}
