import type { Handlers, LongContext } from '../../context.ts'
import { stopMoving } from './move.ts'
import { placeOf } from './queries.ts'

export const handlers: Handlers<'dataPlace'> = {
  'dataPlace.get': placeOf,
  async 'dataPlace.keep'(context: LongContext) {
    return placeOf({ ...context, desk: await context.setDesk({ keptPlace: context.ownFolder }) })
  },
  async 'dataPlace.stop'(context) {
    stopMoving(context)
    return {}
  },
}
