// Running: the export or import under way on a data folder, so that it can be ended; one at a time.
import { AppError } from '../../contract/errors.ts'

const underWay = new Map<string, AbortController>()

/** @throws AppError `busy` while another one is under way */
export async function alone<T>(dataFolder: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  if (underWay.has(dataFolder)) throw new AppError('busy')
  const controller = new AbortController()
  underWay.set(dataFolder, controller)
  try {
    return await work(controller.signal)
  } finally {
    underWay.delete(dataFolder)
  }
}

export function stopRunning(dataFolder: string): void {
  underWay.get(dataFolder)?.abort()
}
