import { asNoted, isPresent } from '../../domain/attendance/attendance.ts'
import { awaited } from '../../domain/attendance/reply.ts'
import type { DispatchKind } from '../../domain/dispatch/dispatch.ts'
import { fullName } from '../../domain/people/full-name.ts'
import { attendeesOf } from '../reads/attendance.ts'
import { membersOn } from '../reads/directory.ts'
import { askedTo } from '../reads/replies.ts'
import { guests, invitedLetters } from './guests.ts'
import { type Ask, type Asked, general, type Letter, personal } from './letter.ts'
import { actionLetters, slidesLetters } from './owed.ts'
import { type NewRecipient, peopleOf, rowsOf } from './people.ts'

/** Letters of a kind; with `itemId`, only those that concern this item. */
export async function lettersOf(ask: Ask): Promise<Letter[]> {
  const people = await peopleOf(ask.tx, ask.meeting, ask.today)
  const asked: Asked = { ...ask, people, members: await membersOn(ask.tx, ask.meeting) }
  switch (ask.kind) {
    case 'callForSubjects':
    case 'convocation':
      return [general(memberRows(asked))]
    case 'replyReminder':
      return silentLetters(asked)
    case 'agendaChanged':
      return [general((await convened(asked)) ?? memberRows(asked))]
    case 'dateChange': {
      // Whoever becomes a member between the two dates is told too.
      const rows = [...((await convened(asked)) ?? []), ...memberRows(asked)]
      return [...(ask.itemId === null ? [general(rows)] : []), ...(await invitedLetters(asked))]
    }
    case 'cancellation': {
      const rows = (await convened(asked)) ?? memberRows(asked)
      return [...(ask.itemId === null ? [general(rows)] : []), ...(await invitedLetters(asked))]
    }
    case 'agendaDraft':
    case 'internalMinutes':
      return [general([...chairRows(asked), ...(await chosenReaders(asked))])]
    case 'writtenApproval':
      return [general(memberRows(asked))]
    case 'draftMinutes':
    case 'approvedMinutes':
      return [general(await readerRows(asked))]
    case 'reviewReminder':
      return [general((await sentTo(asked, 'draftMinutes')) ?? (await readerRows(asked)))]
    case 'guestInvitation':
      return (await guests(asked)).map((guest) =>
        personal(guest.somebody, guest.reason, { item: guest.item }),
      )
    case 'slidesReminder':
      return slidesLetters(asked)
    case 'actionsReminder':
      return actionLetters(asked)
  }
}

/** Whoever has not answered the convocation, and of whom an answer is awaited. */
async function silentLetters({ tx, meeting, people }: Asked): Promise<Letter[]> {
  const rows = awaited(await askedTo(tx, meeting.id)).flatMap(
    ({ personId, givenName, familyName, organisation, role }) =>
      rowsOf(people.known(personId, fullName({ givenName, familyName }), organisation), 'to', reasons[role]),
  )
  return rows.length === 0 ? [] : [general(rows)]
}

const reasons = { titulaire: 'member', suppleant: 'deputy', guest: 'guest' } as const

/** Titulaires in the first field, their deputies in copy, assistants after the person they assist. */
function memberRows({ members }: Asked): NewRecipient[] {
  return members.flatMap(({ person, role, organisation }) => {
    const name = fullName(person)
    const deputy = role === 'suppleant'
    return rowsOf({ person, name, organisation }, deputy ? 'cc' : 'to', deputy ? 'deputy' : 'member')
  })
}

/** Who chaired, as the directory knows them; nobody when the meeting does not say. */
function chairRows({ meeting: { chair }, people }: Asked): NewRecipient[] {
  return chair.trim() === '' ? [] : rowsOf(people.known(null, chair, ''), 'to', 'chair')
}

/** Whom the secretariat added to the last such message of the series: the bureau is the same from one meeting to the next. */
async function chosenReaders({ tx, meeting, kind, people }: Asked): Promise<NewRecipient[]> {
  const last = await tx
    .selectFrom('dispatch')
    .innerJoin('meeting', 'meeting.id', 'dispatch.meetingId')
    .select('dispatch.id')
    .where('dispatch.kind', '=', kind)
    .where('dispatch.state', '=', 'sent')
    .where((eb) =>
      meeting.seriesId === null
        ? eb('meeting.seriesId', 'is', null)
        : eb('meeting.seriesId', '=', meeting.seriesId),
    )
    .orderBy('dispatch.sentAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last === undefined) return []
  const rows = await tx
    .selectFrom('dispatchRecipient')
    .select(['personId', 'name', 'organisation', 'email', 'field', 'reason'])
    .where('dispatchId', '=', last.id)
    .where('reason', '=', 'added')
    .orderBy('position')
    .execute()
  return rows.map((row) => presentAddress(row, people))
}

/** Members of the day, and whoever else was there. */
async function readerRows(asked: Asked): Promise<NewRecipient[]> {
  const others = asNoted(await attendeesOf(asked.tx, asked.meeting.id))
    .filter(({ status }) => isPresent(status))
    .map(({ personId, givenName, familyName, organisation }) =>
      asked.people.known(personId, fullName({ givenName, familyName }), organisation),
    )
  return [...memberRows(asked), ...others.flatMap((somebody) => rowsOf(somebody, 'to', 'guest'))]
}

/** Everybody to whom a convocation was sent; null when none was. */
const convened = (asked: Asked) => sentTo(asked, 'convocation')

/** Everybody to whom a kind was sent, once or several times, under the addresses that the directory has today. */
async function sentTo({ tx, meeting, people }: Asked, kind: DispatchKind): Promise<NewRecipient[] | null> {
  const rows = await tx
    .selectFrom('dispatchRecipient')
    .innerJoin('dispatch', 'dispatch.id', 'dispatchRecipient.dispatchId')
    .select(['personId', 'name', 'organisation', 'email', 'field', 'reason'])
    .where('dispatch.meetingId', '=', meeting.id)
    .where('dispatch.kind', '=', kind)
    .where('dispatch.state', '=', 'sent')
    .orderBy('dispatch.sentAt')
    .orderBy('dispatch.id')
    .orderBy('position')
    .execute()
  if (rows.length === 0) return null
  return rows.map((row) => presentAddress(row, people))
}

function presentAddress(row: NewRecipient, people: Asked['people']): NewRecipient {
  const email = row.personId === null ? '' : (people.byId(row.personId)?.person?.email.trim() ?? '')
  return { ...row, email: email === '' ? row.email : email }
}
