import type { LongHandlers, WriteHandlers } from '../../context.ts'
import { checkKeptFiles, listKeptFiles, stopWork } from './check.ts'
import { leave } from './leave.ts'
import { bringBack } from './mend.ts'

export const longs: Pick<
  LongHandlers,
  'keptFiles.list' | 'keptFiles.check' | 'keptFiles.stop' | 'keptFiles.bringBack'
> = {
  'keptFiles.list': listKeptFiles,
  'keptFiles.check': checkKeptFiles,
  async 'keptFiles.stop'({ ownFolder }) {
    stopWork(ownFolder)
    return {}
  },
  'keptFiles.bringBack': (context, { files, passphrase }) =>
    bringBack(context, [...new Set(files)], passphrase ?? null),
}

export const writes: Pick<WriteHandlers, 'keptFiles.leave'> = {
  async 'keptFiles.leave'(context, { files, left }) {
    await leave(context, files, left)
    return {}
  },
}
