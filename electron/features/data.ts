// The open database behind the core; hands out transactions one after another, and can swap the whole for a backup.

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../contract/errors.ts'
import type { Method } from '../contract/index.ts'
import { makeBackup } from '../db/backup.ts'
import { backupsIn, dropLeftovers } from '../db/backup-folder.ts'
import { BACKUP_FOLDER } from '../db/backup-name.ts'
import { readVerdicts, verdictKey } from '../db/backup-verdicts.ts'
import { Checkpoints } from '../db/checkpoints.ts'
import { changeDesk, readDesk } from '../db/desk.ts'
import type { Writer } from '../db/driver.ts'
import { EveryText } from '../db/every-text.ts'
import { journalMark } from '../db/journal-mark.ts'
import { type OpenData, openData } from '../db/open.ts'
import { dropOpened } from '../db/opened-folder.ts'
import { lastChange, noteGeneration, profileOf, raiseLastChange, readPen, writePen } from '../db/pen.ts'
import { bringIn, swapDatabase } from '../db/replace.ts'
import { findEntities, findEntityPage, findTexts } from '../db/search.ts'
import { toAppError } from '../db/translate-error.ts'
import type { BackupReason } from '../domain/backup.ts'
import { civilDate } from '../domain/civil-date.ts'
import { type Pen, stillPen } from '../domain/hand-over.ts'
import type { Damage, LongContext, ReadContext, ShownCopy, WriteContext } from './context.ts'
import { DamagedCopy, damageCode } from './damage.ts'
import { clearFormer, noteArrival } from './data-place/arrive.ts'
import type { CoreOptions } from './options.ts'
import { ChangedMeanwhile, type Pause, Turns } from './turns.ts'

/** A ten-year database is examined within two seconds; a slow disk may take its time. */
const CHECK_MS = 120_000
/** How often a reading begins again because others wrote in its pauses; then it makes none. */
const READ_AGAIN = 2

export type Data = {
  read<T>(work: (context: ReadContext) => Promise<T>): Promise<T>
  write<T>(method: string, work: (context: WriteContext) => Promise<T>): Promise<T>
  long(): LongContext
  /** The meeting that the last write concerned. */
  lastMeetingId(): string | null
  /** Whether something was written since the last backup. */
  isChanged(): boolean
  /** Whether a former session left changes that no backup beside the data holds. */
  isBehind: boolean
  close(): Promise<void>
}

export async function openCoreData(options: CoreOptions): Promise<Data> {
  const { dataFolder, runJob } = options
  const clock = options.clock ?? (() => new Date())
  const check = (path: string, signal?: AbortSignal) =>
    runJob('checkBackup', { path }, { timeoutMs: CHECK_MS, ...(signal === undefined ? {} : { signal }) })
  const makeHere = (sqlite: OpenData['sqlite'], reason: BackupReason) =>
    makeBackup({
      sqlite,
      dataFolder,
      reason,
      now: clock(),
      rule: readDesk(dataFolder).keptRule,
      finish: (path) => runJob('finishBackup', { path }, { timeoutMs: CHECK_MS }),
    })
  const reopen = () =>
    openData(dataFolder, {
      beforeMigration: async (sqlite) => {
        await makeHere(sqlite, 'before-migration')
      },
      slow: (sql, ms) => options.log(`slow query (${ms.toFixed(0)} ms): ${sql}`),
      clock,
      mayStartEmpty: options.mayStartEmpty === true,
      mustBeWhole: options.mustBeWhole === true,
    })

  let open: OpenData = await reopen()
  await noteArrival(dataFolder)
  void clearFormer(dataFolder, clock()).catch((thrown) =>
    options.log('the former folder was left as it is', thrown),
  )
  // The lock is ours: what is unfinished there was left by a process that died.
  await dropLeftovers(join(dataFolder, BACKUP_FOLDER), clock(), true)
  await dropOpened(dataFolder)
  const isBehind = !open.isNew && !(await isBackedUp(dataFolder, open))
  let pen = readPen(dataFolder, open.sqlite, clock())
  /** Why nothing is written for the time of an act. */
  let held: 'pen-moving' | 'data-moving' | null = null
  let shown: (ShownCopy & { open: OpenData }) | null = null
  let lastMeetingId: string | null = null
  let writes = 0
  let backedUpAt = 0
  let isClosed = false
  let damage: Damage | null = null

  /** From here on nothing more is written: what is there can still be read, and is the best there is to recover from. */
  const meet = (thrown: unknown) => {
    const code = damageCode(thrown)
    // Of a copy that is shown it says nothing about our own.
    if (code === null || damage !== null || shown !== null) return
    damage = { at: clock().toISOString(), code }
    open.doubt()
    checkpoints.stop()
    options.log(`damage met: ${code}`, toAppError(thrown))
    options.emit({ topic: 'damage' })
  }

  // Inside a transaction nothing else may speak to the database.
  const turns = new Turns()
  const inTurn = <T>(work: (pause: Pause) => Promise<T>): Promise<T> =>
    turns.run(async (pause) => {
      try {
        // A replacement that could not open the data again (a full disk): as soon as they can be, they are.
        if (!isClosed && !open.sqlite.open) {
          open = await reopen()
          await adopt()
        }
        return await work(pause)
      } catch (thrown) {
        meet(thrown)
        throw thrown
      }
    })

  // One backup at a time, and none while the data are exchanged.
  let lastBackup: Promise<unknown> = Promise.resolve()
  const inBackupTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = lastBackup.then(work, work)
    lastBackup = turn.catch(() => undefined)
    return turn
  }

  const checkpoints = new Checkpoints(inTurn, () => open.sqlite)
  const committed = () => {
    writes += 1
    checkpoints.committed()
  }

  const time = () => {
    const now = clock()
    return { now, today: civilDate(now), who: options.who }
  }

  const readOnce = <T>(work: (context: ReadContext) => Promise<T>, mayPause: boolean): Promise<T> =>
    inTurn((pause) => {
      const { db, sqlite, folder } = shown?.open ?? open
      const upTo = writes
      return work({
        ...time(),
        tx: db,
        findTexts: (words, limit, kind) => findTexts(sqlite, words, limit, kind),
        findEntityPage: (words, page) => findEntityPage(sqlite, words, page),
        findEntities: (words, kind, after) => findEntities(sqlite, words, kind, after),
        desk: readDesk(dataFolder),
        dataFolder: folder,
        pen,
        shownCopy: shown,
        pause: async () => {
          if (!mayPause) return
          await pause()
          if (writes !== upTo || !sqlite.open || (shown?.open ?? open).sqlite !== sqlite)
            throw new ChangedMeanwhile()
        },
      })
    })

  const read: Data['read'] = async (work) => {
    for (let again = READ_AGAIN; ; again -= 1)
      try {
        return await readOnce(work, again > 0)
      } catch (thrown) {
        if (!(thrown instanceof ChangedMeanwhile)) throw thrown
      }
  }

  const refuseReadOnly = () => {
    if (damage !== null) throw new AppError(damage.code)
    if (shown !== null) throw new AppError('copy-shown')
    if (held !== null) throw new AppError(held)
    if (pen.state !== 'mine')
      throw new AppError(pen.state === 'giving' || pen.state === 'taking' ? 'pen-moving' : 'pen-away')
  }

  /** Data that are being moved are neither exchanged nor handed over. */
  const refuseMoving = () => {
    if (held === 'data-moving') throw new AppError(held)
  }

  const keepPen = async (next: Pen): Promise<void> => {
    refuseMoving()
    if (next.state === 'mine' && damage === null) noteGeneration(open.sqlite, next.generation)
    await writePen(dataFolder, next)
    pen = next
    options.emit({ topic: 'pen' })
  }

  const hold: LongContext['hold'] = async (work) => {
    // In turn: a write that was begun is finished first.
    await inTurn(async () => {
      refuseReadOnly()
      held = 'pen-moving'
    })
    try {
      return await work()
    } finally {
      held = null
    }
  }

  const leave: LongContext['leave'] = async (work) => {
    await inTurn(async () => {
      if (shown !== null) throw new AppError('copy-shown')
      if (held !== null) throw new AppError(held)
      held = 'data-moving'
    })
    try {
      return await work()
    } catch (thrown) {
      held = null
      throw thrown
    }
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
          clock,
        })
        shown = { at: copy.at, file: copy.file, open: opened }
      }
      options.emit({ topic: 'pen' })
    })

  /** `former`: the entry that this transaction goes on with. */
  const writeUnder = <T>(
    former: number | null,
    method: string,
    work: (context: WriteContext) => Promise<T>,
  ): Promise<{ value: T; seq: number | null }> =>
    inTurn(async () => {
      refuseReadOnly()
      const at = time()
      const learnt: { meetingId: string | null; mergeKey: string | null } = {
        meetingId: null,
        mergeKey: null,
      }
      const journaled = !method.startsWith('history.')
      const result = await open.db.transaction().execute(async (tx) => {
        const begun = {
          at: at.now.toISOString(),
          who: options.who,
          method,
          meetingId: null,
          mergeKey: null,
        }
        const seq = former ?? (journaled ? open.journal.begin(begun) : 0)
        if (former !== null) open.journal.resume(former)
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
        if (journaled && !method.startsWith('takeover.') && open.journal.changesLocked(seq))
          throw new AppError('meeting-taken-over')
        const isKept = journaled && open.journal.end(seq, learnt)
        return { value, seq: isKept ? seq : null }
      })
      lastMeetingId = learnt.meetingId
      committed()
      return result
    })

  const write: Data['write'] = async (method, work) => (await writeUnder(null, method, work)).value

  const writeInSteps: LongContext['writeInSteps'] = (method) => {
    let entry: number | null = null
    return async (work) => {
      const { value, seq } = await writeUnder(entry, method, work)
      entry = seq
      return value
    }
  }

  const fill = (work: (tx: Writer) => Promise<void>) =>
    inTurn(async () => {
      refuseReadOnly()
      await open.db.transaction().execute(work)
      committed()
    })

  const readTexts = <T>(work: (texts: EveryText) => T): Promise<T> =>
    inTurn(async () => work(new EveryText((shown?.open ?? open).sqlite)))

  const eraseTexts = <T>(work: (texts: EveryText) => T): Promise<T> =>
    inTurn(async () => {
      refuseReadOnly()
      const result = work(new EveryText(open.sqlite))
      committed()
      return result
    })

  const backupNow = async (reason: BackupReason): Promise<string> => {
    if (damage !== null) throw new AppError(damage.code)
    const upTo = writes
    // The copy is examined whole, which the live data never are: what it lacks, they lack.
    const { path } = await makeHere(open.sqlite, reason).catch((thrown) => {
      if (thrown instanceof AppError && thrown.code === 'data-damaged')
        meet(thrown.cause ?? new DamagedCopy())
      throw thrown
    })
    backedUpAt = Math.max(backedUpAt, upTo)
    return path
  }

  const replaceData: LongContext['replaceData'] = async (path, on = {}) => {
    const { signal } = on
    if (on.act !== 'taking') refuseReadOnly()
    refuseMoving()
    const verdict = await check(path, signal)
    if (!verdict.sound) throw new AppError('not-a-backup')
    // Brought in first: the backup made next may be what rotates the wanted one away.
    const incoming = await bringIn(dataFolder, path, verdict, on)
    try {
      return await inBackupTurn(async () => {
        refuseCancelled(signal)
        const before = await backupNow('before-restore')
        refuseCancelled(signal)
        await inTurn(async () => {
          const replaced = lastChange(open.sqlite)
          open.close()
          try {
            // Of data that are taken from another desk the copy itself says how new they are.
            if (on.act !== 'taking') raiseLastChange(incoming.path, replaced)
            await swapDatabase(dataFolder, incoming.path, 'remplace', clock())
          } finally {
            open = await reopen()
          }
          await adopt()
          writes += 1
        })
        return { meetings: verdict.meetings, missing: incoming.missing, before }
      })
    } finally {
      await rm(incoming.path, { force: true })
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
    writeInSteps,
    fill,
    readTexts,
    eraseTexts,
    backup: (reason) => inBackupTurn(() => backupNow(reason)),
    replaceData,
    ownFolder: dataFolder,
    get damage() {
      return damage
    },
    // A step looks at what the step before it set.
    get pen() {
      return pen
    },
    setPen: (next) => inTurn(() => keepPen(next)),
    hold,
    leave,
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
    isBehind,
    isChanged: () => damage === null && writes > backedUpAt,
    close: () =>
      inBackupTurn(() =>
        inTurn(async () => {
          isClosed = true
          shown?.open.close()
          checkpoints.stop()
          if (open.sqlite.open) open.close()
        }),
      ),
  }
}

function refuseCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError('cancelled')
}

/** Whether the newest backup beside the data holds their last change; the program may have died before it made one. */
async function isBackedUp(dataFolder: string, { sqlite }: OpenData): Promise<boolean> {
  const mark = journalMark(sqlite)
  const verdicts = readVerdicts(dataFolder)
  const all = await backupsIn(join(dataFolder, BACKUP_FOLDER)).catch(() => [])
  return all.some(({ file }) => verdicts[verdictKey('desk', file)]?.mark === mark)
}
