import type { z } from 'zod'
import { CivilDate } from '../ids.ts'
import { fold } from '../text/fold.ts'
import { daysBetween } from '../time/civil-date.ts'
import { DeadlineFields } from './text-life.ts'

/** A deadline that is known, and the day that it is moved to. */
export const MovedDeadline = DeadlineFields.extend({ to: CivilDate })
type MovedDeadline = z.infer<typeof MovedDeadline>

type DeadlineChange = {
  readonly added: readonly DeadlineFields[]
  readonly moved: readonly MovedDeadline[]
}

/** For whom, from which threshold on, and what is due: which deadline it is, whatever its day. */
const whichOne = ({ audience, threshold, label }: DeadlineFields) =>
  JSON.stringify([audience, threshold, label].map((words) => fold(words).replace(/\s+/g, ' ').trim()))

/**
 * A deadline of the same public, threshold and act with another day is that deadline moved, never a second one: one without a day
 * first, then the one nearest to the new day. Where the table says no day, the one that is known stays.
 */
export function deadlineChange(
  said: readonly DeadlineFields[],
  known: readonly DeadlineFields[],
): DeadlineChange {
  const free = new Map<string, DeadlineFields[]>()
  for (const one of known) free.set(whichOne(one), [...(free.get(whichOne(one)) ?? []), one])
  const take = (one: DeadlineFields, isIt: (other: DeadlineFields) => boolean) => {
    const others = free.get(whichOne(one)) ?? []
    const found = others.find(isIt)
    if (found !== undefined)
      free.set(
        whichOne(one),
        others.filter((other) => other !== found),
      )
    return found
  }
  const seen = new Set<string>()
  const otherwise = said.filter((one) => {
    const sign = `${one.date} ${whichOne(one)}`
    // The same said twice is said once.
    if (seen.has(sign)) return false
    seen.add(sign)
    return take(one, ({ date }) => date === one.date) === undefined
  })
  const added: DeadlineFields[] = []
  const moved: MovedDeadline[] = []
  for (const one of otherwise) {
    const nearest = nearestTo(one.date, free.get(whichOne(one)) ?? [])
    if (nearest === null) added.push(one)
    else {
      take(one, (other) => other === nearest)
      if (one.date !== null) moved.push({ ...nearest, to: one.date })
    }
  }
  return { added, moved }
}

function nearestTo(day: CivilDate | null, among: readonly DeadlineFields[]): DeadlineFields | null {
  const distance = ({ date }: DeadlineFields) =>
    day === null || date === null ? -1 : Math.abs(daysBetween(date, day))
  return among.reduce<DeadlineFields | null>(
    (best, one) => (best === null || distance(one) < distance(best) ? one : best),
    null,
  )
}
