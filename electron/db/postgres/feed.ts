// What other desks wrote: a notification only says that there is something, and a poll says it when none came.
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { RowChange } from '../columns.ts'
import type { TeamAddress } from './address.ts'
import { connect, type Line } from './line.ts'

const CHANNEL = 'inp_written'
/** Nobody's screen is older than this, whatever becomes of notifications. */
const POLL_MS = 5000
/** Kept so long for desks that were away; whoever was away longer reads everything anew. */
const KEPT_MS = 60 * 60_000

/** One write in so many takes away what nobody needs any more. */
const FORGETTING = 0.01

/** Changed rows, by table; null: any row may have changed. */
type Written = ReadonlyMap<string, readonly RowChange[] | null>

type Heard = {
  wrote(written: Written): void
  /** More than is known. */
  everything(): void
}

export class Feed {
  readonly #address: TeamAddress
  readonly #password: string | undefined
  readonly #line: Line
  readonly #inTurn: <T>(work: () => Promise<T>) => Promise<T>
  readonly #heard: Heard
  readonly #desk = randomUUID()
  #last: number | null = null
  #lastAt = 0
  #listener: pg.Client | null = null
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
    await this.#line.query(
      `WITH told AS (INSERT INTO team_change (act, desk, written) VALUES ($1, $2, $3) RETURNING n)
       SELECT pg_notify('${CHANNEL}', '') FROM told`,
      [act, this.#desk, JSON.stringify([...written])],
    )
    if (Math.random() < FORGETTING)
      await this.#line.query(`DELETE FROM team_change WHERE at < now() - interval '${KEPT_MS} milliseconds'`)
  }

  /** Whether an act was committed whose answer was cut. */
  async isThere(act: string): Promise<boolean> {
    const { rows } = await this.#line.query('SELECT 1 FROM team_change WHERE act = $1', [act])
    return rows.length > 0
  }

  async begin(): Promise<void> {
    await this.#inTurn(() => this.#catchUp())
    this.#timer = setInterval(() => this.#wake(), POLL_MS)
    this.#timer.unref()
    await this.#listen()
  }

  async end(): Promise<void> {
    this.#isClosed = true
    if (this.#timer !== null) clearInterval(this.#timer)
    await this.#listener?.end().catch(() => undefined)
  }

  async #listen(): Promise<void> {
    try {
      const listener = await connect(this.#address, this.#password)
      if (this.#isClosed) return void listener.end()
      listener.on('notification', () => this.#wake())
      listener.on('error', () => {
        this.#listener = null
      })
      listener.on('end', () => {
        this.#listener = null
      })
      await listener.query(`LISTEN ${CHANNEL}`)
      this.#listener = listener
    } catch {
      // The poll goes on, and tries again.
      this.#listener = null
    }
  }

  #wake(): void {
    if (this.#isAsked || this.#isClosed) return
    this.#isAsked = true
    void this.#inTurn(async () => {
      this.#isAsked = false
      if (this.#isClosed) return
      await this.#line.ready()
      if (this.#listener === null) await this.#listen()
      await this.#catchUp()
    }).catch(() => undefined)
  }

  async #catchUp(): Promise<void> {
    const now = performance.now()
    const last = this.#last
    if (last === null || now - this.#lastAt > KEPT_MS) {
      const { rows } = await this.#line.query<{ n: number | null }>('SELECT max(n) AS n FROM team_news')
      this.#last = rows[0]?.n ?? 0
      if (last !== null) this.#heard.everything()
    } else {
      const { rows } = await this.#line.query<{ n: number; desk: string; written: string | null }>(
        'SELECT n, desk, written FROM team_news WHERE n > $1 ORDER BY n',
        [last],
      )
      this.#last = rows.at(-1)?.n ?? last
      for (const { desk, written } of rows) if (desk !== this.#desk) this.#hear(written)
    }
    this.#lastAt = now
  }

  /** @param written null for who only reads, and is not told what */
  #hear(written: string | null): void {
    if (written === null) this.#heard.everything()
    else this.#heard.wrote(new Map(JSON.parse(written) as [string, RowChange[] | null][]))
  }
}
