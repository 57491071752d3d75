import type { SessionView, SessionVocabulary } from '../../contract/session.ts'
import type { Reader } from '../../db/driver.ts'
import { AgendaContent } from '../../domain/agenda/version.ts'
import { fullName } from '../../domain/people/full-name.ts'
import { answersFor } from '../../domain/people/organisation-members.ts'
import { shortName } from '../../domain/people/short-name.ts'
import { fold } from '../../domain/text/fold.ts'
import { agendaItems } from '../reads/agenda.ts'
import { attendeesOf } from '../reads/attendance.ts'
import { directoryView } from '../reads/directory.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { nextMeeting } from '../reads/next-meeting.ts'
import { sessionSpans } from '../reads/session-spans.ts'

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

/** Items that the last published agenda did not have; none while nothing was published. */
async function addedItems(tx: Reader, meetingId: string): Promise<string[]> {
  const version = await tx
    .selectFrom('agendaVersion')
    .select('content')
    .where('meetingId', '=', meetingId)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  if (version === undefined) return []
  const published = new Set(AgendaContent.parse(JSON.parse(version.content)).items.map(({ id }) => id))
  return (await agendaItems(tx, meetingId)).map(({ id }) => id).filter((id) => !published.has(id))
}

/** Organisations and persons of the directory and of the attendance, those who are there first. */
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
        label: fullName({ givenName, familyName }),
        keys: keysOf([fullName({ givenName, familyName }), familyName]),
        organisation,
        organisationId: null,
        personId: null,
        answering: '',
      }),
    )
  const next = await nextMeeting(tx, meeting)
  return {
    speakers: [
      ...organisations.map(
        ({ id, name, acronym }): Named => ({
          label: shortName({ name, acronym }),
          keys: keysOf([acronym, name]),
          organisation: shortName({ name, acronym }),
          organisationId: id,
          personId: null,
          answering: nameOf(answersFor(directory, id, meeting)),
        }),
      ),
      ...personSpeakers.filter(({ personId }) => there.has(personId)),
      ...guests,
      ...personSpeakers.filter(({ personId }) => !there.has(personId)),
    ],
    nextMeeting: next?.date ?? null,
  }
}

const nameOf = (person: { givenName: string; familyName: string } | null) =>
  [person?.givenName, person?.familyName].filter(Boolean).join(' ')

function keysOf(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => fold(name).trim()).filter((key) => key !== ''))]
}
