import { AppError } from '../../contract/errors.ts'
import type { MethodsOf } from '../../contract/index.ts'
import { defined, deleteRow, getRow, updateRow } from '../../db/rows.ts'
import { parseNor } from '../../domain/watch/text-identifiers.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { hearingsOf } from '../reads/projects.ts'
import { watchPage, watchRow } from '../reads/watch.ts'
import { addWatchItem } from './add.ts'
import { details, refuseSentinels } from './details.ts'
import { due } from './due.ts'
import { fillAgenda } from './fill-agenda.ts'
import { textLife } from './life.ts'
import { addLink, unlink } from './links.ts'
import { matchTexts } from './matches.ts'
import { putTextOnAgenda } from './on-agenda.ts'
import { addPasted, pastedTexts } from './pasted.ts'

export const reads: Pick<ReadHandlers, Extract<MethodsOf<'read'>, `watch.${string}`>> = {
  'watch.list': watchPage,
  'watch.get': ({ tx }, { id }) => watchRow(tx, id),
  'watch.readPasted': pastedTexts,
  'watch.life': ({ tx }, { id }) => textLife({ tx }, id),
  'watch.due': due,
}

export const writes: Pick<WriteHandlers, Extract<MethodsOf<'write'>, `watch.${string}`>> = {
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
  ...details,
  async 'watch.addLink'(context, link) {
    await addLink(context, link)
    return textLife(context, link.watchItemId)
  },
  async 'watch.removeLink'(context, target) {
    const { watchItemId } = await deleteRow(context.tx, 'textLink', target)
    return textLife(context, watchItemId)
  },
  async 'watch.match'(context, rows) {
    await matchTexts(context, rows)
    return textLife(context, rows.kept.id)
  },
  'watch.fillAgenda': fillAgenda,
  'watch.addPasted': addPasted,
  'watch.putOnAgenda': putTextOnAgenda,
}
