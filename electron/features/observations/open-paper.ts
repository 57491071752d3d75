import type { Reader } from '../../db/driver.ts'
import type { Observation } from '../../domain/observation.ts'
import { liveMeeting } from '../meetings/queries.ts'
import { openMinutes } from '../minutes/queries.ts'

/** The paper still takes observations: its minutes are there and not sealed, or its meeting is not in the bin. */
export async function openPaper(
  tx: Reader,
  { meetingId, paper }: Pick<Observation, 'meetingId' | 'paper'>,
): Promise<void> {
  await liveMeeting(tx, meetingId)
  if (paper === 'minutes') await openMinutes(tx, meetingId)
}
