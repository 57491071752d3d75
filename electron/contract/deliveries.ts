import { z } from 'zod'
import { Bytes, Id } from '../domain/ids.ts'
import { WatchCriteria, WatchCriteriaFields } from '../domain/watch/criteria.ts'
import {
  ActCounts,
  DeliveryReading,
  IssueGap,
  PreviewRow,
  StagedText,
  WatchDelivery,
} from '../domain/watch/delivery.ts'
import { JorfText } from '../domain/watch/jorf-text.ts'
import { WatchFields, WatchItem } from '../domain/watch/watch.ts'
import { journaled, long, read, shell, write } from './method.ts'

/** Preview of a delivery; `token` names it until it is taken in or dropped. */
export const DeliveryPreview = z.strictObject({
  token: Id,
  name: z.string().max(300),
  reading: DeliveryReading,
  acts: ActCounts,
  /** Rows that change something; the first of them come along, those that a draft is proposed for before all others. */
  changes: z.int(),
  /** New texts that a followed draft may be, by words. */
  proposed: z.int(),
  rows: z.array(PreviewRow).max(200),
  /** Followed texts that are taken out of the base. */
  deleted: z.array(WatchItem.pick({ id: true, title: true })),
})
export type DeliveryPreview = z.infer<typeof DeliveryPreview>

/** A line of the journal: without the list of what was refused. */
export const DeliveryLine = WatchDelivery.omit({ reading: true }).extend({
  reading: DeliveryReading.omit({ refused: true }),
})
export type DeliveryLine = z.infer<typeof DeliveryLine>

const token = z.strictObject({ token: Id })

export const deliveries = {
  'deliveries.criteria': read(() => [z.strictObject({}), WatchCriteria]),
  'deliveries.updateCriteria': write('modification du profil de veille', () => [
    z.strictObject({ version: WatchCriteria.shape.version, patch: WatchCriteriaFields.partial() }),
    WatchCriteria,
  ]),
  /** Asks for a delivery, reads it in a job and compares it with the watch. Null when given up. */
  'deliveries.choose': shell('acts', () => [
    z.strictObject({ form: z.enum(['file', 'folder']) }),
    DeliveryPreview.nullable(),
  ]),
  /** The same of an archive or a text of it that was let fall on the window. */
  'deliveries.read': long('acts', () => [
    z.strictObject({ fileName: z.string().min(1).max(255), bytes: Bytes }),
    DeliveryPreview,
  ]),
  /** More rows of the preview. `not-found`: it was dropped. */
  'deliveries.rows': long('reads', () => [
    token.extend({ offset: z.int().min(0), limit: z.int().min(1).max(200) }),
    z.array(PreviewRow),
  ]),
  /**
   * Takes in what the preview shows, `except` apart, in one journal entry; notes the delivery in the journal of deliveries
   * also when it holds nothing for the watch. `followUp`: of the texts that it adds. `drafts`: new texts that a person says to be
   * the publication of a followed draft, each draft once; one that came out or went since leaves a text of its own.
   */
  'deliveries.take': journaled(
    'import d’une livraison du Journal officiel',
    long('saves', () => [
      token.extend({
        except: z.array(JorfText.shape.jorfText).max(30_000),
        drafts: z
          .array(z.strictObject({ jorfText: JorfText.shape.jorfText, id: Id }))
          .max(1000)
          .refine((drafts) => new Set(drafts.map(({ id }) => id)).size === drafts.length),
        followUp: WatchFields.shape.followUp,
      }),
      WatchDelivery,
    ]),
  ),
  'deliveries.drop': long('acts', () => [token, z.strictObject({})]),
  /** Ends the reading or the taking in that is under way; what is stored by then stays, under one entry of the journal. */
  'deliveries.stop': long('acts', () => [z.strictObject({}), z.strictObject({})]),
  /** The journal, newest first, and the issues between those that were looked at that were not. */
  'deliveries.list': read(() => [
    z.strictObject({ offset: z.int().min(0), limit: z.int().min(1).max(200) }),
    z.strictObject({
      rows: z.array(DeliveryLine),
      total: z.int(),
      gaps: z.array(IssueGap).max(200),
      /** The newest issue that was looked at. */
      newest: z.strictObject({ number: z.string(), publishedOn: z.string() }).nullable(),
    }),
  ]),
  'deliveries.get': read(() => [z.strictObject({ id: Id }), WatchDelivery]),
  /** The last delivery of a followed text; null when none spoke of it. */
  'deliveries.source': read(() => [
    z.strictObject({ watchItemId: Id }),
    StagedText.extend({
      deliveryId: Id,
      deliveredAt: WatchDelivery.shape.at,
      deliveryName: WatchDelivery.shape.name,
    }).nullable(),
  ]),
}
