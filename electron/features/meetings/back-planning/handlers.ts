import { AppError } from '../../../contract/errors.ts'
import { defined, deleteRow, getRow, updateRow } from '../../../db/rows.ts'
import { MAX_PLAN_LINES } from '../../../domain/meetings/back-planning.ts'
import type { Handlers, ReadContext, WriteContext } from '../../context.ts'
import { liveMeeting } from '../../reads/meetings.ts'
import { layPlan } from './lay.ts'
import { plannedTasks, templateLines } from './queries.ts'

export const handlers: Handlers<'backPlanning'> = {
  'backPlanning.template': ({ tx }) => templateLines(tx),
  'backPlanning.tasks': (context, { meetingId }) => tasksOf(context, meetingId),
  async 'backPlanning.addLine'({ tx }, { id, fields }) {
    const lines = await templateLines(tx)
    if (lines.some((line) => line.id === id)) return lines
    if (lines.length >= MAX_PLAN_LINES)
      throw new AppError('limit-reached', { limit: { of: 'planLines', most: MAX_PLAN_LINES } })
    await tx
      .insertInto('backPlanLine')
      .values({ ...fields, id, version: 1 })
      .execute()
    return templateLines(tx)
  },
  async 'backPlanning.updateLine'({ tx, mergeAs }, { id, version, patch }) {
    await updateRow(tx, 'backPlanLine', { id, version }, defined(patch))
    mergeAs(`${id} ${Object.keys(patch).join()}`)
    return templateLines(tx)
  },
  async 'backPlanning.removeLine'({ tx }, target) {
    await deleteRow(tx, 'backPlanLine', target)
    return templateLines(tx)
  },
  async 'backPlanning.lay'(context, { meetingId }) {
    await liveMeeting(context.tx, meetingId)
    context.about(meetingId)
    await layPlan(context, meetingId)
    return tasksOf(context, meetingId)
  },
  async 'backPlanning.addTask'(context, { id, meetingId, fields }) {
    const { tx, about } = context
    const tasks = await tasksOf(context, meetingId)
    about(meetingId)
    if (await tx.selectFrom('meetingTask').select('id').where('id', '=', id).executeTakeFirst()) return tasks
    if (tasks.length >= MAX_PLAN_LINES)
      throw new AppError('limit-reached', { limit: { of: 'planLines', most: MAX_PLAN_LINES } })
    await tx
      .insertInto('meetingTask')
      .values({ ...fields, id, version: 1, meetingId, doneOn: null })
      .execute()
    return tasksOf(context, meetingId)
  },
  async 'backPlanning.updateTask'(context, { id, version, patch }) {
    const { meetingId } = await getRow(context.tx, 'meetingTask', id)
    context.about(meetingId)
    await updateRow(context.tx, 'meetingTask', { id, version }, defined(patch))
    context.mergeAs(`${id} ${Object.keys(patch).join()}`)
    return tasksOf(context, meetingId)
  },
  async 'backPlanning.removeTask'(context, target) {
    const { meetingId } = await deleteRow(context.tx, 'meetingTask', target)
    context.about(meetingId)
    return tasksOf(context, meetingId)
  },
}

async function tasksOf({ tx, today }: ReadContext | WriteContext, meetingId: string) {
  await liveMeeting(tx, meetingId)
  return plannedTasks(tx, [meetingId], today)
}
