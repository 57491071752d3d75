import type { RowChange } from '../../../db/columns.ts'
import type { Reader } from '../../../db/driver.ts'
import { fullName } from '../../../domain/people/full-name.ts'

/** By column, then by identifier: what is referred to. */
export type Names = ReadonlyMap<string, ReadonlyMap<string, string>>
type Named = { id: string; name: string }
type Ask = (tx: Reader, ids: string[]) => Promise<Named[]>

const item: Ask = (tx, ids) =>
  tx.selectFrom('agendaItem').select(['id', 'title as name']).where('id', 'in', ids).execute()
const person: Ask = async (tx, ids) => {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'givenName', 'familyName'])
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id, givenName, familyName }) => ({ id, name: fullName({ givenName, familyName }) }))
}
const organisation: Ask = (tx, ids) =>
  tx.selectFrom('organisation').select(['id', 'name']).where('id', 'in', ids).execute()
const decision: Ask = (tx, ids) =>
  tx.selectFrom('decision').select(['id', 'text as name']).where('id', 'in', ids).execute()
const action: Ask = (tx, ids) =>
  tx.selectFrom('action').select(['id', 'text as name']).where('id', 'in', ids).execute()

/** Who knows what an identifier in this column stands for. */
const asked: Readonly<Record<string, Ask>> = {
  item_id: item,
  parent_id: item,
  person_id: person,
  owner_id: person,
  presenter_id: person,
  requester_id: person,
  organisation_id: organisation,
  college_id: (tx, ids) => tx.selectFrom('college').select(['id', 'name']).where('id', 'in', ids).execute(),
  project_id: (tx, ids) =>
    tx.selectFrom('project').select(['id', 'title as name']).where('id', 'in', ids).execute(),
  watch_item_id: (tx, ids) =>
    tx.selectFrom('watchItem').select(['id', 'title as name']).where('id', 'in', ids).execute(),
  subject_id: (tx, ids) =>
    tx.selectFrom('subject').select(['id', 'title as name']).where('id', 'in', ids).execute(),
  series_id: (tx, ids) => tx.selectFrom('series').select(['id', 'name']).where('id', 'in', ids).execute(),
  dispatch_id: (tx, ids) =>
    tx.selectFrom('dispatch').select(['id', 'subject as name']).where('id', 'in', ids).execute(),
  decision_id: decision,
  action_id: action,
  'decision.id': decision,
  'decision_follow_up.id': decision,
  'action_follow_up.id': action,
  'action.id': action,
}

export async function namesOf(tx: Reader, changes: readonly RowChange[]): Promise<Names> {
  const ids = new Map<string, Set<string>>()
  for (const change of changes)
    for (const row of [change.before, change.after])
      for (const [column, value] of Object.entries(row ?? {})) {
        const of = column === 'id' ? `${change.table}.id` : column
        if (typeof value !== 'string' || value === '' || asked[of] === undefined) continue
        ids.set(of, (ids.get(of) ?? new Set()).add(value))
      }
  const names = new Map<string, ReadonlyMap<string, string>>()
  for (const [column, of] of ids) {
    const found = (await asked[column]?.(tx, [...of])) ?? []
    names.set(column, new Map(found.map(({ id, name }) => [id, name])))
  }
  return names
}
