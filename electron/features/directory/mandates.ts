import { AppError } from '../../contract/errors.ts'
import { defined, deleteRow, getRow, updateRow } from '../../db/rows.ts'
import type { MandateFields } from '../../domain/people/directory.ts'
import type { Handlers } from '../context.ts'
import { directoryView } from '../reads/directory.ts'

type Name = 'directory.addMandate' | 'directory.updateMandate' | 'directory.removeMandate'

export const mandateWrites: Pick<Handlers<'directory'>, Name> = {
  async 'directory.addMandate'({ tx }, { id, personId, fields }) {
    await getRow(tx, 'person', personId)
    const mandate = {
      organisationId: null,
      seriesId: null,
      startsOn: null,
      endsOn: null,
      ...defined(fields),
      role: fields.role,
    }
    inOrder(mandate)
    await tx
      .insertInto('mandate')
      .values({ ...mandate, id, version: 1, personId })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return directoryView(tx)
  },
  async 'directory.updateMandate'({ tx, mergeAs }, { patch, ...target }) {
    mergeAs(`${target.id} ${Object.keys(patch).join()}`)
    inOrder({ ...(await getRow(tx, 'mandate', target.id)), ...defined(patch) })
    await updateRow(tx, 'mandate', target, defined(patch))
    return directoryView(tx)
  },
  async 'directory.removeMandate'({ tx }, target) {
    await deleteRow(tx, 'mandate', target)
    return directoryView(tx)
  },
}

/** Refuses a last day before the first; a mandate of one day starts and ends on that day. */
export function inOrder({ startsOn, endsOn }: Pick<MandateFields, 'startsOn' | 'endsOn'>): void {
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    throw new AppError('invalid-input', { field: 'endsOn' })
}
