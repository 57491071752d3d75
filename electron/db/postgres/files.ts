// The files of a team: their bytes lie in the base under their hash, and in the store of each desk that knows of them.
import type Database from 'better-sqlite3'
import { AppError } from '../../contract/errors.ts'
import { quoted } from '../columns.ts'
import { keepBytes, keptBytes, sha256, storedIn } from '../files/store.ts'
import { storeColumns } from '../files/stored-hashes.ts'
import { tablesOf } from '../stored-tables.ts'
import type { Line } from './line.ts'

const PIECE = 1024 * 1024
/** From this size on bytes take longer than the rows that speak of them. */
const AHEAD = 64 * 1024

const hashesIn = (text: string) =>
  `SELECT (regexp_matches(${text}, '(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])', 'g'))[1] AS hash`

/** Those that rows of the journal mention, texts with pictures too; and of tables that it does not record. */
export class TeamFiles {
  readonly #line: Line
  readonly #folder: string
  readonly #unrecorded: readonly string[]
  /** Those that the base was found to have. */
  readonly #there = new Set<string>()

  /** @param desk an empty database of a desk, whose tables are the same */
  constructor(line: Line, desk: Database.Database, folder: string) {
    this.#line = line
    this.#folder = folder
    const recorded = new Set(tablesOf(desk, 'journal'))
    this.#unrecorded = Object.keys(storeColumns).filter((table) => !recorded.has(table))
  }

  /**
   * Within the transaction that wrote: gives the base the bytes that its rows speak of and that it does not have.
   * @param upTo the last change of the journal before it
   */
  async give(upTo: number, written: ReadonlySet<string>): Promise<void> {
    const columns = this.#unrecorded
      .filter((table) => written.has(table))
      .flatMap((table) => (storeColumns[table] ?? []).map((column) => ({ table, column })))
    // Another desk may have to tell what became of a message, with what it carried.
    const ofSendings = written.has('sending')
      ? `UNION ${hashesIn("sha256 || ' ' || composition")} FROM sending`
      : ''
    const { rows } = await this.#line.query<{ hash: string }>(
      `SELECT DISTINCT hash FROM (
         ${hashesIn('after')} FROM journal_change WHERE ord > $1
         ${columns.map(({ table, column }) => `UNION SELECT ${quoted(column)} FROM ${quoted(table)}`).join(' ')}
         ${ofSendings}
       ) AS mentioned WHERE hash IS NOT NULL AND hash NOT IN (SELECT sha256 FROM team_file)`,
      [upTo],
    )
    await this.#put(rows.map(({ hash }) => hash))
  }

  /**
   * Gives the base the bytes of files that a desk has, as far as it does not have them: each in a transaction of its own, and
   * compared there.
   * @param step told before each; throws to give up
   * @returns the hashes of what the base has then
   */
  async giveAll(
    hashes: readonly string[],
    step: (done: number, total: number) => void,
  ): Promise<ReadonlySet<string>> {
    const { rows } = await this.#line.query<{ hash: string }>('SELECT DISTINCT sha256 AS hash FROM team_file')
    const there = new Set(rows.map(({ hash }) => hash))
    const own = new Set(await storedIn(this.#folder))
    // A hash may be that of something that no store has to hold.
    const missing = hashes.filter((hash) => own.has(hash) && !there.has(hash))
    for (const [at, hash] of missing.entries()) {
      step(at, missing.length)
      await this.#line.query('BEGIN')
      try {
        await this.#putOne(hash)
        const [sum] = (
          await this.#line.query<{ hash: string }>(
            `SELECT encode(sha256(string_agg(bytes, ''::bytea ORDER BY piece)), 'hex') AS hash FROM team_file WHERE sha256 = $1`,
            [hash],
          )
        ).rows
        if (sum?.hash !== hash)
          throw new AppError('data-damaged', { message: `${hash} did not arrive as it is` })
        await this.#line.query('COMMIT')
        there.add(hash)
      } catch (thrown) {
        await this.#line.query('ROLLBACK').catch(() => undefined)
        throw thrown
      }
    }
    return there
  }

  /**
   * Gives the base the bytes of a file before the rows that speak of them, on a line of its own: nobody waits for them to write.
   * Small ones go with the rows.
   */
  async giveAhead(hash: string, lineOf: () => Line): Promise<void> {
    if (this.#there.has(hash)) return
    const bytes = Buffer.from(await keptBytes(this.#folder, hash))
    if (bytes.length < AHEAD) return
    const line = lineOf()
    try {
      await line.ready()
      const { rows } = await line.query('SELECT 1 FROM team_file WHERE sha256 = $1 LIMIT 1', [hash])
      if (rows.length === 0) {
        await line.query('BEGIN')
        await putPieces(line, hash, bytes)
        await line.query('COMMIT')
      }
      this.#there.add(hash)
    } finally {
      await line.close()
    }
  }

  async #put(hashes: readonly string[]): Promise<void> {
    if (hashes.length === 0) return
    const own = new Set(await storedIn(this.#folder))
    // A hash may be that of something that no store has to hold.
    for (const hash of hashes) if (own.has(hash)) await this.#putOne(hash)
  }

  async #putOne(hash: string): Promise<void> {
    await putPieces(this.#line, hash, Buffer.from(await keptBytes(this.#folder, hash)))
  }

  /** The hashes of what the base has and this desk does not. */
  async missing(): Promise<string[]> {
    const { rows } = await this.#line.query<{ hash: string }>('SELECT DISTINCT sha256 AS hash FROM team_file')
    return this.lacking(rows.map(({ hash }) => hash))
  }

  /** Those that the store of this desk does not have. */
  async lacking(hashes: readonly string[]): Promise<string[]> {
    const own = new Set(await storedIn(this.#folder))
    return hashes.filter((hash) => !own.has(hash))
  }

  /**
   * Takes one of them into the store of this desk, piece by piece, each `inTurn` with the calls of the desk.
   * @returns whether it is what its name says; whatever else lies there is not taken
   */
  async take(hash: string, now: Date, inTurn: <T>(work: () => Promise<T>) => Promise<T>): Promise<boolean> {
    const pieces: Buffer[] = []
    for (let isLast = false; !isLast; ) {
      const { rows } = await inTurn(() =>
        this.#line.query<{ bytes: Buffer }>('SELECT bytes FROM team_file WHERE sha256 = $1 AND piece = $2', [
          hash,
          pieces.length,
        ]),
      )
      isLast = rows[0] === undefined || rows[0].bytes.length < PIECE
      if (rows[0] !== undefined) pieces.push(rows[0].bytes)
    }
    const bytes = Buffer.concat(pieces)
    if (sha256(bytes) !== hash) return false
    await keepBytes({ dataFolder: this.#folder, now }, bytes)
    return true
  }
}

/**
 * A statement of the owner's, while nobody writes: bytes go that no row names, nor any change that could be taken back. They had
 * gone ahead of an act that was refused, or of what has been erased since.
 */
export const sweepFiles = (tables: readonly string[]): string =>
  `DELETE FROM team_file WHERE sha256 NOT IN (${tables
    .map((table) => `${hashesIn('named::text')} FROM ${quoted(table)} AS named`)
    .join(' UNION ')})`

/** Another desk may be giving the same ones: what it has given is whole once it has committed. */
async function putPieces(line: Line, hash: string, bytes: Buffer): Promise<void> {
  for (let at = 0, piece = 0; at === 0 || at < bytes.length; at += PIECE, piece += 1)
    await line.query(
      'INSERT INTO team_file (sha256, piece, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [hash, piece, bytes.subarray(at, at + PIECE)],
    )
}

/** Of whoever only reads: what papers and documents that they see are made of. */
const readersFiles = [
  'SELECT sha256 FROM attachment',
  'SELECT sha256 FROM agenda_version',
  'SELECT pdf_sha256 FROM minutes_version WHERE pdf_sha256 IS NOT NULL',
  'SELECT sha256 FROM approval',
  'SELECT sha256 FROM corrigendum',
  'SELECT sha256 FROM signed_copy',
  'SELECT sha256 FROM logo',
].join(' UNION ')

/** The table, and who may read it; the roles are there. */
export function filesSchema(writers: readonly string[], readers: string): string[] {
  return [
    `CREATE TABLE team_file (sha256 text COLLATE "C" NOT NULL, piece bigint NOT NULL, bytes bytea NOT NULL, PRIMARY KEY (sha256, piece))`,
    // Compressed already, nearly always.
    'ALTER TABLE team_file ALTER COLUMN bytes SET STORAGE EXTERNAL',
    'ALTER TABLE team_file ENABLE ROW LEVEL SECURITY',
    `GRANT SELECT, INSERT ON team_file TO ${writers.join(', ')}`,
    `GRANT SELECT ON team_file TO ${readers}`,
    `CREATE POLICY everything ON team_file TO ${writers.join(', ')} USING (true) WITH CHECK (true)`,
    `CREATE POLICY readers ON team_file FOR SELECT TO ${readers} USING (sha256 IN (${readersFiles}))`,
  ]
}
