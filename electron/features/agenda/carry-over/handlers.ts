import type { Handlers } from '../../context.ts'
import { openActions } from '../../reads/carry-over/open-actions.ts'
import { carryOverView } from '../../reads/carry-over/view.ts'
import { setAside, takeBack } from './set-aside.ts'
import { takeUp } from './take.ts'

export const handlers: Handlers<'carryOver'> = {
  'carryOver.list': (context, { meetingId }) => carryOverView(context, meetingId),
  'carryOver.actions': (context, { meetingId }) => openActions(context, meetingId),
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
