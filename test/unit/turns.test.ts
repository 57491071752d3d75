import { expect, test } from 'vitest'
import { type Pause, Turns } from '../../electron/features/turns.ts'

/** Runs works that write down what they do, each step after a pause of its own. */
function noting() {
  const turns = new Turns()
  const notes: string[] = []
  const work = (name: string, steps: number) =>
    turns.run(async (pause: Pause) => {
      for (let step = 1; step <= steps; step += 1) {
        notes.push(`${name}${step}`)
        if (step < steps) await pause()
      }
    })
  return { turns, notes, work }
}

test('works without a pause run whole, one after another, in the order in which they came', async () => {
  const { turns, notes } = noting()
  await Promise.all(
    ['a', 'b', 'c'].map((name) =>
      turns.run(async () => {
        notes.push(`${name} begins`)
        await Promise.resolve()
        notes.push(`${name} ends`)
      }),
    ),
  )
  expect(notes).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

test('in a pause those that wait go before, each once', async () => {
  const { notes, work } = noting()
  await Promise.all([work('long', 3), work('short', 1), work('other', 1)])
  expect(notes).toEqual(['long1', 'short1', 'other1', 'long2', 'long3'])
})

test('two that pause take turns', async () => {
  const { notes, work } = noting()
  await Promise.all([work('a', 3), work('b', 3)])
  expect(notes).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3'])
})

test('a work that fails, before or after a pause, lets the next one go', async () => {
  const { turns, notes, work } = noting()
  const failing = [
    turns.run(() => Promise.reject(new Error('at once'))),
    turns.run(async (pause) => {
      await pause()
      throw new Error('after a pause')
    }),
  ]
  const last = work('last', 1)
  expect((await Promise.allSettled(failing)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await last
  expect(notes).toEqual(['last1'])
})
