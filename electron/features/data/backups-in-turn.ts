import { join } from 'node:path'
import { AppError } from '../../contract/errors.ts'
import type { RunJob } from '../../contract/wire.ts'
import type { DatabaseVerdict } from '../../contract/wire-backups.ts'
import { type MadeBackup, makeBackup } from '../../db/backups/backup.ts'
import { backupsIn } from '../../db/backups/folder.ts'
import { BACKUP_FOLDER } from '../../db/backups/name.ts'
import { readVerdicts, verdictKey } from '../../db/backups/verdicts.ts'
import { readDesk } from '../../db/desk/desk.ts'
import { journalMark } from '../../db/journal/mark.ts'
import type { OpenData } from '../../db/open.ts'
import type { BackupReason } from '../../domain/data/backup.ts'
import { DamagedCopy } from '../damage.ts'
import type { CoreOptions } from '../options.ts'
import { Turns } from '../turns.ts'
import type { Changes } from './changes.ts'
import type { LiveDatabase } from './live-database.ts'

type MakeBackup = (sqlite: OpenData['sqlite'], reason: BackupReason) => Promise<MadeBackup>

/** One backup at a time, and none while the data are exchanged. */
export class BackupsInTurn {
  readonly #live: LiveDatabase
  readonly #make: MakeBackup
  readonly #changes: Changes
  readonly #turns = new Turns()
  /** How much had been committed when the last one began. */
  #upTo = 0

  constructor(live: LiveDatabase, make: MakeBackup, changes: Changes) {
    this.#live = live
    this.#make = make
    this.#changes = changes
  }

  /** Whether something was committed since the last backup. */
  get isBehind(): boolean {
    return this.#live.commits > this.#upTo
  }

  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.run(work)
  }

  backup(reason: BackupReason): Promise<string> {
    return this.inTurn(() => this.backupNow(reason))
  }

  /** For who has the turn. */
  async backupNow(reason: BackupReason): Promise<string> {
    const { damage } = this.#live
    if (damage !== null) throw new AppError(damage.code)
    this.#live.expectInPlace()
    const upTo = this.#live.commits
    // The copy is examined whole, which the live data never are: what it lacks, they lack.
    const { path, verdict } = await this.#make(this.#live.sqlite, reason).catch((thrown) => {
      if (thrown instanceof AppError && thrown.code === 'data-damaged')
        this.#live.meet(thrown.cause ?? new DamagedCopy())
      throw thrown
    })
    this.#upTo = Math.max(this.#upTo, upTo)
    this.#live.altered = verdict.altered
    this.#changes.source('files')
    return path
  }
}

/** How backups are made beside the data, also of a database whose opening is under way. */
export function backupMaker({ dataFolder, runJob }: CoreOptions, clock: () => Date): MakeBackup {
  return (sqlite, reason) =>
    makeBackup({
      sqlite,
      dataFolder,
      reason,
      now: clock(),
      rule: readDesk(dataFolder).keptRule,
      finish: (path) => runJob('finishBackup', { path }),
    })
}

/** Counts what a finished file holds, and says whether it is sound. */
export function examineFinished(
  runJob: RunJob,
  path: string,
  signal: AbortSignal | undefined,
): Promise<DatabaseVerdict> {
  return runJob('checkBackup', { path }, { signal })
}

/** Whether the newest backup beside the data holds their last change; the program may have died before it made one. */
export async function isBackedUp(dataFolder: string, { sqlite }: OpenData): Promise<boolean> {
  const mark = journalMark(sqlite)
  const verdicts = readVerdicts(dataFolder)
  const all = await backupsIn(join(dataFolder, BACKUP_FOLDER)).catch(() => [])
  return all.some(({ file }) => verdicts[verdictKey('desk', file)]?.mark === mark)
}
