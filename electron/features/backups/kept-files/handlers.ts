import type { Handlers } from '../../context.ts'
import { checkKeptFiles, listKeptFiles, stopWork } from './check.ts'
import { leave } from './leave.ts'
import { bringBack } from './mend.ts'

export const handlers: Handlers<'keptFiles'> = {
  async 'keptFiles.leave'(context, { files, left }) {
    await leave(context, files, left)
    return {}
  },
  'keptFiles.list': listKeptFiles,
  'keptFiles.check': checkKeptFiles,
  async 'keptFiles.stop'({ ownFolder }) {
    stopWork(ownFolder)
    return {}
  },
  'keptFiles.bringBack': (context, { files, passphrase }) =>
    bringBack(context, [...new Set(files)], passphrase ?? null),
}
