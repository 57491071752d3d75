// A write is made from what its window showed. Where somebody else has written since in what it changes, it would overwrite
// what nobody at this desk has seen: order, tree, states, and whatever else names no version of its rows.
import { AppError } from '../../contract/errors.ts'
import type { RowChange, RowImage } from '../../db/columns.ts'
import type { Line } from '../../db/postgres/line.ts'
import type { Judged } from '../context.ts'
import { MOST_ROWS, type Written } from './changes.ts'
import type { Played } from './play-write.ts'

export type Asked = {
  /** The last news of others that the window had shown; null: none since this desk opened its data. */
  readonly seen: number | null
  /** Rows that are named with the version that was seen: each is compared where it is written. */
  readonly named: ReadonlySet<string>
}

type Made = Pick<Played<unknown>, 'rows' | 'judged'>

/** @param seen undefined: no window asks */
export function askedBy(input: unknown, seen: number | null | undefined): Asked | undefined {
  if (seen === undefined) return undefined
  return { seen, named: new Set(namedIn(input)) }
}

function* namedIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const one of value) yield* namedIn(one)
  else if (isRecord(value)) {
    if (typeof value.id === 'string' && typeof value.version === 'number') yield value.id
    for (const one of Object.values(value)) yield* namedIn(one)
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array)

/** Where rows stand among others. */
const places: ReadonlySet<string> = new Set(['position', 'protocol_order', 'rank'])

/**
 * The row in which this would overwrite somebody else's; null where it would not.
 * @param news what others wrote since, oldest first; null when nobody knows any more
 */
function overtakenRow(
  { rows: mine, judged }: Made,
  news: readonly Written[] | null,
  { named }: Asked,
): string | null {
  const [judgedId = null] = judged === null ? [] : judgedRows(judged, news)
  if (judgedId !== null) return judgedId
  const counts = new Set(mine.filter(isAddedOrRemoved).map(({ table }) => table))
  for (const change of mine) {
    const id = idOf(change)
    if (change.before === null || named.has(id)) continue
    if (news === null) return id
    const columns = changedIn(change, counts.has(change.table))
    if (columns !== null && columns.size === 0) continue
    for (const written of news) {
      const theirs = written.get(change.table)
      if (theirs === undefined) continue
      if (theirs === null || mine.length > MOST_ROWS) return id
      if (theirs.some((other) => idOf(other) === id && meets(columns, changedIn(other, false)))) return id
    }
  }
  return null
}

function* judgedRows({ tables, of }: Judged, news: readonly Written[] | null): Generator<string> {
  const ofAll = of[0] ?? ''
  if (news === null) yield ofAll
  for (const written of news ?? [])
    for (const table of tables) {
      const changes = written.get(table)
      if (changes === null) yield ofAll
      for (const change of changes ?? []) {
        const values = Object.values(change.after ?? change.before ?? {})
        if (changedIn(change, false)?.size !== 0 && of.some((one) => values.includes(one))) yield idOf(change)
      }
    }
}

const isAddedOrRemoved = ({ before, after }: RowChange): boolean => before === null || after === null

const idOf = ({ before, after }: RowChange): string => String((after ?? before)?.id)

/**
 * The columns that a change gives another value; null: the whole row comes or goes.
 * @param makesRoom rows beside it come or go, so that it moves up: it keeps its place among the others
 */
function changedIn({ before, after }: RowChange, makesRoom: boolean): ReadonlySet<string> | null {
  if (before === null || after === null) return null
  return new Set(columnsOf(before, after).filter((name) => !(makesRoom && places.has(name))))
}

/** Versions count the changes and are none themselves. */
const columnsOf = (before: RowImage, after: RowImage): string[] =>
  Object.keys(after).filter((name) => name !== 'version' && before[name] !== after[name])

function meets(mine: ReadonlySet<string> | null, theirs: ReadonlySet<string> | null): boolean {
  return mine === null || theirs === null || [...mine].some((name) => theirs.has(name))
}

/** What a window had seen, beside what others have written by the time at which its write has the base for itself. */
export class Seen {
  readonly #line: Line
  readonly #mine: { readonly who: string; readonly upTo: number }
  readonly #asked: Asked | undefined

  /** @param mine.upTo the last change of the journal before this write */
  constructor(line: Line, mine: { who: string; upTo: number }, asked: Asked | undefined) {
    this.#line = line
    this.#mine = mine
    this.#asked = asked
  }

  /**
   * @param news what others wrote since, asked for only where something stood before
   * @throws AppError `conflict`, by whom
   */
  async expect(made: Made, news: (seen: number | null) => Promise<readonly Written[] | null>): Promise<void> {
    const asked = this.#asked
    if (asked === undefined) return
    if (made.judged === null && made.rows.every(({ before }) => before === null)) return
    const id = overtakenRow(made, await news(asked.seen), asked)
    if (id !== null) throw await this.#conflict([id])
  }

  /** A conflict of versions says by whom, too. */
  async told(thrown: unknown): Promise<never> {
    const isConflict = thrown instanceof AppError && thrown.code === 'conflict'
    if (!isConflict || this.#asked === undefined || this.#asked.named.size === 0) throw thrown
    throw await this.#conflict([...this.#asked.named], thrown)
  }

  async #conflict(ids: readonly string[], cause?: AppError): Promise<AppError> {
    const by = await this.#writerOf(ids).catch(() => undefined)
    return new AppError('conflict', {
      ...(by === undefined ? {} : { by }),
      ...(cause === undefined ? {} : { cause }),
      ...(cause?.field === undefined ? {} : { field: cause.field }),
    })
  }

  async #writerOf(ids: readonly string[]): Promise<string | undefined> {
    const { rows } = await this.#line.query<{ who: string }>(
      `SELECT e.who FROM journal_change AS c JOIN journal_entry AS e ON e.seq = c.entry_seq
       WHERE c.row_id = ANY($1) AND c.ord <= $2 AND e.who <> $3 ORDER BY c.ord DESC LIMIT 1`,
      [ids, this.#mine.upTo, this.#mine.who],
    )
    return rows[0]?.who
  }
}
