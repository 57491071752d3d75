import { AppError } from '../../contract/errors.ts'
import type { MethodsOf } from '../../contract/index.ts'
import type { ProjectView } from '../../contract/projects.ts'
import { defined, deleteRow, getRow, updateRow } from '../../db/rows.ts'
import { MAX_OF_A_PROJECT } from '../../domain/projects/project.ts'
import type { Handlers, WriteContext } from '../context.ts'
import { newId } from '../new-id.ts'
import { projectView } from '../reads/project-view.ts'

type Table = 'projectStep' | 'projectAudience' | 'projectContact'
type Target = { id: string; version: number }

export const details: Pick<
  Handlers<'projects'>,
  | Extract<MethodsOf<'write'>, `projects.${'add' | 'update' | 'remove'}${'Step' | 'Audience' | 'Contact'}`>
  | 'projects.linkText'
  | 'projects.unlinkText'
> = {
  async 'projects.addStep'(context, { id, projectId, fields }) {
    if (await mayAdd(context, 'projectStep', { id, projectId }))
      await context.tx
        .insertInto('projectStep')
        .values({ ...fields, id, projectId, version: 1 })
        .execute()
    return projectView(context.tx, projectId)
  },
  'projects.updateStep': (context, { patch, ...target }) => change(context, 'projectStep', target, patch),
  'projects.removeStep': (context, target) => remove(context, 'projectStep', target),
  async 'projects.addAudience'(context, { id, projectId, fields }) {
    if (await mayAdd(context, 'projectAudience', { id, projectId }))
      await context.tx
        .insertInto('projectAudience')
        .values({ ...fields, id, projectId, version: 1 })
        .execute()
    return projectView(context.tx, projectId)
  },
  'projects.updateAudience': (context, { patch, ...target }) =>
    change(context, 'projectAudience', target, patch),
  'projects.removeAudience': (context, target) => remove(context, 'projectAudience', target),
  async 'projects.addContact'(context, { id, projectId, fields }) {
    const { tx } = context
    await getRow(tx, 'person', fields.personId)
    if (await mayAdd(context, 'projectContact', { id, projectId })) {
      const twin = await tx
        .selectFrom('projectContact')
        .select('id')
        .where('projectId', '=', projectId)
        .where('personId', '=', fields.personId)
        .executeTakeFirst()
      if (twin !== undefined) throw new AppError('invalid-input', { field: 'personId' })
      await tx
        .insertInto('projectContact')
        .values({ ...fields, id, projectId, version: 1 })
        .execute()
    }
    return projectView(tx, projectId)
  },
  'projects.updateContact': (context, { patch, ...target }) =>
    change(context, 'projectContact', target, patch),
  'projects.removeContact': (context, target) => remove(context, 'projectContact', target),
  async 'projects.linkText'(context, link) {
    const { tx, now } = context
    await getRow(tx, 'watchItem', link.watchItemId)
    await getRow(tx, 'project', link.projectId)
    const there = await tx
      .selectFrom('projectWatch')
      .select('watchItemId')
      .where('projectId', '=', link.projectId)
      .execute()
    if (!there.some(({ watchItemId }) => watchItemId === link.watchItemId)) {
      if (there.length >= MAX_OF_A_PROJECT)
        throw new AppError('limit-reached', { limit: { of: 'ofProject', most: MAX_OF_A_PROJECT } })
      await tx
        .insertInto('projectWatch')
        .values({ ...link, id: newId(now) })
        .execute()
    }
    return projectView(tx, link.projectId)
  },
  async 'projects.unlinkText'({ tx }, { projectId, watchItemId }) {
    await tx
      .deleteFrom('projectWatch')
      .where('projectId', '=', projectId)
      .where('watchItemId', '=', watchItemId)
      .execute()
    return projectView(tx, projectId)
  },
}

/** False for one that is there already: the call was sent again. */
async function mayAdd(
  { tx }: WriteContext,
  table: Table,
  { id, projectId }: { id: string; projectId: string },
): Promise<boolean> {
  await getRow(tx, 'project', projectId)
  const there = await tx.selectFrom(table).select('id').where('projectId', '=', projectId).execute()
  if (there.some((row) => row.id === id)) return false
  if (there.length >= MAX_OF_A_PROJECT)
    throw new AppError('limit-reached', { limit: { of: 'ofProject', most: MAX_OF_A_PROJECT } })
  return true
}

async function change(
  context: WriteContext,
  table: Table,
  target: Target,
  patch: object,
): Promise<ProjectView> {
  const { projectId } = await updateRow(context.tx, table, target, defined(patch))
  context.mergeAs(`${target.id} ${Object.keys(patch).join()}`)
  return projectView(context.tx, projectId)
}

async function remove({ tx }: WriteContext, table: Table, target: Target): Promise<ProjectView> {
  const { projectId } = await deleteRow(tx, table, target)
  return projectView(tx, projectId)
}
