import type { Minutes } from '../../../../electron/domain/minutes/minutes.ts'
import { civilDate, daysBetween } from '../../../../electron/domain/time/civil-date.ts'
import { lifeText } from '../../../text/minutes-life.ts'

/** "En relecture, encore 3 jours". */
export function stateWords({ state, reviewDeadline }: Minutes): string {
  return lifeText.badge(state, reviewDeadline === null ? null : daysBetween(today(), reviewDeadline))
}

/** The civil date of this desk. */
export function today(): string {
  return civilDate(new Date())
}
