import { AppError } from '../../../contract/errors.ts'
import type { ReferenceRow } from '../../../contract/project-references.ts'
import type { Reader, Transaction } from '../../../db/driver.ts'
import { defined, deleteRow, getRow, updateRow } from '../../../db/rows.ts'
import {
  isNamed,
  MAX_REFERENCES,
  type ProjectReference,
  ReferenceKind,
  referenceFieldOf,
  reordered,
} from '../../../domain/projects/project-reference.ts'
import type { Handlers } from '../../context.ts'

export const handlers: Handlers<'projectReferences'> = {
  'projectReferences.list': ({ tx }) => referenceRows(tx),
  async 'projectReferences.add'({ tx }, { id, kind, fields }) {
    if (!isNamed(fields)) throw new AppError('invalid-input', { field: 'title' })
    const there = await ofKind(tx, kind)
    if (there.some((one) => one.id === id)) return referenceRows(tx)
    if (there.length >= MAX_REFERENCES)
      throw new AppError('limit-reached', { limit: { of: 'references', most: MAX_REFERENCES } })
    const position = Math.max(-1, ...there.map((one) => one.position)) + 1
    await tx
      .insertInto('projectReference')
      .values({ ...fields, id, version: 1, kind, wording: '', position, archivedOn: null })
      .execute()
    return referenceRows(tx)
  },
  async 'projectReferences.update'({ tx, mergeAs }, { patch, ...target }) {
    const after = await updateRow(tx, 'projectReference', target, defined(patch))
    if (!isNamed(after)) throw new AppError('invalid-input', { field: 'title' })
    mergeAs(`${target.id} ${Object.keys(patch).join()}`)
    return referenceRows(tx)
  },
  async 'projectReferences.move'({ tx }, { index, ...target }) {
    const moved = await getRow(tx, 'projectReference', target.id)
    if (moved.version !== target.version) throw new AppError('conflict')
    const list = reordered(await ofKind(tx, moved.kind), moved.id, index)
    for (const [position, one] of list.entries())
      if (one.position !== position) await updateRow(tx, 'projectReference', one, { position })
    return referenceRows(tx)
  },
  async 'projectReferences.remove'({ tx }, target) {
    const { kind } = await getRow(tx, 'projectReference', target.id)
    const user = await tx
      .selectFrom('project')
      .select('id')
      .where(referenceFieldOf[kind], '=', target.id)
      .executeTakeFirst()
    if (user !== undefined) throw new AppError('reference-used')
    await deleteRow(tx, 'projectReference', target)
    return referenceRows(tx)
  },
}

function ofKind(tx: Reader, kind: ReferenceKind): Promise<ProjectReference[]> {
  return tx
    .selectFrom('projectReference')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

async function referenceRows(tx: Reader): Promise<ReferenceRow[]> {
  const counts = new Map<string, number>()
  const projects = await tx
    .selectFrom('project')
    .select(['programmeId', 'axisId', 'recommendationId'])
    .execute()
  for (const project of projects)
    for (const id of Object.values(project)) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1)
  const rows: ReferenceRow[] = []
  for (const kind of ReferenceKind.options)
    for (const row of await ofKind(tx, kind)) rows.push({ ...row, projects: counts.get(row.id) ?? 0 })
  return rows
}

/**
 * Refuses a reference that is none, or of another kind than its field.
 * @throws AppError `invalid-input` with the field.
 */
export async function refuseOtherKinds(
  tx: Transaction,
  fields: { readonly [F in (typeof referenceFieldOf)[ReferenceKind]]?: string | null | undefined },
): Promise<void> {
  for (const kind of ReferenceKind.options) {
    const id = fields[referenceFieldOf[kind]]
    if (id == null) continue
    const row = await tx.selectFrom('projectReference').select('kind').where('id', '=', id).executeTakeFirst()
    if (row?.kind !== kind) throw new AppError('invalid-input', { field: referenceFieldOf[kind] })
  }
}
