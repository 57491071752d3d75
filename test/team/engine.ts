import { joinTeam } from '../../electron/db/postgres/address.ts'
import { connect } from '../../electron/db/postgres/line.ts'
import { PASSWORD, startServer, type TestServer } from './server.ts'

/** Whether the suites of the contract are run on the base of a team in place of a desk's own data. */
export const isOfTeam = process.env.SEANCES_ENGINE === 'postgres'

let server: Promise<TestServer> | null = null

type NewBase = {
  /** From its next opening on the desk works by that account, which may everything. */
  workAs(account: string): Promise<void>
  /** Statements that no guard sees. */
  unwatched(sql: string): Promise<void>
  rows<T extends Record<string, unknown>>(sql: string): Promise<T[]>
  drop(): Promise<void>
}

/** The desk of a folder works on a base of its own; the server ends with this process. */
export async function joinNewBase(folder: string): Promise<NewBase> {
  server ??= startServer()
  const { newBase, as, query } = await server
  const base = await newBase()
  const asOwner = async <T extends Record<string, unknown>>(sql: string): Promise<T[]> => {
    const client = await connect(base, PASSWORD)
    try {
      return (await client.query<T>(sql)).rows
    } finally {
      await client.end()
    }
  }
  return {
    async workAs(account) {
      const { user, ...address } = await as(base, account, 'administration')
      await joinTeam(folder, { kind: 'seances-inp/equipe', ...address }, user)
    },
    async unwatched(sql) {
      await asOwner(`SET session_replication_role = replica; ${sql}`)
    },
    rows: asOwner,
    async drop() {
      await query('postgres', `DROP DATABASE ${base.database} WITH (FORCE)`)
    },
  }
}
