import { oneAtATime } from '../../one-at-a-time.ts'

export const { alone, stop: stopUnderWay } = oneAtATime()
