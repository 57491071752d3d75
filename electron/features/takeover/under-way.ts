// Under way: the one reading or taking in of old files that a data folder has at a time, and how it is ended.
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

export function stopUnderWay(dataFolder: string): void {
  underWay.get(dataFolder)?.abort()
}
