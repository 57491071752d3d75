import type { ReportedPerson } from '../../domain/attendance/report.ts'
import { fold } from '../../domain/text/fold.ts'
import type { WrittenName } from './written-name.ts'

export type Connection = WrittenName & {
  readonly email: string
  readonly arrivedAt: string | null
  readonly leftAt: string | null
  readonly seconds: number | null
}

/** Whom one name or one address stands for; two devices of one model may be two persons. */
export function keysOf({ name, email, kind }: Pick<Connection, 'name' | 'email' | 'kind'>): string[] {
  return [
    ...(email === '' ? [] : [`@${email}`]),
    ...(kind === 'device' || name === '' ? [] : [fold(name).replace(/\s+/g, ' ').trim()]),
  ]
}

/** In the order of the first connection of each. */
export function merged(connections: readonly Connection[]): ReportedPerson[] {
  const known = new Map<string, Connection[]>()
  const groups: Connection[][] = []
  for (const connection of connections) {
    const keys = keysOf(connection)
    let group = known.get(keys.find((key) => known.has(key)) ?? '')
    if (group === undefined) {
      group = []
      groups.push(group)
    }
    group.push(connection)
    for (const key of keys) if (!known.has(key)) known.set(key, group)
  }
  return groups.flatMap(personOf)
}

function personOf(group: readonly Connection[]): ReportedPerson[] {
  const [first] = group
  if (first === undefined) return []
  const arrivals = group.flatMap(({ arrivedAt }) => arrivedAt ?? []).sort()
  const departures = group.flatMap(({ leftAt }) => leftAt ?? []).sort()
  const seconds = group.flatMap((one) => one.seconds ?? [])
  // Still connected at the end: the last departure is not known.
  const stayed = group.some(
    ({ arrivedAt, leftAt }) =>
      leftAt === null && arrivedAt !== null && arrivedAt >= (departures.at(-1) ?? ''),
  )
  return [
    {
      name: first.name,
      otherName: group.find(({ otherName }) => otherName !== '')?.otherName ?? '',
      organisation: group.find(({ organisation }) => organisation !== '')?.organisation ?? '',
      email: group.find(({ email }) => email !== '')?.email ?? '',
      kind: first.kind,
      arrivedAt: arrivals[0] ?? null,
      leftAt: stayed ? null : (departures.at(-1) ?? null),
      minutes: seconds.length === 0 ? null : Math.round(seconds.reduce((sum, one) => sum + one, 0) / 60),
      // An exit on a line of its own is no connection.
      connections: arrivals.length || group.length,
    },
  ]
}
