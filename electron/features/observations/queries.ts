// Queries of observations: those of a meeting, in the order in which they came.
import type { Reader } from '../../db/driver.ts'
import type { Observation } from '../../domain/observation.ts'

export function observationsOf(tx: Reader, meetingId: string): Promise<Observation[]> {
  return tx
    .selectFrom('observation')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}
