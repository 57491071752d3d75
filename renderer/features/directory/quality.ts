import type { DirectoryView } from '../../../electron/contract/directory.ts'

export type Quality = 'titulaire' | 'suppleant' | 'guest'

/** By person, those with a mandate valid on that day; everybody else is a guest. */
export function qualitiesOn(view: DirectoryView, day: string): ReadonlyMap<string, Quality> {
  const qualities = new Map<string, Quality>()
  for (const { personId, role, startsOn, endsOn } of view.mandates) {
    if ((startsOn !== null && startsOn > day) || (endsOn !== null && endsOn < day)) continue
    if (qualities.get(personId) !== 'titulaire') qualities.set(personId, role)
  }
  return qualities
}
