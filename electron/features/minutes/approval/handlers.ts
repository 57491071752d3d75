import type { Handlers } from '../../context.ts'
import { approvalView } from '../../reads/approval.ts'
import { approveMinutes } from './approve.ts'
import { consultation, setClosing } from './consultation.ts'
import { addCorrigendum } from './corrigendum.ts'
import { readReplies, setReply } from './replies.ts'
import { addSignedCopy } from './signed-copy.ts'

export const handlers: Handlers<'approval'> = {
  'approval.get': ({ tx }, { meetingId }) => approvalView(tx, meetingId),
  'approval.approve': approveMinutes,
  'approval.consultation': ({ tx }, { meetingId }) => consultation(tx, meetingId),
  'approval.setClosing': setClosing,
  'approval.setReply': setReply,
  'approval.readReplies': readReplies,
  'approval.addCorrigendum': addCorrigendum,
  'approval.addSignedCopy': addSignedCopy,
}
