import type { Handlers, InternalHandlers } from '../../context.ts'
import { updateCriteria, watchCriteria } from './criteria.ts'
import { deliveryById, deliveryList, sourceOf } from './journal.ts'
import { dropPending, pendingOf, stopUnderWay } from './pending.ts'
import { previewDelivery, previewDroppedDelivery } from './preview.ts'
import { takeDelivery } from './take.ts'

export const handlers: Handlers<'deliveries'> = {
  async 'deliveries.criteria'({ tx }) {
    const { id: _, ...criteria } = await watchCriteria(tx)
    return criteria
  },
  'deliveries.list': ({ tx }, page) => deliveryList(tx, page),
  'deliveries.get': ({ tx }, { id }) => deliveryById(tx, id),
  'deliveries.source': ({ tx }, { watchItemId }) => sourceOf(tx, watchItemId),
  'deliveries.updateCriteria'({ tx, mergeAs }, { version, patch }) {
    mergeAs(`watch criteria ${Object.keys(patch).join()}`)
    return updateCriteria(tx, version, patch)
  },
  'deliveries.read': previewDroppedDelivery,
  async 'deliveries.rows'({ dataFolder }, { token, offset, limit }) {
    return pendingOf(dataFolder, token).rows.slice(offset, offset + limit)
  },
  'deliveries.take': takeDelivery,
  async 'deliveries.drop'({ dataFolder }, { token }) {
    pendingOf(dataFolder, token)
    await dropPending(dataFolder)
    return {}
  },
  async 'deliveries.stop'({ dataFolder }) {
    stopUnderWay(dataFolder)
    return {}
  },
}

export const deliveryCalls: InternalHandlers<'previewDelivery'> = {
  previewDelivery: (context, { path }) => previewDelivery(context, path),
}
