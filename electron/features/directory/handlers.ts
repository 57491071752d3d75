// Handlers of the directory: colleges, organisations, persons; every write answers with the whole directory.
import { AppError } from '../../contract/errors.ts'
import type { MethodsOf } from '../../contract/index.ts'
import type { Writer } from '../../db/driver.ts'
import { defined, deleteRow, updateRow } from '../../db/rows.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { directoryView } from './queries.ts'

export const reads: Pick<ReadHandlers, 'directory.list'> = {
  'directory.list': ({ tx }) => directoryView(tx),
}

export const writes: Pick<WriteHandlers, Extract<MethodsOf<'write'>, `directory.${string}`>> = {
  async 'directory.addCollege'({ tx }, { id, fields }) {
    const protocolOrder = await nextOrder(tx, 'college')
    await tx
      .insertInto('college')
      .values({ protocolOrder, ...defined(fields), name: fields.name, id, version: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return directoryView(tx)
  },
  async 'directory.updateCollege'({ tx, mergeAs }, { patch, ...target }) {
    mergeAs(`${target.id} ${Object.keys(patch).join()}`)
    await updateRow(tx, 'college', target, defined(patch))
    return directoryView(tx)
  },
  async 'directory.removeCollege'({ tx }, target) {
    const used = await tx
      .selectFrom('organisation')
      .select('id')
      .where('collegeId', '=', target.id)
      .executeTakeFirst()
    if (used) throw new AppError('state-refuses')
    await deleteRow(tx, 'college', target)
    return directoryView(tx)
  },
  async 'directory.addOrganisation'({ tx }, { id, fields }) {
    const protocolOrder = await nextOrder(tx, 'organisation')
    await tx
      .insertInto('organisation')
      .values({
        acronym: '',
        collegeId: null,
        protocolOrder,
        ...defined(fields),
        name: fields.name,
        id,
        version: 1,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return directoryView(tx)
  },
  async 'directory.updateOrganisation'({ tx, mergeAs }, { patch, ...target }) {
    mergeAs(`${target.id} ${Object.keys(patch).join()}`)
    await updateRow(tx, 'organisation', target, defined(patch))
    return directoryView(tx)
  },
  async 'directory.removeOrganisation'({ tx }, target) {
    const member = await tx
      .selectFrom('person')
      .select('id')
      .where('organisationId', '=', target.id)
      .executeTakeFirst()
    const named = await tx
      .selectFrom('agendaItem')
      .select('id')
      .where('organisationId', '=', target.id)
      .executeTakeFirst()
    if (member || named) throw new AppError('state-refuses')
    await deleteRow(tx, 'organisation', target)
    return directoryView(tx)
  },
  async 'directory.addPerson'({ tx }, { id, fields }) {
    const protocolOrder = await nextOrder(tx, 'person')
    const { isMember, ...rest } = fields
    await tx
      .insertInto('person')
      .values({
        civility: '',
        givenName: '',
        jobTitle: '',
        organisationId: null,
        email: '',
        phone: '',
        protocolOrder,
        ...defined(rest),
        familyName: fields.familyName,
        isMember: isMember === true ? 1 : 0,
        id,
        version: 1,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return directoryView(tx)
  },
  async 'directory.updatePerson'({ tx, mergeAs }, { patch, ...target }) {
    mergeAs(`${target.id} ${Object.keys(patch).join()}`)
    const { isMember, ...rest } = patch
    const membership = isMember === undefined ? {} : { isMember: isMember ? 1 : 0 }
    await updateRow(tx, 'person', target, { ...defined(rest), ...membership })
    return directoryView(tx)
  },
  async 'directory.removePerson'({ tx }, target) {
    // Printed names stay where they were printed; only the links to the directory go.
    await tx.updateTable('attendee').set({ personId: null }).where('personId', '=', target.id).execute()
    await tx
      .updateTable('agendaItem')
      .set({ presenterId: null })
      .where('presenterId', '=', target.id)
      .execute()
    await tx.updateTable('action').set({ ownerId: null }).where('ownerId', '=', target.id).execute()
    await deleteRow(tx, 'person', target)
    return directoryView(tx)
  },
}

/** A new entry goes last. */
async function nextOrder(tx: Writer, table: 'college' | 'organisation' | 'person'): Promise<number> {
  const { last } = await tx
    .selectFrom(table)
    .select((eb) => eb.fn.max('protocolOrder').as('last'))
    .executeTakeFirstOrThrow()
  return (last ?? -1) + 1
}
