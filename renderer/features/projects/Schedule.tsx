import Pencil from 'lucide-react/icons/pencil'
import Trash2 from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import type { ProjectStep } from '../../../electron/domain/projects/project.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { newId } from '../../api/new-id.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useWrite } from '../../api/use-write.ts'
import { commonText } from '../../text/common.ts'
import { projectSheetText } from '../../text/project-sheet.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { OpenedLines } from '../../ui/OpenedLines.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { ProjectView } from './sheet.ts'

const text = projectSheetText.steps

export function Schedule({ view }: { view: ProjectView }) {
  const [opened, setOpened] = useState<string | null>(null)
  const add = useWrite('projects.addStep', { onSuccess: (_, { id }) => setOpened(id) })
  return (
    <OpenedLines
      title={text.title}
      lines={view.steps}
      empty={text.none}
      error={add.error}
      add={text.add}
      onAdd={() =>
        add.mutate({
          id: newId(),
          projectId: view.project.id,
          fields: { label: text.fresh, plannedOn: null, doneOn: null },
        })
      }
      opened={opened}
      onOpen={setOpened}
    >
      {(step, state) => <StepLine key={step.id} step={step} {...state} />}
    </OpenedLines>
  )
}

function dayWords({ plannedOn, doneOn }: ProjectStep): string {
  if (doneOn !== null) return text.done(formatShortDate(doneOn, true))
  if (plannedOn === null) return text.noDate
  const day = formatShortDate(plannedOn, true)
  return plannedOn < civilDate(new Date()) ? text.late(day) : text.planned(day)
}

function StepLine(props: { step: ProjectStep; isOpen: boolean; onToggle: () => void }) {
  const { step: stored, isOpen, onToggle } = props
  const { id, version } = stored
  const {
    patch,
    error,
    retry,
    giveUp,
    row: step,
  } = usePatch(
    'projects.updateStep',
    { id, version },
    stored,
    (after) => after.steps.find((one) => one.id === id)?.version,
  )
  const remove = useWrite('projects.removeStep', { onSuccess: () => showUndoToast(text.removed) })
  const failure = error ?? remove.error
  return (
    <li className="text-line">
      <div className="grow">
        <b>{step.label}</b>
        <div className="mute small">{dayWords(step)}</div>
      </div>
      <Button
        small
        look="ghost"
        icon={Pencil}
        label={isOpen ? commonText.close : text.edit(step.label)}
        expanded={isOpen}
        onPress={onToggle}
      />
      {failure === null && !isOpen ? null : (
        <div className="text-line-edit">
          {failure === null ? null : (
            <ErrorBanner error={failure} onRetry={error === null ? undefined : retry} onGiveUp={giveUp} />
          )}
          {isOpen ? (
            <>
              <TextField
                label={text.label}
                prose
                autoFocus
                value={step.label}
                fresh={{ id: step.id, name: text.fresh }}
                onCommit={(label) => {
                  if (label.trim() !== '') patch({ label: label.trim() })
                }}
              />
              <div className="project-pairs">
                <DateField
                  label={text.plannedOn}
                  keptAs={`step:${step.projectId}:${id}:plannedOn`}
                  value={step.plannedOn}
                  onCommit={(plannedOn) => patch({ plannedOn })}
                />
                <DateField
                  label={text.doneOn}
                  keptAs={`step:${step.projectId}:${id}:doneOn`}
                  value={step.doneOn}
                  onCommit={(doneOn) => patch({ doneOn })}
                />
              </div>
              <div className="row">
                <Button small look="danger" icon={Trash2} onPress={() => remove.mutate({ id, version })}>
                  {text.remove}
                </Button>
                <Button small onPress={onToggle}>
                  {commonText.close}
                </Button>
              </div>
            </>
          ) : null}
        </div>
      )}
    </li>
  )
}
