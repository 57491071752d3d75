import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import { agendaItems } from '../reads/agenda.ts'
import { presentersNamed } from '../reads/presenters.ts'
import { type Asked, type Letter, personal } from './letter.ts'
import { type Somebody, sameOne } from './people.ts'

type Guest = { item: AgendaItem; somebody: Somebody; reason: 'guest' | 'presenter' }

/** Whoever is invited for one item only: its guests, and its presenter when no member. */
export async function guests({ tx, meeting, people, members, itemId }: Asked): Promise<Guest[]> {
  const memberIds = new Set(members.map(({ person }) => person.id))
  const invited = await tx
    .selectFrom('itemGuest')
    .innerJoin('agendaItem', 'agendaItem.id', 'itemGuest.itemId')
    .innerJoin('person', 'person.id', 'itemGuest.personId')
    .select(['itemGuest.itemId', 'itemGuest.personId'])
    .where('agendaItem.meetingId', '=', meeting.id)
    .orderBy('person.protocolOrder')
    .orderBy('person.familyName')
    .execute()
  const namesIn = await presentersNamed(tx, meeting)
  const found: Guest[] = []
  for (const item of await agendaItems(tx, meeting.id)) {
    if (itemId !== null && item.id !== itemId) continue
    const own = invited
      .filter((guest) => guest.itemId === item.id)
      .map((guest): Guest => ({ item, somebody: people.known(guest.personId, '', ''), reason: 'guest' }))
    found.push(...own)
    const whole = people.known(item.presenterId, item.presenter, item.organisation)
    const presenters =
      whole.person === null
        ? namesIn(item).map((name) => people.known(null, name, item.organisation))
        : [whole]
    for (const somebody of presenters)
      if (
        (somebody.person === null || !memberIds.has(somebody.person.id)) &&
        !own.some((guest) => sameOne(guest.somebody, somebody))
      )
        found.push({ item, somebody, reason: 'presenter' })
  }
  return found
}

/** A letter to each guest whose invitation was sent, even if the guest or the item left the agenda since. */
export async function invitedLetters({ tx, meeting, people, itemId }: Asked): Promise<Letter[]> {
  const rows = await tx
    .selectFrom('dispatch')
    .innerJoin('dispatchRecipient', 'dispatchRecipient.dispatchId', 'dispatch.id')
    .select(['dispatch.itemId', 'personId', 'name', 'organisation', 'reason'])
    .where('dispatch.meetingId', '=', meeting.id)
    .where('dispatch.kind', '=', 'guestInvitation')
    .where('dispatch.state', '=', 'sent')
    .where('reason', 'in', ['guest', 'presenter'])
    .orderBy('dispatch.sentAt')
    .orderBy('dispatch.id')
    .execute()
  const items = await agendaItems(tx, meeting.id)
  const letters: Letter[] = []
  for (const row of rows) {
    const somebody = people.known(row.personId, row.name, row.organisation)
    const isKnown = letters.some(
      (letter) =>
        letter.itemId === row.itemId && letter.addressee !== null && sameOne(letter.addressee, somebody),
    )
    if (isKnown || (itemId !== null && row.itemId !== itemId)) continue
    const item = items.find(({ id }) => id === row.itemId)
    letters.push(personal(somebody, row.reason, item === undefined ? {} : { item }))
  }
  return letters
}
