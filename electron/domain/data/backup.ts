// Backups are kept by the days that have some, so that no clock can empty a folder.
import { z } from 'zod'
import { civilDate } from '../time/civil-date.ts'

export const BackupReason = z.enum([
  'regular',
  'close',
  'manual',
  'before-migration',
  'before-restore',
  'hand-over',
])
export type BackupReason = z.infer<typeof BackupReason>

/** Which data a file holds and how new they are, without a clock. */
export const DataMark = z.strictObject({ profileId: z.string(), generation: z.int(), lastChange: z.int() })
export type DataMark = z.infer<typeof DataMark>

/** Whether some data hold changes that come after those of others; of two bodies nothing can be said. */
export function isLater(some: DataMark, others: DataMark): boolean {
  if (some.profileId !== others.profileId) return false
  if (some.generation !== others.generation) return some.generation > others.generation
  return some.lastChange > others.lastChange
}

/** How many are kept: the newest ones, the last of each day, the last of each month. */
export const KeptRule = z.strictObject({
  recent: z.int().min(3).max(20),
  days: z.int().min(7).max(90),
  months: z.int().min(3).max(60),
})
export type KeptRule = z.infer<typeof KeptRule>

export const usualRule: KeptRule = { recent: 3, days: 14, months: 12 }

/** Of each kind that somebody or something asked for at a moment, so many are kept whatever the days are. */
export const KEPT_OF_EACH_MOMENT = 5
/** Damaged ones take no other's place; a few stay, since something may still be read from them. */
const KEPT_DAMAGED = 3

const moments: readonly BackupReason[] = ['manual', 'before-migration', 'before-restore', 'hand-over']

export type Rotated = {
  name: string
  /** When it was made, by the clock of that moment. */
  at: string
  reason: BackupReason
  isDamaged: boolean
}

/**
 * Which backups are kept no more. Days and months are those that have backups, not those before `now`: after a month of
 * holidays, or a clock set forward by a year, as many stay. What bears an instant still to come was made before a
 * clock was set back: it is counted apart, so that neither side pushes the other out.
 */
export function rotatedAway(all: readonly Rotated[], rule: KeptRule, now: Date): string[] {
  const kept = new Set<string>()
  const keep = (some: readonly Rotated[]) => {
    for (const { name } of some) kept.add(name)
  }
  const sound = all.filter(({ isDamaged }) => !isDamaged)
  const isFuture = ({ at }: Rotated) => Date.parse(at) > now.getTime()
  for (const side of [sound.filter((one) => !isFuture(one)), sound.filter(isFuture)]) {
    const newest = newestFirst(side)
    const regular = newest.filter(({ reason }) => !moments.includes(reason))
    keep(newest.slice(0, rule.recent))
    keep(newestOfEach(newest, ({ at }) => civilDate(new Date(at)), rule.days))
    keep(newestOfEach(newest, ({ at }) => civilDate(new Date(at)).slice(0, 7), rule.months))
    // Backups of a moment do not use up the places of those made by themselves.
    keep(regular.slice(0, rule.recent))
    for (const moment of moments)
      keep(newest.filter(({ reason }) => reason === moment).slice(0, KEPT_OF_EACH_MOMENT))
  }
  keep(newestFirst(all.filter(({ isDamaged }) => isDamaged)).slice(0, KEPT_DAMAGED))
  return all.filter(({ name }) => !kept.has(name)).map(({ name }) => name)
}

function newestFirst(some: readonly Rotated[]): Rotated[] {
  return [...some].sort((a, b) => (a.at === b.at ? b.name.localeCompare(a.name) : a.at < b.at ? 1 : -1))
}

/** The newest of each group, of the `most` newest groups. */
function newestOfEach(
  newest: readonly Rotated[],
  groupOf: (one: Rotated) => string,
  most: number,
): Rotated[] {
  const first = new Map<string, Rotated>()
  for (const one of newest) {
    const group = groupOf(one)
    if (!first.has(group)) first.set(group, one)
  }
  return [...first.values()].slice(0, most)
}
