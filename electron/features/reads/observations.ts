import { sql } from 'kysely'
import type { Reader } from '../../db/driver.ts'
import { isRetained, type Observation, putOf, signsNothing } from '../../domain/minutes/observation.ts'

export function observationsOf(tx: Reader, meetingId: string): Promise<Observation[]> {
  return tx
    .selectFrom('observation')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** How many remarks of members on the minutes were retained, as they are or in other words. */
export async function retainedRemarks(tx: Reader, meetingId: string): Promise<number> {
  const remarks = await tx
    .selectFrom('observation')
    .select('state')
    .where('meetingId', '=', meetingId)
    .where('paper', '=', 'minutes')
    .where('circle', '=', 'members')
    .execute()
  return remarks.filter(isRetained).length
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
  let last = highest ?? 0
  for (const image of IMAGES) {
    const { gone } = await formerly(tx, series, image)
      .select(sql<number | null>`max(${numberIn(image)})`.as('gone'))
      .executeTakeFirstOrThrow()
    last = Math.max(last, gone ?? 0)
  }
  return last + 1
}

/** The number that an observation had in a circle when it was there before; null when it never was. */
export async function ownNumber(
  tx: Reader,
  { id, ...series }: Series & { id: string },
): Promise<number | null> {
  const found = await formerly(tx, series, 'before')
    .select(numberIn('before').as('number'))
    .where('journalChange.rowId', '=', id)
    .limit(1)
    .executeTakeFirst()
  return found?.number ?? null
}

/** Of a change in the journal: what it replaced, and what it made, which nothing replaced where it was only taken back. */
const IMAGES = ['before', 'after'] as const
type Image = (typeof IMAGES)[number]

const numberIn = (image: Image) => sql<number>`CAST(json_extract(${sql.ref(image)}, '$.number') AS INTEGER)`

/** Observations as they were, removed ones and those of what was taken back too: each was read, and may have been told. */
function formerly(tx: Reader, { meetingId, paper, circle }: Series, image: Image) {
  return tx
    .selectFrom('journalChange')
    .innerJoin('journalEntry', 'journalEntry.seq', 'journalChange.entrySeq')
    .where('journalEntry.meetingId', '=', meetingId)
    .where('journalChange.tableName', '=', 'observation')
    .where(`journalChange.${image}`, 'is not', null)
    .where(sql`json_extract(${sql.ref(image)}, '$.paper')`, '=', paper)
    .where(sql`json_extract(${sql.ref(image)}, '$.circle')`, '=', circle)
}

type Taken = Pick<
  Observation,
  | 'paper'
  | 'sourceSha256'
  | 'minutesVersionId'
  | 'anchor'
  | 'place'
  | 'author'
  | 'kind'
  | 'beforeText'
  | 'afterText'
  | 'comment'
>

/** What is told of a place is worded otherwise from version to version: no part of it is in here. */
function changeKey(one: Taken): string {
  const { sourceSha256, author, kind, beforeText, afterText, comment } = one
  return JSON.stringify([sourceSha256, putOf(one).name, author, kind, beforeText, afterText, comment])
}

/**
 * What somebody asks of one version, whatever file says it: a file that is saved again has other bytes. Of an agenda, and of
 * minutes that were never kept, the words of the place tell the version.
 */
function askedKey(one: Taken): string {
  const { paper, minutesVersionId, author, anchor, place, kind, beforeText, afterText, comment } = one
  const at = anchor === '' ? place : putOf(one).name
  return JSON.stringify([paper, minutesVersionId, author, at, kind, beforeText, afterText, comment])
}

/** What was taken from files: the same change of the same bytes at the same place is one, however often it is taken. */
export class TakenChanges {
  readonly #places = new Map<string, string[]>()
  readonly #asked = new Set<string>()
  /** What nobody signed, by the file that it came in. */
  readonly #unsigned = new Map<string | null, Set<string>>()

  constructor(rows: readonly Taken[]) {
    for (const row of rows) this.add(row)
  }

  add(row: Taken): void {
    const key = changeKey(row)
    this.#places.set(key, [...(this.#places.get(key) ?? []), row.place])
    this.#asked.add(askedKey(row))
    if (!signsNothing(row.author)) return
    const { sourceSha256: file } = row
    this.#unsigned.set(file, (this.#unsigned.get(file) ?? new Set()).add(askedKey(row)))
  }

  /** Of somebody who signs, in another file of the same version. */
  isAskedElsewhere(one: Taken): boolean {
    return !signsNothing(one.author) && !this.#places.has(changeKey(one)) && this.#asked.has(askedKey(one))
  }

  /**
   * What nobody signed, of files that these changes hold whole: the same file, saved again. One change alike may be somebody
   * else's, and a file of which no more was kept tells nothing.
   */
  #savedAgain(found: readonly Taken[]): ReadonlySet<string> {
    const asked = new Set(found.map(askedKey))
    const whole = [...this.#unsigned.values()].filter(
      (file) => file.size > 1 && [...file].every((key) => asked.has(key)),
    )
    return new Set(whole.flatMap((file) => [...file]))
  }

  /** Printed cells bear no name: equal changes of several are told apart by their places. */
  has(one: Taken & { isKnown: boolean }): boolean {
    const places = this.#places.get(changeKey(one)) ?? []
    return places.length > 0 && (one.isKnown || one.anchor !== '' || places.includes(one.place))
  }

  /** The changes of one file, as they are known: where places were told in other words, as many as there are. */
  known<T extends Taken & { isKnown: boolean }>(found: readonly T[]): T[] {
    const savedAgain = this.#savedAgain(found)
    const elsewhere = new Map(this.#places)
    for (const one of found) {
      const key = changeKey(one)
      const places = elsewhere.get(key) ?? []
      elsewhere.set(
        key,
        places.filter((place) => place !== one.place),
      )
    }
    return found.map((one) => {
      if (one.isKnown || this.has(one) || this.isAskedElsewhere(one)) return { ...one, isKnown: true }
      const key = changeKey(one)
      if (!this.#places.has(key) && savedAgain.has(askedKey(one))) return { ...one, isKnown: true }
      const [other, ...others] = elsewhere.get(key) ?? []
      elsewhere.set(key, others)
      return { ...one, isKnown: other !== undefined }
    })
  }
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
