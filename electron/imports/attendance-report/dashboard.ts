import { z } from 'zod'
import type { Connection } from './connections.ts'
import { writtenName } from './written-name.ts'

const Stretch = z.looseObject({ registeredOn: z.number(), leftOn: z.number() })
const Entry = z.union([z.looseObject({ sessions: z.array(Stretch) }), Stretch])
const Dashboard = z.looseObject({
  users: z.record(z.string(), z.looseObject({ name: z.string(), intIds: z.record(z.string(), Entry) })),
})

/** Null when the text is not such a file. */
export function dashboardConnections(text: string): { connections: Connection[]; dates: string[] } | null {
  if (!/^\s*\{/.test(text)) return null
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  const parsed = Dashboard.safeParse(json)
  if (!parsed.success) return null
  const dates = new Set<string>()
  const connections = Object.values(parsed.data.users).flatMap((user) =>
    Object.values(user.intIds)
      .flatMap((entry) => ('sessions' in entry && Array.isArray(entry.sessions) ? entry.sessions : [entry]))
      .flatMap((stretch): Connection[] => {
        const { registeredOn, leftOn } = Stretch.parse(stretch)
        const arrived = inParis(registeredOn)
        if (arrived === null) return []
        dates.add(arrived.date)
        return [
          {
            ...writtenName(user.name, 'organisation', 'either'),
            email: '',
            arrivedAt: arrived.time,
            leftAt: leftOn > 0 ? (inParis(leftOn)?.time ?? null) : null,
            seconds: leftOn > registeredOn ? Math.round((leftOn - registeredOn) / 1000) : null,
          },
        ]
      }),
  )
  return { connections, dates: [...dates].sort() }
}

/** Milliseconds since 1970 on the secretariat's clock; null outside what a date can be. */
function inParis(instant: number): { date: string; time: string } | null {
  if (instant <= 0 || instant > 8.64e15) return null
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Paris',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(instant)
  return { date: text.slice(0, 10), time: text.slice(11, 16) }
}
