import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '../../contract/errors.ts'
import type { Method } from '../../contract/index.ts'
import type { RowImage } from '../../db/columns.ts'
import { changeDesk, readDesk, settleDesk } from '../../db/desk/desk.ts'
import type { Transaction } from '../../db/driver.ts'
import { storeColumns } from '../../db/files/stored-hashes.ts'
import type { Replayed } from '../../db/journal/steps.ts'
import { accountOf, type TeamAddress } from '../../db/postgres/address.ts'
import type { Erasing, ErasureTrace } from '../../db/postgres/erasing.ts'
import { Feed, wasCommitted } from '../../db/postgres/feed.ts'
import { aloneOnServer, isAwayError, Line } from '../../db/postgres/line.ts'
import { prepareTeam } from '../../db/postgres/open.ts'
import { ReadsTogether } from '../../db/postgres/reads-together.ts'
import { roleOf } from '../../db/postgres/rights.ts'
import * as search from '../../db/postgres/search.ts'
import { NotedTexts, TextsOfCall, takeTexts } from '../../db/postgres/texts.ts'
import type { Uses } from '../../db/reads/uses.ts'
import { EveryText } from '../../db/search/every-text.ts'
import { typedWords, type Words } from '../../db/search/find-texts.ts'
import type { SearchedKind } from '../../db/search/kinds.ts'
import { stillWriter } from '../../domain/data/hand-over.ts'
import { isTeamAuthor, teamAuthor } from '../../domain/data/team.ts'
import type { ErasedKind } from '../../domain/people/personal-data.ts'
import { civilDate } from '../../domain/time/civil-date.ts'
import type { LongContext, ReadContext, WriteContext } from '../context.ts'
import type { Data } from '../data.ts'
import { newId } from '../new-id.ts'
import { type CoreOptions, clockOf } from '../options.ts'
import { Turns } from '../turns.ts'
import { Changes, type Written } from './changes.ts'
import { type Asked, Seen } from './overtaken.ts'
import { asReplayed, type Played, playWrite } from './play-write.ts'
import { Presence } from './team-presence.ts'
import { Standing } from './team-standing.ts'
import { written } from './transactions.ts'

const FETCH_AGAIN_MS = 5000
/** Tables whose texts mention files, besides those with a column for one. */
const beside: ReadonlySet<string> = new Set(['minutes_section', 'sending'])
/** So long the first screen waits for a server where a copy could be read. */
const QUICK_MS = 800

/** The data of a team, as those of a desk are handed out: one call of this desk after another. */
export async function openTeamData(given: CoreOptions, address: TeamAddress): Promise<Data> {
  const options = { ...given, who: teamAuthor(address.user, given.who) }
  const { dataFolder, runJob, emit, log, who } = options
  const password = (await options.teamPassword?.(accountOf(address))) ?? undefined
  settleDesk(dataFolder, options.settled ?? {})
  const clock = clockOf(options)
  const changes = new Changes(emit)
  const turns = new Turns()
  const { line, db, journal, files, tables: all, tracker, close } = prepareTeam(dataFolder, address, password)
  const standing = new Standing(options, { address, password, changes })
  let lineOfRole = 0
  /** One call after another, each on a line that is there. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
    turns.run(async () => {
      let isThere = false
      try {
        await line.ready()
        // The administration may have given another one meanwhile.
        if (line.laid !== lineOfRole) {
          const role = await roleOf(line)
          // What is shown was read with the rights of the other.
          if (lineOfRole > 0 && role !== standing.role) changes.everything()
          standing.role = role
          lineOfRole = line.laid
        }
        isThere = true
        standing.isHere()
        return await work()
      } catch (thrown) {
        if (isAwayError(thrown)) standing.isAway()
        // It answers, and refuses this desk: no copy hides that.
        else if (!isThere) standing.isHere()
        throw thrown
      }
    })
  const feed = new Feed(address, password, {
    line,
    inTurn,
    heard: {
      wrote: (others) => {
        standing.wasWritten()
        changes.wrote(others, new Map())
        if ([...others.keys()].some((table) => table in storeColumns || beside.has(table))) void fetchFiles()
      },
      upTo: (n) => emit({ topic: 'heard', upTo: n }),
      listening: () => presence.listening(),
      said: (words) => presence.hear(words),
      everything: () => {
        standing.wasWritten()
        changes.everything()
        void fetchFiles()
      },
    },
  })
  const presence = new Presence({
    who,
    say: (words) => feed.say(words),
    changed: () => changes.source('mates'),
    now: () => clock().getTime(),
  })
  let isFetching = false
  let isAskedAgain = false
  let isClosed = false
  /** Files of the others come one by one, between the calls of this desk; what did not come is asked for again. */
  async function fetchFiles(): Promise<void> {
    isAskedAgain = true
    if (isFetching) return
    isFetching = true
    try {
      while (isAskedAgain && !isClosed) {
        isAskedAgain = false
        for (const hash of await inTurn(() => files.missing()))
          if (!isClosed) await files.take(hash, clock(), inTurn)
        changes.source('files')
      }
    } catch (thrown) {
      if (isClosed) return
      if (!isAwayError(thrown)) log('files of the team could not be fetched', thrown)
      setTimeout(() => void fetchFiles(), FETCH_AGAIN_MS).unref()
    } finally {
      isFetching = false
    }
  }
  try {
    const isThere = inTurn(async () => true)
    // A copy is read at once when the server is not quick to answer.
    const isQuick =
      standing.copyAt === null ? isThere : Promise.race([isThere, pause(QUICK_MS, false, { ref: false })])
    let isHere = await isQuick.catch((thrown: unknown) => {
      if (standing.copyAt === null || !isAwayError(thrown)) throw thrown
      return false
    })
    if (!isHere) {
      isThere.catch(() => undefined)
      standing.isAway()
      try {
        await standing.showCopy()
      } catch (thrown) {
        log('the copy of the team could not be opened', thrown)
        isHere = await isThere
      }
    }
    await feed.begin(!isHere)
  } catch (thrown) {
    await presence.end()
    await feed.end()
    await standing.end()
    await close()
    throw thrown
  }
  void fetchFiles()
  standing.keepCopies()

  const time = () => {
    const now = clock()
    return { now, today: civilDate(now), who }
  }
  const writer = () =>
    stillWriter({ profileId: shadowId, generation: 0, state: 'mine', copy: null }, clock().toISOString())

  const run = async <T extends object>(
    sql: string,
    parameters: readonly unknown[],
    { words, kind }: { words: Words; kind?: SearchedKind },
  ): Promise<T[]> => {
    tracker.ran(search.asOnDesk(words, kind), null)
    return (await line.query<T & Record<string, unknown>>(sql, parameters)).rows
  }
  const searched = (words: Words, kind?: SearchedKind): Parameters<typeof search.findIds>[0] => {
    const of = kind === undefined ? { words } : { words, kind }
    return (sql, parameters) => run(sql, parameters, of)
  }

  async function ownEntry(state: Replayed): Promise<number | null> {
    const own = { key: address.user, mayHold: ({ who: by }: RowImage) => isTeamAuthor(address.user, by) }
    tracker.ran(
      {
        sql: 'SELECT seq, who, state FROM journal_entry',
        parameters: [],
        demands: new Map([['journal_entry', [{ values: new Map(), isJoined: false, tests: [own] }]]]),
      },
      null,
    )
    return journal.ownEntry(who, state)
  }

  const read: Data['read'] = (uses, work) => standing.reader?.(uses, work) ?? readThere(uses, work)

  const together = new ReadsTogether(line, inTurn)
  const readThere: Data['read'] = (uses, work) =>
    together.read(() => tracker.reading(uses, () => work(readContext(uses))))

  function readContext(uses: Uses): ReadContext {
    const desk = readDesk(dataFolder)
    return {
      ...time(),
      tx: db,
      teamHost: address.host,
      ownEntry,
      findTexts: (words, of) => search.findTexts(searched(words), words, of),
      textsOf: (words, rowids) => search.textsOf(searched(words), rowids),
      nearestWords: async () => [],
      findIds: (words, kind) => search.findIds(searched(typedWords(words), kind), typedWords(words), kind),
      findEntityPage: (words, page) =>
        search.findEntityPage(searched(typedWords(words), page.kind), typedWords(words), page),
      findEntities: (words, kind, after) =>
        search.findEntities(searched(typedWords(words), kind), typedWords(words), kind, after),
      get desk() {
        uses.ofSource('desk')
        return desk
      },
      get dataFolder() {
        uses.ofSource('files')
        return dataFolder
      },
      get writer() {
        uses.ofSource('writer')
        return writer()
      },
      shownCopy: null,
      pause: async () => undefined,
    }
  }

  async function writeUnder<T>(
    former: number | null,
    isStep: boolean,
    method: Method,
    work: (context: WriteContext) => Promise<T>,
    asked: Asked | undefined,
  ): Promise<{ value: T; seq: number | null }> {
    together.close()
    return inTurn(async () => {
      const at = time()
      const tables = tracker.write()
      const act = randomUUID()
      let done: Played<T> | null = null
      let all: Written = new Map()
      let isReplay = false
      const play = async (tx: Transaction) => {
        const upTo = await journal.lastChange()
        const seen = new Seen(line, { who, upTo }, asked)
        const played = await playWrite(tx, journal, {
          method,
          at,
          desk: readDesk(dataFolder),
          teamHost: address.host,
          former,
          upTo,
          replays: () => {
            isReplay = true
          },
          work,
        }).catch((thrown: unknown) => seen.told(thrown))
        await seen.expect(played.rows, (n) => feed.since(n))
        all = written(tables, played.rows, played.own, journal)
        await files.give(upTo, tables)
        if (all.size > 0) await feed.tell(act, all)
        done = played
      }
      await committed(act, play).catch((thrown: unknown) => {
        if (isReplay && thrown instanceof AppError) throw asReplayed(thrown)
        throw thrown
      })
      if (done === null) throw new Error('a transaction ended without its work')
      standing.wasWritten()
      feed.wasShown(act)
      if (isStep) changes.wroteStep(all)
      else changes.wrote(all, new Map())
      return done
    })
  }

  /** One transaction. Cut while it was answered, it is looked up and never done again. */
  async function committed(act: string, work: (tx: Transaction) => Promise<void>): Promise<void> {
    let isDone = false
    try {
      await db.transaction().execute(async (tx) => {
        await work(tx)
        isDone = true
      })
    } catch (thrown) {
      if (!isDone || !isAwayError(thrown)) throw thrown
      // Told now: what became of it may take long to be known.
      standing.isAway()
      const wasDone = await wasCommitted(line, act)
      standing.isHere()
      if (!wasDone) throw thrown
    }
  }

  /** By the engine's own function; other desks read everything anew. */
  async function erase(trace: ErasureTrace, work: Erasing): Promise<void> {
    together.close()
    await inTurn(async () => {
      const act = randomUUID()
      await committed(act, async () => {
        await line.query('SELECT erase($1, $2)', [JSON.stringify(trace), JSON.stringify(work)])
        await feed.tell(act, new Map(all.map((table) => [table, null])))
      })
      standing.wasWritten()
      feed.wasShown(act)
      changes.everything()
    })
  }

  const refuse = async (): Promise<never> => {
    throw new AppError('not-for-a-team')
  }
  const long: Data['long'] = (uses, asked) => {
    const act = <A extends readonly unknown[], T>(work: (...of: A) => T) => {
      return (...of: A): T => {
        uses.isAct = true
        return work(...of)
      }
    }
    const texts = new TextsOfCall(() => takeTexts(address, password))
    let trace: ErasureTrace | null = null
    const traceOf = (kind: ErasedKind): ErasureTrace => {
      const { now } = time()
      return { id: newId(now), kind, at: now.toISOString(), by: who }
    }
    return {
      ...time(),
      runJob,
      emit,
      changed: (source) => changes.source(source),
      dataFolder,
      kept: (hash) => files.giveAhead(hash, () => new Line(address, password)),
      ownFolder: dataFolder,
      desk: readDesk(dataFolder),
      setDesk: act(async (change) => {
        const all = await changeDesk(dataFolder, change)
        changes.source('desk')
        return all
      }),
      read: (work) => read(uses, work),
      write: act(
        async (method: Method, work: (context: WriteContext) => Promise<never>) =>
          (await writeUnder(null, false, method, work, asked)).value,
      ) as LongContext['write'],
      writeInSteps(method) {
        uses.isAct = true
        let entry: number | null = null
        return async (work) => {
          const { value, seq } = await writeUnder(entry, true, method, work, asked)
          entry = seq
          return value
        }
      },
      fill: act((work) => {
        together.close()
        return inTurn(async () => {
          const tables = tracker.write()
          const act = randomUUID()
          await committed(act, async (tx) => {
            const upTo = await journal.lastChange()
            await work(tx)
            await files.give(upTo, tables)
            await feed.tell(act, new Map([...tables].map((table) => [table, null])))
          })
          standing.wasWritten()
          feed.wasShown(act)
          changes.wroteStep(new Map([...tables].map((table) => [table, null])))
        })
      }),
      // Not followed: at each write of anybody all rows would be taken again.
      readTexts: async (work) => work(new EveryText(await texts.now())),
      eraseTexts: act(async (kind, work) => {
        const noted = new NotedTexts(await texts.shown())
        const value = work(noted)
        trace ??= traceOf(kind)
        await erase(trace, noted.noted)
        texts.areOld()
        return value
      }) as LongContext['eraseTexts'],
      alone: act((what, work) =>
        aloneOnServer(new Line(address, password), what, work),
      ) as LongContext['alone'],
      backup: refuse,
      replaceData: refuse,
      damage: null,
      alteredRows: async () => [],
      keepRows: refuse,
      lostLog: false,
      standAbove: refuse,
      writer: writer(),
      setWriter: refuse,
      mark: refuse,
      hold: refuse,
      leave: refuse,
      get team() {
        uses.ofSource('team')
        return standing
      },
      presence: {
        mates() {
          uses.ofSource('mates')
          return presence.mates
        },
        say: (where) => presence.is(where),
      },
      showCopy: refuse,
    }
  }

  return {
    read,
    write: async (method, work, asked) => (await writeUnder(null, false, method, work, asked)).value,
    long,
    changes,
    isChanged: () => false,
    look: () => undefined,
    readPages: async () => undefined,
    isBehind: false,
    async close() {
      isClosed = true
      await presence.end()
      await feed.end()
      await standing.end()
      await turns.run(close)
    },
  }
}
const shadowId = '00000000-0000-7000-8000-000000000000'
