import type { Method } from '../../contract/index.ts'
import type { RowChange } from '../../db/columns.ts'
import { type Desk, readDesk } from '../../db/desk/desk.ts'
import type { Transaction } from '../../db/driver.ts'
import type { Journal } from '../../db/journal/journal.ts'
import { ownEntry } from '../../db/journal/own-entry.ts'
import type { OwnRows } from '../../db/journal/steps.ts'
import type { Uses } from '../../db/reads/uses.ts'
import { EveryText } from '../../db/search/every-text.ts'
import {
  findEntities,
  findEntityPage,
  findIds,
  findTexts,
  textsOf,
  trackedRows,
  typedWords,
} from '../../db/search/find-texts.ts'
import { searchChanges, searchTables } from '../../db/search/search.ts'
import { vocabularyOf } from '../../db/search/vocabulary.ts'
import { toAppError } from '../../db/translate-error.ts'
import type { ErasedKind } from '../../domain/people/personal-data.ts'
import type { ReadContext, Time, WriteContext } from '../context.ts'
import { ChangedMeanwhile } from '../turns.ts'
import { type Changes, MOST_ROWS, type Written } from './changes.ts'
import type { LeaveToWrite } from './leave-to-write.ts'
import type { LiveDatabase } from './live-database.ts'
import { asReplayed, playWrite, type Wrote } from './play-write.ts'
import type { Shown } from './shown.ts'

/** How often a reading begins again because others wrote in its pauses; then it makes none. */
const READ_AGAIN = 2

/** Hands out transactions, one after another. */
export class Transactions {
  readonly #dataFolder: string
  readonly #live: LiveDatabase
  readonly #shown: Shown
  readonly #leave: LeaveToWrite
  readonly #changes: Changes
  readonly #time: () => Time

  constructor(options: {
    dataFolder: string
    live: LiveDatabase
    shown: Shown
    leave: LeaveToWrite
    changes: Changes
    time: () => Time
  }) {
    this.#dataFolder = options.dataFolder
    this.#live = options.live
    this.#shown = options.shown
    this.#leave = options.leave
    this.#changes = options.changes
    this.#time = options.time
  }

  /** @param uses what is read is noted there */
  async read<T>(uses: Uses, work: (context: ReadContext) => Promise<T>): Promise<T> {
    for (let again = READ_AGAIN; ; again -= 1)
      try {
        return await this.#readOnce(uses, work, again > 0)
      } catch (thrown) {
        if (!(thrown instanceof ChangedMeanwhile)) throw thrown
      }
  }

  #readOnce<T>(uses: Uses, work: (context: ReadContext) => Promise<T>, mayPause: boolean): Promise<T> {
    return this.#live.inTurn((pause) => {
      const { db, sqlite, tracker, folder } = this.#shown.data
      const upTo = this.#live.commits
      const rows = trackedRows(sqlite, tracker)
      const deskFolder = this.#dataFolder
      let desk: Desk | null = null
      const { writer } = this.#leave
      const { copy } = this.#shown
      const mayBePaused = async () => {
        if (!mayPause) return
        await pause()
        if (this.#live.commits !== upTo || !sqlite.open || this.#shown.data.sqlite !== sqlite)
          throw new ChangedMeanwhile()
        tracker.read(uses)
      }
      tracker.read(uses)
      const time = this.#time()
      return work({
        ...time,
        tx: db,
        teamHost: null,
        ownEntry: (state) => ownEntry(db, time.who, state),
        findTexts: async (words, of) => findTexts(rows, words, of),
        textsOf: async (words, rowids) => textsOf(rows, words, rowids),
        nearestWords: async (typed, count) => {
          const vocabulary = vocabularyOf(sqlite)
          while (vocabulary.readOn()) await mayBePaused()
          return vocabulary.nearest(typed, count)
        },
        findIds: async (words, kind) => findIds(rows, typedWords(words), kind),
        findEntityPage: async (words, page) => findEntityPage(rows, typedWords(words), page),
        findEntities: async (words, kind, after) => findEntities(rows, typedWords(words), kind, after),
        get desk() {
          uses.ofSource('desk')
          desk ??= readDesk(deskFolder)
          return desk
        },
        get dataFolder() {
          uses.ofSource('files')
          return folder
        },
        get writer() {
          uses.ofSource('writer')
          return writer
        },
        get shownCopy() {
          uses.ofSource('writer')
          return copy
        },
        pause: mayBePaused,
      })
    })
  }

  write<T>(method: Method, work: (context: WriteContext) => Promise<T>): Promise<Wrote<T>> {
    return this.#writeUnder(null, false, method, work)
  }

  writeInSteps(method: Method): <T>(work: (context: WriteContext) => Promise<T>) => Promise<Wrote<T>> {
    let entry: number | null = null
    return async (work) => {
      const wrote = await this.#writeUnder(entry, true, method, work)
      entry = wrote.seq
      return wrote
    }
  }

  /** @param former the entry that this transaction goes on with. */
  #writeUnder<T>(
    former: number | null,
    isStep: boolean,
    method: Method,
    work: (context: WriteContext) => Promise<T>,
  ): Promise<Wrote<T>> {
    return this.#live.inTurn(async () => {
      this.#leave.expect()
      const { db, journal, tracker } = this.#live.now
      const at = this.#time()
      const tables = tracker.write()
      let isReplay = false
      const played = await db
        .transaction()
        .execute((tx) =>
          playWrite(tx, journal, {
            method,
            at,
            desk: () => readDesk(this.#dataFolder),
            teamHost: null,
            former,
            upTo: journal.lastChange,
            replays: () => {
              isReplay = true
            },
            work,
          }),
        )
        .catch((thrown: unknown) => {
          throw isReplay ? asReplayed(toAppError(thrown)) : thrown
        })
      this.#live.committed()
      // Before anything is acknowledged: a file without a name takes whatever it is given.
      this.#live.expectInPlace()
      this.#tell(written(tables, played.rows, played.own, journal), isStep, played.isTyping)
      return played
    })
  }

  #tell(all: Written, isStep: boolean, isTyping: boolean): void {
    if (all.size === 0) return
    if (isStep) this.#changes.wroteStep(all)
    else if (!isTyping) this.#changes.wrote(all, new Map())
    else {
      // The journal tells at once of what is typed, so that it can be undone.
      const some = (isNow: boolean) =>
        new Map([...all].filter(([table]) => table.startsWith('journal_') === isNow))
      this.#changes.wrote(some(true), some(false))
    }
  }

  fill(work: (tx: Transaction) => Promise<void>): Promise<void> {
    return this.#live.inTurn(async () => {
      this.#leave.expect()
      const { db, tracker } = this.#live.now
      const tables = tracker.write()
      await db.transaction().execute(work)
      this.#live.committed()
      this.#changes.wroteStep(new Map([...tables].map((table) => [table, null])))
    })
  }

  readTexts<T>(uses: Uses, work: (texts: EveryText) => T): Promise<T> {
    return this.#live.inTurn(async () => {
      const { sqlite, tracker } = this.#shown.data
      tracker.read(uses)
      return work(new EveryText(sqlite, tracker))
    })
  }

  eraseTexts<T>(_kind: ErasedKind, work: (texts: EveryText) => T): Promise<T> {
    return this.#live.inTurn(async () => {
      this.#leave.expect()
      const result = work(new EveryText(this.#live.sqlite))
      this.#live.committed()
      this.#changes.everything()
      return result
    })
  }
}

/** Of the tables that statements wrote, the rows where they are recorded; the journal's own among them. */
export function written(
  tables: ReadonlySet<string>,
  rows: readonly RowChange[],
  own: OwnRows | null,
  journal: Pick<Journal, 'records'>,
): Written {
  const all = new Map<string, readonly RowChange[] | null>()
  const isTooMuch = rows.length > MOST_ROWS
  for (const table of tables) {
    const isOfSearch = searchTables.includes(table)
    if (isTooMuch || !(isOfSearch || journal.records(table))) all.set(table, null)
    else add(all, table, isOfSearch ? searchChanges(table, rows) : rows)
  }
  for (const table of ['journal_entry', 'journal_change']) {
    all.delete(table)
    if (own === 'any') all.set(table, null)
    else if (own !== null) add(all, table, own)
  }
  return all
}

function add(all: Map<string, readonly RowChange[] | null>, table: string, rows: readonly RowChange[]): void {
  const those = rows.filter((row) => row.table === table)
  if (those.length > 0) all.set(table, those)
}
