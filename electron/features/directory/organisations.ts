import { AppError } from '../../contract/errors.ts'
import type { MethodsOf } from '../../contract/index.ts'
import type { Transaction } from '../../db/driver.ts'
import { defined, deleteRow, getRow, updateRow } from '../../db/rows.ts'
import { fold } from '../../domain/text/fold.ts'
import type { Handlers } from '../context.ts'
import { newId } from '../new-id.ts'
import { directoryView } from '../reads/directory.ts'
import { nextOrder } from './order.ts'

type Name = Extract<
  MethodsOf<'write'>,
  `directory.${string}College` | `directory.${string}Organisation` | `directory.${string}FormerName`
>

export const organisationWrites: Pick<Handlers<'directory'>, Name> = {
  async 'directory.addCollege'({ tx }, { id, fields }) {
    const protocolOrder = await nextOrder(tx, 'college')
    await tx
      .insertInto('college')
      .values({ protocolOrder, ...defined(fields), name: fields.name, id, version: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return directoryView(tx)
  },
  async 'directory.updateCollege'({ tx, mergeAs, now, today }, { patch, ...target }) {
    mergeAs(`${target.id} ${Object.keys(patch).join()}`)
    const { name } = await getRow(tx, 'college', target.id)
    await updateRow(tx, 'college', target, defined(patch))
    // Lists of members that were printed under the name of before stay lists of this college.
    if (patch.name !== undefined && fold(patch.name) !== fold(name))
      await tx
        .insertInto('collegeName')
        .values({ id: newId(now), collegeId: target.id, name, until: today })
        .execute()
    return directoryView(tx)
  },
  async 'directory.removeCollege'({ tx }, target) {
    const used = await tx
      .selectFrom('organisation')
      .select('id')
      .where('collegeId', '=', target.id)
      .executeTakeFirst()
    if (used) throw new AppError('state-refuses')
    await tx.deleteFrom('collegeName').where('collegeId', '=', target.id).execute()
    await deleteRow(tx, 'college', target)
    return directoryView(tx)
  },
  async 'directory.addOrganisation'({ tx }, { id, fields }) {
    const protocolOrder = await nextOrder(tx, 'organisation')
    await tx
      .insertInto('organisation')
      .values({
        acronym: '',
        article: null,
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
    if (await isNamed(tx, target.id)) throw new AppError('state-refuses')
    await tx.deleteFrom('organisationName').where('organisationId', '=', target.id).execute()
    // Each keeps the name it was written with.
    for (const table of ['subject', 'sessionLine', 'itemPosition', 'observation'] as const)
      await tx
        .updateTable(table)
        .set({ organisationId: null })
        .where('organisationId', '=', target.id)
        .execute()
    await deleteRow(tx, 'organisation', target)
    return directoryView(tx)
  },
  async 'directory.renameOrganisation'({ tx, now }, { name, acronym, lastDay, ...target }) {
    const present = await getRow(tx, 'organisation', target.id)
    await afterEarlierNames(tx, target.id, lastDay)
    await updateRow(tx, 'organisation', target, { name, acronym })
    await tx
      .insertInto('organisationName')
      .values({
        id: newId(now),
        version: 1,
        organisationId: target.id,
        name: present.name,
        acronym: present.acronym,
        until: lastDay,
      })
      .execute()
    return directoryView(tx)
  },
  async 'directory.updateFormerName'({ tx, mergeAs }, { patch, ...target }) {
    mergeAs(`${target.id} ${Object.keys(patch).join()}`)
    if (patch.until !== undefined) await besideOtherNames(tx, target.id, patch.until)
    await updateRow(tx, 'organisationName', target, defined(patch))
    return directoryView(tx)
  },
  async 'directory.removeFormerName'({ tx }, target) {
    await deleteRow(tx, 'organisationName', target)
    return directoryView(tx)
  },
}

/** Two names cannot both be the last of one day. */
async function afterEarlierNames(tx: Transaction, organisationId: string, lastDay: string): Promise<void> {
  const later = await tx
    .selectFrom('organisationName')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('until', '>=', lastDay)
    .executeTakeFirst()
  if (later) throw new AppError('invalid-input', { field: 'lastDay' })
}

/** The last days of the others stay theirs: which of two names that day bore, nothing would say. */
async function besideOtherNames(tx: Transaction, id: string, until: string): Promise<void> {
  const { organisationId } = await getRow(tx, 'organisationName', id)
  const other = await tx
    .selectFrom('organisationName')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('until', '=', until)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (other) throw new AppError('invalid-input', { field: 'until' })
}

async function isNamed(tx: Transaction, organisationId: string): Promise<boolean> {
  for (const table of ['person', 'mandate', 'agendaItem'] as const) {
    const found = await tx
      .selectFrom(table)
      .select('id')
      .where('organisationId', '=', organisationId)
      .executeTakeFirst()
    if (found) return true
  }
  return false
}
