import { AppError } from '../../contract/errors.ts'
import { defined, deleteRow, getRow, updateRow } from '../../db/rows.ts'
import { parseNor } from '../../domain/watch/text-identifiers.ts'
import type { Handlers } from '../context.ts'
import { hearingsOf } from '../reads/projects.ts'
import { watchPage, watchRow } from '../reads/watch.ts'
import { addWatchItem } from './add.ts'
import { refuseSentinels } from './details.ts'
import { unlink } from './links.ts'
import { putTextOnAgenda } from './on-agenda.ts'
import { addPasted, pastedTexts } from './pasted.ts'

export const handlers: Handlers<'watch'> = {
  'watch.list': watchPage,
  'watch.get': ({ tx }, { id }) => watchRow(tx, id),
  'watch.readPasted': pastedTexts,
  async 'watch.add'({ tx }, { id, fields }) {
    refuseSentinels(fields)
    await addWatchItem(tx, id, fields)
    return watchRow(tx, id)
  },
  async 'watch.update'({ tx, mergeAs }, { patch, ...target }) {
    refuseSentinels(patch)
    mergeAs(`${target.id} ${Object.keys(patch).join()}`)
    const { nor } = patch
    const oneForm = nor === undefined ? {} : { nor: parseNor(nor) ?? nor }
    await updateRow(tx, 'watchItem', target, { ...defined(patch), ...oneForm })
    return watchRow(tx, target.id)
  },
  async 'watch.remove'({ tx }, target) {
    if ((await hearingsOf(tx, 'watch', [target.id])).size > 0) throw new AppError('state-refuses')
    await tx.deleteFrom('itemWatch').where('watchItemId', '=', target.id).execute()
    await unlink(tx, await getRow(tx, 'watchItem', target.id))
    for (const table of ['textDeadline', 'textConsultation', 'carryOver', 'projectWatch'] as const)
      await tx.deleteFrom(table).where('watchItemId', '=', target.id).execute()
    await deleteRow(tx, 'watchItem', target)
    return { id: target.id }
  },
  'watch.addPasted': addPasted,
  'watch.putOnAgenda': putTextOnAgenda,
}
