import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BesideRule } from './carry-over-beside.ts'
import type { Rule } from './carry-over-plants.ts'
import { CarryYear, type Draw, type StepName, stepNames } from './carry-over-year.ts'

const weights: Partial<Record<StepName, number>> = {
  hold: 6,
  take: 8,
  add: 3,
  pass: 1,
  undo: 3,
  bin: 1,
  passage: 3,
  ask: 3,
}
const draw: fc.Arbitrary<{ name: StepName; draw: Draw }> = fc.record({
  name: fc.oneof(...stepNames.map((name) => ({ arbitrary: fc.constant(name), weight: weights[name] ?? 2 }))),
  draw: fc.record({ a: fc.nat(999), b: fc.nat(999) }),
})

/** How often each step did something, over all runs. */
async function years(
  rule: Rule,
  numRuns: number,
  beside: BesideRule = 'right',
): Promise<Map<StepName, number>> {
  const done = new Map<StepName, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(draw, { minLength: 30, maxLength: 45 }), async (steps) => {
      const year = await CarryYear.open(rule, beside)
      try {
        for (const { name, draw: numbers } of steps) {
          if (await year.step(name, numbers)) done.set(name, (done.get(name) ?? 0) + 1)
          await year.check()
        }
      } finally {
        await year.close()
      }
    }),
    { numRuns, endOnFailure: true, includeErrorInReport: true },
  )
  return done
}

describe('twelve months of carrying over', () => {
  it('lose nothing and double nothing', async () => {
    // Each kind of step really happened: a year in which nothing is taken shows nothing. A rare one may take a few more.
    const wanted = ['hold', 'take', 'cancel', 'move', 'undo', 'dismiss', 'passage', 'ask'] as const
    const done = new Map<StepName, number>()
    for (let turn = 0; turn < 4 && wanted.some((name) => !done.has(name)); turn += 1)
      for (const [name, times] of await years('right', Number(process.env.SEANCES_YEARS ?? 4)))
        done.set(name, (done.get(name) ?? 0) + times)
    for (const name of wanted) expect(done.get(name) ?? 0, name).toBeGreaterThan(0)
  }, 180_000)

  it.each([
    ['proposes to the next meeting of any series', 'anySeries', /wrong meeting/],
    ['forgets what a cancelled meeting had', 'forgetsCancelled', /lost/],
    ['forgets that something was taken', 'forgetsTaken', /doubled/],
  ] as const)(
    'find a rule that %s',
    async (_, rule, found) => {
      await expect(years(rule, 40)).rejects.toThrow(found)
    },
    180_000,
  )

  it.each([
    ['ticks what is only to follow, or comes a second time', 'ticksWhatFollows', /is ticked/],
    ['makes an item of an action', 'makesActionsItems', /is an action and an item/],
    ['leaves a subject at the meeting before', 'leavesSubjects', /was left behind/],
  ] as const)(
    'find a rule that %s',
    async (_, rule, found) => {
      await expect(years('right', 40, rule)).rejects.toThrow(found)
    },
    180_000,
  )
})
