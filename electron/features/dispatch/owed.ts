import { sql } from 'kysely'
import { openActionStates } from '../../domain/minutes/action.ts'
import { actionsFrom, due, organisation, owner, ownerId } from '../reads/actions.ts'
import { agendaItems } from '../reads/agenda.ts'
import { type Asked, type Letter, type OpenAction, personal } from './letter.ts'
import { type Somebody, sameOne } from './people.ts'

/** One letter to everybody from whom documents are still awaited. */
export async function slidesLetters({ tx, meeting, people, itemId }: Asked): Promise<Letter[]> {
  const items = await agendaItems(tx, meeting.id)
  const rank = new Map(items.map((item, index) => [item.id, index]))
  const awaited = await tx
    .selectFrom('awaitedDocument')
    .innerJoin('agendaItem', 'agendaItem.id', 'awaitedDocument.itemId')
    .selectAll('awaitedDocument')
    .where('agendaItem.meetingId', '=', meeting.id)
    .where('awaitedDocument.attachmentId', 'is', null)
    .execute()
  const late = awaited
    .filter((document) => itemId === null || document.itemId === itemId)
    .sort((a, b) => (rank.get(a.itemId) ?? 0) - (rank.get(b.itemId) ?? 0))
  const groups = grouped(late, (document) => {
    const item = items.find(({ id }) => id === document.itemId)
    // Nobody was named: whoever presents the item is asked.
    const unnamed = document.fromId === null && document.fromName.trim() === ''
    return unnamed
      ? people.owing(item?.presenterId ?? null, item?.presenter ?? '', item?.organisation ?? '')
      : people.owing(document.fromId, document.fromName, '')
  })
  return groups.map(({ somebody, list }) => ({
    ...personal(somebody, 'presenter', { awaited: list }),
    itemId,
  }))
}

/**
 * One letter to each owner of open actions, for an organisation to who answers for it, decided at this meeting or at an
 * earlier one: whatever was moved or given to somebody else since counts. Late ones first. With `actionIds`, to the owners
 * of those only.
 */
export async function actionLetters({ tx, meeting, people, actionIds }: Asked): Promise<Letter[]> {
  const rows = await actionsFrom(tx)
    .selectAll('action')
    .select(['meeting.date', 'meeting.number', 'meeting.seriesId', due.as('dueNow')])
    .select([owner.as('ownerNow'), ownerId.as('ownerIdNow'), organisation.as('organisationNow')])
    .where('action.state', 'in', [...openActionStates])
    .where('meeting.date', '<=', meeting.date)
    .orderBy(sql`${due} IS NULL`)
    .orderBy(due)
    .orderBy('meeting.date')
    .orderBy('action.rank')
    .execute()
  const open = rows.map((row): OpenAction => {
    const { date, number, seriesId, dueNow, ownerNow, ownerIdNow, organisationNow, ...action } = row
    const now = {
      due: dueNow,
      owner: ownerNow.trim(),
      ownerId: ownerIdNow,
      organisation: organisationNow.trim(),
    }
    return { action, now, meeting: { date, number, seriesId } }
  })
  const owned = open.filter(({ now }) => now.owner !== '' || now.organisation !== '' || now.ownerId !== null)
  const groups = grouped(owned, ({ now, meeting: { seriesId } }) =>
    people.owing(now.ownerId, now.owner || now.organisation, now.organisation, seriesId),
  )
  const named = actionIds === undefined ? null : new Set(actionIds)
  return groups
    .filter(({ list }) => named === null || list.some(({ action }) => named.has(action.id)))
    .map(({ somebody, list }) => personal(somebody, 'owner', { actions: list }))
}

/** Parts a list by the persons each entry concerns, in order of first appearance. */
function grouped<T>(list: readonly T[], of: (entry: T) => Somebody[]): { somebody: Somebody; list: T[] }[] {
  const groups: { somebody: Somebody; list: T[] }[] = []
  for (const entry of list)
    for (const somebody of of(entry)) {
      const group = groups.find((known) => sameOne(known.somebody, somebody))
      if (group === undefined) groups.push({ somebody, list: [entry] })
      else group.list.push(entry)
    }
  return groups
}
