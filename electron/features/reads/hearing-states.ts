import type { Reader } from '../../db/driver.ts'
import type { MeetingState } from '../../domain/meetings/meeting.ts'
import { isAhead } from '../../domain/meetings/opened.ts'
import { isPassedOver, type Outcome } from '../../domain/minutes/minutes.ts'
import type { Hearing } from '../../domain/projects/project.ts'
import { emptyRichText } from '../../domain/text/rich-text.ts'

const empty = JSON.stringify(emptyRichText)

type Placed = { itemId: string; meetingState: MeetingState; outcome: Outcome | null }

/** The same items, with what their meeting did with them: one that it never came to ended as not dealt with. */
export async function withStates<T extends Placed>(
  tx: Reader,
  items: readonly T[],
): Promise<(T & Pick<Hearing, 'state'>)[]> {
  const silent = await untoldOf(tx, items)
  const wentOn = await thatWentOn(tx, [...silent])
  return items.map((item) => {
    const { itemId, meetingState } = item
    if (isAhead({ state: meetingState })) return { ...item, state: 'ahead' }
    if (meetingState === 'cancelled' || isPassedOver(item.outcome)) return { ...item, state: 'left' }
    if (!silent.has(itemId)) return { ...item, state: 'heard' }
    if (meetingState === 'inSession') return { ...item, state: 'ahead' }
    // Opened and closed on its first item, a meeting tells nothing of the others.
    return wentOn.has(itemId) ? { ...item, outcome: 'nonTraite', state: 'left' } : { ...item, state: 'heard' }
  })
}

/** Items of opened meetings without outcome, moment, words, position or decision, of their own or below them. */
async function untoldOf(tx: Reader, items: readonly Placed[]): Promise<Set<string>> {
  const open = items.filter(
    ({ outcome, meetingState }) =>
      outcome === null && (meetingState === 'held' || meetingState === 'inSession'),
  )
  const known = new Set(open.map(({ itemId }) => itemId))
  const parents = new Map<string, string | null>()
  for (let level = [...known]; level.length > 0; ) {
    const below = await tx
      .selectFrom('agendaItem')
      .select(['id', 'parentId'])
      .where('parentId', 'in', level)
      .execute()
    for (const { id, parentId } of below) parents.set(id, parentId)
    level = below.flatMap(({ id }) => (known.has(id) ? [] : [id]))
    for (const id of level) known.add(id)
  }
  const told = new Set<string | null>()
  for (const id of known.size === 0 ? [] : await toldOf(tx, [...known]))
    for (let at: string | null = id; at !== null && !told.has(at); at = parents.get(at) ?? null) told.add(at)
  return new Set(open.flatMap(({ itemId }) => (told.has(itemId) ? [] : [itemId])))
}

async function toldOf(tx: Reader, ids: readonly string[]): Promise<string[]> {
  const found = await Promise.all([
    tx.selectFrom('sessionSpan').select('itemId').where('itemId', 'in', ids).execute(),
    tx
      .selectFrom('sessionLine')
      .select('itemId')
      .where('itemId', 'in', ids)
      .where('state', '=', 'kept')
      .execute(),
    tx.selectFrom('itemPosition').select('itemId').where('itemId', 'in', ids).execute(),
    tx.selectFrom('decision').select('itemId').where('itemId', 'in', ids).execute(),
    tx.selectFrom('action').select('itemId').where('itemId', 'in', ids).execute(),
    tx
      .selectFrom('minutesSection')
      .select('itemId')
      .where('itemId', 'in', ids)
      .where((eb) =>
        eb.or([
          eb('outcome', 'is not', null),
          eb('outcomeSentence', '!=', ''),
          eb('presentation', '!=', empty),
          eb('exchanges', '!=', empty),
        ]),
      )
      .execute(),
  ])
  return found.flat().flatMap(({ itemId }) => (itemId === null ? [] : [itemId]))
}

/** Of these items, those of meetings that went from one item to another. */
async function thatWentOn(tx: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectFrom('agendaItem')
    .innerJoin('sessionSpan', 'sessionSpan.meetingId', 'agendaItem.meetingId')
    .select('agendaItem.id')
    .where('agendaItem.id', 'in', ids)
    .groupBy('agendaItem.id')
    .having((eb) => eb(eb.fn.count('sessionSpan.itemId').distinct(), '>', 1))
    .execute()
  return new Set(rows.map(({ id }) => id))
}
