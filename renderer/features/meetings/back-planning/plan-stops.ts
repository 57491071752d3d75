import type { PlannedTask } from '../../../../electron/domain/meetings/back-planning.ts'

type PlanStop =
  | { kind: 'task'; date: string; task: PlannedTask }
  | { kind: 'meeting'; date: string }
  | { kind: 'today'; date: string }

/** @param tasks by due date, as the core gives them. */
export function planStops(tasks: readonly PlannedTask[], meetingDate: string, today: string): PlanStop[] {
  const stops: PlanStop[] = tasks.map((task) => ({ kind: 'task', date: task.due, task }))
  const after = tasks.findIndex(({ offsetDays }) => offsetDays > 0)
  stops.splice(after === -1 ? stops.length : after, 0, { kind: 'meeting', date: meetingDate })
  const ahead = stops.findIndex(({ date }) => date >= today)
  stops.splice(ahead === -1 ? stops.length : ahead, 0, { kind: 'today', date: today })
  return stops
}
