// The line of a desk to the base of its team: statements run one after another on it; one that was cut is laid anew by the
// next call.
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { AppError, type ErrorCode } from '../../contract/errors.ts'
import { SCHEMA_VERSION } from '../migrate.ts'
import {
  asReader,
  BASE_REVISION,
  type BaseVersion,
  beginWriting,
  isOtherReader,
  partsOfSchema,
  SCHEMA,
  type TeamAddress,
  versionColumns,
} from './address.ts'

/** How long a desk waits for another one that is writing. */
const LOCK_WAIT_MS = 5000
/** How long it waits for the server before it says that it is away. */
const CONNECT_MS = 3000
/** So long it may be silent after something was asked, before it is looked whether the server has it. */
const QUIET_MS = 1000
/** What a slow network carries in a millisecond at least: nothing is answered before it has arrived. */
const BYTES_PER_MS = 50
/** How long it has to say that it works, once a line is silent. */
const LOOK_MS = 2500
/** A look during which this process did so long nothing but its own work is none. */
const BUSY_MS = 500
const TICK_MS = 50
/** What takes longer than this is given up, though the server works at it. */
const ANSWER_MS = 10 * 60_000

/** A desk that is gone in the middle of a write holds up nobody for longer than this; the administration may think meanwhile. */
const IDLE_MS = 20_000
const settings = {
  search_path: SCHEMA,
  lock_timeout: LOCK_WAIT_MS,
  tcp_keepalives_idle: 5,
  tcp_keepalives_interval: 2,
  tcp_keepalives_count: 3,
  tcp_user_timeout: 10_000,
}

const BOOL = 16
const INT8 = 20
const NUMERIC = 1700
/** As SQLite gives them: a truth is a number, and numbers are within what JavaScript holds. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === BOOL) return (value: string) => (value === 't' ? 1 : 0)
    if (oid === INT8 || oid === NUMERIC) return Number
    return pg.types.getTypeParser(oid, format)
  },
}

/** What the server says by its codes. Source: PostgreSQL, appendix A. */
const byState: Readonly<Record<string, ErrorCode>> = {
  '23503': 'not-found',
  '25006': 'team-read-only',
  '28000': 'team-password-wrong',
  '28P01': 'team-password-wrong',
  '3D000': 'team-missing',
  '42501': 'team-not-allowed',
  '42704': 'not-found',
  '53300': 'team-crowded',
  '53100': 'team-full',
  '55P03': 'busy',
}

/** Ended by the server or on the way: nobody knows what became of the last statement. */
function isCut(error: { code?: string; message?: string }): boolean {
  const { code = '', message = '' } = error
  if (/^(08|57P0)/u.test(code) || code === '25P03') return true
  // What a server says has a code; what the driver says has none.
  if (/^\w{5}$/u.test(code)) return false
  return (
    /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_AGAIN)/u.test(code) ||
    /terminat|timeout|not queryable/u.test(message)
  )
}

/** The server did not answer, and nobody knows what became of what it was asked; or had no line for this desk. */
export const isAwayError = (thrown: unknown): boolean =>
  thrown instanceof AppError && (thrown.code === 'team-away' || thrown.code === 'team-crowded')

/** The server said that the account has no right to what was asked. */
export const isRefusedError = (thrown: unknown): boolean =>
  thrown instanceof AppError && thrown.code === 'team-not-allowed' && thrown.cause instanceof pg.DatabaseError

const ofCertificates = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME/u

/** What a driver threw, as what a person can be told. */
export function fromServer(thrown: unknown): unknown {
  if (thrown instanceof AppError || !(thrown instanceof Error)) return thrown
  const error: Error & { code?: string; constraint?: string } = thrown
  const code = error.code ?? ''
  if (isCut(error)) return new AppError('team-away', { cause: thrown })
  if (/client password must be/u.test(error.message))
    return new AppError('team-password-needed', { cause: thrown })
  if (ofCertificates.test(code) || /SSL/u.test(error.message))
    return new AppError('team-certificate', { cause: thrown })
  if (code === '23505' && error.constraint?.endsWith('_pkey') === true)
    return new AppError('conflict', { cause: thrown })
  const known = byState[code]
  return known === undefined ? thrown : new AppError(known, { cause: thrown })
}

export class Line {
  readonly #address: TeamAddress
  readonly #password: string | undefined
  #client: Connected | null = null
  #silence: Silence | null = null
  #isClosed = false
  #laid = 0

  constructor(address: TeamAddress, password: string | undefined) {
    this.#address = address
    this.#password = password
  }

  /**
   * Lays it when it is not there.
   * @throws AppError `team-away`, `team-crowded`, `team-password-wrong`, `team-certificate`, `team-missing`,
   * `team-incomplete`, `team-older`, `data-newer`
   */
  async ready(): Promise<void> {
    if (this.#isClosed) throw new AppError('team-away')
    if (this.#client !== null) return
    const client = await connect(this.#address, this.#password)
    const silence = new Silence({
      heard: client.heard,
      isAtWork: () => isAtWork(this.#address, this.#password, client.pid()),
      lost: client.cut,
    })
    try {
      expectOwn(await silence.during(schemaVersionIn(client)))
      await silence.during(client.query(asReader))
    } catch (thrown) {
      await client.end()
      throw fromServer(thrown)
    }
    // Closed while it was laid.
    if (this.#isClosed) {
      await client.end()
      throw new AppError('team-away')
    }
    client.on('error', () => this.#drop(client))
    this.#client = client
    this.#silence = silence
    this.#laid += 1
  }

  /**
   * Lays it anew when the account has become one that only reads since, or is one no longer: the same names are then those of
   * other tables. Outside of a transaction.
   * @returns whether it was
   */
  async renew(): Promise<boolean> {
    const { rows } = await this.query<{ isOther: number }>(isOtherReader)
    if (rows[0]?.isOther !== 1) return false
    if (this.#client !== null) this.#drop(this.#client)
    await this.ready()
    return true
  }

  /** How often it was laid: what was known of the account before may be otherwise since. */
  get laid(): number {
    return this.#laid
  }

  /**
   * Begins a transaction, in one trip; an upgrade that came while this desk was at work is noticed.
   * @param how statements that begin it
   * @throws AppError `team-older`, `data-newer`
   */
  async begin(how: string): Promise<void> {
    const results = [
      await this.query<BaseVersion>(`${how}; SELECT ${versionColumns} FROM ${SCHEMA}.team_schema AS s`),
    ].flat()
    try {
      expectOwn(results.at(-1)?.rows[0] ?? { version: 0, revision: 0 })
    } catch (thrown) {
      await this.query('ROLLBACK')
      throw thrown
    }
  }

  async query<R extends pg.QueryResultRow>(
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<pg.QueryResult<R>> {
    const client = this.#client
    const silence = this.#silence
    if (client === null || silence === null) throw new AppError('team-away')
    try {
      // Several statements in one text take no parameters.
      const asked = parameters.length === 0 ? client.query<R>(sql) : client.query<R>(sql, [...parameters])
      return await silence.during(asked, sizeOf(parameters))
    } catch (thrown) {
      const error = fromServer(thrown)
      if (error instanceof AppError && error.code === 'team-away') this.#drop(client)
      throw error
    }
  }

  /** Whether an act was committed: asked once nobody writes, so that it is not about to be. */
  async hasAct(act: string): Promise<boolean> {
    try {
      await this.begin(beginWriting)
      return (await this.query('SELECT 1 FROM team_change WHERE act = $1', [act])).rows.length > 0
    } finally {
      await this.query('ROLLBACK').catch(() => undefined)
    }
  }

  /** For good. */
  async close(): Promise<void> {
    this.#isClosed = true
    const client = this.#client
    this.#client = null
    await client?.end().catch(() => undefined)
  }

  #drop(client: Connected): void {
    if (this.#client === client) this.#client = null
    client.removeAllListeners('error')
    client.on('error', () => undefined)
    void client.end().catch(() => undefined)
  }
}

/** A line is silent while the server works, and when nothing comes through any more, of which nobody is told. */
class Silence {
  readonly #heard: () => number
  readonly #isAtWork: () => Promise<boolean>
  readonly #lost: () => void
  #waiting = 0
  /** Of all that is waited for: what comes behind a large one waits for it too. */
  #bytes = 0
  #timer: NodeJS.Timeout | null = null
  #turn = 0

  /**
   * @param on.heard how many bytes have come
   * @param on.isAtWork whether the server is there and works at what was asked
   * @param on.lost told when it is not, though something is waited for
   */
  constructor(on: { heard: () => number; isAtWork: () => Promise<boolean>; lost: () => void }) {
    this.#heard = on.heard
    this.#isAtWork = on.isAtWork
    this.#lost = on.lost
  }

  /** @param bytes of what was asked */
  async during<T>(asked: Promise<T>, bytes = 0): Promise<T> {
    this.#waiting += 1
    this.#bytes += bytes
    this.#listen()
    try {
      return await asked
    } finally {
      this.#waiting -= 1
      this.#bytes -= bytes
      this.#listen()
    }
  }

  #listen(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#turn += 1
    this.#timer =
      this.#waiting === 0 ? null : setTimeout(() => void this.#look(), QUIET_MS + this.#bytes / BYTES_PER_MS)
  }

  async #look(): Promise<void> {
    const [turn, heard] = [this.#turn, this.#heard()]
    const gaps = longestGap()
    const isAtWork = await this.#isAtWork()
    const wasBusy = gaps() > BUSY_MS
    // Answered meanwhile, or asked for more.
    if (turn !== this.#turn) return
    // This process read nothing while it was busy itself: what it did not hear says nothing of the server.
    if (isAtWork || wasBusy || heard !== this.#heard()) this.#listen()
    else this.#lost()
  }
}

/** What it returns says for how long at most this process came to nothing that waited, until it is called. */
function longestGap(): () => number {
  let [last, longest] = [performance.now(), 0]
  const look = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  const ticks = setInterval(look, TICK_MS)
  return () => {
    clearInterval(ticks)
    look()
    return longest
  }
}

const sizeOf = (parameters: readonly unknown[]): number =>
  parameters.reduce<number>(
    (sum, one) => sum + (typeof one === 'string' || one instanceof Uint8Array ? one.length : 0),
    0,
  )

/**
 * Alone with it among all desks: given up by the engine when this desk is gone, or its line alone, which `work` is not told.
 * @throws AppError `mail-under-way` while another desk is
 */
export async function aloneOnServer<T>(line: Line, what: string, work: () => Promise<T>): Promise<T> {
  try {
    await line.ready()
    const asked = 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS "isHad"'
    const { rows } = await line.query<{ isHad: number }>(asked, [what])
    if (rows[0]?.isHad !== 1) throw new AppError('mail-under-way')
    return await work()
  } finally {
    await line.close()
  }
}

/** Whether a server has what was asked on a line: one that is away does not answer another line either. */
async function isAtWork(address: TeamAddress, password: string | undefined, pid: number): Promise<boolean> {
  const asked = async () => {
    const other = await connect(address, password, LOOK_MS)
    try {
      const { rows } = await other.query(
        `SELECT 1 FROM pg_stat_activity WHERE pid = $1 AND state = 'active'`,
        [pid],
      )
      return rows.length > 0
    } finally {
      other.cut()
    }
  }
  return Promise.race([
    // It may have no room for another line: then it is there.
    asked().catch((thrown: unknown) => isFull(thrown)),
    pause(LOOK_MS, false, { ref: false }),
  ])
}

const isFull = (thrown: unknown): boolean => thrown instanceof AppError && thrown.code === 'team-crowded'

type Connected = pg.Client & {
  /** The process of the server on it. */
  pid(): number
  /** How many bytes have come on it. */
  heard(): number
  /** At once, whoever waits for an answer. */
  cut(): void
}

/**
 * A connection of its own; a certificate that the authority of the address did not sign is refused.
 * @param answerMs a server that has not answered one statement by then is away; 0: it is waited for
 */
export async function connect(
  address: TeamAddress,
  password: string | undefined,
  answerMs = ANSWER_MS,
): Promise<Connected> {
  const { host, port, database, user, authority } = address
  const client = new pg.Client({
    ...{ host, port, database, user, types },
    // Without one, PGPASSFILE is asked.
    ...(password === undefined ? {} : { password }),
    ssl: authority === '' ? false : { ca: authority, rejectUnauthorized: true },
    options: Object.entries({
      ...settings,
      idle_in_transaction_session_timeout: answerMs === 0 ? 0 : IDLE_MS,
    })
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    application_name: 'Séances INP',
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: answerMs,
    keepAlive: true,
    // What is asked does not wait for the answer to what was asked before.
    pipeline: true,
  })
  // Said by the call that it belongs to.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return Object.assign(client, {
      pid: () => Number(Reflect.get(client, 'processID')),
      heard: () => Number(Reflect.get(client.connection.stream, 'bytesRead')),
      cut: () => client.connection.stream.destroy(),
    })
  } catch (thrown) {
    throw fromServer(thrown)
  }
}

/** @throws AppError `team-missing`; `team-incomplete` when parts of it are gone */
export async function schemaVersionIn(client: pg.Client): Promise<BaseVersion> {
  const { rows } = await client.query<{ there: string | null }>(
    // A table of that name that another application made says nothing of ours.
    `SELECT to_regclass('${SCHEMA}.team_schema')::text AS there
     WHERE 2 = (SELECT count(*) FROM pg_attribute WHERE attrelid = to_regclass('${SCHEMA}.team_schema') AND attname IN ('version', 'parts'))`,
  )
  if (rows[0]?.there == null) throw new AppError('team-missing')
  const found = await client.query<BaseVersion & { isWhole: number }>(
    `SELECT ${versionColumns}, s.parts <= ${partsOfSchema} AS "isWhole" FROM ${SCHEMA}.team_schema AS s`,
  )
  const [schema] = found.rows
  if (schema?.isWhole !== 1) throw new AppError('team-incomplete')
  return { version: schema.version, revision: schema.revision }
}

/** Below zero: it is older than what this application makes. */
export const comparedWithOwn = ({ version, revision }: BaseVersion): number =>
  version - SCHEMA_VERSION || revision - BASE_REVISION

function expectOwn(found: BaseVersion): void {
  if (comparedWithOwn(found) > 0) throw new AppError('data-newer')
  if (comparedWithOwn(found) < 0) throw new AppError('team-older')
}
