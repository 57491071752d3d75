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
  'backPlanning.template': read(z.strictObject({}), z.array(BackPlanLine)),
  'backPlanning.addLine': write(
    z.strictObject({ id: Id, fields: BackPlanLineFields }),
    z.array(BackPlanLine),
  ),
  'backPlanning.updateLine': write(
    target.extend({ patch: BackPlanLineFields.partial() }),
    z.array(BackPlanLine),
  ),
  'backPlanning.removeLine': write(target, z.array(BackPlanLine)),
  /** Tasks of a meeting by due date; what the rest of the data show to be done is done by itself. */
  'backPlanning.tasks': read(z.strictObject({ meetingId: Id }), z.array(PlannedTask)),
  /** Lays the template down on a meeting that has no task (new meetings get it by themselves); on another, nothing. */
  'backPlanning.lay': write(z.strictObject({ meetingId: Id }), z.array(PlannedTask)),
  'backPlanning.addTask': write(
    z.strictObject({ id: Id, meetingId: Id, fields: BackPlanLineFields }),
    z.array(PlannedTask),
  ),
  'backPlanning.updateTask': write(
    target.extend({ patch: MeetingTaskFields.partial() }),
    z.array(PlannedTask),
  ),
  'backPlanning.removeTask': write(target, z.array(PlannedTask)),
}
