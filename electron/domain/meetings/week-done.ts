import { z } from 'zod'
import { CivilDate, Id, Instant } from '../ids.ts'

export const DoneTopic = z.enum([
  'meetings',
  'moved',
  'cancelled',
  'held',
  'agenda',
  'sent',
  'replies',
  'documents',
  'attendance',
  'notes',
  'minutes',
  'decisions',
  'actions',
  'observations',
  'approved',
  'subjects',
  'projects',
  'watch',
  'directory',
])
export type DoneTopic = z.infer<typeof DoneTopic>

/** One line of what was done: of one meeting, or of none. */
export const Done = z.strictObject({
  topic: DoneTopic,
  meeting: z.strictObject({ id: Id, number: z.int().nullable(), date: CivilDate }).nullable(),
  /** Things that were not there before, and things that were there and changed. */
  added: z.int(),
  changed: z.int(),
  /** When last. */
  at: Instant,
})
export type Done = z.infer<typeof Done>

/**
 * The act that a method is counted as, where its name says more than the rows it writes. `meeting-made`: the items that came with the meeting
 * are no work on its agenda.
 */
export type CountedAs = Counted | 'meeting-made'
type Counted = 'moved' | 'cancelled' | 'held' | 'sent' | 'approved'

/** Rows of one table that were written for one meeting, within some days. */
export type WrittenRows = {
  /** Of the methods that wrote them; empty for all the others together. */
  counted: CountedAs | ''
  table: string
  meetingId: string | null
  added: number
  touched: number
  at: string
}

/** The table that such a method is counted in; the others that it wrote follow from it. */
const countedIn: Readonly<Record<Counted, string>> = {
  moved: 'meeting',
  cancelled: 'meeting',
  held: 'meeting',
  sent: 'dispatch',
  approved: 'minutes',
}

/** Tables that are not named here are means, not work that anybody looks back on. */
const byTable: Readonly<Record<string, DoneTopic>> = {
  agenda_item: 'agenda',
  reply: 'replies',
  attachment: 'documents',
  attendee: 'attendance',
  session_line: 'notes',
  minutes: 'minutes',
  minutes_section: 'minutes',
  decision: 'decisions',
  action: 'actions',
  observation: 'observations',
  subject: 'subjects',
  project: 'projects',
  watch_item: 'watch',
  person: 'directory',
  organisation: 'directory',
  college: 'directory',
}
/** All that something is said of. */
export const doneTables: readonly string[] = [
  ...new Set([...Object.keys(byTable), ...Object.values(countedIn)]),
]
/** Said of the whole, whichever meeting was on the screen. */
const ofNoMeeting: ReadonlySet<DoneTopic> = new Set([
  'meetings',
  'subjects',
  'projects',
  'watch',
  'directory',
])

type Group = Omit<Done, 'meeting'> & { meetingId: string | null }

/** Groups by topic and meeting, what was done last first. */
export function doneGroups(rows: readonly WrittenRows[]): Group[] {
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const topic = topicOf(row)
    if (topic === null) continue
    const meetingId = ofNoMeeting.has(topic) ? null : row.meetingId
    const key = `${topic} ${meetingId ?? ''}`
    const group = groups.get(key) ?? { topic, meetingId, added: 0, changed: 0, at: row.at }
    group.added += row.added
    group.changed += row.touched - row.added
    if (row.at > group.at) group.at = row.at
    groups.set(key, group)
  }
  return (
    [...groups.values()]
      // Nothing but a new order: worth saying of an agenda only.
      .filter(({ topic, added, changed }) => added + changed > 0 || topic === 'agenda')
      .sort((a, b) => b.at.localeCompare(a.at))
  )
}

function topicOf({ counted, table, added }: WrittenRows): DoneTopic | null {
  if (counted !== '' && counted !== 'meeting-made') return countedIn[counted] === table ? counted : null
  if (table === 'meeting') return added > 0 ? 'meetings' : null
  if (table === 'agenda_item' && counted === 'meeting-made') return null
  return byTable[table] ?? null
}
