// Running: the export or import under way on a data folder, so that it can be ended.
import { oneAtATime } from '../one-at-a-time.ts'

export const { alone, stop: stopRunning } = oneAtATime()
