import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  KEPT_OF_EACH_MOMENT,
  type Rotated,
  rotatedAway,
  usualRule,
} from '../../electron/domain/data/backup.ts'
import { civilDate } from '../../electron/domain/time/civil-date.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const START = Date.parse('2024-01-01T08:00:00Z')

type Made = Rotated & { order: number }

/** A folder over time: each step moves the clock and makes one backup, after which the rule is applied as the program does. */
function live(
  steps: readonly { move: number; reason: Rotated['reason'] }[],
  damagedAt: ReadonlySet<number> = new Set(),
) {
  let clock = START
  let folder: Made[] = []
  const ever: Made[] = []
  for (const [order, { move, reason }] of steps.entries()) {
    clock = Math.max(clock + move, 0)
    const at = new Date(clock).toISOString()
    const made = { name: `${at}#${order}`, at, reason, isDamaged: damagedAt.has(order), order }
    ever.push(made)
    folder.push(made)
    const gone = new Set(rotatedAway(folder, usualRule, new Date(clock)).filter((name) => name !== made.name))
    folder = folder.filter(({ name }) => !gone.has(name))
    // Made just now, and sound or not: it is there.
    expect(folder.at(-1)).toBe(made)
  }
  return { folder, ever, now: new Date(clock) }
}

const regular = (move: number) => ({ move, reason: 'regular' as const })
const dayOf = ({ at }: Rotated) => civilDate(new Date(at))
const monthOf = (one: Rotated) => dayOf(one).slice(0, 7)
const newestFirst = (some: readonly Made[]) =>
  [...some].sort((a, b) => b.at.localeCompare(a.at) || b.order - a.order)

/** Promised by the rule of everything ever made, by a clock that only ever went forward. */
function promised(ever: readonly Made[]): Made[] {
  const newest = newestFirst(ever)
  const firstOf = (group: (one: Made) => string, most: number) => {
    const groups = [...new Set(newest.map(group))].slice(0, most)
    return groups.flatMap((name) => newest.find((one) => group(one) === name) ?? [])
  }
  return [
    ...newest.slice(0, usualRule.recent),
    ...firstOf(dayOf, usualRule.days),
    ...firstOf(monthOf, usualRule.months),
  ]
}

const forward = fc.array(
  fc
    .oneof(
      { weight: 6, arbitrary: fc.integer({ min: 15 * MINUTE, max: 4 * 60 * MINUTE }) },
      { weight: 3, arbitrary: fc.integer({ min: 8 * 60 * MINUTE, max: 4 * DAY }) },
      { weight: 1, arbitrary: fc.integer({ min: 10 * DAY, max: 70 * DAY }) },
    )
    .map(regular),
  { minLength: 1, maxLength: 160 },
)
/** The same with a clock that is set back or forward, by hours up to years. */
const jumping = fc.array(
  fc.record({
    move: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 15 * MINUTE, max: 2 * DAY }) },
      { weight: 2, arbitrary: fc.integer({ min: -400 * DAY, max: 400 * DAY }) },
    ),
    reason: fc.constantFrom<Rotated['reason']>(
      'regular',
      'regular',
      'regular',
      'close',
      'manual',
      'before-restore',
    ),
  }),
  { minLength: 1, maxLength: 120 },
)

describe('backups kept', () => {
  it('are never fewer than promised, over years', () => {
    fc.assert(
      fc.property(forward, (steps) => {
        const { folder, ever } = live(steps)
        const names = new Set(folder.map(({ name }) => name))
        expect(promised(ever).filter(({ name }) => !names.has(name))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('are not more than the rule says either', () => {
    const year = Array.from({ length: 365 * 4 }, () => regular(6 * 60 * MINUTE))
    expect(live(year).folder.length).toBeLessThanOrEqual(usualRule.recent + usualRule.days + usualRule.months)
  })

  it('are not taken away wholesale by a clock that jumps', () => {
    fc.assert(
      fc.property(jumping, (steps) => {
        for (let cut = 1; cut <= steps.length; cut += 7) {
          const before = live(steps.slice(0, cut))
          const jump = steps.slice(cut, cut + 1)
          if (jump.length === 0) break
          const after = live(steps.slice(0, cut + 1))
          const left = new Set(after.folder.map(({ name }) => name))
          const lost = before.folder.filter(({ name }) => !left.has(name))
          // One new backup moves at most one out of each kind of place: newest, day, month, and a moment's own.
          expect(lost.length).toBeLessThanOrEqual(usualRule.recent + 3)
        }
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['forward', 365 * DAY],
    ['back', -365 * DAY],
    ['forward ten years', 3650 * DAY],
  ])('stay when a clock is set %s and then right again', (_, jump) => {
    const month = Array.from({ length: 30 * 3 }, () => regular(8 * 60 * MINUTE))
    const before = live(month).folder
    const wrong = [regular(jump), regular(15 * MINUTE), regular(15 * MINUTE)]
    const right = [regular(15 * MINUTE - jump), regular(15 * MINUTE)]
    const { folder } = live([...month, ...wrong, ...right])
    const left = new Set(folder.map(({ name }) => name))
    // The three newest move on; of the days and months, a wrong one takes the place of the oldest at most.
    expect(before.filter(({ name }) => !left.has(name)).length).toBeLessThanOrEqual(usualRule.recent + 2)
    expect(folder.length).toBeGreaterThanOrEqual(usualRule.days)
  })

  it('keep what was asked for at a moment, whatever is made by itself afterwards', () => {
    const asked = Array.from({ length: 7 }, () => ({ move: 15 * MINUTE, reason: 'before-restore' as const }))
    const day = Array.from({ length: 40 }, () => regular(15 * MINUTE))
    const { folder } = live([...asked, ...day])
    expect(folder.filter(({ reason }) => reason === 'before-restore')).toHaveLength(KEPT_OF_EACH_MOMENT)
  })

  it('are not pushed out by damaged ones', () => {
    const day = Array.from({ length: 20 }, () => regular(15 * MINUTE))
    const { folder } = live(day, new Set([17, 18]))
    expect(folder.filter(({ isDamaged }) => !isDamaged).map(({ order }) => order)).toEqual([15, 16, 19])
  })

  it('would fail this if ages were counted from the clock, as they once were', () => {
    // The control: the former rule, on the same year set forward by a mistaken clock.
    const byAge = (all: readonly Rotated[], now: Date) =>
      all.filter(({ at }) => now.getTime() - Date.parse(at) > 366 * DAY).map(({ name }) => name)
    const { folder, now } = live(Array.from({ length: 90 }, () => regular(8 * 60 * MINUTE)))
    const mistaken = new Date(now.getTime() + 400 * DAY)
    expect(byAge(folder, mistaken)).toHaveLength(folder.length)
    expect(rotatedAway(folder, usualRule, mistaken)).toEqual([])
  })
})
