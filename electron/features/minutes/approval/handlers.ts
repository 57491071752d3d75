import type { MethodsOf } from '../../../contract/index.ts'
import type { LongHandlers, ReadHandlers } from '../../context.ts'
import { approvalView } from '../../reads/approval.ts'
import { addCorrigendum } from './corrigendum.ts'
import { sealMinutes } from './seal.ts'

export const reads: Pick<ReadHandlers, 'approval.get'> = {
  'approval.get': ({ tx }, { meetingId }) => approvalView(tx, meetingId),
}

export const longs: Pick<LongHandlers, Extract<MethodsOf<'long'>, `approval.${string}`>> = {
  'approval.seal': sealMinutes,
  'approval.addCorrigendum': addCorrigendum,
}
