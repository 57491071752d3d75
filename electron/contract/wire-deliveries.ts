import type { DeliveryReading } from '../domain/watch/delivery.ts'
import type { WatchProfileFields } from '../domain/watch/profile.ts'
import type { DeliveryPreview } from './deliveries.ts'

export type DeliveryCalls = {
  /** Reads a delivery and says what it would do to the watch; stores nothing. */
  previewDelivery: { input: { path: string }; output: DeliveryPreview }
}

export type DeliveryJobs = {
  /** The texts that the profile keeps at `out`, one JSON a line (domain/watch/delivery.ts, StagedText). */
  readDelivery: {
    input: { source: string; out: string; profile: WatchProfileFields }
    output: DeliveryReading
  }
}
