// Handlers of projects: list, create, edit, remove.

import { AppError } from '../../contract/errors.ts'
import type { MethodsOf } from '../../contract/index.ts'
import { defined, deleteRow, updateRow } from '../../db/rows.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { hearingsOf, projectRow, projectRows } from './queries.ts'

export const reads: Pick<ReadHandlers, 'projects.list'> = {
  'projects.list': ({ tx }) => projectRows(tx),
}

export const writes: Pick<WriteHandlers, Extract<MethodsOf<'write'>, `projects.${string}`>> = {
  async 'projects.add'({ tx }, { id, fields }) {
    await tx
      .insertInto('project')
      .values({
        projectOwner: '',
        organisation: '',
        stage: 'idea',
        purpose: '',
        localImpact: '',
        regulatorySide: '',
        askedOfBody: '',
        ...defined(fields),
        title: fields.title,
        id,
        version: 1,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return projectRow(tx, id)
  },
  async 'projects.update'({ tx, mergeAs }, { patch, ...target }) {
    mergeAs(`${target.id} ${Object.keys(patch).join()}`)
    await updateRow(tx, 'project', target, defined(patch))
    return projectRow(tx, target.id)
  },
  async 'projects.remove'({ tx }, target) {
    // What was presented stays in the record of its meetings.
    if ((await hearingsOf(tx, 'project', [target.id])).size > 0) throw new AppError('state-refuses')
    await tx.deleteFrom('itemProject').where('projectId', '=', target.id).execute()
    await tx.updateTable('subject').set({ projectId: null }).where('projectId', '=', target.id).execute()
    await deleteRow(tx, 'project', target)
    return { id: target.id }
  },
}
