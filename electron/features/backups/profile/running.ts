import { oneAtATime } from '../../one-at-a-time.ts'

export const { alone, stop: stopRunning } = oneAtATime()
