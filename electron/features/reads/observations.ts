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

/** The number that the next one gets in its paper and circle. */
export async function nextNumber(
  tx: Reader,
  { meetingId, paper, circle }: Pick<Observation, 'meetingId' | 'paper' | 'circle'>,
): Promise<number> {
  const { highest } = await tx
    .selectFrom('observation')
    .select((eb) => eb.fn.max('number').as('highest'))
    .where('meetingId', '=', meetingId)
    .where('paper', '=', paper)
    .where('circle', '=', circle)
    .executeTakeFirstOrThrow()
  return (highest ?? 0) + 1
}

/** The same change of the same bytes at the same place: taken in twice, it is one. */
export function observationKey(
  one: Pick<
    Observation,
    'sourceSha256' | 'anchor' | 'author' | 'kind' | 'beforeText' | 'afterText' | 'comment'
  >,
): string {
  const { sourceSha256, anchor, author, kind, beforeText, afterText, comment } = one
  return JSON.stringify([sourceSha256, anchor, author, kind, beforeText, afterText, comment])
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
