// Another database takes the place of the data, which go aside together; cut short anywhere, it can be finished.
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../contract/errors.ts'
import type { DatabaseVerdict } from '../contract/wire-backups.ts'
import { settleCopies } from './backups/in-question.ts'
import { copyDurably, hashFile, renameDurably, syncFolder } from './durable.ts'
import { copyStored } from './files/store.ts'
import { toAppError } from './translate-error.ts'

export const DATABASE_NAME = 'seances.sqlite'

/** Where a database waits, whole and durable, to take the place of the data. */
export const INCOMING_NAME = `${DATABASE_NAME}.incoming`

/** The same before it is whole. */
const UNFINISHED_NAME = `${INCOMING_NAME}.tmp`

/** The file of a database and those that SQLite keeps beside it; they only make sense together. */
export const DATABASE_SUFFIXES = ['', '-wal', '-shm', '-journal'] as const

/** Folders of what was replaced: sound data after a restore, damaged ones after a recovery, what was left by moved data. */
export type AsidePrefix = 'remplace' | 'donnees-endommagees' | 'ancienne-copie'
const aside = /^(remplace|donnees-endommagees)-\d{4}-/

export function asideName(prefix: AsidePrefix, now: Date): string {
  return `${prefix}-${now.toISOString().replaceAll(/[:.]/g, '-')}`
}

export type BroughtIn = {
  path: string
  /** Attachments that neither the folder of the source nor the data have whole. */
  missing: number
}

/**
 * A durable copy of a finished database and of its attachments in the data folder, ready to take the place of the data.
 * @param on.step called after each attachment.
 * @param on.prepare changes the copy before it gets the name under which an opening may put it in place.
 */
export async function bringIn(
  dataFolder: string,
  source: string,
  verdict: DatabaseVerdict,
  on: {
    now: Date
    step?: (done: number, total: number) => void
    signal?: AbortSignal
    prepare?: (path: string) => void
  },
): Promise<BroughtIn> {
  const path = join(dataFolder, INCOMING_NAME)
  const temporary = join(dataFolder, UNFINISHED_NAME)
  try {
    // Attachments first: once the database waits under its name, an opening may put it in place.
    // Those of the present data may have gone bad; those beside the source are taken then.
    const { missing } = await copyStored(dirname(source), dataFolder, verdict, { ...on, distrusts: true })
    await copyDurably(source, temporary)
    if ((await hashFile(temporary)) !== (await hashFile(source))) throw new AppError('not-a-backup')
    on.prepare?.(temporary)
    await renameDurably(temporary, path)
    return { path, missing }
  } catch (thrown) {
    for (const name of [path, temporary]) await rm(name, { force: true }).catch(() => undefined)
    throw toAppError(thrown)
  }
}

/** Moves the present files aside together, then the incoming one in their place; every connection must be closed. */
export async function swapDatabase(
  dataFolder: string,
  incoming: string,
  prefix: AsidePrefix,
  now: Date,
): Promise<string> {
  const folder = join(dataFolder, await setDatabaseAside(dataFolder, prefix, now))
  // Somebody asked for what comes in their place.
  await settleCopies(dataFolder)
  await renameDurably(incoming, join(dataFolder, DATABASE_NAME))
  return folder
}

/** Moves the present files aside together; returns the name of their folder. Every connection must be closed. */
export async function setDatabaseAside(dataFolder: string, prefix: AsidePrefix, now: Date): Promise<string> {
  const aside = asideName(prefix, now)
  const folder = join(dataFolder, aside)
  await mkdir(folder, { recursive: true })
  await syncFolder(dataFolder)
  // The database first: without it, an opening that comes after a crash finishes the replacement; a log that went
  // first would leave a database that opens and lacks what the log held.
  for (const suffix of DATABASE_SUFFIXES) {
    const name = `${DATABASE_NAME}${suffix}`
    if (existsSync(join(dataFolder, name))) await renameDurably(join(dataFolder, name), join(folder, name))
  }
  return aside
}

/**
 * A replacement that was cut short after the old database went aside: what waits is complete, it goes in. One that was cut
 * short before is dropped: the data are there, and what waits would be old by the time it is needed.
 */
export async function finishReplacing(folder: string, now: Date): Promise<void> {
  const path = join(folder, DATABASE_NAME)
  for (const name of [UNFINISHED_NAME, `${UNFINISHED_NAME}.tmp`])
    await rm(join(folder, name), { force: true })
  if (existsSync(path)) await rm(join(folder, INCOMING_NAME), { force: true })
  if (!existsSync(join(folder, INCOMING_NAME))) return
  // A log of the old data must not be played into the new; it joins the database it belongs to.
  for (const suffix of ['-wal', '-shm', '-journal'])
    if (existsSync(`${path}${suffix}`))
      await renameDurably(
        `${path}${suffix}`,
        join(asideLacking(folder, suffix, now), `${DATABASE_NAME}${suffix}`),
      )
  await renameDurably(join(folder, INCOMING_NAME), path)
}

/** The newest folder of what was replaced that has no such file yet, or a new one. */
function asideLacking(folder: string, suffix: string, now: Date): string {
  const stamp = (name: string) => name.replace(/^[a-z-]+-(?=\d)/, '')
  const [newest] = readdirSync(folder)
    .filter((name) => aside.test(name))
    .sort((a, b) => (stamp(a) < stamp(b) ? 1 : -1))
  if (newest !== undefined && !existsSync(join(folder, newest, `${DATABASE_NAME}${suffix}`)))
    return join(folder, newest)
  const fresh = join(folder, asideName('remplace', now))
  mkdirSync(fresh, { recursive: true })
  return fresh
}
