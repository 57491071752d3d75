import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../electron/contract/errors.ts'
import {
  deposit,
  giveUp,
  type HandOverActs,
  heed,
  keep,
  take,
  takeAlone,
  transmit,
} from '../../electron/features/backups/hand-over/steps.ts'
import { type Desk, type Faults, makeWorld, type World } from './hand-over-world.ts'

const acts = {
  write: async () => undefined,
  transmit,
  keep,
  take: (own: HandOverActs) => take(own, false),
  break: (own: HandOverActs) => take(own, true),
  giveUp,
  alone: takeAlone,
  heed,
  deposit,
} as const
type Act = keyof typeof acts

const gentle: readonly Act[] = ['write', 'transmit', 'keep', 'take', 'giveUp', 'heed', 'deposit']
const knowing: readonly Act[] = [...gentle, 'break', 'alone']

/** An act of one desk; `stopAfter`: the machine stops at that step of it. */
type Move =
  | { desk: 0 | 1; act: Act; stopAfter: number | null }
  | { world: 'away' | 'back' | 'late' | 'arrived' | 'garbled' }

const move = (allowed: readonly Act[]): fc.Arbitrary<Move> =>
  fc.oneof(
    { weight: 8, arbitrary: actOf(allowed) },
    {
      weight: 2,
      arbitrary: fc.record({ world: fc.constantFrom('away', 'back', 'late', 'arrived', 'garbled') }),
    },
  )
const actOf = (allowed: readonly Act[]) =>
  fc.record({
    desk: fc.constantFrom(0 as const, 1 as const),
    act: fc.constantFrom(...allowed, 'write' as const, 'transmit' as const, 'take' as const),
    stopAfter: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null, freq: 2 }),
  })

async function play(world: World, moves: readonly Move[], each: () => void): Promise<void> {
  for (const one of moves) {
    if ('world' in one) world.turn(one.world)
    else {
      const desk = world.desks[one.desk]
      if (one.act === 'write') desk.write()
      else await run(desk, one.act, one.stopAfter)
    }
    each()
  }
}

async function run(desk: Desk, act: Act, stopAfter: number | null): Promise<void> {
  // The second desk's own former data are not what is looked at here.
  if (act === 'transmit' && desk.dataProfile === 'other') return
  try {
    await acts[act](desk.actsUntil(stopAfter))
  } catch (thrown) {
    if (!(thrown instanceof AppError) && thrown !== desk.stop) throw thrown
  }
  if (stopAfter !== null) desk.start()
}

/** Desks that may write the shared data now. */
function writers(world: World): Desk[] {
  return world.desks.filter(({ writer, dataProfile }) => writer.state === 'mine' && dataProfile === 'shared')
}

async function explore(
  allowed: readonly Act[],
  faults: Faults,
  check: (world: World) => void,
  numRuns = 2_000,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(move(allowed), { maxLength: 40, size: 'max' }), async (moves) => {
      const world = makeWorld(faults)
      await play(world, moves, () => check(world))
    }),
    { numRuns },
  )
}

function atMostOne(world: World): void {
  expect(writers(world).length).toBeLessThanOrEqual(1)
}

/** Whoever writes has everything that was ever acknowledged. */
function hasAll(world: World): void {
  for (const { data } of writers(world)) expect([...data]).toEqual(expect.arrayContaining(world.acknowledged))
}

/** Everything acknowledged lies somewhere: in a desk's data, in its backups, or in a copy. */
function keptSomewhere(world: World): void {
  const kept = new Set(world.everywhere())
  expect(world.acknowledged.filter((write) => !kept.has(write))).toEqual([])
}

/** A taking stopped after the data were replaced and before that was noted, while the other desk took the hand back. */
const stoppedBetweenData: Move[] = [
  { desk: 0, act: 'transmit', stopAfter: null },
  { desk: 1, act: 'break', stopAfter: 6 },
  { desk: 1, act: 'write', stopAfter: null },
  { desk: 0, act: 'break', stopAfter: null },
  { desk: 1, act: 'break', stopAfter: null },
]

describe('two desks and one folder', () => {
  it('have at most one writer, who has everything, when nobody takes a hand that was not put down', async () => {
    await explore(gentle, {}, (world) => {
      atMostOne(world)
      hasAll(world)
      keptSomewhere(world)
    })
  })

  it('lose nothing acknowledged when a hand is taken knowingly', async () => {
    await explore(knowing, {}, keptSomewhere)
  })

  it('always have a way on that makes one of them the writer, and then only one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move(knowing), { maxLength: 30, size: 'max' }), async (moves) => {
        const world = makeWorld({})
        await play(world, moves, () => undefined)
        world.turn('back')
        world.turn('arrived')
        const [first, second] = world.desks
        for (const desk of world.desks) await run(desk, 'heed', null)
        if (writers(world).length === 0)
          for (const act of ['transmit', 'take', 'break'] as const) await run(first, act, null)
        for (const desk of [second, first]) await run(desk, 'heed', null)
        expect(writers(world)).toHaveLength(1)
      }),
      { numRuns: 2_000, examples: [[stoppedBetweenData]] },
    )
  })

  it('never both take what one put down, however their steps fall between each other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = makeWorld({ between: () => scheduler.schedule(Promise.resolve()) })
        const [giver, taker] = world.desks
        const settled = (act: Promise<void>) => act.catch(() => undefined)
        await scheduler.waitFor(transmit(giver.actsUntil(null)))
        await scheduler.waitFor(
          Promise.all([
            settled(take(giver.actsUntil(null), false)),
            settled(take(taker.actsUntil(null), false)),
          ]),
        )
        expect(writers(world)).toHaveLength(1)
      }),
      { numRuns: 500 },
    )
  })

  it('are found out when a desk goes on writing until its sharedWriter lies there', async () => {
    await expect(explore(gentle, { writesWhileGiving: true }, hasAll)).rejects.toThrow(/Property failed/)
  })

  it('are found out when two can make the same mark', async () => {
    const world = () => makeWorld({ sharedMarks: true })
    const found = fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const both = world()
        both.between = () => scheduler.schedule(Promise.resolve())
        const [giver, taker] = both.desks
        const settled = (act: Promise<void>) => act.catch(() => undefined)
        await scheduler.waitFor(transmit(giver.actsUntil(null)))
        await scheduler.waitFor(
          Promise.all([
            settled(take(giver.actsUntil(null), false)),
            settled(take(taker.actsUntil(null), false)),
          ]),
        )
        expect(writers(both).length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 20_000 },
    )
    await expect(found).rejects.toThrow(/Property failed/)
  })

  it('are found out when data are replaced without keeping what was there', async () => {
    // Rarer than the other faults: 2,000 worlds missed it one time in eight.
    const world = explore(knowing, { forgetsBackups: true }, keptSomewhere, 20_000)
    await expect(world).rejects.toThrow(/Property failed/)
  })
})
