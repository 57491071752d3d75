import { AppError } from '../../contract/errors.ts'
import type { Reader } from '../../db/driver.ts'
import { alreadyThere } from '../../domain/agenda/already-there.ts'
import { printedRank, ranksFor } from '../../domain/agenda/draft-places.ts'
import type { TakenAction, TakenDecision, TakenPlace } from '../../domain/old-files/taken-minutes.ts'
import { takenMinutesText } from '../../domain/old-files/taken-words.ts'
import { insertItem } from '../agenda/index.ts'
import type { WriteContext } from '../context.ts'
import { ranksThatLeft } from '../minutes/index.ts'
import { newId } from '../new-id.ts'
import { agendaItems } from '../reads/agenda.ts'

type Context = Pick<WriteContext, 'tx' | 'now'>
/** Where statements go: the items that came with them in their order (null: left out), and those of the meeting. */
export type Where = { readonly meetingId: string; readonly itemIds: readonly (string | null)[] }

/** Answers whether some keep a printed number. The minutes of the meeting are started. */
export async function takeInDecisions(
  context: Context,
  where: Where,
  decisions: readonly TakenDecision[],
): Promise<boolean> {
  const { fresh, isPrinted } = await freshOf(context, where, decisions, 'decision')
  const rows = fresh.map(({ statement: { text }, itemId, rank }) => ({
    id: newId(context.now),
    version: 1,
    meetingId: where.meetingId,
    itemId,
    rank,
    text,
  }))
  for (const part of parts(rows)) await context.tx.insertInto('decision').values(part).execute()
  return isPrinted
}

export async function takeInActions(
  context: Context,
  where: Where,
  actions: readonly TakenAction[],
): Promise<boolean> {
  const { fresh, isPrinted } = await freshOf(context, where, actions, 'action')
  const rows = fresh.map(({ statement: { number: _, place: __, ...fields }, itemId, rank }) => ({
    ...fields,
    id: newId(context.now),
    version: 1,
    meetingId: where.meetingId,
    itemId,
    rank,
    state: 'todo' as const,
  }))
  for (const part of parts(rows)) await context.tx.insertInto('action').values(part).execute()
  return isPrinted
}

export function statementsOf(
  tx: Reader,
  table: 'decision' | 'action',
  meetingId: string,
): Promise<{ text: string; itemId: string; rank: number }[]> {
  return tx
    .selectFrom(table as 'decision')
    .select(['text', 'itemId', 'rank'])
    .where('meetingId', '=', meetingId)
    .execute()
}

const LETTERS = { decision: 'D', action: 'A' } as const

type Placed<S> = { statement: S; itemId: string; rank: number }

async function freshOf<S extends { text: string; number: string | null; place: TakenPlace }>(
  context: Context,
  where: Where,
  statements: readonly S[],
  table: 'decision' | 'action',
): Promise<{ fresh: Placed<S>[]; isPrinted: boolean }> {
  const existing = await statementsOf(context.tx, table, where.meetingId)
  const itemIdOf = await placer(context, where)
  const wanted = statements.map((statement) => ({ statement, itemId: itemIdOf(statement.place) }))
  const known = alreadyThere(
    wanted.map(({ statement, itemId }) => ({ text: statement.text, itemId })),
    existing,
  )
  const fresh = wanted.filter((_, at) => known[at] !== true)
  const printed = fresh.map(({ statement }) => printedRank(LETTERS[table], statement.number))
  const ranks = ranksFor(
    printed,
    existing.map(({ rank }) => rank),
    await ranksThatLeft(context.tx, table, where.meetingId),
  )
  // Only now: nothing is added for statements that are there already.
  const ownItem = fresh.some(({ itemId }) => itemId === null) ? await ownItemOf(context, where.meetingId) : ''
  return {
    fresh: fresh.map(({ statement, itemId }, at) => ({
      statement,
      itemId: itemId ?? ownItem,
      rank: ranks[at] ?? 0,
    })),
    isPrinted: printed.some((rank, at) => rank !== null && rank === ranks[at]),
  }
}

/** The item of each place; null for none. An item of another meeting, or one that is not sent, is refused. */
export async function placer({ tx }: Context, { meetingId, itemIds }: Where) {
  const items = new Set((await agendaItems(tx, meetingId)).map(({ id }) => id))
  return (place: TakenPlace): string | null => {
    if (place.type === 'none') return null
    const itemId = place.type === 'existing' ? place.itemId : itemIds[place.index]
    if (itemId === null) return null
    if (itemId === undefined || !items.has(itemId)) throw new AppError('not-found', { field: 'place' })
    return itemId
  }
}

/** The item that holds what the file puts under none: one for the meeting. */
export async function ownItemOf({ tx, now }: Context, meetingId: string): Promise<string> {
  const title = takenMinutesText.ownItem
  const items = await agendaItems(tx, meetingId)
  const known = items.find((item) => item.title === title)
  if (known !== undefined) return known.id
  const id = newId(now)
  await insertItem({ tx, now }, { id, meetingId, parentId: null, index: items.length }, { title })
  return id
}

/** Rows of one statement. */
const AT_ONCE = 50

function parts<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, part) =>
    rows.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  )
}
