// Recovery state: the types of what the rungs show, as the contract answers them.
import type { Output } from '../../../electron/contract/index.ts'

export type RecoveryState = Output<'recovery.state'>
export type RecoveryBackup = RecoveryState['backups'][number]
