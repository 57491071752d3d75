import type { MethodsOf } from '../../../contract/index.ts'
import type { ReadHandlers, WriteHandlers } from '../../context.ts'
import { openActions } from '../../reads/carry-over/open-actions.ts'
import { carryOverView } from '../../reads/carry-over/view.ts'
import { setAside, takeBack } from './set-aside.ts'
import { takeUp } from './take.ts'

export const reads: Pick<ReadHandlers, Extract<MethodsOf<'read'>, `carryOver.${string}`>> = {
  'carryOver.list': (context, { meetingId }) => carryOverView(context, meetingId),
  'carryOver.actions': (context, { meetingId }) => openActions(context, meetingId),
}

export const writes: Pick<WriteHandlers, Extract<MethodsOf<'write'>, `carryOver.${string}`>> = {
  async 'carryOver.take'(context, { meetingId, sources }) {
    await takeUp(context, meetingId, sources)
    return carryOverView(context, meetingId)
  },
  async 'carryOver.dismiss'(context, { meetingId, sources, why }) {
    await setAside(context, meetingId, sources, why)
    return carryOverView(context, meetingId)
  },
  async 'carryOver.takeBack'(context, { meetingId, id, version }) {
    await takeBack(context, meetingId, { id, version })
    return carryOverView(context, meetingId)
  },
}
