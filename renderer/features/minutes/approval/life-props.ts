import type { LeavingCheck } from '../../../../electron/domain/meetings/leaving.ts'
import type { Meeting } from '../../../../electron/domain/meetings/meeting.ts'
import type { Minutes } from '../../../../electron/domain/minutes/minutes.ts'

export type LifeProps = {
  meeting: Meeting
  minutes: Minutes
  /** How many observations wait for an answer; null while it is not known. */
  openObservations: number | null
  /** Pictures that nobody described. */
  undescribed: number
  onObservations: () => void
  /** To where a line of the list is mended. */
  go: (check: LeavingCheck) => boolean
}
