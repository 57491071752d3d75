import type { SessionView, SessionVocabulary } from '../../contract/session.ts'
import type { Reader } from '../../db/driver.ts'
import { splitName } from '../../documents/room/names.ts'
import { AgendaContent } from '../../domain/agenda/version.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { fullName } from '../../domain/people/full-name.ts'
import { answersFor } from '../../domain/people/organisation-members.ts'
import { type KnownPersons, personFinder } from '../../domain/people/same-person.ts'
import { shortName } from '../../domain/people/short-name.ts'
import { fold } from '../../domain/text/fold.ts'
import { agendaItems } from '../reads/agenda.ts'
import { attendeesOf } from '../reads/attendance.ts'
import { directoryView } from '../reads/directory.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { nextMeeting } from '../reads/next-meeting.ts'
import { presentersNamed, withoutCivility } from '../reads/presenters.ts'
import { addedInSession, sessionSpans } from '../reads/session-spans.ts'

type Named = SessionVocabulary['speakers'][number]

export async function sessionView(tx: Reader, meetingId: string): Promise<SessionView> {
  const lines = await tx
    .selectFrom('sessionLine')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('state', '=', 'kept')
    .orderBy('at')
    .orderBy('position')
    .execute()
  return {
    meetingId,
    lines,
    spans: await sessionSpans(tx, meetingId),
    positions: await tx
      .selectFrom('itemPosition')
      .selectAll()
      .where('meetingId', '=', meetingId)
      .orderBy('id')
      .execute(),
    outcomes: await sessionOutcomes(tx, meetingId),
    addedItemIds: await addedItems(tx, meetingId),
  }
}

export async function sessionOutcomes(tx: Reader, meetingId: string): Promise<SessionView['outcomes']> {
  const sections = await tx
    .selectFrom('minutesSection')
    .innerJoin('minutes', 'minutes.id', 'minutesSection.minutesId')
    .select(['minutesSection.itemId', 'minutesSection.outcome'])
    .where('minutes.meetingId', '=', meetingId)
    .where('minutesSection.outcome', 'is not', null)
    .execute()
  return sections.flatMap(({ itemId, outcome }) => (outcome === null ? [] : [{ itemId, outcome }]))
}

/** Items that the last published agenda did not have; while nothing was published, those that came in the meeting. */
async function addedItems(tx: Reader, meetingId: string): Promise<string[]> {
  const version = await tx
    .selectFrom('agendaVersion')
    .select('content')
    .where('meetingId', '=', meetingId)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  const items = await agendaItems(tx, meetingId)
  if (version === undefined) return [...(await addedInSession(tx, meetingId, items))]
  const published = new Set(AgendaContent.parse(JSON.parse(version.content)).items.map(({ id }) => id))
  return items.map(({ id }) => id).filter((id) => !published.has(id))
}

/** Organisations and persons of the directory, of the attendance and of the agenda, those who are there first. */
export async function vocabulary(tx: Reader, meetingId: string): Promise<SessionVocabulary> {
  const meeting = await liveMeeting(tx, meetingId)
  const directory = await directoryView(tx)
  const { organisations, persons } = directory
  const attendees = await attendeesOf(tx, meetingId)
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]))
  const there = new Set(attendees.map(({ personId }) => personId))
  const personSpeakers = persons.map((person): Named => {
    const organisation = person.organisationId === null ? undefined : byId.get(person.organisationId)
    return {
      label: nameOf(person),
      keys: keysOf([fullName(person), person.familyName, ...person.otherNames.split(',')]),
      organisation: shortName(organisation),
      organisationId: person.organisationId,
      personId: person.id,
      answering: '',
    }
  })
  const guests = attendees
    .filter(({ personId }) => personId === null)
    .map(
      ({ givenName, familyName, organisation }): Named => ({
        ...guest(fullName({ givenName, familyName }), organisation),
        keys: keysOf([fullName({ givenName, familyName }), familyName]),
      }),
    )
  const next = await nextMeeting(tx, meeting)
  const bodies = organisations.map(
    ({ id, name, acronym }): Named => ({
      label: shortName({ name, acronym }),
      keys: keysOf([acronym, name]),
      organisation: shortName({ name, acronym }),
      organisationId: id,
      personId: null,
      answering: nameOf(answersFor(directory, id, meeting)),
    }),
  )
  const present = [...personSpeakers.filter(({ personId }) => there.has(personId)), ...guests]
  const absent = personSpeakers.filter(({ personId }) => !there.has(personId))
  const known = [...bodies, ...present, ...absent]
  return {
    speakers: [
      ...bodies,
      ...unknownTo(
        known,
        attendees.map(({ organisation }) => guest(organisation, organisation)),
      ),
      ...present,
      ...unknownTo(known, await presenting(tx, meeting, directory)),
      ...absent,
    ],
    nextMeeting: next?.date ?? null,
  }
}

/** Who is named to present an item, or to hold the meeting: nobody of the directory, as it may be. */
async function presenting(tx: Reader, meeting: Meeting, directory: KnownPersons): Promise<Named[]> {
  const find = personFinder(directory)
  const namesIn = await presentersNamed(tx, { chair: '', secretary: '' })
  const officers = [meeting.chair, meeting.secretary].map((presenter) => ({ presenter, organisation: '' }))
  return [...(await agendaItems(tx, meeting.id)), ...officers].flatMap((item) =>
    namesIn(item).flatMap((name) => {
      const found = find({ name, organisations: [item.organisation] })
      const isKnown = found !== null && found.certainty !== 'possible'
      return isKnown ? [] : [guest(withoutCivility(name), item.organisation)]
    }),
  )
}

/** Each once, and none under a name that somebody has already. */
function unknownTo(known: readonly Named[], others: readonly Named[]): Named[] {
  const names = new Set(known.flatMap(({ keys }) => keys))
  return others.filter(({ keys: [name] }) => {
    if (name === undefined || names.has(name)) return false
    names.add(name)
    return true
  })
}

function guest(label: string, organisation: string): Named {
  const family = label === organisation ? '' : splitName(label).family
  return {
    label,
    keys: keysOf([label, family]),
    organisation,
    organisationId: null,
    personId: null,
    answering: '',
  }
}

const nameOf = (person: { givenName: string; familyName: string } | null) =>
  [person?.givenName, person?.familyName].filter(Boolean).join(' ')

function keysOf(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => fold(name).trim()).filter((key) => key !== ''))]
}
