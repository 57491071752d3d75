import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database, { SqliteError } from 'better-sqlite3'
import { failureSentence } from '../../electron/contract/error-sentences.ts'
import type { CoreEvent, Input, Method, Output } from '../../electron/contract/index.ts'
import type { RunJob } from '../../electron/contract/wire.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { DATABASE_NAME } from '../../electron/db/replace.ts'
import { alteredRows } from '../../electron/db/row-sums.ts'
import type { Settled } from '../../electron/domain/managed/policies.ts'
import { type Core, openCore } from '../../electron/features/core.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import type { JobRunner } from '../../electron/jobs/runner.ts'
import { emptyData } from '../empty-database.ts'
import { entryOf } from '../entry.ts'
import { isOfTeam, joinNewBase } from '../team/engine.ts'
import { PASSWORD } from '../team/server.ts'

export type OpenedCore = {
  core: Core
  folder: string
  events: CoreEvent[]
  log: string[]
  /** Whether the test wrote rows itself, as a disk or another program does. */
  isTampered: boolean
  /** The value of a call that must succeed. */
  ok<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
  /** The error code of a call that must fail. */
  refused(method: string, input: unknown): Promise<string>
  /** What the screen says of a call that must fail. */
  said(method: string, input: unknown): Promise<string>
  /** Closes and opens again on the same folder, as after a restart; `between` has the files to itself. */
  restart(between?: () => void | Promise<void>): Promise<void>
  /** Statements as a disk or another program writes: nothing of the application watches, and it starts anew after them. */
  byHand(sql: string): Promise<void>
  /** What the base holds, on either engine. */
  rows<T extends Record<string, unknown>>(sql: string): Promise<T[]>
  dispose(): Promise<void>
}

// Kept warm from one core to the next, as under the window. They end with this process, whose channel they lose, and
// now and then before: there is one for each kind of job.
const jobs = forkRunner(entryOf('job'))
const CORES_BETWEEN_ENDS = 60
/** Ends the jobs that are kept warm, for a test that measures those it starts; no core may be at work. */
export const endWarmJobs = (): void => jobs.close()
let openCores = 0
let closedCores = 0

export async function openTestCore(
  options: {
    now?: string
    /** In place of `now`, for a test that lets time pass. */
    clock?: () => Date
    isRunning?: boolean
    checkBackup?: boolean
    who?: string
    /** What the administration of the machine has settled, as it is at each opening. */
    settled?: Settled
    /** In place of the processes that all tests share. */
    jobs?: JobRunner
  } = {},
): Promise<OpenedCore> {
  const folder = emptyData()
  const team = isOfTeam ? await joinNewBase(folder) : null
  const disposed = new AbortController()
  const run: RunJob = (name, input, { signal, ...rest } = {}) =>
    (options.jobs ?? jobs).run(name, input, {
      ...rest,
      signal: signal === undefined ? disposed.signal : AbortSignal.any([signal, disposed.signal]),
    })
  const events: CoreEvent[] = []
  const log: string[] = []
  // Stands still, unless what is made under the name of its moment must have names of its own.
  const started = performance.now()
  const clock = () =>
    new Date(Date.parse(options.now ?? '') + (options.isRunning === true ? performance.now() - started : 0))
  const open = async () => {
    const who = options.who ?? 'essai'
    await team?.workAs(who)
    return openCore({
      dataFolder: folder,
      who,
      settled: options.settled ?? {},
      runJob: run,
      emit: (event) => events.push(event),
      log: (line) => log.push(line),
      checkOutputs: true,
      teamPassword: async () => PASSWORD,
      ...(options.clock !== undefined
        ? { clock: options.clock }
        : options.now === undefined
          ? {}
          : { clock }),
    })
  }
  const core = await open()
  openCores += 1
  const opened: OpenedCore = {
    core,
    folder,
    events,
    log,
    isTampered: false,
    async ok(method, input) {
      const envelope = await opened.core.call(method, input)
      if (!envelope.ok) throw new Error(`${method}: ${JSON.stringify(envelope.error)} ${log.join('\n')}`)
      return envelope.value
    },
    async refused(method, input) {
      const envelope = await opened.core.callUntyped(method, input)
      if (envelope.ok) throw new Error(`${method} should have been refused`)
      return envelope.error.code
    },
    async said(method, input) {
      const envelope = await opened.core.callUntyped(method, input)
      if (envelope.ok) throw new Error(`${method} should have been refused`)
      return failureSentence(envelope.error)
    },
    async restart(between) {
      await opened.core.close()
      await between?.()
      opened.core = await open()
    },
    async byHand(sql) {
      opened.isTampered = true
      await opened.restart(() => (team === null ? unwatched(folder, sql) : team.unwatched(sql)))
    },
    rows: async <T extends Record<string, unknown>>(sql: string) =>
      team === null ? readIn<T>(folder, sql) : team.rows<T>(sql),
    async dispose() {
      await opened.core.close()
      await team?.drop()
      const altered = opened.isTampered || isOfTeam ? [] : saidAltered(folder)
      // Nobody waits any more for what is at work, such as the check of a file that was written.
      disposed.abort()
      openCores -= 1
      closedCores += 1
      if (openCores === 0 && closedCores >= CORES_BETWEEN_ENDS) {
        jobs.close()
        closedCores = 0
      }
      rmSync(folder, { recursive: true, force: true })
      if (altered.length > 0) throw new Error(`said to be altered: ${JSON.stringify(altered.slice(0, 5))}`)
    },
  }
  return opened
}

/** Without the seals of what is sealed. */
export function unwatched(folder: string, sql: string): void {
  const db = new Database(join(folder, DATABASE_NAME), nativeOptions())
  db.pragma('foreign_keys = OFF')
  const seals = db
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%RAISE(ABORT%'`)
    .all() as { name: string; sql: string }[]
  for (const { name } of seals) db.exec(`DROP TRIGGER "${name}"`)
  db.exec(sql)
  for (const seal of seals) db.exec(seal.sql)
  db.close()
}

export function readIn<T>(folder: string, sql: string): T[] {
  const db = new Database(join(folder, DATABASE_NAME), { ...nativeOptions(), readonly: true })
  try {
    return db.prepare(sql).all() as T[]
  } finally {
    db.close()
  }
}

/** However rows were written, none may be taken for one that a disk altered. */
function saidAltered(folder: string): { table: string; id: string }[] {
  const path = join(folder, DATABASE_NAME)
  if (!existsSync(path)) return []
  const db = new Database(path, { ...nativeOptions(), readonly: true })
  try {
    return alteredRows(db)
  } catch (thrown) {
    // A test may leave data that cannot be read.
    if (thrown instanceof SqliteError) return []
    throw thrown
  } finally {
    db.close()
  }
}
