import Plus from 'lucide-react/icons/plus'
import { useRef, useState } from 'react'
import type { PlannedTask } from '../../../../electron/domain/meetings/back-planning.ts'
import type { Meeting } from '../../../../electron/domain/meetings/meeting.ts'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { useFocusKept } from '../../../acts/use-focus-kept.ts'
import { newId } from '../../../api/new-id.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { usePrinted } from '../../../parts/printed.ts'
import { planText as text } from '../../../text/back-planning.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { dayOf, PlanTask, standingWords } from './PlanTask.tsx'

export function BackPlanning({ meeting }: { meeting: Pick<Meeting, 'id' | 'date'> }) {
  const meetingId = meeting.id
  const tasks = useQuery('backPlanning.tasks', { meetingId })
  const list = tasks.data ?? []
  const today = civilDate(new Date())
  const [opened, setOpened] = useState<string | null>(null)
  const lay = useWrite('backPlanning.lay')
  const add = useWrite('backPlanning.addTask', { onSuccess: (_, { id }) => setOpened(id) })
  const section = useRef<HTMLElement>(null)
  useFocusKept(section)
  usePrinted({
    kind: 'list',
    list: async () => ({
      title: text.title,
      heads: text.printed,
      rows: list.map((task) => [dayOf(task.due, today), task.title, standingWords(task, today)]),
    }),
  })
  const error = tasks.error ?? lay.error ?? add.error
  const done = list.filter(({ doneOn, proof }) => doneOn !== null || proof !== null).length
  const addTask = () =>
    add.mutate({
      id: newId(),
      meetingId,
      fields: { title: text.fresh, offsetDays: -7, counting: 'calendar', act: null },
    })
  return (
    <section ref={section} className="plan" aria-label={text.title} tabIndex={-1}>
      <div className="sec-head">
        <h2 className="h2">{text.title}</h2>
        {list.length === 0 ? null : <span className="mute">{text.count(done, list.length)}</span>}
      </div>
      {error === null ? null : <ErrorBanner error={error} onRetry={() => void tasks.refetch()} />}
      {tasks.data === undefined ? (
        tasks.error === null ? (
          <Skeleton lines={6} />
        ) : null
      ) : list.length === 0 ? (
        <p className="quiet">{text.empty}</p>
      ) : (
        <ol className="plan-thread" aria-label={text.list}>
          {planStops(list, meeting.date, today).map((stop) =>
            stop.kind === 'task' ? (
              <PlanTask
                key={stop.task.id}
                task={stop.task}
                today={today}
                isOpen={opened === stop.task.id}
                onToggle={() => setOpened(opened === stop.task.id ? null : stop.task.id)}
              />
            ) : (
              <li key={stop.kind} className={stop.kind === 'meeting' ? 'meet' : 'here'}>
                {stop.kind === 'today' ? (
                  <span className="words">{text.today(dayWords(stop.date))}</span>
                ) : (
                  <>
                    <span className="day">{formatShortDate(stop.date)}</span>
                    <span className="dot" />
                    <b>{text.meeting}</b>
                  </>
                )}
              </li>
            ),
          )}
        </ol>
      )}
      <div className="row wrap">
        {tasks.data?.length === 0 ? (
          <Button writes onPress={() => lay.mutate({ meetingId })}>
            {text.lay}
          </Button>
        ) : null}
        <Button small icon={Plus} onPress={addTask}>
          {text.add}
        </Button>
      </div>
    </section>
  )
}

/** "24 nov." */
function dayWords(date: string): string {
  return formatShortDate(date).replace(/^\S+ /, '')
}

type PlanStop =
  | { kind: 'task'; date: string; task: PlannedTask }
  | { kind: 'meeting'; date: string }
  | { kind: 'today'; date: string }

/** @param tasks by due date, as the core gives them. */
function planStops(tasks: readonly PlannedTask[], meetingDate: string, today: string): PlanStop[] {
  const stops: PlanStop[] = tasks.map((task) => ({ kind: 'task', date: task.due, task }))
  const after = tasks.findIndex(({ offsetDays }) => offsetDays > 0)
  stops.splice(after === -1 ? stops.length : after, 0, { kind: 'meeting', date: meetingDate })
  const ahead = stops.findIndex(({ date }) => date >= today)
  stops.splice(ahead === -1 ? stops.length : ahead, 0, { kind: 'today', date: today })
  return stops
}
