// Heed: a desk looks now and then whether another one took its hand, or gave back what this one waits for.
import type { Pen } from '../../domain/hand-over.ts'
import type { LongContext } from '../context.ts'
import { actsOf, sharedFolder } from './acts.ts'
import { heed } from './steps.ts'

/** Looks in the shared folder, if there is one; answers whether this desk may write. A folder that is away changes nothing. */
export async function heedFolder(context: LongContext): Promise<Pen['state']> {
  if (sharedFolder(context) === null || context.pen.state !== 'mine') return context.pen.state
  await actsOf(context)
    .then(heed)
    .catch(() => undefined)
  return context.pen.state
}
