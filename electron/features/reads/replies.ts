import type { Reader } from '../../db/driver.ts'
import { splitName } from '../../documents/room/names.ts'
import { type AgendaItem, itemNumbers, timetable, toClockTime } from '../../domain/agenda/agenda.ts'
import { type AskedPerson, isForOtherDay, type OwnItem } from '../../domain/attendance/reply.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { fullName } from '../../domain/people/full-name.ts'
import { isCalled } from '../../domain/people/same-person.ts'
import { agendaItems } from './agenda.ts'
import { membersOn, namesOn } from './directory.ts'
import { convenedBy } from './dispatches.ts'
import { liveMeeting } from './meetings.ts'
import { presentersNamed, withoutCivility } from './presenters.ts'

type Identity = Omit<AskedPerson, 'items' | 'reply' | 'beforeMove' | 'isReached'>

/** Members in protocol order, then guests in the order of their items, then whoever answered without being asked. */
export async function askedTo(tx: Reader, meetingId: string): Promise<AskedPerson[]> {
  const meeting = await liveMeeting(tx, meetingId)
  const [answers, items, mandated, isBefore, isReached] = await Promise.all([
    tx.selectFrom('reply').selectAll().where('meetingId', '=', meetingId).execute(),
    ownItems(tx, meeting),
    membersOn(tx, meeting),
    forOtherDay(tx, meeting),
    convenedBy(tx, meetingId),
  ])
  const replies = new Map(answers.map((reply) => [reply.personId, reply]))
  const members = mandated.map(
    ({ person, role, organisation, acronym, college }): Identity => ({
      personId: person.id,
      familyName: person.familyName,
      givenName: person.givenName,
      civility: person.civility,
      jobTitle: person.jobTitle,
      organisation,
      acronym,
      college,
      email: person.email,
      role,
    }),
  )
  const known = new Set(members.map(({ personId }) => personId))
  const others = [...new Set([...items.keys(), ...replies.keys()])].filter((id) => !known.has(id))
  return [...members, ...(await guestsOn(tx, others, meeting.date))].map((identity) => {
    const reply = replies.get(identity.personId) ?? null
    return {
      ...identity,
      items: items.get(identity.personId) ?? [],
      reply,
      beforeMove: reply !== null && isBefore(reply.answeredAt),
      isReached: isReached(identity.personId, fullName(identity)),
    }
  })
}

/** Tells of the moment of an answer whether it was given for another day than the meeting has now. */
export async function forOtherDay(tx: Reader, meeting: Meeting): Promise<(answeredAt: string) => boolean> {
  const moves = await tx
    .selectFrom('meetingMove')
    .selectAll()
    .where('meetingId', '=', meeting.id)
    .orderBy('at')
    .execute()
  return isForOtherDay(meeting, moves)
}

/** By person, the items that they present or are invited for; persons in agenda order. */
async function ownItems(tx: Reader, meeting: Meeting): Promise<Map<string, OwnItem[]>> {
  const asked = tx
    .selectFrom('itemGuest')
    .innerJoin('agendaItem', 'agendaItem.id', 'itemGuest.itemId')
    .innerJoin('person', 'person.id', 'itemGuest.personId')
    .select(['itemGuest.itemId', 'itemGuest.personId'])
    .where('agendaItem.meetingId', '=', meeting.id)
    .orderBy('person.familyName')
    .orderBy('person.id')
    .execute()
  const [items, guests] = await Promise.all([agendaItems(tx, meeting.id), asked])
  const own = new Map<string, OwnItem[]>()
  for (const { item, line } of linesOf(items, meeting)) {
    const invited = guests.filter((guest) => guest.itemId === item.id).map((guest) => guest.personId)
    const persons = new Set(item.presenterId === null ? invited : [item.presenterId, ...invited])
    for (const personId of persons) own.set(personId, [...(own.get(personId) ?? []), line])
  }
  return own
}

function linesOf(
  items: readonly AgendaItem[],
  meeting: Meeting,
): { readonly item: AgendaItem; readonly line: OwnItem }[] {
  const numbers = itemNumbers(items)
  const times = timetable(items, meeting)
  const timed = times.totalMinutes > 0 || items.some((item) => item.fixedStart !== null)
  return items.map((item) => {
    const start = times.slots.get(item.id)?.start
    const startsAt = timed && start !== undefined ? toClockTime(start) : null
    return {
      item,
      line: { itemId: item.id, number: numbers.get(item.id) ?? '', title: item.title, startsAt },
    }
  })
}

/** Whoever is asked, and whoever presents an item under a mere name: they come as guests do, and answer nowhere. */
export async function expectedAt(tx: Reader, meetingId: string): Promise<AskedPerson[]> {
  const meeting = await liveMeeting(tx, meetingId)
  const [all, items, namesIn] = await Promise.all([
    askedTo(tx, meetingId),
    agendaItems(tx, meetingId),
    presentersNamed(tx, meeting),
  ])
  for (const { item, line } of linesOf(items, meeting)) {
    if (item.presenterId !== null) continue
    for (const name of namesIn(item)) {
      const known = all.findIndex((one) => isCalled(name, one))
      const person = all[known]
      if (person === undefined) all.push({ ...named(name, item), items: [line] })
      else if (person.role === 'guest' && !person.items.some(({ itemId }) => itemId === item.id))
        all[known] = { ...person, items: [...person.items, line] }
    }
  }
  return all
}

function named(name: string, { id, organisation }: AgendaItem): Omit<AskedPerson, 'items'> {
  const { given, family } = splitName(withoutCivility(name))
  return {
    personId: id,
    familyName: family,
    givenName: given,
    civility: '',
    jobTitle: '',
    organisation,
    acronym: '',
    college: '',
    email: '',
    role: 'guest',
    reply: null,
    beforeMove: false,
    isReached: false,
  }
}

/** Persons who are not members, under the names of that day, in the order of the ids. */
async function guestsOn(tx: Reader, ids: readonly string[], date: string): Promise<Identity[]> {
  if (ids.length === 0) return []
  const asked = tx
    .selectFrom('person')
    .leftJoin('organisation', 'organisation.id', 'person.organisationId')
    .leftJoin('college', 'college.id', 'organisation.collegeId')
    .selectAll('person')
    .select(['organisation.name as organisation', 'organisation.acronym', 'college.name as college'])
    .where('person.id', 'in', [...ids])
    .execute()
  const [rows, names] = await Promise.all([asked, namesOn(tx, date)])
  const rank = new Map(ids.map((id, index) => [id, index]))
  return rows
    .sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0))
    .map((row) => {
      const former = row.organisationId === null ? undefined : names.get(row.organisationId)
      return {
        personId: row.id,
        familyName: row.familyName,
        givenName: row.givenName,
        civility: row.civility,
        jobTitle: row.jobTitle,
        organisation: former?.name ?? row.organisation ?? '',
        acronym: former?.acronym ?? row.acronym ?? '',
        college: row.college ?? '',
        email: row.email,
        role: 'guest' as const,
      }
    })
}
