import type Database from 'better-sqlite3'
import { CamelCasePlugin, Kysely, PostgresAdapter, PostgresIntrospector } from 'kysely'
import { columnsOf } from '../columns.ts'
import type { Db } from '../driver.ts'
import { Tracker } from '../reads/tracker.ts'
import { searchTriggers } from '../search/search.ts'
import type { Tables } from '../tables.ts'
import { makeTriggers } from '../temp-triggers.ts'
import type { TeamAddress } from './address.ts'
import { TeamDriver, TeamQueryCompiler } from './driver.ts'
import { noEmptyLists } from './empty-lists.ts'
import { TeamFiles } from './files.ts'
import { TeamJournal } from './journal.ts'
import { Line } from './line.ts'
import { RowOrder } from './row-order.ts'
import { emptyDesk, teamTables } from './schema.ts'

export type OpenTeam = {
  readonly line: Line
  readonly db: Db
  readonly tracker: Tracker
  readonly journal: TeamJournal
  readonly files: TeamFiles
  /** Of the base, the search among them. */
  readonly tables: readonly string[]
  close(): Promise<void>
}

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
  const team = prepareTeam(folder, address, password)
  try {
    await team.line.ready()
    return team
  } catch (thrown) {
    await team.close()
    throw thrown
  }
}

/** The same before its line is laid. */
export function prepareTeam(folder: string, address: TeamAddress, password: string | undefined): OpenTeam {
  const line = new Line(address, password)
  // It holds no row: it knows what a statement touches, as the tables are the same.
  const desk: Database.Database = emptyDesk()
  makeTriggers(desk, searchTriggers(desk))
  const tracker = new Tracker(desk)
  const withId = new Set(teamTables(desk).filter((table) => columnsOf(desk, table).includes('id')))
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new ThrowingAdapter(),
      createDriver: () => new TeamDriver(line, tracker),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new TeamQueryCompiler(new RowOrder(withId)),
    },
    plugins: [new CamelCasePlugin(), noEmptyLists()],
  })
  return {
    line,
    db,
    tracker,
    journal: new TeamJournal(line, desk, tracker),
    files: new TeamFiles(line, desk, folder),
    tables: [...teamTables(desk), 'search_text'],
    async close() {
      desk.close()
      await line.close()
    },
  }
}
