// How the time of a piece of work grows with its size: what a busy machine changes little, unlike the time itself.

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

// What other tests have left is not this work's to clear away.
setFlagsFromString('--expose-gc')
const clearAway: () => void = runInNewContext('gc')

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
  const least = async (of: number) => {
    let time = Number.POSITIVE_INFINITY
    for (let turn = 0; turn < 4; turn += 1) time = Math.min(time, await processorTime(() => work(of)))
    return time
  }
  // The larger one first: what is compiled on the way is compiled for both.
  const many = await least(size * times)
  return many / (times * Math.max(2, await least(size)))
}
