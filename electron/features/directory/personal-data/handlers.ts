import { AppError } from '../../../contract/errors.ts'
import { defined } from '../../../db/rows.ts'
import type { Handlers } from '../../context.ts'
import { anonymise } from './anonymise.ts'
import { duePersons, dueRows, eraseDue } from './due.ts'
import { knownOf } from './known.ts'
import { personalDataView } from './queries.ts'

export const handlers: Handlers<'personalData'> = {
  'personalData.get': (context) => personalDataView(context),
  'personalData.due': async (context) => ({
    persons: await duePersons(context),
    rows: await dueRows(context),
  }),
  async 'personalData.update'(context, { version, patch }) {
    const { tx, mergeAs } = context
    mergeAs(`personal-data ${Object.keys(patch).join()}`)
    const { numUpdatedRows } = await tx
      .updateTable('personalData')
      .set({ ...defined(patch), version: version + 1 })
      .where('version', '=', version)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) throw new AppError('conflict')
    return personalDataView(context)
  },
  'personalData.known': (context, { personId }) => knownOf(context, personId),
  'personalData.anonymise': (context, wanted) => anonymise(context, wanted),
  'personalData.eraseDue': (context, { kind }) => eraseDue(context, kind),
}
