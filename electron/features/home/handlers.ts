import type { Handlers } from '../context.ts'
import { textDeadlines } from './deadlines.ts'
import { doneSince } from './week.ts'

export const handlers: Handlers<'home'> = {
  'home.beside': async (context) => ({
    deadlines: await textDeadlines(context),
    done: await doneSince(context),
  }),
}
