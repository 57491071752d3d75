import { z } from 'zod'
import { Id, Version } from '../domain/ids.ts'
import {
  BackPlanLine,
  BackPlanLineFields,
  MeetingTaskFields,
  PlannedTask,
} from '../domain/meetings/back-planning.ts'
import { read, write } from './method.ts'

const target = z.strictObject({ id: Id, version: Version })

export const backPlanning = {
  /** In the order of the days. */
  'backPlanning.template': read(() => [z.strictObject({}), z.array(BackPlanLine)]),
  'backPlanning.addLine': write('ajout d’une ligne du rétroplanning type', () => [
    z.strictObject({ id: Id, fields: BackPlanLineFields }),
    z.array(BackPlanLine),
  ]),
  'backPlanning.updateLine': write('modification du rétroplanning type', () => [
    target.extend({ patch: BackPlanLineFields.partial() }),
    z.array(BackPlanLine),
  ]),
  'backPlanning.removeLine': write('retrait d’une ligne du rétroplanning type', () => [
    target,
    z.array(BackPlanLine),
  ]),
  /** Tasks of a meeting by due date; what the rest of the data show to be done is done by itself. */
  'backPlanning.tasks': read(() => [z.strictObject({ meetingId: Id }), z.array(PlannedTask)]),
  /** Lays the template down on a meeting that has no task (new meetings get it by themselves); on another, nothing. */
  'backPlanning.lay': write('pose du rétroplanning', () => [
    z.strictObject({ meetingId: Id }),
    z.array(PlannedTask),
  ]),
  'backPlanning.addTask': write('ajout d’une tâche au rétroplanning', () => [
    z.strictObject({ id: Id, meetingId: Id, fields: BackPlanLineFields }),
    z.array(PlannedTask),
  ]),
  'backPlanning.updateTask': write('modification d’une tâche du rétroplanning', () => [
    target.extend({ patch: MeetingTaskFields.partial() }),
    z.array(PlannedTask),
  ]),
  'backPlanning.removeTask': write('retrait d’une tâche du rétroplanning', () => [
    target,
    z.array(PlannedTask),
  ]),
}
