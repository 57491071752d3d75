import Pencil from 'lucide-react/icons/pencil'
import Trash2 from 'lucide-react/icons/trash-2'
import { useEffect, useState } from 'react'
import type { PlannedTask } from '../../../../electron/domain/meetings/back-planning.ts'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import { daysBetween } from '../../../../electron/domain/time/civil-date.ts'
import { showUndoToast } from '../../../api/toasts.ts'
import { usePatch } from '../../../api/use-patch.ts'
import { useWrite } from '../../../api/use-write.ts'
import { planText as text } from '../../../text/back-planning.ts'
import { planGoText } from '../../../text/plan-go.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useEditingOff } from '../../../ui/editing.ts'
import { LineFields } from './LineFields.tsx'
import { planHref } from './plan-acts.ts'

export function PlanTask(props: { task: PlannedTask; today: string; isOpen: boolean; onToggle: () => void }) {
  const { task: stored, today, isOpen, onToggle } = props
  const { id, version } = stored
  const {
    patch,
    error,
    retry,
    giveUp,
    row: task,
  } = usePatch(
    'backPlanning.updateTask',
    { id, version },
    stored,
    (tasks) => tasks.find((one) => one.id === id)?.version,
  )
  const remove = useWrite('backPlanning.removeTask', { onSuccess: () => showUndoToast(text.removed) })
  const { title, act } = task
  const standing = standingOf(task, today)
  const words = standingWords(task, today)
  const failure = error ?? remove.error
  return (
    <li className={standing}>
      <span className="day">{dayOf(task.due, today)}</span>
      <Tick task={task} onTick={(done) => patch({ doneOn: done ? today : null })} />
      <div className="grow">
        <b className="cut-two-lines" title={title}>
          {title}
        </b>
        <small className="plan-facts">
          {words === '' ? null : <span className={standing === 'late' ? 'bad strong' : ''}>{words}</span>}
          {act === null ? null : (
            <a href={planHref(act, task.meetingId)}>
              {planGoText[act]}
              <span className="visually-hidden">, {title}</span>
            </a>
          )}
        </small>
      </div>
      <Button
        small
        look="ghost"
        icon={Pencil}
        label={isOpen ? text.close : text.edit(title)}
        expanded={isOpen}
        onPress={onToggle}
      />
      {failure === null && !isOpen ? null : (
        <div className="plan-edit">
          {failure === null ? null : (
            <ErrorBanner error={failure} onRetry={error === null ? undefined : retry} onGiveUp={giveUp} />
          )}
          {isOpen ? (
            <>
              <LineFields line={task} onPatch={patch} autoFocus />
              <div className="row">
                <Button small look="danger" icon={Trash2} onPress={() => remove.mutate({ id, version })}>
                  {text.removeTask}
                </Button>
                <Button small onPress={onToggle}>
                  {text.close}
                </Button>
              </div>
            </>
          ) : null}
        </div>
      )}
    </li>
  )
}

/** The stop itself: a box to tick, unless something ticked it. */
function Tick({ task, onTick }: { task: PlannedTask; onTick: (done: boolean) => void }) {
  // Shown at once; what was asked for stays until the core answers, or waits with its failure.
  const [asked, setAsked] = useState<boolean | null>(null)
  const isDone = task.doneOn !== null || task.proof !== null
  useEffect(() => setAsked((now) => (now === isDone ? null : now)), [isDone])
  // Once ticked by hand it may be unticked, whatever else has been done since.
  const isProved = task.proof !== null && task.doneOn === null
  const off = useEditingOff()
  return (
    <span className="dot" title={isProved ? text.byItself : off.title}>
      <input
        type="checkbox"
        aria-label={text.done(task.title)}
        checked={asked ?? isDone}
        aria-disabled={isProved || off.readOnly || undefined}
        onChange={(event) => {
          if (isProved || off.readOnly) return
          setAsked(event.target.checked)
          onTick(event.target.checked)
        }}
      />
    </span>
  )
}

/** Beyond these a day without its year may be that of another. */
const SAME_YEAR_DAYS = 180

function standingOf({ doneOn, proof, isOver, due }: PlannedTask, today: string) {
  if (doneOn !== null || proof !== null) return 'done'
  if (isOver) return 'over'
  return due < today ? 'late' : 'ahead'
}

export function standingWords(task: PlannedTask, today: string): string {
  const { doneOn, proof, isOver, due } = task
  if (proof !== null) return text.provedOn(proof.by, proof.on === null ? null : dayOf(proof.on, today))
  if (doneOn !== null) return text.doneOn(dayOf(doneOn, today))
  if (isOver) return text.over
  return due < today ? text.late(daysBetween(due, today)) : ''
}

/** With its year where that is not the present one, nor the one beside it within some months. */
export const dayOf = (day: string, today: string) =>
  formatShortDate(day, Math.abs(daysBetween(today, day)) > SAME_YEAR_DAYS)
