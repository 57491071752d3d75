// How the time of a piece of work grows with its size: what a busy machine changes little, unlike the time itself.

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

// What other tests have left is not this work's to clear away.
setFlagsFromString('--expose-gc')
const clearAway: () => void = runInNewContext('gc')

/** Growth below this is no square of anything: no machine is so busy that one would be taken for it twice. */
const PLAIN = 1.5

async function processorTime(work: () => unknown): Promise<number> {
  clearAway()
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * Processor time for `times` the size, beside `times` the processor time: 1 when it grows with the size, `times` when it
 * grows with its square. Times too short for the clock count as two milliseconds.
 */
export async function growth(
  work: (size: number) => unknown,
  { size, times }: { size: number; times: number },
): Promise<number> {
  let [many, few] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  const grown = () => many / (times * Math.max(2, few))
  // The least of two turns where it is plain, of some where it is not; of more where others at work on the machine may have
  // made it longer.
  const least = () => (grown() < PLAIN ? 2 : grown() > times / 4 ? 12 : 4)
  for (let turn = 0; turn < 2 || turn < least(); turn += 1) {
    // The larger one first: what is compiled on the way is compiled for both.
    many = Math.min(many, await processorTime(() => work(size * times)))
    few = Math.min(few, await processorTime(() => work(size)))
  }
  return grown()
}
