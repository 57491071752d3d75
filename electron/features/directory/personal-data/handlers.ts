import { AppError } from '../../../contract/errors.ts'
import type { MethodsOf } from '../../../contract/index.ts'
import { defined } from '../../../db/rows.ts'
import type { LongHandlers, ReadHandlers, WriteHandlers } from '../../context.ts'
import { anonymise } from './anonymise.ts'
import { duePersons, dueRows, eraseDue } from './due.ts'
import { knownOf } from './known.ts'
import { personalDataView } from './queries.ts'

type Named<K extends 'read' | 'write' | 'long'> = Extract<MethodsOf<K>, `personalData.${string}`>

export const reads: Pick<ReadHandlers, Named<'read'>> = {
  'personalData.get': (context) => personalDataView(context),
  'personalData.due': async (context) => ({
    persons: await duePersons(context),
    rows: await dueRows(context),
  }),
}

export const writes: Pick<WriteHandlers, Named<'write'>> = {
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
}

export const longs: Pick<LongHandlers, Named<'long'>> = {
  'personalData.known': (context, { personId }) => knownOf(context, personId),
  'personalData.anonymise': (context, wanted) => anonymise(context, wanted),
  'personalData.eraseDue': (context, { kind }) => eraseDue(context, kind),
}
