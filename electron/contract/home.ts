import { z } from 'zod'
import { Done } from '../domain/meetings/week-done.ts'
import { read } from './method.ts'
import { DueText } from './watch-life.ts'

/** The members, the name and contact that are printed, the sender's address, the letterhead. */
export const FirstStep = z.enum(['people', 'secretariat', 'address', 'letterhead'])
export type FirstStep = z.infer<typeof FirstStep>

export const home = {
  /** Asked for once the tasks are shown: the first screen does not wait for it. */
  'home.beside': read(() => [
    z.strictObject({}),
    z.strictObject({
      /** Soonest first, those of texts that are still followed. */
      deadlines: z.array(DueText),
      /** Newest first; what was taken back is not in it. */
      done: z.array(Done),
      /** Until the first meeting was held: what the first documents still lack. */
      steps: z.array(FirstStep),
    }),
  ]),
}
