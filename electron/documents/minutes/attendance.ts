import { z } from 'zod'
import { type Attendee, asNoted, isAnnounced, isPresent } from '../../domain/attendance/attendance.ts'
import { chairAway } from '../../domain/attendance/chair.ts'
import { quorumOf } from '../../domain/attendance/rules.ts'
import { type Seat, satAmong, seatsOf, takenAmong } from '../../domain/attendance/seats.ts'
import type { DocumentStyle } from '../../domain/documents/document-style.ts'
import type { PersonFacts } from '../../domain/documents/meeting-facts.ts'
import type { Body } from '../../domain/meetings/body.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import { formatTime } from '../../domain/text/french.ts'
import { joined, typed } from '../head.ts'
import { minutesText } from '../text/minutes.ts'

export const Attendance = z.strictObject({
  heading: z.string(),
  summary: z.string(),
  columns: z.array(z.string()),
  colleges: z.array(
    /** As many cells in each row as there are columns. */
    z.strictObject({ name: z.string(), count: z.string(), rows: z.array(z.array(z.string())) }),
  ),
  /** In words in place of the tables: those of each college who were there, then those who were not, by why. */
  groups: z.array(z.strictObject({ label: z.string(), people: z.string() })).default([]),
})
export type Attendance = z.infer<typeof Attendance>

/**
 * Null when there is nobody to list. Of whoever is only announced nothing is printed but how many they are.
 * @param list `organisations`: those that took part with how many persons, without a name or a function.
 */
export function attendanceOf(
  attendees: readonly Attendee[],
  list: DocumentStyle['attendanceList'],
  body: Pick<Body, 'quorumPercent'>,
): Attendance | null {
  if (attendees.length === 0) return null
  const ordered = inOrder(attendees)
  const quorum = quorumOf(ordered, body)
  const announced = attendees.filter(isAnnounced).length
  const rule = joined(
    [
      announced === 0 ? '' : minutesText.announced(announced),
      quorum === null ? '' : minutesText.quorum(quorum.present, quorum.members),
    ],
    ' ',
  )
  const colleges = grouped(ordered, ({ college }) => college)
  const named = [...colleges].filter(([name]) => name !== '')
  const others = colleges.get('') ?? []
  const listed = [...named, ...(others.length === 0 ? [] : [['', others] as const])]
  if (list === 'organisations') return organisationsOnly(listed, rule)
  const seats = seatsOf(ordered)
  if (!isTable(ordered)) return inWords(listed, ordered, { rule, seats })
  const { organisation, person, status } = minutesText.attendanceColumns
  return {
    heading: minutesText.attendance,
    summary: joined([summaryOf(ordered, seats), rule], ' '),
    columns: [organisation, person, status],
    colleges: listed.map(([name, members]) => ({
      name: collegeName(name),
      count: countOf(seats, name, members),
      rows: members.map((member) => [
        typed(member.organisation),
        joined([nameOf(member), typed(member.role)]),
        statusOf(member),
      ]),
    })),
    groups: [],
  }
}

const inOrder = (attendees: readonly Attendee[]) =>
  asNoted([...attendees].sort((a, b) => a.position - b.position))

/** Those who are named on paper; nobody where only organisations are. */
export function peopleFacts(
  attendees: readonly Attendee[],
  list: DocumentStyle['attendanceList'],
): PersonFacts[] {
  if (list === 'organisations') return []
  const hasColumns = isTable(attendees)
  return inOrder(attendees).map(({ familyName, givenName, organisation, role, status, representedBy }) => ({
    familyName: familyName.trim(),
    givenName: givenName.trim(),
    organisation: organisation.trim(),
    // Words without a table say no functions.
    role: hasColumns ? role.trim() : '',
    status,
    representedBy: status === 'represente' ? representedBy.trim() : '',
  }))
}

/** Beside a few names hours are read in passing; of one in four they ask for columns. */
function isTable(attendees: readonly Attendee[]): boolean {
  const came = attendees.filter(({ arrivedAt, leftAt }) => arrivedAt !== null || leftAt !== null)
  return came.length > 0 && came.length * 4 >= attendees.length
}

type Listed = readonly (readonly [string, readonly Attendee[]])[]
type Seats = readonly Seat<Attendee>[]

/** Of a college its seats; of people without one how many were there. */
function countOf(seats: Seats, college: string, members: readonly Attendee[]): string {
  const own = seats.filter(({ of }) => of.college.trim() === college)
  return own.length === 0
    ? minutesText.presentCount(presentAmong(members), members.length)
    : minutesText.presentCount(satAmong(own), own.length)
}

export const nameOf = ({ givenName, familyName }: Pick<Attendee, 'givenName' | 'familyName'>) =>
  joined([typed(givenName), typed(familyName)], ' ')

/** Forty persons on a third of a page: few hours are to be said, so no table is needed. */
function inWords(
  colleges: Listed,
  all: readonly Attendee[],
  { rule, seats }: { rule: string; seats: Seats },
): Attendance {
  const areMixed = isMixed(all)
  const named = (member: Attendee) => wordsIn(member, areMixed)
  const { apart } = minutesText
  return {
    heading: minutesText.attendance,
    summary: joined([summaryOf(all, seats), rule], ' '),
    columns: [],
    colleges: [],
    groups: [
      ...colleges.map(([name, members]) => {
        const present = members.filter(({ status }) => isPresent(status))
        const count = countOf(seats, name, members)
        return {
          label: minutesText.collegeOf(collegeName(name), count),
          people: byOrganisation(present, all, named),
        }
      }),
      { label: apart.represented, people: byOrganisation(withStatus(all, 'represente'), all, named) },
      { label: apart.excused, people: byOrganisation(withStatus(all, 'excuse'), all, named) },
      { label: apart.absent, people: byOrganisation(withStatus(all, 'absent'), all, named) },
      { label: apart.unknown, people: byOrganisation(withStatus(all, null), all, named) },
    ].filter(({ people }) => people !== ''),
  }
}

const withStatus = (all: readonly Attendee[], wanted: Attendee['status']) =>
  all.filter(({ status }) => status === wanted)

type Presence = Pick<PersonFacts, 'status'>

const isRemote = ({ status }: Presence) => status === 'visio' || status === 'audio'

export const isMixed = (people: readonly Presence[]) =>
  people.some(isRemote) && people.some(({ status }) => status === 'surPlace')

/** Somebody in a line of names; where some are far away, each of these says so, as do those who came late or left early. */
export function wordsIn(person: PersonFacts | Attendee, areMixed: boolean): string {
  const by = person.status === 'represente' ? typed(person.representedBy) : ''
  const notes = [
    by === '' ? '' : minutesText.representedOne(by),
    areMixed && isRemote(person) ? minutesText.remoteOne : '',
    ...('arrivedAt' in person ? hoursOf(person) : []),
  ]
  const told = joined(notes)
  return told === '' ? nameOf(person) : `${nameOf(person)} (${told})`
}

function hoursOf({ arrivedAt, leftAt }: Attendee): string[] {
  return [
    arrivedAt === null ? '' : minutesText.arrived(formatTime(arrivedAt)),
    leftAt === null ? '' : minutesText.left(formatTime(leftAt)),
  ]
}

/**
 * "Départements de France : A. Gallet, B. Royer ; Régions de France : C. Thibaud."
 * @param all the whole list: an organisation keeps its place in it, whoever of it is there.
 */
function byOrganisation(
  members: readonly Attendee[],
  all: readonly Attendee[],
  words: (member: Attendee) => string,
): string {
  if (members.length === 0) return ''
  const there = grouped(members, ({ organisation }) => organisation)
  const places = [...grouped(all, ({ organisation }) => organisation).keys()]
  const inPlace = [...there].sort(([a], [b]) => places.indexOf(a) - places.indexOf(b))
  const groups = inPlace.map(([organisation, own]) => {
    const names = joined(own.map(words))
    return organisation === '' ? names : minutesText.organisationPeople(typed(organisation), names)
  })
  return `${groups.join(minutesText.organisationsApart)}.`
}

const collegeName = (name: string) => (name === '' ? minutesText.otherAttendees : typed(name))

function organisationsOnly(colleges: Listed, rule: string): Attendance | null {
  const tables = colleges.map(([name, members]) => {
    const organisations = grouped(members, (member) => member.organisation)
    organisations.delete('')
    const rows = [...organisations].flatMap(([organisation, own]) => {
      const present = presentAmong(own)
      const isRepresented = own.some(({ status }) => status === 'represente')
      if (present === 0 && !isRepresented) return []
      return [[typed(organisation), present === 0 ? minutesText.represented : minutesText.persons(present)]]
    })
    return { name: collegeName(name), rows, all: organisations.size }
  })
  const shown = tables.filter(({ rows }) => rows.length > 0)
  if (shown.length === 0 && !colleges.some(([, members]) => members.some(isAnnounced))) return null
  const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)
  const { organisation, present } = minutesText.organisationColumns
  return {
    heading: minutesText.attendance,
    summary: joined(
      [
        `${minutesText.organisationsSummary(
          total(shown.map(({ rows }) => rows.length)),
          total(tables.map(({ all }) => all)),
        )}.`,
        rule,
      ],
      ' ',
    ),
    columns: [organisation, present],
    colleges: shown.map(({ name, rows, all }) => ({
      name,
      count: minutesText.presentCount(rows.length, all),
      rows,
    })),
    groups: [],
  }
}

/** By what each bears, in the order of the list. */
function grouped(
  attendees: readonly Attendee[],
  by: (attendee: Attendee) => string,
): Map<string, Attendee[]> {
  const groups = new Map<string, Attendee[]>()
  for (const attendee of attendees) {
    const name = by(attendee).trim()
    groups.set(name, [...(groups.get(name) ?? []), attendee])
  }
  return groups
}

function presentAmong(attendees: readonly Attendee[]): number {
  return attendees.filter((attendee) => isPresent(attendee.status)).length
}

function summaryOf(attendees: readonly Attendee[], seats: Seats): string {
  const detail = presenceWords(attendees)
  const present = presentAmong(attendees)
  // Where each has a seat of their own, seats are heads; where no mandate is known, heads are all there is to say.
  if (seats.length === attendees.length || attendees.every(({ seat }) => seat === null)) {
    const represented = minutesText.representedPersons(withStatus(attendees, 'represente').length)
    return `${joined([minutesText.attendanceSummary(present, attendees.length), detail])}.${represented}`
  }
  const taken = takenAmong(seats)
  return [
    `${joined([minutesText.present(present), detail])}.`,
    `${joined([minutesText.seats(taken, seats.length), minutesText.representedSeats(taken - satAmong(seats))])}.`,
  ].join(' ')
}

/** How many were far away; empty when nobody was. */
export function presenceWords(people: readonly Presence[]): string {
  const onSite = people.filter(({ status }) => status === 'surPlace').length
  const remote = people.filter(isRemote).length
  if (remote === 0) return ''
  return onSite === 0 ? minutesText.remoteOnly(remote) : minutesText.onSiteAndRemote(onSite, remote)
}

/** How they were there, then since when or until when, when that is known. */
function statusOf(attendee: Attendee): string {
  return joined([markOf(attendee), ...hoursOf(attendee)])
}

export function markOf({ status, representedBy }: Pick<PersonFacts, 'status' | 'representedBy'>): string {
  if (status === null) return minutesText.statusUnknown
  const by = typed(representedBy)
  if (status === 'represente' && by !== '') return minutesText.representedBy(by)
  return minutesText.statuses[status]
}

/** Who chaired, as it is printed; nobody where the list says that they were away. */
export function chairedBy({ meeting, minutes, attendees }: MeetingFile): string {
  const hours = { openedAt: minutes?.openedAt ?? null, closedAt: minutes?.closedAt ?? null }
  return chairAway(meeting.chair, attendees, hours)?.how === 'absent' ? '' : typed(meeting.chair)
}
