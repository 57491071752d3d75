import type { DirectoryView } from '../../contract/directory.ts'
import type { AttendanceStatus, Attendee } from '../../domain/attendance/attendance.ts'
import type {
  ReadReport,
  ReportDraft,
  ReportedPerson,
  ReportLine,
  ReportMatch,
  ReportStanding,
} from '../../domain/attendance/report.ts'
import type { Organisation, Person } from '../../domain/people/directory.ts'
import { declaredForms, isWholeSame, writtenForms } from '../../domain/people/person-names.ts'
import {
  type Certainty,
  type FoundPerson,
  type PersonTraits,
  personFinder,
} from '../../domain/people/same-person.ts'
import { foldedWords } from '../../domain/text/fold.ts'
import { writtenName } from '../../imports/attendance-report/written-name.ts'

/** Arrivals and departures nearer than this to the hours of the meeting are not kept. */
const ON_TIME_MINUTES = 10

type ReportWorld = {
  readonly attendees: readonly Attendee[]
  readonly directory: DirectoryView
  /** By person, how their reply said that they would be there. */
  readonly expected: ReadonlyMap<string, AttendanceStatus | null>
  readonly date: string
  readonly opensAt: string | null
  readonly closesAt: string | null
}

export function matchReport(report: ReadReport, world: ReportWorld): ReportDraft {
  const findIn = peopleOfMeeting(world)
  const findAnybody = personFinder(world.directory)
  const known = new Map(world.attendees.map((attendee) => [attendee.personId, attendee]))
  const byId = new Map(world.attendees.map((attendee) => [attendee.id, attendee]))
  const match = (person: ReportedPerson): ReportMatch | null => {
    if (person.kind !== 'person' && person.email === '') return null
    const listed = best(person, findIn)
    if (listed !== null) {
      const personId = byId.get(listed.personId)?.personId ?? null
      return { attendeeId: listed.personId, personId, certainty: listed.certainty }
    }
    const found = best(person, findAnybody)
    if (found === null) return null
    return {
      attendeeId: known.get(found.personId)?.id ?? null,
      personId: found.personId,
      certainty: found.certainty,
    }
  }
  const matched = report.people.map((person) => ({ person, match: match(person) }))
  return {
    tool: report.tool,
    otherDate: report.dates.length > 0 && !report.dates.includes(world.date),
    lines: eachOnce(matched).map(({ person, match: found }): ReportLine => {
      const attendee = byId.get(found?.attendeeId ?? '')
      return {
        ...person,
        match: found,
        status: attendee?.status ?? null,
        standing: standingOf(attendee, world.expected),
        ...keptHours(person, attendee, world),
      }
    }),
  }
}

/** Changes by a report to somebody on the list: nothing that was said by hand. */
function standingOf(
  attendee: Pick<Attendee, 'personId' | 'status'> | undefined,
  expected: ReportWorld['expected'],
): ReportStanding {
  if (attendee === undefined) return 'add'
  const { status, personId } = attendee
  if (status === null) return 'mark'
  if (status === 'surPlace') return 'onSite'
  if (status === 'visio' || status === 'audio' || status === 'present') return 'same'
  // Excused by their reply, and connected after all.
  return status === 'excuse' && expected.get(personId ?? '') === 'excuse' ? 'mark' : 'byHand'
}

type Finder = (wanted: PersonTraits) => FoundPerson | null

/** By the name in the tool, then by the one before it was changed; the surer. */
function best(person: ReportedPerson, find: Finder): FoundPerson | null {
  const organisations = [person.organisation, person.otherName].filter((name) => name !== '')
  const names = [person.name, ...(foldedWords(person.otherName).length > 1 ? [person.otherName] : [])]
  const email = person.email
  return (
    names
      .flatMap((name) => find({ name, email, organisations }) ?? [])
      .sort((a, b) => rank(a.certainty) - rank(b.certainty))[0] ?? null
  )
}

const CERTAINTIES: readonly Certainty[] = ['sure', 'likely', 'possible']
const rank = (certainty: Certainty) => CERTAINTIES.indexOf(certainty)

/** What a tool adds to a name, or somebody about themselves: "(SPEAKER_01)", "(elle/iel)". */
const ASIDE = /\((?:speaker_\d+|\p{Ll}+(?:\/\p{Ll}+)+)\)/giu

/**
 * The one of a meeting whom a name means, by the id of their line of attendance: null for nobody, and where it is not sure.
 */
export function attendeeFinder(
  world: Pick<ReportWorld, 'attendees' | 'directory'>,
): (said: string) => string | null {
  const find = peopleOfMeeting(world)
  return (said) => {
    const { name, organisation, kind } = writtenName(said.replaceAll(ASIDE, ''), 'organisation', 'either')
    if (kind !== 'person') return null
    // A service in brackets tells two of one name apart; it contradicts nobody who is there.
    const found = [{ name, organisations: [organisation] }, { name }]
      .map(find)
      .find((one) => one !== null && one.certainty !== 'possible')
    return found?.personId ?? null
  }
}

/** Among so few, a whole name that only one bears is sure, and "Jean D." is probably the only Jean D of them. */
function peopleOfMeeting({ attendees, directory }: Pick<ReportWorld, 'attendees' | 'directory'>): Finder {
  const entries = new Map(directory.persons.map((person) => [person.id, person]))
  const guests = new Map<string, Organisation>()
  const persons = attendees.map((attendee): Person => {
    const entry = entries.get(attendee.personId ?? '')
    const own = { id: attendee.id, givenName: attendee.givenName, familyName: attendee.familyName }
    if (entry !== undefined) return { ...entry, ...own }
    if (attendee.organisation !== '')
      guests.set(attendee.organisation, guestOrganisation(attendee.organisation))
    return {
      ...blankPerson,
      ...own,
      organisationId: attendee.organisation === '' ? null : attendee.organisation,
    }
  })
  const find = personFinder({
    ...directory,
    persons,
    organisations: [...directory.organisations, ...guests.values()],
  })
  const byId = new Map(persons.map((person) => [person.id, person]))
  return (wanted) => {
    const found = find(wanted)
    if (found === null) return initialOf(persons, wanted.name ?? '')
    const person = byId.get(found.personId)
    const isWhole =
      person !== undefined &&
      isWholeSame(
        writtenForms(wanted.name ?? ''),
        declaredForms(person.givenName, person.familyName, person.otherNames),
      )
    return found.certainty === 'likely' && isWhole ? { ...found, certainty: 'sure' } : found
  }
}

const blankPerson: Omit<Person, 'id' | 'givenName' | 'familyName' | 'organisationId'> = {
  version: 1,
  civility: '',
  jobTitle: '',
  email: '',
  phone: '',
  copyEmails: '',
  otherNames: '',
  protocolOrder: 0,
}

/** Known by its name: it has no entry of its own. */
function guestOrganisation(name: string): Organisation {
  return { id: name, version: 1, name, acronym: '', article: null, collegeId: null, protocolOrder: 0 }
}

/** "Jean D.": the given name whole, the family name by its first letter. */
function initialOf(persons: readonly Person[], name: string): FoundPerson | null {
  const words = foldedWords(name)
  const initial = words.at(-1) ?? ''
  if (words.length < 2 || initial.length !== 1) return null
  const given = words.slice(0, -1).join(' ')
  const fits = persons.filter(
    (person) =>
      foldedWords(person.givenName).join(' ') === given &&
      foldedWords(person.familyName).some((word) => word.startsWith(initial)),
  )
  const [first, ...others] = fits
  if (first === undefined) return null
  return {
    personId: first.id,
    certainty: others.length === 0 ? 'likely' : 'possible',
    others: others.map(({ id }) => id),
  }
}

/** Two lines for one person: the surer keeps them, the other is to be looked at. */
function eachOnce(lines: readonly { person: ReportedPerson; match: ReportMatch | null }[]) {
  const keyOf = (match: ReportMatch) => match.attendeeId ?? match.personId ?? ''
  const holders = new Map<string, number>()
  for (const [index, { match }] of lines.entries()) {
    if (match === null) continue
    const held = lines[holders.get(keyOf(match)) ?? -1]?.match
    if (!held || rank(match.certainty) < rank(held.certainty)) holders.set(keyOf(match), index)
  }
  return lines.map((line, index) =>
    line.match === null || holders.get(keyOf(line.match)) === index
      ? line
      : { ...line, match: { ...line.match, certainty: 'possible' as const } },
  )
}

/** Hours worth keeping: of those who came late or left early, when nothing is said of it yet. */
function keptHours(
  { arrivedAt, leftAt }: ReportedPerson,
  attendee: Attendee | undefined,
  { opensAt, closesAt }: ReportWorld,
): Pick<ReportLine, 'late' | 'early'> {
  const isLate =
    arrivedAt !== null && opensAt !== null && minutesOf(arrivedAt) >= minutesOf(opensAt) + ON_TIME_MINUTES
  const isEarly =
    leftAt !== null && closesAt !== null && minutesOf(leftAt) <= minutesOf(closesAt) - ON_TIME_MINUTES
  return {
    late: isLate && !attendee?.arrivedAt ? arrivedAt : null,
    early: isEarly && !attendee?.leftAt ? leftAt : null,
  }
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
