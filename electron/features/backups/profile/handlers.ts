import { randomUUID } from 'node:crypto'
import { readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../../contract/errors.ts'
import type { Method } from '../../../contract/index.ts'
import type { ImportedProfile } from '../../../contract/profile.ts'
import { STORE_NAME } from '../../../db/files/store.ts'
import { profileFolderName } from '../../../documents/file-name.ts'
import { acronymOf } from '../../../documents/head.ts'
import { syncFolder, writeFailure } from '../../../documents/write-atomically.ts'
import type { Handlers, InternalHandlers, LongContext } from '../../context.ts'
import { oneAtATime } from '../../one-at-a-time.ts'
import { getBody } from '../../reads/settings.ts'
import { restorePath } from '../restore.ts'

export const { alone, stop: stopRunning } = oneAtATime()

/** Faults told to the window: more than that say nothing new. */
const MAX_FAULTS = 200
const STAGING = 'reprise-en-cours-'

export const handlers: Handlers<'profile'> = {
  async 'profile.stop'({ dataFolder }) {
    stopRunning(dataFolder)
    return {}
  },
}

export const profileCalls: InternalHandlers<'profileName' | 'exportProfile' | 'importProfile'> = {
  async profileName({ read, today }, { form }) {
    const name = profileFolderName(acronymOf(await read(({ tx }) => getBody(tx))), today)
    return { fileName: form === 'zip' ? `${name}.zip` : name }
  },
  exportProfile: (context, { path, form }) =>
    alone(context.dataFolder, async (signal) => {
      const backup = await context.backup('manual')
      if (signal.aborted) throw new AppError('cancelled')
      const out = join(dirname(path), `.${randomUUID()}.tmp`)
      try {
        const written = await context.runJob(
          'writeProfile',
          {
            backup,
            store: join(dirname(backup), STORE_NAME),
            out,
            form,
            madeAt: context.now.toISOString(),
            madeBy: context.who,
          },
          { signal, onProgress: progress(context, 'profile.export') },
        )
        await putInPlace(out, path)
        return { ...written, path, fileName: basename(path) }
      } finally {
        await removeWhole(out)
      }
    }),
  importProfile: (context, { path }) =>
    alone(context.dataFolder, async (signal) => {
      await removeStale(context.dataFolder)
      const staging = join(context.dataFolder, `${STAGING}${randomUUID()}`)
      try {
        const { backup, faults } = await context.runJob(
          'readProfile',
          { source: path, staging },
          { signal, onProgress: progress(context, 'profile.import') },
        )
        if (backup === null)
          return {
            state: 'refused',
            faults: faults.slice(0, MAX_FAULTS),
            faultCount: faults.length,
          } satisfies ImportedProfile
        const { meetings } = await restorePath(context, backup)
        return { state: 'taken', meetings } satisfies ImportedProfile
      } finally {
        await removeWhole(staging)
      }
    }),
}

function progress({ emit }: LongContext, method: Method) {
  return (done: number, total: number) => emit({ topic: 'progress', method, done, total })
}

/** A finished folder or file takes its name; what bore it before goes only then, and only a file does. */
async function putInPlace(finished: string, path: string): Promise<void> {
  try {
    await rename(finished, path)
  } catch (thrown) {
    throw writeFailure(thrown, 'replace')
  }
  await syncFolder(dirname(path))
}

/** Left by an import that the machine cut short. */
async function removeStale(dataFolder: string): Promise<void> {
  for (const name of await readdir(dataFolder))
    if (name.startsWith(STAGING)) await removeWhole(join(dataFolder, name))
}

/** A job that was just ended may still be writing its last file. */
function removeWhole(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
}
