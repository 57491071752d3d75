import { AppError } from '../../contract/errors.ts'
import { contract, type Method } from '../../contract/index.ts'
import type { MethodShape } from '../../contract/method.ts'
import { readDesk } from '../../db/desk/desk.ts'
import type { Writer } from '../../db/driver.ts'
import { EveryText } from '../../db/search/every-text.ts'
import { findEntities, findEntityPage, findTexts } from '../../db/search/search.ts'
import type { LongContext, ReadContext, Time, WriteContext } from '../context.ts'
import { changesLocked } from '../imports/takeover/locked.ts'
import { ChangedMeanwhile } from '../turns.ts'
import type { LeaveToWrite } from './leave-to-write.ts'
import type { LiveDatabase } from './live-database.ts'
import type { Shown } from './shown.ts'

/** How often a reading begins again because others wrote in its pauses; then it makes none. */
const READ_AGAIN = 2

/** Hands out transactions, one after another. */
export class Transactions {
  readonly #dataFolder: string
  readonly #live: LiveDatabase
  readonly #shown: Shown
  readonly #leave: LeaveToWrite
  readonly #time: () => Time
  #lastMeetingId: string | null = null

  constructor(options: {
    dataFolder: string
    live: LiveDatabase
    shown: Shown
    leave: LeaveToWrite
    time: () => Time
  }) {
    this.#dataFolder = options.dataFolder
    this.#live = options.live
    this.#shown = options.shown
    this.#leave = options.leave
    this.#time = options.time
  }

  /** The meeting that the last write concerned. */
  get lastMeetingId(): string | null {
    return this.#lastMeetingId
  }

  async read<T>(work: (context: ReadContext) => Promise<T>): Promise<T> {
    for (let again = READ_AGAIN; ; again -= 1)
      try {
        return await this.#readOnce(work, again > 0)
      } catch (thrown) {
        if (!(thrown instanceof ChangedMeanwhile)) throw thrown
      }
  }

  #readOnce<T>(work: (context: ReadContext) => Promise<T>, mayPause: boolean): Promise<T> {
    return this.#live.inTurn((pause) => {
      const { db, sqlite, folder } = this.#shown.data
      const upTo = this.#live.commits
      return work({
        ...this.#time(),
        tx: db,
        findTexts: (words, limit, kind) => findTexts(sqlite, words, limit, kind),
        findEntityPage: (words, page) => findEntityPage(sqlite, words, page),
        findEntities: (words, kind, after) => findEntities(sqlite, words, kind, after),
        desk: readDesk(this.#dataFolder),
        dataFolder: folder,
        pen: this.#leave.pen,
        shownCopy: this.#shown.copy,
        pause: async () => {
          if (!mayPause) return
          await pause()
          if (this.#live.commits !== upTo || !sqlite.open || this.#shown.data.sqlite !== sqlite)
            throw new ChangedMeanwhile()
        },
      })
    })
  }

  async write<T>(method: Method, work: (context: WriteContext) => Promise<T>): Promise<T> {
    return (await this.#writeUnder(null, method, work)).value
  }

  writeInSteps(method: Method): <T>(work: (context: WriteContext) => Promise<T>) => Promise<T> {
    let entry: number | null = null
    return async (work) => {
      const { value, seq } = await this.#writeUnder(entry, method, work)
      entry = seq
      return value
    }
  }

  /** @param former the entry that this transaction goes on with. */
  #writeUnder<T>(
    former: number | null,
    method: Method,
    work: (context: WriteContext) => Promise<T>,
  ): Promise<{ value: T; seq: number | null }> {
    return this.#live.inTurn(async () => {
      this.#leave.expect()
      const { db, journal } = this.#live.now
      const at = this.#time()
      const learnt: { meetingId: string | null; mergeKey: string | null } = {
        meetingId: null,
        mergeKey: null,
      }
      const { label, passesLock }: MethodShape = contract[method]
      const journaled = label !== undefined
      const result = await db.transaction().execute(async (tx) => {
        const begun = {
          at: at.now.toISOString(),
          who: at.who,
          method,
          meetingId: null,
          mergeKey: null,
        }
        const seq = former ?? (journaled ? journal.begin(begun) : 0)
        if (former !== null) journal.resume(former)
        const value = await work({
          ...at,
          tx,
          desk: readDesk(this.#dataFolder),
          about: (meetingId) => {
            learnt.meetingId = meetingId
          },
          mergeAs: (key) => {
            learnt.mergeKey = key
          },
          undo: () => {
            learnt.meetingId = journal.undo().meetingId
          },
          redo: () => {
            learnt.meetingId = journal.redo().meetingId
          },
        })
        const changed = (tables: readonly string[]) => journal.changesIn(seq, tables)
        if (journaled && passesLock !== true && (await changesLocked(tx, changed)))
          throw new AppError('meeting-taken-over')
        const isKept = journaled && journal.end(seq, learnt)
        return { value, seq: isKept ? seq : null }
      })
      this.#lastMeetingId = learnt.meetingId
      this.#live.committed()
      return result
    })
  }

  fill(work: (tx: Writer) => Promise<void>): Promise<void> {
    return this.#live.inTurn(async () => {
      this.#leave.expect()
      await this.#live.now.db.transaction().execute(work)
      this.#live.committed()
    })
  }

  readTexts: LongContext['readTexts'] = (work) =>
    this.#live.inTurn(async () => work(new EveryText(this.#shown.data.sqlite)))

  eraseTexts: LongContext['eraseTexts'] = (work) =>
    this.#live.inTurn(async () => {
      this.#leave.expect()
      const result = work(new EveryText(this.#live.sqlite))
      this.#live.committed()
      return result
    })
}
