// What the administration does with the base of a team: makes it, brings it to a newer version, looks at it, opens it to
// accounts. Each is one transaction; what it runs can be read first.
import Database from 'better-sqlite3'
import type pg from 'pg'
import { AppError } from '../../contract/errors.ts'
import { type TeamRole, teamRoles } from '../../domain/data/team.ts'
import { migrate } from '../migrate.ts'
import { nativeOptions } from '../native.ts'
import {
  type BaseVersion,
  lockWriters,
  READ_COMMITTED,
  READERS,
  SCHEMA,
  type TeamAddress,
} from './address.ts'
import { giveRows, giving, type Statements, takeRows, taking } from './carry.ts'
import { sweepFiles } from './files.ts'
import { bearsName } from './guards.ts'
import { comparedWithOwn, connect, fromServer, schemaVersionIn } from './line.ts'
import { grants, type RoleNames, roleNames, roleOf } from './rights.ts'
import { emptyDesk, teamSchema, teamTables, tellsChanges } from './schema.ts'

/** Where the tables of the former version lie while the rows are carried over. */
const FORMER = `${SCHEMA}_former`

/** The statements that make the schema of a base. */
function creating(names: RoleNames): string[] {
  const desk = emptyDesk()
  try {
    return teamSchema(desk, names)
  } finally {
    desk.close()
  }
}

/**
 * Makes the schema in a base that has none, in one transaction.
 * @throws AppError `team-there` when there is one; `team-server-old`; `team-encoding` where it could not hold every letter
 */
export async function createTeam(address: TeamAddress, password: string | undefined): Promise<void> {
  await within(address, password, async (line) => {
    for (const statement of await creatingIn(line, address.database)) await line.query(statement)
  })
}

/** What making it would run, for whoever wants to read it first. */
export async function createStatements(
  address: TeamAddress,
  password: string | undefined,
): Promise<string[]> {
  return within(address, password, (line) => creatingIn(line, address.database))
}

async function creatingIn(line: Statements, database: string): Promise<string[]> {
  const { rows } = await line.query<{ there: string | null }>(
    `SELECT coalesce(to_regnamespace('${SCHEMA}'), to_regnamespace('${READERS}'))::text AS there`,
  )
  if (rows[0]?.there != null) throw new AppError('team-there')
  const [server] = (
    await line.query<{ encoding: string; version: number }>(
      `SELECT current_setting('server_encoding') AS encoding, current_setting('server_version_num')::int AS version`,
    )
  ).rows
  if ((server?.version ?? 0) < OLDEST_SERVER) throw new AppError('team-server-old')
  if (server?.encoding !== 'UTF8') throw new AppError('team-encoding')
  return creating(await freeRoleNames(line, database))
}

/** The oldest that the tests run, and that its makers keep up, as the server counts its versions. */
const OLDEST_SERVER = 150_000

/** Roles outlive their base, with their members: a base that bears the name of a former one has others. */
async function freeRoleNames(line: Statements, database: string): Promise<RoleNames> {
  for (let count = 1; ; count += 1) {
    const names = roleNames(count === 1 ? database : `${database}_${count}`)
    const { rows } = await line.query('SELECT 1 FROM pg_roles WHERE rolname = ANY($1)', [
      Object.values(names),
    ])
    if (rows.length === 0) return names
  }
}

const makeRoom = `ALTER SCHEMA ${SCHEMA} RENAME TO ${FORMER}`

/** What readers saw shows the former tables. */
const dropSeen = `DROP SCHEMA IF EXISTS ${READERS} CASCADE`

/** What desks do not hold goes over within the server; then what was there before goes. */
const afterRows = (desk: Database.Database): string[] => [
  'SET CONSTRAINTS ALL IMMEDIATE',
  // Which account made an entry is what the engine noted then.
  'ALTER TABLE journal_entry DISABLE TRIGGER USER',
  `UPDATE journal_entry AS e SET made_in = f.made_in, made_on = coalesce(to_jsonb(f) ->> 'made_on', ''), made_by = f.made_by, made_at = (to_jsonb(f) ->> 'made_at')::timestamptz FROM ${FORMER}.journal_entry AS f WHERE f.seq = e.seq`,
  // What a desk brought with it, before anybody wrote, was once noted as made by whoever brought it.
  `UPDATE journal_entry SET made_by = '' WHERE made_in = (SELECT made_in FROM journal_entry ORDER BY seq LIMIT 1)
     AND NOT ${bearsName('who', 'made_by')}`,
  'ALTER TABLE journal_entry ENABLE TRIGGER USER',
  `INSERT INTO team_file (sha256, piece, bytes) SELECT sha256, piece, bytes FROM ${FORMER}.team_file`,
  sweepFiles(teamTables(desk)),
  // Acts go on being found, and numbers go on from where they were.
  'ALTER TABLE team_change DISABLE TRIGGER USER',
  `INSERT INTO team_change (n, act, at, written)
     SELECT n, act, at, CASE WHEN ${tellsChanges('written')} THEN written ELSE '[]' END FROM ${FORMER}.team_change`,
  // Somebody has written there, also where nothing of it is in the journal.
  `INSERT INTO team_begun SELECT 0, '' WHERE EXISTS (SELECT 1 FROM team_change UNION ALL SELECT 1 FROM meeting)
     AND NOT EXISTS (SELECT 1 FROM team_begun)`,
  'ALTER TABLE team_change ENABLE TRIGGER USER',
  `SELECT setval(pg_get_serial_sequence('team_change', 'n'), greatest(1, (SELECT max(n) FROM team_change)))`,
  `DROP SCHEMA ${FORMER} CASCADE`,
]

/** The statements of an upgrade from a version. */
function upgrading(version: number, names: RoleNames): string[] {
  const [former, desk] = [emptyDesk(version), emptyDesk()]
  try {
    return [
      lockWriters,
      ...taking(former),
      dropSeen,
      makeRoom,
      ...teamSchema(desk, names),
      ...giving(desk),
      ...afterRows(desk),
    ]
  } finally {
    former.close()
    desk.close()
  }
}

/**
 * Brings a base to the version of this application, in one transaction: its rows go through the migrations of a desk, and
 * are compared. Desks that are at work wait, and then need this version.
 * @returns the version that it had
 * @throws AppError `team-current` when it has this one, `data-newer`; `data-damaged` when a row did not arrive as it is
 */
export async function upgradeTeam(
  address: TeamAddress,
  password: string | undefined,
  step: (done: number, total: number) => void,
): Promise<BaseVersion> {
  return within(address, password, async (line, client) => {
    await line.query(lockWriters)
    const former = await formerVersion(client)
    const names = await roleNamesIn(line)
    const desk = await rowsAtThisVersion(line, former.version, step)
    try {
      for (const statement of [dropSeen, makeRoom, ...creating(names)]) await line.query(statement)
      await giveRows(line, desk, step)
      for (const statement of afterRows(desk)) await line.query(statement)
      return former
    } finally {
      desk.close()
    }
  })
}

/** What an upgrade would run, for whoever wants to read it first. */
export async function upgradeStatements(
  address: TeamAddress,
  password: string | undefined,
): Promise<string[]> {
  return within(address, password, async (line, client) =>
    upgrading((await formerVersion(client)).version, await roleNamesIn(line)),
  )
}

async function formerVersion(client: pg.Client): Promise<BaseVersion> {
  const former = await schemaVersionIn(client)
  if (comparedWithOwn(former) > 0) throw new AppError('data-newer')
  if (comparedWithOwn(former) === 0) throw new AppError('team-current')
  return former
}

/** All the rows of a base, in a desk of this version. */
async function rowsAtThisVersion(
  line: Statements,
  version: number,
  step: (done: number, total: number) => void,
): Promise<Database.Database> {
  const former = emptyDesk(version)
  try {
    await takeRows(line, former, step)
    migrate(former)
    // Opened anew: what is known of its columns is of the former version.
    return new Database(former.serialize(), nativeOptions())
  } finally {
    former.close()
  }
}

/** A transaction of the administration, which waits for the server as long as it works. */
async function within<T>(
  address: TeamAddress,
  password: string | undefined,
  work: (line: Statements, client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = await connect(address, password, 0)
  const line: Statements = {
    query: (sql, parameters = []) =>
      parameters.length === 0 ? client.query(sql) : client.query(sql, [...parameters]),
  }
  try {
    await client.query(READ_COMMITTED)
    const result = await work(line, client)
    await client.query('COMMIT')
    return result
  } catch (thrown) {
    throw fromServer(thrown)
  } finally {
    // What was not committed goes with the connection.
    await client.end()
  }
}

/** The names that the roles of a base were made with. */
async function roleNamesIn(line: Statements): Promise<RoleNames> {
  const { rows } = await line.query<{ role: TeamRole; name: string }>(ofRoles)
  const name = (role: TeamRole) => {
    const found = rows.find((row) => row.role === role)
    if (found === undefined) throw new AppError('team-incomplete')
    return found.name
  }
  return {
    administration: name('administration'),
    secretariat: name('secretariat'),
    lecture: name('lecture'),
  }
}

const ofRoles = `SELECT role, name FROM ${SCHEMA}.team_role`
const ofMembers = `SELECT t.role, m.rolname AS account FROM ${SCHEMA}.team_role AS t JOIN pg_roles AS r ON r.rolname = t.name
  JOIN pg_auth_members AS a ON a.roleid = r.oid JOIN pg_roles AS m ON m.oid = a.member
  WHERE pg_has_role(m.oid, r.oid, 'usage') ORDER BY 1, 2`
const ofServer = 'SHOW server_version'

/** What looking at a base asks it. */
export const looking: readonly string[] = [ofServer, ofMembers]

type TeamBase = BaseVersion & {
  readonly server: string
  /** Beside this application. */
  readonly state: 'older' | 'current' | 'newer'
  readonly roles: readonly { readonly role: TeamRole; readonly accounts: readonly string[] }[]
}

/** What a base is, as an account sees it, also one of another version. @throws AppError why it cannot be opened */
export async function lookAt(address: TeamAddress, password: string | undefined): Promise<TeamBase> {
  return within(address, password, async (line, client) => {
    const found = await schemaVersionIn(client)
    const compared = comparedWithOwn(found)
    const [server] = (await line.query<{ server_version: string }>(ofServer)).rows
    const { rows } = await line.query<{ role: TeamRole; account: string }>(ofMembers)
    return {
      server: server?.server_version ?? '',
      ...found,
      state: compared === 0 ? 'current' : compared < 0 ? 'older' : 'newer',
      roles: teamRoles.map((role) => ({
        role,
        accounts: rows.filter((row) => row.role === role).map(({ account }) => account),
      })),
    }
  })
}

/**
 * Leaves an account of the server with one role of the team, or with none.
 * @throws AppError `team-no-account` without such an account; `team-role-stays` where the account has a higher one by a group, or
 * from another account
 */
export async function grantIn(
  address: TeamAddress,
  password: string | undefined,
  role: TeamRole | null,
  account: string,
): Promise<void> {
  await within(address, password, async (line) => {
    for (const statement of await grantingIn(line, role, account)) await line.query(statement)
    // What another account gave, or a group brings, is not taken back: the engine only warns.
    if (await hasHigher(line, role, account)) throw new AppError('team-role-stays')
  })
}

/** Whether an account can use a higher role than the one given; whoever may do everything on the server needs none. */
async function hasHigher(line: Statements, role: TeamRole | null, account: string): Promise<boolean> {
  const { rows } = await line.query('SELECT 1 FROM pg_roles WHERE rolname = $1 AND rolsuper', [account])
  if (rows.length > 0) return false
  const highest = await roleOf(line, account)
  return highest !== null && highest !== role
}

/** What giving it would run, for whoever wants to read it first. */
export async function grantStatements(
  address: TeamAddress,
  password: string | undefined,
  role: TeamRole | null,
  account: string,
): Promise<string[]> {
  return within(address, password, (line) => grantingIn(line, role, account))
}

async function grantingIn(line: Statements, role: TeamRole | null, account: string): Promise<string[]> {
  const { rows } = await line.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [account])
  if (rows.length === 0) throw new AppError('team-no-account')
  return grants(await roleNamesIn(line), role, account)
}
