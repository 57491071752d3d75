import type Database from 'better-sqlite3'
import {
  CamelCasePlugin,
  HandleEmptyInListsPlugin,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  replaceWithNoncontingentExpression,
} from 'kysely'
import { AppError } from '../../contract/errors.ts'
import { type TeamRole, teamRoles } from '../../domain/data/team.ts'
import type { Db } from '../driver.ts'
import { Tracker } from '../reads/tracker.ts'
import { keepSearchIndex } from '../search/search.ts'
import type { Tables } from '../tables.ts'
import { SCHEMA, type TeamAddress } from './address.ts'
import { TeamDriver, TeamQueryCompiler } from './driver.ts'
import { TeamFiles } from './files.ts'
import { TeamJournal } from './journal.ts'
import { connect, fromServer, Line } from './line.ts'
import { grant, roleName } from './rights.ts'
import { emptyDesk, teamSchema } from './schema.ts'

export type OpenTeam = {
  readonly line: Line
  readonly db: Db
  readonly tracker: Tracker
  readonly journal: TeamJournal
  readonly files: TeamFiles
  close(): Promise<void>
}

/** SQLite takes `in ()`, PostgreSQL does not. */
const noEmptyLists = new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })

/** Said to support several connections, so that Kysely does not wait for a free one: our driver throws instead. */
class ThrowingAdapter extends PostgresAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

/**
 * Opens the base of a team.
 * @param folder of this desk, whose store gets the files of the others
 * @throws AppError why it cannot be opened (`Line.ready`)
 */
export async function openTeam(
  folder: string,
  address: TeamAddress,
  password: string | undefined,
): Promise<OpenTeam> {
  const line = new Line(address, password)
  await line.ready()
  // It holds no row: it knows what a statement touches, as the tables are the same.
  const desk: Database.Database = emptyDesk()
  keepSearchIndex(desk)
  const tracker = new Tracker(desk)
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new ThrowingAdapter(),
      createDriver: () => new TeamDriver(line, tracker),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new TeamQueryCompiler(),
    },
    plugins: [new CamelCasePlugin(), noEmptyLists],
  })
  return {
    line,
    db,
    tracker,
    journal: new TeamJournal(line, desk, tracker),
    files: new TeamFiles(line, desk, folder),
    async close() {
      desk.close()
      await line.close()
    },
  }
}

/** The statements that make a base, for whoever wants to read them first. */
export function teamStatements(): string[] {
  const desk = emptyDesk()
  try {
    return teamSchema(desk)
  } finally {
    desk.close()
  }
}

/**
 * Makes the schema in a base that has none, in one transaction.
 * @throws AppError `team-there` when there is one
 */
export async function createTeam(address: TeamAddress, password: string | undefined): Promise<void> {
  const client = await connect(address, password)
  try {
    const { rows } = await client.query<{ there: string | null }>(
      `SELECT to_regnamespace('${SCHEMA}')::text AS there`,
    )
    if (rows[0]?.there != null) throw new AppError('team-there')
    await client.query('BEGIN')
    for (const statement of teamStatements()) await client.query(statement)
    await client.query('COMMIT')
  } catch (thrown) {
    throw fromServer(thrown)
  } finally {
    // What was not committed goes with the connection.
    await client.end()
  }
}

/** What a base is, as an account sees it. @throws AppError why it cannot be opened */
export async function lookAt(
  address: TeamAddress,
  password: string | undefined,
): Promise<{ server: string; version: number; roles: { role: TeamRole; accounts: string[] }[] }> {
  const line = new Line(address, password)
  await line.ready()
  try {
    const [server] = (await line.query<{ server_version: string }>('SHOW server_version')).rows
    const [schema] = (await line.query<{ version: number }>('SELECT version FROM team_schema')).rows
    const { rows } = await line.query<{ role: string; account: string }>(
      `SELECT r.rolname AS role, m.rolname AS account FROM pg_auth_members AS a JOIN pg_roles AS r ON r.oid = a.roleid
       JOIN pg_roles AS m ON m.oid = a.member ORDER BY 1, 2`,
    )
    return {
      server: server?.server_version ?? '',
      version: schema?.version ?? 0,
      roles: teamRoles.map((role) => ({
        role,
        accounts: rows.filter((row) => row.role === roleName(role)).map(({ account }) => account),
      })),
    }
  } finally {
    await line.close()
  }
}

/** Gives a role of the team to an account of the server. @throws AppError `not-found` without such an account */
export async function grantIn(
  address: TeamAddress,
  password: string | undefined,
  role: TeamRole,
  account: string,
): Promise<void> {
  const line = new Line(address, password)
  await line.ready()
  try {
    await line.query(grant(role, account))
  } finally {
    await line.close()
  }
}
