import { randomUUID } from 'node:crypto'
import type { Method } from '../../../contract/index.ts'
import { readDesk } from '../../../db/desk/desk.ts'
import type { Transaction } from '../../../db/driver.ts'
import type { Erasing, ErasureTrace } from '../../../db/postgres/erasing.ts'
import { type Feed, wasCommitted } from '../../../db/postgres/feed.ts'
import { isAwayError } from '../../../db/postgres/line.ts'
import type { OpenTeam } from '../../../db/postgres/open.ts'
import type { ReadsTogether } from '../../../db/postgres/reads-together.ts'
import type { LongContext, Time, WriteContext } from '../../context.ts'
import type { Changes, Written } from '../changes.ts'
import { type Asked, Seen } from '../overtaken.ts'
import { asReplayed, type Played, playWrite } from '../play-write.ts'
import { written } from '../transactions.ts'
import type { Standing } from './standing.ts'
import type { TeamTurns } from './turns.ts'

type Fill = Parameters<LongContext['fill']>[0]

/** What this desk writes on the base of its team, one transaction each, and tells the other desks of. */
export class TeamWrites {
  readonly #team: OpenTeam
  readonly #turns: TeamTurns
  readonly #together: ReadsTogether
  readonly #feed: Feed
  readonly #standing: Standing
  readonly #changes: Changes
  readonly #desk: { dataFolder: string; teamHost: string; time: () => Time }

  constructor(
    team: OpenTeam,
    on: { turns: TeamTurns; together: ReadsTogether; feed: Feed; standing: Standing; changes: Changes },
    desk: { dataFolder: string; teamHost: string; time: () => Time },
  ) {
    this.#team = team
    this.#turns = on.turns
    this.#together = on.together
    this.#feed = on.feed
    this.#standing = on.standing
    this.#changes = on.changes
    this.#desk = desk
  }

  /**
   * One write, journaled.
   * @param on.former the entry that it goes on with
   * @param on.isStep whether others of the same work follow
   */
  async write<T>(
    method: Method,
    work: (context: WriteContext) => Promise<T>,
    on: { former: number | null; isStep: boolean; asked: Asked | undefined },
  ): Promise<Played<T>> {
    const { line, journal, tracker, files } = this.#team
    const { dataFolder, teamHost, time } = this.#desk
    return this.#act(async () => {
      const at = time()
      const tables = tracker.write()
      const act = randomUUID()
      let done: Played<T> | null = null
      let all: Written = new Map()
      let isReplay = false
      const play = async (tx: Transaction) => {
        const upTo = await journal.lastChange()
        const seen = new Seen(line, { who: at.who, upTo }, on.asked)
        const played = await playWrite(tx, journal, {
          method,
          at,
          desk: () => readDesk(dataFolder),
          teamHost,
          former: on.former,
          upTo,
          replays: () => {
            isReplay = true
          },
          work,
        }).catch((thrown: unknown) => seen.told(thrown))
        await seen.expect(played, (n) => this.#feed.since(n))
        all = written(tables, played.rows, played.own, journal)
        await files.give(upTo, tables)
        if (all.size > 0) await this.#feed.tell(act, all)
        done = played
      }
      await this.#committed(act, play).catch((thrown: unknown) => {
        throw isReplay ? asReplayed(thrown) : thrown
      })
      if (done === null) throw new Error('a transaction ended without its work')
      if (on.isStep) this.#changes.wroteStep(all)
      else this.#changes.wrote(all, new Map())
      return done
    })
  }

  /** Rows as they come, in no journal. */
  fill(work: Fill): Promise<void> {
    return this.#act(async () => {
      const { journal, tracker, files } = this.#team
      const tables = tracker.write()
      const act = randomUUID()
      await this.#committed(act, async (tx) => {
        const upTo = await journal.lastChange()
        await work(tx)
        await files.give(upTo, tables)
        await this.#feed.tell(act, new Map([...tables].map((table) => [table, null])))
      })
      this.#changes.wroteStep(new Map([...tables].map((table) => [table, null])))
    })
  }

  /** By the engine's own function; other desks read everything anew. */
  erase(trace: ErasureTrace, work: Erasing): Promise<void> {
    return this.#act(async () => {
      const act = randomUUID()
      await this.#committed(act, async () => {
        await this.#team.line.query('SELECT erase($1, $2)', [JSON.stringify(trace), JSON.stringify(work)])
        await this.#feed.tell(act, new Map(this.#team.tables.map((table) => [table, null])))
      })
      this.#changes.everything()
    })
  }

  #act<T>(work: () => Promise<T>): Promise<T> {
    this.#together.close()
    return this.#turns.run(work)
  }

  /** One transaction. Cut while it was answered, it is looked up and never done again. */
  async #committed(act: string, work: (tx: Transaction) => Promise<void>): Promise<void> {
    let isDone = false
    try {
      await this.#team.db.transaction().execute(async (tx) => {
        await work(tx)
        isDone = true
      })
    } catch (thrown) {
      if (!isDone || !isAwayError(thrown)) throw thrown
      // Told now: what became of it may take long to be known.
      this.#standing.isAway()
      const wasDone = await wasCommitted(this.#team.line, act)
      this.#standing.isHere()
      if (!wasDone) throw thrown
    }
    this.#standing.wasWritten()
    this.#feed.wasShown(act)
  }
}
