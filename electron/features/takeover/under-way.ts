// Under way: the one reading or taking in of old files that a data folder has at a time, and how it is ended.
import { oneAtATime } from '../one-at-a-time.ts'

export const { alone, stop: stopUnderWay } = oneAtATime()
