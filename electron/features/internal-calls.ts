// The calls that only the shell makes; a call that no feature declares does not compile.
import { subjectCalls } from './agenda/subjects/files.ts'
import { backupCalls } from './backups/internal-calls.ts'
import { profileCalls } from './backups/profile/handlers.ts'
import type { InternalHandlers } from './context.ts'
import { dispatchCalls } from './dispatch/internal-calls.ts'
import { documentCalls } from './documents/internal-calls.ts'
import { memberFolderCalls } from './documents/member-folders/write.ts'
import { oldFilesCalls } from './imports/old-files/handlers.ts'
import { signedCopyCalls } from './minutes/approval/signed-copy.ts'
import { archiveCalls } from './minutes/archive/handlers.ts'
import { savedFileCalls } from './saved-files.ts'
import { presenterCalls } from './session/presenter.ts'
import { dueNoticeCalls } from './settings/due-notices.ts'
import { teamCalls } from './team/handlers.ts'
import { deliveryCalls } from './watch/deliveries/handlers.ts'
import { watchListCalls } from './watch/list/handlers.ts'
import { chartBytes } from './yearly-report/export.ts'

export const internalCalls: InternalHandlers = {
  ...subjectCalls,
  ...backupCalls,
  ...profileCalls,
  ...dispatchCalls,
  ...documentCalls,
  ...memberFolderCalls,
  ...oldFilesCalls,
  ...signedCopyCalls,
  ...archiveCalls,
  ...savedFileCalls,
  ...presenterCalls,
  ...dueNoticeCalls,
  ...deliveryCalls,
  ...teamCalls,
  ...watchListCalls,
  chartBytes,
}
