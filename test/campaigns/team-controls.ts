// What is taken out of a team for a moment, so that its campaign must notice.

import type { TeamAddress } from '../../electron/db/postgres/address.ts'
import { POLL_MS } from '../../electron/db/postgres/feed.ts'
import type { TestServer } from '../team/server.ts'
import { asRead, type WriteLetter } from './team.ts'

/** Projects are written whatever version they have by then. */
export const blindLetters =
  (server: TestServer) =>
  (base: TeamAddress): WriteLetter =>
  async (desk, row, letter, seen) => {
    if (row.kind !== 'project') return asRead(desk, row, letter, seen)
    const before = (await desk.ok('projects.list', {})).find(({ id }) => id === row.id)
    await server.query(
      base.database,
      `SET session_replication_role = replica;
       UPDATE inp.project SET title = '${before?.title ?? ''}${letter}' WHERE id = '${row.id}'`,
    )
    return true
  }

/** Nobody asks again and again what others wrote; returns what mends that. */
export function withoutPoll(): () => void {
  const { setInterval } = globalThis
  const never = 2 ** 30
  const without = (work: () => void, ms: number) => setInterval(work, ms === POLL_MS ? never : ms)
  Object.assign(globalThis, { setInterval: without })
  return () => Object.assign(globalThis, { setInterval })
}
