import { AppError } from '../../contract/errors.ts'
import { defined, deleteRow, updateRow } from '../../db/rows.ts'
import { blankProject } from '../../domain/projects/project.ts'
import type { Handlers } from '../context.ts'
import { projectView } from '../reads/project-view.ts'
import { hearingsOf, listedProjects, projectRow } from '../reads/projects.ts'
import { details } from './details.ts'
import { refuseOtherKinds } from './references/handlers.ts'
import { askSlot, inscribe } from './slots.ts'

export const handlers: Handlers<'projects'> = {
  'projects.list': ({ tx }) => listedProjects(tx),
  'projects.get': ({ tx }, { id }) => projectView(tx, id),
  async 'projects.add'({ tx }, { id, fields }) {
    await refuseOtherKinds(tx, fields)
    await tx
      .insertInto('project')
      .values({ ...blankProject, ...defined(fields), title: fields.title, id, version: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return projectRow(tx, id)
  },
  async 'projects.update'({ tx, mergeAs }, { patch, ...target }) {
    await refuseOtherKinds(tx, patch)
    mergeAs(`${target.id} ${Object.keys(patch).join()}`)
    await updateRow(tx, 'project', target, defined(patch))
    return projectRow(tx, target.id)
  },
  async 'projects.remove'({ tx }, target) {
    // A presentation stays in the record of its meetings.
    if ((await hearingsOf(tx, 'project', [target.id])).size > 0) throw new AppError('in-use')
    for (const table of [
      'attachment',
      'itemProject',
      'projectStep',
      'projectAudience',
      'projectContact',
      'projectWatch',
      'carryOver',
    ] as const)
      await tx.deleteFrom(table).where('projectId', '=', target.id).execute()
    await tx.updateTable('subject').set({ projectId: null }).where('projectId', '=', target.id).execute()
    await deleteRow(tx, 'project', target)
    return { id: target.id }
  },
  ...details,
  'projects.askSlot': (context, input) => askSlot(context, input),
  'projects.inscribe': (context, input) => inscribe(context, input),
}
