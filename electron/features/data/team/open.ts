import { setTimeout as pause } from 'node:timers/promises'
import { settleDesk } from '../../../db/desk/desk.ts'
import { storeColumns } from '../../../db/files/stored-hashes.ts'
import { accountOf, type TeamAddress } from '../../../db/postgres/address.ts'
import { Feed } from '../../../db/postgres/feed.ts'
import { isAwayError } from '../../../db/postgres/line.ts'
import { prepareTeam } from '../../../db/postgres/open.ts'
import { ReadsTogether } from '../../../db/postgres/reads-together.ts'
import { teamAuthor } from '../../../domain/data/team.ts'
import { civilDate } from '../../../domain/time/civil-date.ts'
import type { Data } from '../../data.ts'
import { type CoreOptions, clockOf } from '../../options.ts'
import { Changes } from '../changes.ts'
import { Fetching } from './fetching.ts'
import { teamContexts } from './long-contexts.ts'
import { Presence } from './presence.ts'
import { TeamReads } from './reads.ts'
import { Standing } from './standing.ts'
import { TeamTurns } from './turns.ts'
import { TeamWrites } from './writes.ts'

/** Tables whose texts mention files, besides those with a column for one. */
const beside: ReadonlySet<string> = new Set(['minutes_section', 'sending'])
/** So long the first screen waits for a server where a copy could be read. */
const QUICK_MS = 800

/** The data of a team, as those of a desk are handed out: one call of this desk after another. */
export async function openTeamData(given: CoreOptions, address: TeamAddress): Promise<Data> {
  const options = { ...given, who: teamAuthor(address.user, given.who) }
  const { dataFolder, emit, log, who } = options
  const password = (await options.teamPassword?.(accountOf(address))) ?? undefined
  settleDesk(dataFolder, options.settled ?? {})
  const clock = clockOf(options)
  const time = () => {
    const now = clock()
    return { now, today: civilDate(now), who }
  }
  const changes = new Changes(emit)
  const team = prepareTeam(dataFolder, address, password)
  const standing = new Standing(options, { address, password, changes })
  const turns = new TeamTurns(team.line, { standing, changes })
  const inTurn = <T>(work: () => Promise<T>) => turns.run(work)
  const fetching = new Fetching(team.files, { turns, changes, clock, log })
  const feed = new Feed(address, password, {
    line: team.line,
    inTurn,
    heard: {
      wrote: (others) => {
        standing.wasWritten()
        changes.wrote(others, new Map())
        if ([...others.keys()].some((table) => table in storeColumns || beside.has(table))) fetching.ask()
      },
      upTo: (n) => emit({ topic: 'heard', upTo: n }),
      listening: () => presence.listening(),
      said: (words) => presence.hear(words),
      everything: () => {
        standing.wasWritten()
        changes.everything()
        fetching.ask()
      },
    },
  })
  const presence = new Presence({
    who,
    say: (words) => feed.say(words),
    changed: () => changes.source('mates'),
    now: () => clock().getTime(),
  })
  const end = async () => {
    fetching.end()
    await presence.end()
    await feed.end()
    await standing.end()
  }
  try {
    const isHere = await isThere(turns, standing, log)
    await feed.begin(!isHere)
  } catch (thrown) {
    await end()
    await team.close()
    throw thrown
  }
  fetching.ask()
  standing.keepCopies()

  const together = new ReadsTogether(team.line, inTurn)
  const reads = new TeamReads(team, { together, standing, address, dataFolder, time })
  const on = { turns, together, feed, standing, changes }
  const writes = new TeamWrites(team, on, { dataFolder, teamHost: address.host, time })
  const { files } = team
  return {
    read: reads.read,
    write: (method, work, asked) => writes.write(method, work, { former: null, isStep: false, asked }),
    long: teamContexts({
      ...options,
      ...{ address, password, files, reads, writes, standing, presence, changes, time },
    }),
    changes,
    isChanged: () => false,
    look: () => undefined,
    readPages: async () => undefined,
    isBehind: false,
    async close() {
      await end()
      await turns.end(() => team.close())
    },
  }
}

/** Whether the server is; while it is not, the copy is shown, which is read at once when the server is not quick to answer. */
async function isThere(turns: TeamTurns, standing: Standing, log: CoreOptions['log']): Promise<boolean> {
  const isAnswered = turns.run(async () => true)
  const isQuick =
    standing.copyAt === null ? isAnswered : Promise.race([isAnswered, pause(QUICK_MS, false, { ref: false })])
  const isHere = await isQuick.catch((thrown: unknown) => {
    if (standing.copyAt === null || !isAwayError(thrown)) throw thrown
    return false
  })
  if (isHere) return true
  isAnswered.catch(() => undefined)
  standing.isAway()
  try {
    await standing.showCopy()
    return false
  } catch (thrown) {
    log('the copy of the team could not be opened', thrown)
    return await isAnswered
  }
}
