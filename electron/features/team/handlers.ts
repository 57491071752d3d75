// The base of a team and this desk: joined, given all that the desk holds, left. What speaks with a server is loaded by
// whoever has a team.
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../contract/errors.ts'
import type { Method } from '../../contract/index.ts'
import { openFinished } from '../../db/copies/finished.ts'
import { settledFor } from '../../db/desk/desk.ts'
import { expectHand } from '../../db/desk/writer.ts'
import { accountOf, addressOf, memberOf, teamFileAt } from '../../db/postgres/address.ts'
import type { TeamFile } from '../../domain/data/team.ts'
import type { Handlers, InternalHandlers, LongContext } from '../context.ts'
import { oneAtATime } from '../one-at-a-time.ts'

const works = oneAtATime()

export const handlers: Handlers<'team'> = {
  async 'team.get'({ dataFolder, team }) {
    const member = memberOf(dataFolder)
    const { role = null, awaySince = null, copyAt = null, isCopyShown = false } = team ?? {}
    const view = { role, awaySince, copyAt, isCopyShown }
    if (member === null) return { member, ...view }
    const { host, database, user } = member.address
    return { member: { host, database, user, since: member.since }, ...view }
  },
  async 'team.mates'({ presence }) {
    return presence?.mates() ?? []
  },
  async 'team.say'({ presence }, where) {
    presence?.say(where)
    return {}
  },
  async 'team.showCopy'({ team }) {
    if (team === null) throw new AppError('state-refuses')
    await team.showCopy()
    return {}
  },
  async 'team.offered'({ ownFolder }) {
    return { file: offeredIn(ownFolder) }
  },
  async 'team.stop'({ ownFolder }) {
    works.stop(ownFolder)
    return {}
  },
}

export const teamCalls: InternalHandlers<
  'tryTeam' | 'joinTeam' | 'shareWithTeam' | 'bringTeam' | 'leaveTeam'
> = {
  async tryTeam({ ownFolder }, account) {
    expectAllowed(ownFolder, account.file)
    return tried(account)
  },
  async joinTeam({ ownFolder, now }, account) {
    const { file, user } = account
    expectAllowed(ownFolder, file)
    await tried(account)
    const { joinWithoutCopy } = await import('../../db/postgres/leave-with-copy.ts')
    await joinWithoutCopy(ownFolder, file, user, now)
    return { account: accountOf(addressOf(file, user)) }
  },
  shareWithTeam: (context, { file, user, password }) =>
    works.alone(context.ownFolder, async (signal) => {
      const { openTeam } = await import('../../db/postgres/open.ts')
      const { giveDesk } = await import('../../db/postgres/share.ts')
      const { joinWithoutCopy } = await import('../../db/postgres/leave-with-copy.ts')
      const { ownFolder, now } = context
      expectAllowed(ownFolder, file)
      const address = addressOf(file, user)
      const team = await openTeam(ownFolder, address, password)
      try {
        // What is given over does not change meanwhile.
        return await context.leave(async () => {
          // Whoever has the hand has newer data than these.
          expectHand(context.writer)
          const desk = openFinished(await context.backup('manual'))
          try {
            const carried = await giveDesk(team, desk.sqlite, stepOf(context, 'team.share', signal))
            await joinWithoutCopy(ownFolder, file, user, now)
            return { account: accountOf(address), carried }
          } finally {
            desk.close()
          }
        })
      } finally {
        await team.close()
      }
    }),
  bringTeam: (context) =>
    works.alone(context.ownFolder, async (signal) => {
      const { team, ownFolder, now } = context
      if (team === null) throw new AppError('state-refuses')
      const { leaveWithCopy } = await import('../../db/postgres/leave-with-copy.ts')
      const onProgress = stepOf(context, 'team.bring', signal)
      const carried = await team.makeCopy({ signal, onProgress, isWhole: true })
      await team.leaving(() => leaveWithCopy(ownFolder, now))
      return carried
    }),
  async leaveTeam({ ownFolder, team }) {
    return team === null ? left(ownFolder) : team.leaving(() => left(ownFolder))
  },
}

/** @throws AppError `team-file-refused` when it cannot be read, or is none */
function offeredIn(ownFolder: string): TeamFile | null {
  const { TeamConnection } = settledFor(ownFolder)
  return TeamConnection === undefined ? null : teamFileAt(TeamConnection)
}

/** @throws AppError `setting-managed` where the administration wants no team, or another one */
function expectAllowed(ownFolder: string, file: TeamFile): void {
  const offered = offeredIn(ownFolder)
  const isOther = offered !== null && !isDeepStrictEqual(offered, file)
  if (settledFor(ownFolder).Team === false || isOther) throw new AppError('setting-managed')
}

/** Also while the base cannot be opened. */
export async function left(folder: string): Promise<Record<string, never>> {
  const { leaveWithoutCopy } = await import('../../db/postgres/leave-with-copy.ts')
  await leaveWithoutCopy(folder)
  return {}
}

function stepOf({ emit }: LongContext, method: Method, signal: AbortSignal) {
  return (done: number, total: number) => {
    if (signal.aborted) throw new AppError('cancelled')
    emit({ topic: 'progress', method, done, total })
  }
}

async function tried({ file, user, password }: { file: TeamFile; user: string; password: string }) {
  const { tryAccount } = await import('../../db/postgres/try-account.ts')
  return tryAccount(addressOf(file, user), password)
}
