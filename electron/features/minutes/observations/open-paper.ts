import type { Reader } from '../../../db/driver.ts'
import type { Observation } from '../../../domain/minutes/observation.ts'
import { liveMeeting } from '../../reads/meetings.ts'
import { openMinutes } from '../../reads/minutes.ts'

/** The paper still takes observations: its minutes are there and not approved, or its meeting is not in the bin. */
export async function openPaper(
  tx: Reader,
  { meetingId, paper }: Pick<Observation, 'meetingId' | 'paper'>,
): Promise<void> {
  await liveMeeting(tx, meetingId)
  if (paper === 'minutes') await openMinutes(tx, meetingId)
}
