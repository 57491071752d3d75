import type { CivilDate } from '../ids.ts'
import { civilDate } from './civil-date.ts'

/** @param moves every change of the date, oldest first; without a former date: empty. */
export function dueOn(
  day: CivilDate,
  due: CivilDate | null,
  moves: readonly { fromValue: string; at: string }[],
): CivilDate | null {
  const firstAfter = moves.find(({ at }) => civilDate(new Date(at)) > day)
  return firstAfter === undefined ? due : firstAfter.fromValue || null
}
