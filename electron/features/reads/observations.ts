import { sql } from 'kysely'
import type { Reader } from '../../db/driver.ts'
import type { Observation } from '../../domain/minutes/observation.ts'

export function observationsOf(tx: Reader, meetingId: string): Promise<Observation[]> {
  return tx
    .selectFrom('observation')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

type Series = Pick<Observation, 'meetingId' | 'paper' | 'circle'>

/** The number that the next one gets in its paper and circle: none that was ever read beside another. */
export async function nextNumber(tx: Reader, series: Series): Promise<number> {
  const { meetingId, paper, circle } = series
  const { highest } = await tx
    .selectFrom('observation')
    .select((eb) => eb.fn.max('number').as('highest'))
    .where('meetingId', '=', meetingId)
    .where('paper', '=', paper)
    .where('circle', '=', circle)
    .executeTakeFirstOrThrow()
  const { highest: gone } = await formerly(tx, series)
    .select(sql<number | null>`max(${formerNumber})`.as('highest'))
    .executeTakeFirstOrThrow()
  return Math.max(highest ?? 0, gone ?? 0) + 1
}

/** The number that an observation had in a circle when it was there before; null when it never was. */
export async function ownNumber(
  tx: Reader,
  { id, ...series }: Series & { id: string },
): Promise<number | null> {
  const found = await formerly(tx, series)
    .select(formerNumber.as('number'))
    .where('journalChange.rowId', '=', id)
    .limit(1)
    .executeTakeFirst()
  return found?.number ?? null
}

const formerNumber = sql<number>`CAST(json_extract(before, '$.number') AS INTEGER)`

/** Observations as they were before something was done to them, removed ones too. */
function formerly(tx: Reader, { meetingId, paper, circle }: Series) {
  return tx
    .selectFrom('journalChange')
    .innerJoin('journalEntry', 'journalEntry.seq', 'journalChange.entrySeq')
    .where('journalEntry.meetingId', '=', meetingId)
    .where('journalEntry.state', '=', 'done')
    .where('journalChange.tableName', '=', 'observation')
    .where('journalChange.before', 'is not', null)
    .where(sql`json_extract(before, '$.paper')`, '=', paper)
    .where(sql`json_extract(before, '$.circle')`, '=', circle)
}

/** The same change of the same bytes at the same place: taken in twice, it is one. */
export function observationKey(
  one: Pick<
    Observation,
    'sourceSha256' | 'anchor' | 'place' | 'author' | 'kind' | 'beforeText' | 'afterText' | 'comment'
  >,
): string {
  const { sourceSha256, anchor, author, kind, beforeText, afterText, comment } = one
  // Printed cells bear no name.
  const place = anchor === '' ? one.place : anchor
  return JSON.stringify([sourceSha256, place, author, kind, beforeText, afterText, comment])
}

/**
 * A remark of a member's folder, by whom and what it says: each time that they save, the file holds all of them again, and
 * the moment of one changes with every word that is typed beside it.
 */
export function remarkKey(
  one: Pick<
    Observation,
    'organisation' | 'author' | 'anchor' | 'kind' | 'beforeText' | 'afterText' | 'comment'
  >,
): string {
  const { organisation, author, anchor, kind, beforeText, afterText, comment } = one
  return JSON.stringify([organisation, author, anchor, kind, beforeText, afterText, comment])
}
