import { z } from 'zod'
import { isPassedOver, type Outcome } from '../minutes/minutes.ts'
import type { Naming } from '../people/printed-organisation.ts'
import { alphabetical } from '../text/alphabetical.ts'
import { identities, Named } from './names.ts'

const count = z.int().min(0)

/** Of an axis or an owner: how often something was presented, and of how many projects. */
export const ReportHearings = z.strictObject({
  total: count,
  regulatory: count,
  projects: count,
  /** By the project's axis as it is now, in the order of the references; without one last. */
  axes: z.array(z.strictObject({ name: z.string(), count, projects: count })),
  /** Most first; without a name last among equals. */
  owners: z.array(Named.extend({ count, projects: count })),
})

export type AxisRow = { id: string; number: string; title: string; isArchived: number }

export type HearingRow = {
  meetingId: string
  projectId: string
  outcome: Outcome | null
  owner: string
  /** The organisation or the person of the directory that these words stand for. */
  ownerId: string | null
  axisId: string | null
  isRegulatory: number
}

/** A project on several items of one meeting was presented once. */
export function hearingsOf(
  rows: readonly HearingRow[],
  { axes, namings }: { axes: readonly AxisRow[]; namings: ReadonlyMap<string, Naming> },
): z.infer<typeof ReportHearings> {
  const heard = [
    ...new Map(
      rows
        .filter(({ outcome }) => !isPassedOver(outcome))
        .map((row) => [`${row.meetingId} ${row.projectId}`, row]),
    ).values(),
  ]
  const counted = (list: typeof heard) => ({
    count: list.length,
    projects: new Set(list.map(({ projectId }) => projectId)).size,
  })
  const ofAxis = (id: string | null) => counted(heard.filter(({ axisId }) => axisId === id))
  const owners = new Map<string, { name: Named; theirs: typeof heard }>()
  const { keyOf, named } = identities(namings)
  for (const row of heard) {
    const key = keyOf(row.owner, row.ownerId)
    const known = owners.get(key)
    const name = named(known?.name, row.owner, row.ownerId)
    owners.set(key, { name, theirs: [...(known?.theirs ?? []), row] })
  }
  const { count: total, projects } = counted(heard)
  return {
    total,
    regulatory: heard.filter(({ isRegulatory }) => isRegulatory > 0).length,
    projects,
    axes: [
      ...axes
        .map(({ id, number, title, isArchived }) => ({ name: title || number, ...ofAxis(id), isArchived }))
        // An axis of the past is told of where it was heard of.
        .filter((axis) => axis.count > 0 || axis.isArchived === 0)
        .map(({ isArchived: _, ...axis }) => axis),
      ...[{ name: '', ...ofAxis(null) }].filter((none) => none.count > 0),
    ],
    owners: [...owners.values()]
      .map(({ name, theirs }) => ({ ...name, ...counted(theirs) }))
      .sort(
        (a, b) =>
          b.count - a.count || Number(a.name === '') - Number(b.name === '') || alphabetical(a.name, b.name),
      ),
  }
}
