import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { AppError } from '../../../contract/errors.ts'
import type { Added, Leaving } from '../../../contract/settings.ts'
import { writeWithoutSample } from '../../../db/copies/without-sample.ts'
import type { Reader } from '../../../db/driver.ts'
import { Recent } from '../../../db/recent.ts'
import { civilDate } from '../../../domain/time/civil-date.ts'
import { restorePath } from '../../backups/index.ts'
import type { LongContext } from '../../context.ts'
import { getBody } from '../../reads/settings.ts'
import { demoDirectory, demoRows } from './demo.ts'
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
  const own = isSample ? await loadedIds(tx) : null
  const counted = Object.entries(roots).map(
    async ([kind, table]) => [kind, isSample ? await besideSample(tx, table, own) : 0] as const,
  )
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

type Root = (typeof roots)[keyof typeof roots]
type SampleIds = ReadonlyMap<Root, readonly string[]>

/** How many there are beside the sample's own, of which there are few. */
async function besideSample(tx: Reader, table: Root, own: SampleIds | null): Promise<number> {
  const live = tx.selectFrom(table).select((eb) => eb.fn.count<number>('id').as('count'))
  const all = table === 'meeting' ? live.where('deletedAt', 'is', null) : live
  const ids = sql<string>`(SELECT value FROM json_each(${JSON.stringify(own?.get(table) ?? [])}))`
  const { count } = await all.executeTakeFirstOrThrow()
  return count - (await all.where('id', 'in', ids).executeTakeFirstOrThrow()).count
}

/** The ids as they were loaded, drawn again for the day that they were made of; null when none of these is left. */
async function loadedIds(tx: Reader): Promise<SampleIds | null> {
  const colleges = await tx.selectFrom('college').select('id').execute()
  const organisations = await tx.selectFrom('organisation').select('id').execute()
  const known = new Set([...colleges, ...organisations].map(({ id }) => id))
  const days = [...known].map((id) => {
    const at = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
    return civilDate(new Date(at + SAMPLE.years * 366 * DAY_MS))
  })
  for (const end of new Set(days)) {
    const { college, organisation } = demoDirectory({ ...SAMPLE, end })
    if ([...college, ...organisation].some(({ id }) => known.has(id))) return drawnIds(end)
  }
  return null
}

/** Asked for after each write that a screen with them may show; the rows of a day are thousands, and always the same. */
const drawn = new Recent<SampleIds>(2)
function drawnIds(end: string): SampleIds {
  return drawn.get(end, () => {
    const rows = demoRows({ ...SAMPLE, end })
    return new Map(Object.values(roots).map((table) => [table, rows[table].map(({ id }) => id)]))
  })
}
