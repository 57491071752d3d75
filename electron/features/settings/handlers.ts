// Handlers of settings: the body, the folder of copies, backups, sample data, Accueil.

import { AppError } from '../../contract/errors.ts'
import { backupPath, listBackups } from '../../db/backup.ts'
import { defined } from '../../db/rows.ts'
import type { LongHandlers, ReadHandlers, WriteHandlers } from '../context.ts'
import { loadSample } from '../sample/load.ts'
import { home } from './home.ts'
import { copyState, getBody } from './queries.ts'
import { secondCopy } from './regular-copies.ts'

export const reads: Pick<ReadHandlers, 'home.get' | 'settings.body' | 'settings.copies' | 'backups.list'> = {
  'home.get': home,
  'settings.body': ({ tx }) => getBody(tx),
  'settings.copies': async ({ desk }) => copyState(desk),
  'backups.list': ({ dataFolder }) => listBackups(dataFolder),
}

export const writes: Pick<WriteHandlers, 'settings.updateBody'> = {
  async 'settings.updateBody'({ tx, mergeAs }, { version, patch }) {
    mergeAs(`body ${Object.keys(patch).join()}`)
    const { isSample, ...rest } = patch
    const { numUpdatedRows } = await tx
      .updateTable('body')
      .set({
        ...defined(rest),
        ...(isSample === undefined ? {} : { isSample: isSample ? 1 : 0 }),
        version: version + 1,
      })
      .where('version', '=', version)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) throw new AppError('conflict')
    return getBody(tx)
  },
}

export const longs: Pick<
  LongHandlers,
  'settings.declineCopyFolder' | 'backups.make' | 'backups.restore' | 'sample.load'
> = {
  async 'settings.declineCopyFolder'(context) {
    return copyState(await context.setDesk({ copyDeclined: true }))
  },
  async 'backups.make'(context) {
    await secondCopy(context, await context.backup('manual'))
    return listBackups(context.dataFolder)
  },
  'backups.restore': (context, { token }) => context.replaceData(backupPath(context.dataFolder, token)),
  'sample.load': loadSample,
}
