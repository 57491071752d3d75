import { AppError } from '../../contract/errors.ts'
import { defined } from '../../db/rows.ts'
import type { Handlers } from '../context.ts'
import { copyState, getBody } from '../reads/settings.ts'
import { home } from './home.ts'
import { loadSample } from './sample/load.ts'
import { addedToSample, leavingWithSample, removeSample } from './sample/remove.ts'

export const handlers: Handlers<'settings'> = {
  'home.get': home,
  'settings.body': ({ tx }) => getBody(tx),
  'settings.copies': async ({ dataFolder, desk }) => copyState(dataFolder, desk),
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
  async 'settings.declineCopyFolder'(context) {
    return copyState(context.dataFolder, await context.setDesk({ copyDeclined: true }))
  },
  'sample.load': loadSample,
  'sample.added': async ({ tx }) => ({ ...(await addedToSample(tx)), ...(await leavingWithSample(tx)) }),
  'sample.remove': removeSample,
}
