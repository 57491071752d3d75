import { AppError } from '../contract/errors.ts'
import type { FromJob, Jobs, ToJob } from '../contract/wire.ts'
import { toAppError } from '../db/translate-error.ts'
import { type Progress, workers } from './workers.ts'

/** Progress is told no more often than anybody can see it. */
const TELL_EVERY_MS = 100

/** Does one job and returns its value or an error code, telling on the way how far it is; never throws. */
export async function doJob({ id, name, input }: ToJob, tell: (message: FromJob) => void): Promise<FromJob> {
  let toldAt = Number.NEGATIVE_INFINITY
  const onProgress = (done: number, total: number) => {
    if (performance.now() - toldAt < TELL_EVERY_MS) return
    toldAt = performance.now()
    tell({ id, done, total })
  }
  try {
    if (!Object.hasOwn(workers, name)) throw new AppError('unexpected', { message: `unknown job ${name}` })
    // The pairing of a name with its own input is guaranteed by RunJob on the asking side.
    const work = workers[name] as (
      input: unknown,
      onProgress: Progress,
    ) => Promise<Jobs[typeof name]['output']>
    return { id, result: { ok: true, value: await work(input, onProgress) } }
  } catch (thrown) {
    const error = toAppError(thrown)
    return {
      id,
      result: {
        ok: false,
        code: error.code,
        limit: error.limit,
        message: String(error.cause ?? error.message),
      },
    }
  }
}
