import type { DirectoryView } from '../../../electron/contract/directory.ts'

export type DirectoryKind = 'persons' | 'organisations' | 'colleges'

/** In which list an entry stands; null when it is gone. */
export function kindOf(
  { persons, organisations, colleges }: Pick<DirectoryView, 'persons' | 'organisations' | 'colleges'>,
  id: string,
): DirectoryKind | null {
  const isIt = (one: { id: string }) => one.id === id
  if (persons.some(isIt)) return 'persons'
  if (organisations.some(isIt)) return 'organisations'
  return colleges.some(isIt) ? 'colleges' : null
}

/** Entries that stand together: the persons of an organisation, the organisations of a college. */
export type Section = {
  readonly id: string
  readonly collegeId: string | null
  readonly organisationId: string | null
  readonly ids: readonly string[]
}

/** Sections in protocol order; those without entries are left out. */
export function sectionsOf(view: DirectoryView, kind: DirectoryKind): Section[] {
  if (kind === 'colleges')
    return [{ id: kind, collegeId: null, organisationId: null, ids: view.colleges.map(({ id }) => id) }]
  const organisations = groupBy(view.organisations, ({ collegeId }) => collegeId)
  const colleges = [...view.colleges.map(({ id }) => id), null]
  const sections =
    kind === 'organisations'
      ? colleges.map((collegeId) => ({
          id: collegeId ?? '',
          collegeId,
          organisationId: null,
          ids: organisations.get(collegeId) ?? [],
        }))
      : personSections(view, colleges, organisations)
  return sections.filter(({ ids }) => ids.length > 0)
}

function personSections(
  view: DirectoryView,
  colleges: readonly (string | null)[],
  organisations: ReadonlyMap<string | null, readonly string[]>,
): Section[] {
  const persons = groupBy(view.persons, ({ organisationId }) => organisationId)
  const sections = colleges.flatMap((collegeId) =>
    (organisations.get(collegeId) ?? []).map((organisationId) => ({
      id: organisationId,
      collegeId,
      organisationId,
      ids: persons.get(organisationId) ?? [],
    })),
  )
  return [...sections, { id: '', collegeId: null, organisationId: null, ids: persons.get(null) ?? [] }]
}

/** Every id of a list as shown, after `id` was put before or after `target`; null when they do not stand together. */
export function orderAfterDrop(
  view: DirectoryView,
  kind: DirectoryKind,
  id: string,
  target: { id: string; place: 'before' | 'after' },
): string[] | null {
  if (id === target.id) return null
  const sections = sectionsOf(view, kind).map(({ ids }) => ids)
  const own = sections.find((ids) => ids.includes(id))
  if (own?.includes(target.id) !== true) return null
  const others = own.filter((one) => one !== id)
  others.splice(others.indexOf(target.id) + (target.place === 'after' ? 1 : 0), 0, id)
  if (others.every((one, rank) => one === own[rank])) return null
  return sections.flatMap((ids) => (ids === own ? others : ids))
}

/** The same after one step up or down among those it stands with; null at the end. */
export function orderAfterStep(
  view: DirectoryView,
  kind: DirectoryKind,
  id: string,
  step: 1 | -1,
): string[] | null {
  const own = sectionsOf(view, kind)
    .map(({ ids }) => ids)
    .find((ids) => ids.includes(id))
  const neighbour = own?.[own.indexOf(id) + step]
  if (neighbour === undefined) return null
  return orderAfterDrop(view, kind, id, { id: neighbour, place: step === 1 ? 'after' : 'before' })
}

/** The directory as it will answer once `ids` is its order: shown at once, before the answer. */
export function withOrder(view: DirectoryView, kind: DirectoryKind, ids: readonly string[]): DirectoryView {
  const rank = new Map(ids.map((id, at) => [id, at]))
  const place = ({ id }: { id: string }) => rank.get(id) ?? ids.length
  return { ...view, [kind]: [...view[kind]].sort((a, b) => place(a) - place(b)) }
}

function groupBy<T extends { id: string }>(
  rows: readonly T[],
  keyOf: (row: T) => string | null,
): Map<string | null, string[]> {
  const groups = new Map<string | null, string[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row.id])
    else group.push(row.id)
  }
  return groups
}
