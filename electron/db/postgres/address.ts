// Where the base of a team is: the file that IT hands out, and the same kept by a desk that joined.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../contract/errors.ts'
import { readTeamFile, TeamFile, TeamUser } from '../../domain/data/team.ts'
import { Instant } from '../../domain/ids.ts'
import { syncFolder, writeDurably } from '../durable.ts'

/** Writers of one base go one after another, so that numbers of the journal are in the order of their commits. */
const WRITERS = 4_121_977
/** Waits for whoever writes; held until the transaction ends. */
export const writersLock = `pg_advisory_xact_lock(${WRITERS})`
export const lockWriters = `SELECT ${writersLock}`
/** Guards ask what is there now, which no other isolation shows, whatever is the default of the server. */
export const READ_COMMITTED = 'BEGIN ISOLATION LEVEL READ COMMITTED'
export const beginWriting = `${READ_COMMITTED}; ${lockWriters}`

/** Everything of the application lies in a schema of its own: the base may serve others too. */
export const SCHEMA = 'inp'

/**
 * What readers see in place of the tables of which some columns are not for them, under the names of these. Of the application's
 * own lines those of readers look here first.
 */
export const READERS = `${SCHEMA}_lecture`
/** On a line of somebody who only reads: names of tables are those of what readers see. */
export const asReader = `SELECT set_config('search_path', '${READERS}, ${SCHEMA}', false)
  WHERE NOT has_table_privilege('${SCHEMA}.search_text', 'SELECT')`
/** Whether a line no longer looks where `asReader` would have it look. */
export const isOtherReader = `SELECT has_table_privilege('${SCHEMA}.search_text', 'SELECT')
  = starts_with(current_setting('search_path'), '${READERS}') AS "isOther"`

/**
 * Of what a base has beyond the tables of a desk: rights, guards, functions, search. Raised with each change of these, so that
 * bases made before it are upgraded.
 */
export const BASE_REVISION = 10

/** What a schema was made by; the revision is 0 where it was not noted yet. */
export type BaseVersion = { readonly version: number; readonly revision: number }

/** The columns of `BaseVersion`, of `team_schema` AS s whether or not it has the revision. */
export const versionColumns = `s.version, coalesce((to_jsonb(s) ->> 'revision')::bigint, 0) AS revision`

/** How much there is of a schema: of one that is whole there is never less than was noted when it was made. */
export const partsOfSchema = `(SELECT count(*) FROM pg_class WHERE relnamespace IN (to_regnamespace('${SCHEMA}'), to_regnamespace('${READERS}')) AND relkind IN ('r', 'v'))
  + (SELECT count(*) FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
     WHERE c.relnamespace = '${SCHEMA}'::regnamespace AND NOT t.tgisinternal)`

/**
 * What `pg_has_role` is asked for: that a role can be used. From PostgreSQL 16 on whoever makes a role is its member, to give it
 * to others and not to use it, and a group may be joined alike.
 */
export const use = `CASE WHEN current_setting('server_version_num')::int < 160000 THEN 'member' ELSE 'usage, set' END`

/** Kept in the folder of a desk that works on the base of its team. */
const MEMBER_NAME = 'equipe.json'

export type TeamAddress = Omit<TeamFile, 'kind'> & { readonly user: string }

const Member = z.object({ file: TeamFile, user: TeamUser, since: Instant.nullable().default(null) })

/** Reads a connection file. @throws AppError `team-file-refused`, also for one that cannot be read */
export function teamFileAt(path: string): TeamFile {
  let file: TeamFile | null
  try {
    file = readTeamFile(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new AppError('team-file-refused', { cause })
  }
  if (file === null) throw new AppError('team-file-refused')
  return file
}

/**
 * The base on which the desk of a folder works; null when it works on data of its own.
 * @throws AppError `team-file-refused` when what it kept cannot be read: other data are never opened in place of a team's
 */
export function memberOf(folder: string): { address: TeamAddress; since: string | null } | null {
  const path = join(folder, MEMBER_NAME)
  if (!existsSync(path)) return null
  try {
    const { file, user, since } = Member.parse(JSON.parse(readFileSync(path, 'utf8')))
    return { address: addressOf(file, user), since }
  } catch (cause) {
    throw new AppError('team-file-refused', { cause })
  }
}

/** Whether the desk of a folder has joined a team, also when what it kept of that cannot be read. */
export const hasTeam = (folder: string): boolean => existsSync(join(folder, MEMBER_NAME))

export const teamOf = (folder: string): TeamAddress | null => memberOf(folder)?.address ?? null

export function addressOf({ kind: _, ...address }: TeamFile, user: string): TeamAddress {
  return { ...address, user }
}

/** What the password of an account is kept under: it is that of one account of one base, and of no other. */
export const accountOf = ({ host, port, database, user }: TeamAddress): string =>
  `${user} ${host}:${port}/${database}`

/** From the next opening on the desk works on the base of the team; its own data stay as they are. */
export async function joinTeam(
  folder: string,
  file: TeamFile,
  user: string,
  now = new Date(),
): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  await writeDurably(
    join(folder, MEMBER_NAME),
    `${JSON.stringify({ file, user, since: now.toISOString() }, null, 2)}\n`,
  )
}

/** From the next opening on it works on its own data again. */
export async function leaveTeam(folder: string): Promise<void> {
  rmSync(join(folder, MEMBER_NAME), { force: true })
  await syncFolder(folder)
}
