import { sql } from 'kysely'
import type { Reader, Transaction } from '../../db/driver.ts'
import { defined, getRow } from '../../db/rows.ts'
import type { Action, ActionFields, PrintedActionFields } from '../../domain/minutes/action.ts'
import type { Decision } from '../../domain/minutes/decision.ts'
import type { MinutesContent } from '../../domain/minutes/version.ts'
import { openMinutes } from '../reads/minutes.ts'

const blankAction: ActionFields = {
  text: '',
  owner: '',
  ownerId: null,
  organisation: '',
  dueDate: null,
  state: 'todo',
}

type New<F> = { id: string; itemId: string; fields: F }

/** Answers the decision of that id, added if it was not there. */
export async function addDecision(
  tx: Transaction,
  { id, itemId, fields }: New<{ text: string }>,
): Promise<Decision> {
  const known = await tx.selectFrom('decision').selectAll().where('id', '=', id).executeTakeFirst()
  if (known) return known
  const { meetingId } = await itemInMinutes(tx, itemId)
  const rank = await nextRank(tx, 'decision', meetingId)
  await tx
    .insertInto('decision')
    .values({ id, version: 1, meetingId, itemId, rank, ...fields })
    .execute()
  return getRow(tx, 'decision', id)
}

/** Answers the action of that id, added if it was not there. */
export async function addAction(
  tx: Transaction,
  { id, itemId, fields }: New<{ [K in keyof PrintedActionFields]?: PrintedActionFields[K] | undefined }>,
): Promise<Action> {
  const known = await tx.selectFrom('action').selectAll().where('id', '=', id).executeTakeFirst()
  if (known) return known
  const { meetingId } = await itemInMinutes(tx, itemId)
  const rank = await nextRank(tx, 'action', meetingId)
  await tx
    .insertInto('action')
    .values({ ...blankAction, ...defined(fields), id, version: 1, meetingId, itemId, rank })
    .execute()
  return getRow(tx, 'action', id)
}

/** An item whose meeting has open minutes. */
async function itemInMinutes(tx: Reader, itemId: string): Promise<{ meetingId: string }> {
  const { meetingId } = await getRow(tx, 'agendaItem', itemId)
  await openMinutes(tx, meetingId)
  return { meetingId }
}

/**
 * One past the highest rank given; ranks are provisional until the first sending, gaps allowed. From then on none is given
 * again that a draft said, whatever was taken out since.
 */
export async function nextRank(tx: Reader, table: 'decision' | 'action', meetingId: string): Promise<number> {
  const { highest } = await tx
    .selectFrom(table)
    .select((eb) => eb.fn.max('rank').as('highest'))
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow()
  return Math.max(highest ?? 0, ...(await ranksThatLeft(tx, table, meetingId))) + 1
}

const BY_HAND = ['minutes.addDecision', 'minutes.addAction']

/**
 * Those that were read beside another, and were taken out since: told by a version, or by a paper that was taken over, of which
 * there is none. What was put in and taken out again, and nothing left meanwhile, was read by nobody.
 */
export async function ranksThatLeft(
  tx: Reader,
  table: 'decision' | 'action',
  meetingId: string,
): Promise<number[]> {
  const { frozenAt } = await openMinutes(tx, meetingId)
  if (frozenAt === null) return []
  const versions = await tx
    .selectFrom('minutesVersion')
    .select('content')
    .where('meetingId', '=', meetingId)
    .where('madeAt', '>=', frozenAt)
    .execute()
  const removed = await tx
    .selectFrom('journalChange')
    .innerJoin('journalEntry', 'journalEntry.seq', 'journalChange.entrySeq')
    .select(sql<number>`CAST(json_extract(before, '$.rank') AS INTEGER)`.as('rank'))
    .where('journalEntry.meetingId', '=', meetingId)
    .where('journalEntry.at', '>=', frozenAt)
    .where('journalChange.tableName', '=', table)
    .where('journalChange.before', 'is not', null)
    .where('journalChange.after', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('journalChange as added')
          .innerJoin('journalEntry as origin', 'origin.seq', 'added.entrySeq')
          .select('added.ord')
          .whereRef('added.rowId', '=', 'journalChange.rowId')
          .where('added.tableName', '=', table)
          .where('added.before', 'is', null)
          .where((eb) =>
            eb.or([
              eb('origin.at', '<', frozenAt),
              eb('origin.method', 'not in', BY_HAND),
              // A message of any meeting may say a number, as may a paper; neither is a version.
              eb.exists(
                eb
                  .selectFrom('dispatch')
                  .select('dispatch.id')
                  .where('dispatch.state', '=', 'sent')
                  .whereRef('dispatch.sentAt', '>=', 'origin.at')
                  .whereRef('dispatch.sentAt', '<=', 'journalEntry.at'),
              ),
              eb.exists(
                eb
                  .selectFrom('producedDocument')
                  .select('producedDocument.id')
                  .whereRef('producedDocument.producedAt', '>=', 'origin.at')
                  .whereRef('producedDocument.producedAt', '<=', 'journalEntry.at'),
              ),
            ]),
          ),
      ),
    )
    .execute()
  const told = versions.flatMap(({ content }) => {
    const said = JSON.parse(content) as MinutesContent
    return said[`${table}s`].map(({ rank }) => rank)
  })
  return [...told, ...removed.map(({ rank }) => rank)]
}
