import type { Output } from '../../../../electron/contract/index.ts'

export type RecoveryState = Output<'recovery.state'>
export type RecoveryBackup = RecoveryState['backups'][number]
