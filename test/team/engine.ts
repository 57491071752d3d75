import { joinTeam } from '../../electron/db/postgres/address.ts'
import { startServer, type TestServer } from './server.ts'

/** Whether the suites of the contract are run on the base of a team in place of a desk's own data. */
export const isOfTeam = process.env.SEANCES_ENGINE === 'postgres'

let server: Promise<TestServer> | null = null

/**
 * The desk of a folder works on a base of its own, from its next opening on by the account that it is given; the server ends with
 * this process.
 */
export async function joinNewBase(folder: string): Promise<(account: string) => Promise<void>> {
  server ??= startServer()
  const { newBase, as } = await server
  const base = await newBase()
  return async (account) => {
    const { user, ...address } = await as(base, account)
    await joinTeam(folder, { kind: 'seances-inp/equipe', ...address }, user)
  }
}
