import { AppError } from '../contract/errors.ts'

/** The works of one feature. */
export type OneAtATime = {
  /** @throws AppError `busy` while another one is under way on these data */
  alone<T>(dataFolder: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>
  /** Gives up the one under way; without one, nothing. */
  stop(dataFolder: string): void
}

export function oneAtATime(): OneAtATime {
  const underWay = new Map<string, AbortController>()
  return {
    async alone(dataFolder, work) {
      if (underWay.has(dataFolder)) throw new AppError('busy')
      const controller = new AbortController()
      underWay.set(dataFolder, controller)
      try {
        return await work(controller.signal)
      } finally {
        underWay.delete(dataFolder)
      }
    },
    stop(dataFolder) {
      underWay.get(dataFolder)?.abort()
    },
  }
}
