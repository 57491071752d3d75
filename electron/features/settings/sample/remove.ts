import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../contract/errors.ts'
import type { Added, Leaving } from '../../../contract/settings.ts'
import { writeWithoutSample } from '../../../db/copies/without-sample.ts'
import type { Reader } from '../../../db/driver.ts'
import { civilDate } from '../../../domain/time/civil-date.ts'
import { restorePath } from '../../backups/index.ts'
import type { LongContext } from '../../context.ts'
import { getBody } from '../../reads/settings.ts'
import { demoRows } from './demo.ts'
import type { DemoRows } from './insert.ts'
import { SAMPLE } from './load.ts'

const STAGING = 'sans-exemple-'
const DAY_MS = 86_400_000

/** In place of the data, their settings alone; what was there stays as a verified backup, to which restoring goes back. */
export async function removeSample(context: LongContext): Promise<{ meetings: number }> {
  if (context.team !== null) throw new AppError('not-for-a-team')
  const { lastChange } = await context.mark()
  await context.read(async ({ tx }) => {
    if (!(await getBody(tx)).isSample) throw new AppError('state-refuses')
    const added = await addedToSample(tx)
    if (Object.values(added).some((count) => count > 0)) throw new AppError('sample-built-on')
  })
  const backup = await context.backup('manual')
  const staging = join(context.ownFolder, `${STAGING}${randomUUID()}`)
  try {
    await mkdir(staging)
    const path = join(staging, 'donnees.seances')
    await writeWithoutSample(backup, path)
    return { meetings: (await restorePath(context, path, { onlyAt: lastChange })).meetings }
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

const roots = {
  meetings: 'meeting',
  persons: 'person',
  organisations: 'organisation',
  colleges: 'college',
  projects: 'project',
  texts: 'watchItem',
  subjects: 'subject',
  series: 'series',
} as const satisfies Partial<Record<keyof Added, keyof DemoRows>>

/** What stands beside the sample: it came from people, and has to be taken out by them. Nothing where none was loaded. */
export async function addedToSample(tx: Reader): Promise<Added> {
  const isSample = (await getBody(tx)).isSample
  const sample = isSample ? await loadedRows(tx) : null
  const counted = Object.entries(roots).map(async ([kind, table]) => {
    const own = new Set<string>(sample?.[table].map(({ id }) => id))
    const ids = isSample ? await liveIds(tx, table) : []
    return [kind, ids.filter((id) => !own.has(id)).length] as const
  })
  const deliveries = isSample ? await tx.selectFrom('watchDelivery').select('id').execute() : []
  const oldFiles = isSample ? await tx.selectFrom('takeoverFile').select('id').execute() : []
  return {
    ...(Object.fromEntries(await Promise.all(counted)) as Added),
    deliveries: deliveries.length,
    oldFiles: oldFiles.length,
  }
}

/** Messages that were sent, and papers that were handed out: of its own the sample has the sealed ones alone. */
export async function leavingWithSample(tx: Reader): Promise<Leaving> {
  const sent = await tx.selectFrom('dispatch').select('id').where('state', '=', 'sent').execute()
  const produced = await tx
    .selectFrom('producedDocument')
    .select('id')
    .where('sha256', 'not in', (eb) => eb.selectFrom('approval').select('sha256'))
    .execute()
  return { sent: sent.length, produced: produced.length }
}

async function liveIds(tx: Reader, table: (typeof roots)[keyof typeof roots]): Promise<string[]> {
  const rows =
    table === 'meeting'
      ? await tx.selectFrom('meeting').select('id').where('deletedAt', 'is', null).execute()
      : await tx.selectFrom(table).select('id').execute()
  return rows.map(({ id }) => id)
}

/** The rows as they were loaded, drawn again for the day that their ids were made of; null when none of these is left. */
async function loadedRows(tx: Reader): Promise<DemoRows | null> {
  const colleges = await tx.selectFrom('college').select('id').execute()
  const organisations = await tx.selectFrom('organisation').select('id').execute()
  const days = [...colleges, ...organisations].map(({ id }) => {
    const at = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
    return civilDate(new Date(at + SAMPLE.years * 366 * DAY_MS))
  })
  const known = new Set([...colleges, ...organisations].map(({ id }) => id))
  for (const end of new Set(days)) {
    const rows = demoRows({ ...SAMPLE, end })
    if ([...rows.college, ...rows.organisation].some(({ id }) => known.has(id))) return rows
  }
  return null
}
