// Handlers of the regulatory watch: list, create, edit, remove.
import { AppError } from '../../contract/errors.ts'
import type { MethodsOf } from '../../contract/index.ts'
import { defined, deleteRow, updateRow } from '../../db/rows.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { hearingsOf } from '../projects/queries.ts'
import { watchPage, watchRow } from './queries.ts'

export const reads: Pick<ReadHandlers, 'watch.list' | 'watch.get'> = {
  'watch.list': watchPage,
  'watch.get': ({ tx }, { id }) => watchRow(tx, id),
}

export const writes: Pick<WriteHandlers, Extract<MethodsOf<'write'>, `watch.${string}`>> = {
  async 'watch.add'({ tx }, { id, fields }) {
    await tx
      .insertInto('watchItem')
      .values({
        nature: 'autre',
        number: '',
        nor: '',
        ministry: '',
        status: 'announced',
        followUp: 'toFollow',
        publishedOn: null,
        inForceOn: null,
        appliesOn: null,
        audience: '',
        consequences: '',
        sourceUrl: '',
        ...defined(fields),
        title: fields.title,
        id,
        version: 1,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return watchRow(tx, id)
  },
  async 'watch.update'({ tx, mergeAs }, { patch, ...target }) {
    mergeAs(`${target.id} ${Object.keys(patch).join()}`)
    await updateRow(tx, 'watchItem', target, defined(patch))
    return watchRow(tx, target.id)
  },
  async 'watch.remove'({ tx }, target) {
    if ((await hearingsOf(tx, 'watch', [target.id])).size > 0) throw new AppError('state-refuses')
    await tx.deleteFrom('itemWatch').where('watchItemId', '=', target.id).execute()
    await deleteRow(tx, 'watchItem', target)
    return { id: target.id }
  },
}
