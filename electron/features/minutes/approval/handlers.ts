import type { Handlers } from '../../context.ts'
import { approvalView } from '../../reads/approval.ts'
import { addCorrigendum } from './corrigendum.ts'
import { sealMinutes } from './seal.ts'

export const handlers: Handlers<'approval'> = {
  'approval.get': ({ tx }, { meetingId }) => approvalView(tx, meetingId),
  'approval.seal': sealMinutes,
  'approval.addCorrigendum': addCorrigendum,
}
