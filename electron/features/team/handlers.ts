// The base of a team and this desk: joined, looked at, left. What speaks with a server is loaded by whoever has a team.
import { AppError } from '../../contract/errors.ts'
import { accountOf, addressOf, joinTeam, leaveTeam, memberOf } from '../../db/postgres/address.ts'
import type { TeamFile } from '../../domain/data/team.ts'
import type { Handlers, InternalHandlers } from '../context.ts'

export const handlers: Handlers<'team'> = {
  async 'team.get'({ dataFolder, team }) {
    const member = memberOf(dataFolder)
    if (member === null) return { member: null, role: null }
    const { host, database, user } = member.address
    return { member: { host, database, user, since: member.since }, role: team?.role ?? null }
  },
}

export const teamCalls: InternalHandlers<'tryTeam' | 'joinTeam' | 'leaveTeam'> = {
  tryTeam: (_, account) => tryAccount(account),
  async joinTeam({ dataFolder, now }, account) {
    await tryAccount(account)
    const { file, user } = account
    await joinTeam(dataFolder, file, user, now)
    return { account: accountOf(addressOf(file, user)) }
  },
  leaveTeam: ({ dataFolder }) => left(dataFolder),
}

/** From the next opening on. */
export async function left(dataFolder: string): Promise<Record<string, never>> {
  await leaveTeam(dataFolder)
  return {}
}

async function tryAccount(account: { file: TeamFile; user: string; password: string }) {
  const { Line } = await import('../../db/postgres/line.ts')
  const { roleOf } = await import('../../db/postgres/rights.ts')
  const { isUnwritten } = await import('../../db/postgres/carry.ts')
  const line = new Line(addressOf(account.file, account.user), account.password)
  try {
    await line.ready()
    const role = await roleOf(line)
    if (role === null) throw new AppError('team-not-allowed')
    return { role, isEmpty: await isUnwritten(line) }
  } finally {
    await line.close()
  }
}
