import type { ReadHandlers } from '../context.ts'
import { textDeadlines } from './deadlines.ts'
import { doneSince } from './week.ts'

export const reads: Pick<ReadHandlers, 'home.beside'> = {
  'home.beside': async (context) => ({
    deadlines: await textDeadlines(context),
    done: await doneSince(context),
  }),
}
