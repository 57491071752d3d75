import type { Meeting } from '../../../electron/domain/meeting.ts'
import type { Minutes } from '../../../electron/domain/minutes.ts'

export type LifeProps = {
  meeting: Meeting
  minutes: Minutes
  /** How many observations wait for an answer; null while it is not known. */
  openObservations: number | null
  /** Pictures that nobody described. */
  undescribed: number
  onObservations: () => void
}
