import type { Handlers, InternalHandlers } from '../../context.ts'
import { deliveryById, deliveryList, sourceOf } from './journal.ts'
import { dropPending, pendingOf, stopUnderWay } from './pending.ts'
import { previewDelivery, previewDroppedDelivery } from './preview.ts'
import { updateWatchProfile, watchProfile } from './profile.ts'
import { takeDelivery } from './take.ts'

export const handlers: Handlers<'deliveries'> = {
  async 'deliveries.profile'({ tx }) {
    const { id: _, ...profile } = await watchProfile(tx)
    return profile
  },
  'deliveries.list': ({ tx }, page) => deliveryList(tx, page),
  'deliveries.get': ({ tx }, { id }) => deliveryById(tx, id),
  'deliveries.source': ({ tx }, { watchItemId }) => sourceOf(tx, watchItemId),
  'deliveries.updateProfile'({ tx, mergeAs }, { version, patch }) {
    mergeAs(`watch profile ${Object.keys(patch).join()}`)
    return updateWatchProfile(tx, version, patch)
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
