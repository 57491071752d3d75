// Data: the open database behind the core; hands out transactions one after another, and can swap the whole for a backup.

import { existsSync } from 'node:fs'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../contract/errors.ts'
import type { Method } from '../contract/index.ts'
import { copyMissing } from '../db/attachment-store.ts'
import { type BackupReason, makeBackup } from '../db/backup.ts'
import { changeDesk, readDesk } from '../db/desk.ts'
import type { Writer } from '../db/driver.ts'
import { renameDurably, syncFolder } from '../db/durable.ts'
import { EveryText } from '../db/every-text.ts'
import { takeLock } from '../db/lock.ts'
import { DATABASE_NAME, INCOMING_NAME, type OpenData, openData } from '../db/open.ts'
import { lastChange, noteGeneration, profileOf, readPen, writePen } from '../db/pen.ts'
import { findTexts } from '../db/search.ts'
import { toAppError } from '../db/translate-error.ts'
import { civilDate } from '../domain/civil-date.ts'
import { type Pen, stillPen } from '../domain/hand-over.ts'
import type { LongContext, ReadContext, ShownCopy, WriteContext } from './context.ts'
import type { CoreOptions } from './options.ts'

export type Data = {
  read<T>(work: (context: ReadContext) => Promise<T>): Promise<T>
  write<T>(method: string, work: (context: WriteContext) => Promise<T>): Promise<T>
  long(): LongContext
  /** The meeting that the last write concerned. */
  lastMeetingId(): string | null
  /** Whether something was written since the last backup. */
  isChanged(): boolean
  close(): Promise<void>
}

export async function openCoreData(options: CoreOptions): Promise<Data> {
  const { dataFolder, runJob } = options
  const clock = options.clock ?? (() => new Date())
  const check = (path: string) => runJob('checkBackup', { path }, { timeoutMs: 120_000 })
  const reopen = () =>
    openData(dataFolder, {
      beforeMigration: async (sqlite) => {
        await makeBackup(sqlite, dataFolder, 'before-migration', clock(), check)
      },
      slow: (sql, ms) => options.log(`slow query (${ms.toFixed(0)} ms): ${sql}`),
    })

  const openOrReplace = async (): Promise<OpenData> => {
    try {
      return await reopen()
    } catch (thrown) {
      if (options.replaceWith === undefined || toAppError(thrown).code !== 'data-damaged') throw thrown
      if (!(await check(options.replaceWith)).sound) throw new AppError('not-a-backup')
      await replaceDamaged(dataFolder, options.replaceWith, clock())
      return reopen()
    }
  }

  let open: OpenData = await openOrReplace()
  let pen = readPen(dataFolder, open.sqlite, clock())
  let shown: (ShownCopy & { open: OpenData }) | null = null
  let lastMeetingId: string | null = null
  let changedAt = 0
  let backedUpAt = 0
  let writes = 0

  // Calls that need the database run one after another: inside a transaction nothing else may speak to it.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }

  const time = () => {
    const now = clock()
    return { now, today: civilDate(now), who: options.who }
  }

  const read: Data['read'] = (work) =>
    inTurn(() =>
      work({
        ...time(),
        tx: (shown?.open ?? open).db,
        findTexts: (words, limit, kind) => findTexts((shown?.open ?? open).sqlite, words, limit, kind),
        desk: readDesk(dataFolder),
        dataFolder: shown?.open.folder ?? dataFolder,
        pen,
        shownCopy: shown,
      }),
    )

  const refuseReadOnly = () => {
    if (shown !== null) throw new AppError('copy-shown')
    if (pen.state !== 'mine')
      throw new AppError(pen.state === 'giving' || pen.state === 'taking' ? 'pen-moving' : 'pen-away')
  }

  const keepPen = async (next: Pen): Promise<void> => {
    if (next.state === 'mine') noteGeneration(open.sqlite, next.generation)
    await writePen(dataFolder, next)
    pen = next
    options.emit({ topic: 'pen' })
  }

  /** Data that came from elsewhere: other data make this desk their writer, older ones of the same keep its generation. */
  const adopt = async (): Promise<void> => {
    if (pen.state !== 'mine') return
    const { profileId, generation } = profileOf(open.sqlite)
    if (profileId !== null && profileId !== pen.profileId)
      await keepPen(stillPen({ profileId, generation, state: 'mine', copy: null }, clock().toISOString()))
    else pen = readPen(dataFolder, open.sqlite, clock())
  }

  const showCopy: LongContext['showCopy'] = (copy) =>
    inTurn(async () => {
      shown?.open.close()
      shown = null
      if (copy !== null) {
        const opened = await openData(copy.folder, {
          beforeMigration: async () => undefined,
          slow: () => undefined,
        })
        shown = { at: copy.at, file: copy.file, open: opened }
      }
      options.emit({ topic: 'pen' })
    })

  const write: Data['write'] = (method, work) =>
    inTurn(async () => {
      refuseReadOnly()
      const at = time()
      const learnt: { meetingId: string | null; mergeKey: string | null } = {
        meetingId: null,
        mergeKey: null,
      }
      const journaled = !method.startsWith('history.')
      const result = await open.db.transaction().execute(async (tx) => {
        const seq = journaled
          ? open.journal.begin({
              at: at.now.toISOString(),
              who: options.who,
              method,
              meetingId: null,
              mergeKey: null,
            })
          : 0
        const value = await work({
          ...at,
          tx,
          desk: readDesk(dataFolder),
          about: (meetingId) => {
            learnt.meetingId = meetingId
          },
          mergeAs: (key) => {
            learnt.mergeKey = key
          },
          undo: () => {
            learnt.meetingId = open.journal.undo().meetingId
          },
          redo: () => {
            learnt.meetingId = open.journal.redo().meetingId
          },
        })
        if (journaled) open.journal.end(seq, learnt)
        return value
      })
      lastMeetingId = learnt.meetingId
      changedAt = ++writes
      return result
    })

  const fill = (work: (tx: Writer) => Promise<void>) =>
    inTurn(async () => {
      refuseReadOnly()
      await open.db.transaction().execute(work)
      changedAt = ++writes
    })

  const readTexts = <T>(work: (texts: EveryText) => T): Promise<T> =>
    inTurn(async () => work(new EveryText((shown?.open ?? open).sqlite)))

  const eraseTexts = <T>(work: (texts: EveryText) => T): Promise<T> =>
    inTurn(async () => {
      refuseReadOnly()
      const result = work(new EveryText(open.sqlite))
      changedAt = ++writes
      return result
    })

  const backup = async (reason: BackupReason): Promise<string> => {
    const upTo = writes
    const path = await makeBackup(open.sqlite, dataFolder, reason, clock(), check)
    backedUpAt = Math.max(backedUpAt, upTo)
    return path
  }

  const replaceData: LongContext['replaceData'] = async (path, act) => {
    if (act !== 'taking') refuseReadOnly()
    const verdict = await check(path)
    if (!verdict.sound) throw new AppError('not-a-backup')
    // Brought in first: the backup made next may be what rotates the wanted one away.
    const incoming = await bringIn(dataFolder, path)
    try {
      await backup('before-restore')
      return await inTurn(async () => {
        open.close()
        try {
          await swapDatabase(dataFolder, incoming, clock())
        } finally {
          open = await reopen()
        }
        await adopt()
        changedAt = ++writes
        return { meetings: verdict.meetings }
      })
    } finally {
      await rm(incoming, { force: true })
    }
  }

  const long = (): LongContext => ({
    ...time(),
    runJob,
    emit: options.emit,
    dataFolder: shown?.open.folder ?? dataFolder,
    desk: readDesk(dataFolder),
    setDesk: (change) => changeDesk(dataFolder, change),
    read,
    write: (method: Method, work) => write(method, work),
    fill,
    readTexts,
    eraseTexts,
    backup,
    replaceData,
    ownFolder: dataFolder,
    // A step looks at what the step before it set.
    get pen() {
      return pen
    },
    setPen: (next) => inTurn(() => keepPen(next)),
    mark: () =>
      inTurn(async () => ({
        profileId: pen.profileId,
        generation: profileOf(open.sqlite).generation,
        lastChange: lastChange(open.sqlite),
      })),
    showCopy,
  })

  return {
    read,
    write,
    long,
    lastMeetingId: () => lastMeetingId,
    isChanged: () => changedAt > backedUpAt,
    close: () =>
      inTurn(async () => {
        shown?.open.close()
        open.close()
      }),
  }
}

/** Puts a checked backup in place of data that cannot be opened; they stay aside, and nobody else may have them open. */
async function replaceDamaged(dataFolder: string, backup: string, now: Date): Promise<void> {
  const lock = takeLock(dataFolder)
  try {
    await swapDatabase(dataFolder, await bringIn(dataFolder, backup), now)
  } finally {
    lock.release()
  }
}

/** A durable copy of a backup and of its attachments in the data folder, ready to take the place of the data. */
async function bringIn(dataFolder: string, backup: string): Promise<string> {
  const incoming = join(dataFolder, INCOMING_NAME)
  try {
    // Attachments first: once the database waits under its name, an opening may put it in place.
    await copyMissing(dirname(backup), dataFolder)
    await copyFile(backup, `${incoming}.tmp`)
    await renameDurably(`${incoming}.tmp`, incoming)
  } catch (thrown) {
    await rm(`${incoming}.tmp`, { force: true })
    throw toAppError(thrown)
  }
  return incoming
}

/** Moves the present files aside together, then the incoming one in their place; every connection must be closed. */
async function swapDatabase(dataFolder: string, incoming: string, now: Date): Promise<void> {
  const aside = join(dataFolder, `remplace-${now.toISOString().replaceAll(/[:.]/g, '-')}`)
  await mkdir(aside, { recursive: true })
  await syncFolder(dataFolder)
  // The database first: an opening that comes after a crash finishes the replacement only where there is none.
  for (const suffix of ['', '-wal', '-shm']) {
    const name = `${DATABASE_NAME}${suffix}`
    if (existsSync(join(dataFolder, name))) await renameDurably(join(dataFolder, name), join(aside, name))
  }
  await renameDurably(incoming, join(dataFolder, DATABASE_NAME))
}
