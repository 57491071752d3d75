// What the shell, the core and jobs say to one another of deliveries and of tables of followed texts.

import type { WatchCriteriaFields } from '../domain/watch/criteria.ts'
import type { DeliveryReading } from '../domain/watch/delivery.ts'
import type { ReadList } from '../domain/watch/list.ts'
import type { DeliveryPreview } from './deliveries.ts'
import type { WatchListPreview } from './watch-list.ts'

export type DeliveryCalls = {
  /** Reads a delivery and says what it would do to the watch; stores nothing. */
  previewDelivery: { input: { path: string }; output: DeliveryPreview }
}

export type DeliveryJobs = {
  /** The texts that the profile keeps at `out`, one JSON a line (domain/watch/delivery.ts, StagedText). */
  readDelivery: {
    input: { source: string; out: string; criteria: WatchCriteriaFields }
    output: DeliveryReading
  }
}

export type WatchListCalls = {
  /** Reads a table and says what it would do to the watch; stores nothing. */
  previewWatchList: { input: { path: string }; output: WatchListPreview }
}

export type WatchListJobs = {
  readWatchList: { input: { fileName: string; bytes: Uint8Array }; output: ReadList }
}
