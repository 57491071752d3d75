// What other desks wrote: a notification only says that there is something, and a poll says it when none came.
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { AppError } from '../../contract/errors.ts'
import type { RowChange } from '../columns.ts'
import type { TeamAddress } from './address.ts'
import { FEED_KEPT } from './guards.ts'
import { connect, isAwayError, type Line } from './line.ts'

const CHANNEL = 'inp_written'
/** What desks say to each other, and nobody keeps. */
const HERE = 'inp_here'
/** Nobody's screen is much older than this, whatever becomes of notifications; nor is it longer unnoticed that the server is away. */
export const POLL_MS = 1500
/** The line on which others are heard says nothing that takes long. */
const SAID_MS = 3000
/** So many acts of this desk it knows from those of others; nobody's window is that far behind. */
const OWN_KEPT = 2000
/** One write in so many takes away what nobody needs any more. */
const FORGETTING = 0.01

/** Changed rows, by table; null: any row may have changed. */
type Written = ReadonlyMap<string, readonly RowChange[] | null>

/** A server that comes back says within this time what became of an act; then somebody has to look. */
const KNOWN_WITHIN_MS = 60_000
const RETRY_MS = 250

/**
 * Whether an act was committed whose answer was cut: it waits for the server, which alone knows.
 * @throws AppError `team-perhaps-done` when the server stays away
 */
export async function wasCommitted(line: Line, act: string): Promise<boolean> {
  for (const begun = performance.now(); performance.now() - begun < KNOWN_WITHIN_MS; await pause(RETRY_MS))
    try {
      await line.ready()
      return await line.hasAct(act)
    } catch (thrown) {
      // Away still, or somebody writes; whatever else it is, it says nothing of the act.
      if (!isAwayError(thrown) && !(thrown instanceof AppError && thrown.code === 'busy')) break
    }
  throw new AppError('team-perhaps-done')
}

type News = { n: number; act: string; written: string | null }

type Heard = {
  wrote(written: Written): void
  /** More than is known. */
  everything(): void
  /** All that was written up to here. */
  upTo(n: number): void
  /** From now on, or again. */
  listening(): void
  /** Another desk, or this one, spoke. */
  said(words: string): void
}

export class Feed {
  readonly #address: TeamAddress
  readonly #password: string | undefined
  readonly #line: Line
  readonly #inTurn: <T>(work: () => Promise<T>) => Promise<T>
  readonly #heard: Heard
  /** Acts that this window knows of already. */
  readonly #shown = new Set<string>()
  /** The last acts of this desk. */
  readonly #own = new Set<string>()
  #last: number | null = null
  /** The act of that number: a base that was restored counts the same numbers again. */
  #lastAct: string | null = null
  /** Where it began: whatever is read later is newer. */
  #opened = 0
  #told: number | null = null
  #listener: Awaited<ReturnType<typeof connect>> | null = null
  #laidWith = 0
  #timer: NodeJS.Timeout | null = null
  #isAsked = false
  #isClosed = false

  /** @param inTurn between the calls of this desk */
  constructor(
    address: TeamAddress,
    password: string | undefined,
    parts: { line: Line; inTurn: <T>(work: () => Promise<T>) => Promise<T>; heard: Heard },
  ) {
    this.#address = address
    this.#password = password
    this.#line = parts.line
    this.#inTurn = parts.inTurn
    this.#heard = parts.heard
  }

  /** Within the transaction that wrote; `act` is what it is found by when nobody knows whether it was committed. */
  async tell(act: string, written: Written): Promise<void> {
    this.#own.add(act)
    if (this.#own.size > OWN_KEPT) this.#own.delete(this.#own.values().next().value ?? '')
    await this.#line.query(
      `WITH told AS (INSERT INTO team_change (act, written) VALUES ($1, $2) RETURNING n)
       SELECT pg_notify('${CHANNEL}', '') FROM told`,
      [act, JSON.stringify([...written])],
    )
    if (Math.random() < FORGETTING)
      await this.#line.query(`DELETE FROM team_change WHERE at < now() - ${FEED_KEPT}`)
  }

  /** What an act of this desk wrote was told to its window. */
  wasShown(act: string): void {
    this.#shown.add(act)
  }

  /**
   * What others wrote since a number of the feed, null: since it began; null when that is not known any more.
   * In a transaction that writes it is whole.
   */
  async since(seen: number | null): Promise<readonly Written[] | null> {
    const from = seen ?? this.#opened
    const { rows } = await this.#line.query<{ n: number; act: string; written: string }>(
      'SELECT n, act, written FROM team_change WHERE n >= $1 ORDER BY n',
      [from],
    )
    if (from > 0 && rows[0]?.n !== from) return null
    const all = rows
      .filter(({ n, act }) => n > from && !this.#own.has(act))
      .map(({ written }) => read(written))
    return all.every((one) => one !== null) ? all : null
  }

  /** Speaks to the other desks; without a line nobody hears it. */
  async say(words: string): Promise<void> {
    await this.#listener?.query('SELECT pg_notify($1, $2)', [HERE, words]).catch(() => undefined)
  }

  /** @param isAway the poll then finds out when the server is back */
  async begin(isAway: boolean): Promise<void> {
    // What is read from here on is newer than this; what was read of a copy is not.
    if (!isAway) await this.#inTurn(() => this.#catchUp({ isOpening: true }))
    this.#timer = setInterval(() => this.#wake(), POLL_MS)
    this.#timer.unref()
    if (!isAway) await this.#listen()
  }

  async end(): Promise<void> {
    this.#isClosed = true
    if (this.#timer !== null) clearInterval(this.#timer)
    await this.#listener?.end().catch(() => undefined)
  }

  async #listen(): Promise<void> {
    const listener = await connect(this.#address, this.#password, SAID_MS).catch(() => null)
    if (listener === null) return
    const { laid } = this.#line
    const forget = () => {
      if (this.#listener !== listener) return
      this.#listener = null
      // Whether the server is away is known at once.
      this.#wake()
    }
    listener.on('notification', ({ channel, payload = '' }) =>
      channel === HERE ? this.#heard.said(payload) : this.#wake(),
    )
    listener.on('error', forget)
    listener.on('end', forget)
    try {
      await listener.query(`LISTEN ${CHANNEL}; LISTEN ${HERE}`)
      if (this.#isClosed) {
        await listener.end()
        return
      }
      this.#listener = listener
      this.#laidWith = laid
      this.#heard.listening()
    } catch {
      // The poll goes on, and tries again.
      await listener.end().catch(() => undefined)
    }
  }

  #wake(): void {
    if (this.#isAsked || this.#isClosed) return
    this.#isAsked = true
    void this.#inTurn(async () => {
      // Whatever is told from here on is asked for anew.
      this.#isAsked = false
      if (this.#isClosed) return
      // What was laid beside a line that was cut may be cut as well, and nobody is told.
      if (this.#listener !== null && this.#laidWith !== this.#line.laid) {
        this.#listener.cut()
        this.#listener = null
      }
      if (this.#listener === null) await this.#listen()
      await this.#catchUp({ isOpening: false })
    }).catch(() => {
      // Without a line its turn does nothing: the next poll tries again.
      this.#isAsked = false
    })
  }

  async #catchUp({ isOpening }: { isOpening: boolean }): Promise<void> {
    const last = this.#last
    const { rows } =
      last === null
        ? await this.#line.query<News>('SELECT n, act, written FROM team_news ORDER BY n DESC LIMIT 1')
        : await this.#line.query<News>('SELECT n, act, written FROM team_news WHERE n >= $1 ORDER BY n', [
            last,
          ])
    const before = this.#lastAct
    this.#last = rows.at(-1)?.n ?? 0
    this.#lastAct = rows.at(-1)?.act ?? null
    if (isOpening) {
      this.#opened = this.#last
      return
    }
    // What was read last is not there any more: nobody knows what was written after it.
    if (last === null || (last > 0 && (rows[0]?.n !== last || rows[0].act !== before)))
      this.#heard.everything()
    else for (const { n, act, written } of rows) if (n > last && !this.#shown.delete(act)) this.#hear(written)
    if (this.#told !== this.#last) this.#heard.upTo(this.#last)
    this.#told = this.#last
  }

  /** @param written null for who only reads, and is not told what */
  #hear(written: string | null): void {
    const told = written === null ? null : read(written)
    if (told === null) this.#heard.everything()
    else this.#heard.wrote(told)
  }
}

const Image = z.record(z.string(), z.union([z.string(), z.number(), z.null()])).nullable()
const Told = z.array(
  z.tuple([z.string(), z.array(z.object({ table: z.string(), before: Image, after: Image })).nullable()]),
)

/** What a desk told; null where it says nothing that can be read, and may have written anything. */
function read(written: string): Written | null {
  try {
    return new Map(Told.parse(JSON.parse(written)))
  } catch {
    return null
  }
}
