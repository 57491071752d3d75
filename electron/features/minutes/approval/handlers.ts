import type { Handlers } from '../../context.ts'
import { approvalView } from '../../reads/approval.ts'
import { approveMinutes } from './approve.ts'
import { addCorrigendum } from './corrigendum.ts'

export const handlers: Handlers<'approval'> = {
  'approval.get': ({ tx }, { meetingId }) => approvalView(tx, meetingId),
  'approval.approve': approveMinutes,
  'approval.addCorrigendum': addCorrigendum,
}
