import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { DeliveryPreview } from '../../../contract/deliveries.ts'
import { AppError } from '../../../contract/errors.ts'
import type { Input } from '../../../contract/index.ts'
import type { Reader } from '../../../db/driver.ts'
import type { ActCounts, PreviewRow } from '../../../domain/watch/delivery.ts'
import type { DeliveryAct } from '../../../domain/watch/delivery-change.ts'
import { DraftMatcher } from '../../../domain/watch/match.ts'
import type { WatchFields, WatchItem } from '../../../domain/watch/watch.ts'
import type { LongContext } from '../../context.ts'
import { drafts } from '../matches.ts'
import { type Compared, compareWithWatch } from './compare.ts'
import { watchCriteria } from './criteria.ts'
import { alone, dropPending, putPending } from './pending.ts'
import { droppedFolder, dropStaged, stagedPath, stagedTexts } from './staged.ts'

/** Texts compared in one turn: a few milliseconds. */
const TURN = 100
/** Comparing words with the drafts lets others pass after so long. */
const TURN_MS = 8
export const PREVIEWED = 100
/** Values of one query. */
const AT_ONCE = 500

const acts = ['new', 'publishes', 'completes', 'corrects', 'edited', 'same', 'older'] as const

export function noActs(): Record<DeliveryAct, number> {
  return { new: 0, publishes: 0, completes: 0, corrects: 0, edited: 0, same: 0, older: 0 } satisfies ActCounts
}

/** Acts that write a text of the watch. */
export const changing: ReadonlySet<DeliveryAct> = new Set(acts.slice(0, 4))

/** Its bytes lie in a folder of their own while they are read: the reader goes by the name, and takes archives larger than memory. */
export async function previewDroppedDelivery(
  context: LongContext,
  { fileName, bytes }: Input<'deliveries.read'>,
): Promise<DeliveryPreview> {
  const folder = await droppedFolder(context.dataFolder)
  try {
    const path = join(folder, fileName.replace(/[^\p{L}\p{N}._ -]|^\.+/gu, '_'))
    await writeFile(path, bytes)
    return await previewDelivery(context, path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export function previewDelivery(context: LongContext, path: string): Promise<DeliveryPreview> {
  const { dataFolder, runJob, emit, read } = context
  return alone(dataFolder, async (signal) => {
    await dropPending(dataFolder)
    await dropStaged(dataFolder)
    const token = randomUUID()
    const out = stagedPath(dataFolder, token)
    try {
      const { id: _, version: __, ...criteria } = await read(({ tx }) => watchCriteria(tx))
      const reading = await runJob(
        'readDelivery',
        { source: path, out, criteria },
        {
          signal,
          onProgress: (done, total) => emit({ topic: 'progress', method: 'deliveries.choose', done, total }),
        },
      )
      const counts = noActs()
      const matcher = new DraftMatcher(await read(({ tx }) => drafts(tx)))
      const proposed: PreviewRow[] = []
      const others: PreviewRow[] = []
      for await (const staged of stagedTexts(out, TURN)) {
        if (signal.aborted) throw new AppError('cancelled')
        const compared = await read(({ tx }) => compareWithWatch(tx, staged))
        let turn = performance.now()
        for (const one of compared) {
          counts[one.act] += 1
          if (!changing.has(one.act)) continue
          const row = previewRow(one, matcher)
          ;(row.drafts.length > 0 ? proposed : others).push(row)
          if (performance.now() - turn < TURN_MS) continue
          await setImmediate()
          turn = performance.now()
        }
      }
      // Rows that ask for a decision come first: a year of the JO has hundreds of pages of rows.
      const rows = [...proposed, ...others]
      const name = basename(path).slice(-300)
      await putPending(dataFolder, { token, name, path: out, reading, rows })
      return {
        token,
        name,
        reading,
        acts: counts,
        changes: rows.length,
        proposed: proposed.length,
        rows: rows.slice(0, PREVIEWED),
        deleted: await read(({ tx }) => followedAmong(tx, reading.deleted)),
      }
    } catch (thrown) {
      await rm(out, { force: true })
      throw thrown
    }
  })
}

async function followedAmong(tx: Reader, ids: readonly string[]): Promise<DeliveryPreview['deleted']> {
  const found: DeliveryPreview['deleted'] = []
  for (let at = 0; at < ids.length; at += AT_ONCE)
    found.push(
      ...(await tx
        .selectFrom('watchItem')
        .select(['id', 'title'])
        .where('jorfText', 'in', ids.slice(at, at + AT_ONCE))
        .execute()),
    )
  return found
}

function previewRow(
  { act, item, patch, staged: { text, rubric } }: Compared,
  matcher: DraftMatcher,
): PreviewRow {
  const { jorfText, title, nature, nor, ministry, publishedOn, warnings } = text
  return {
    jorfText,
    act,
    title,
    nature,
    nor,
    ministry,
    publishedOn,
    purpose: cut(text.purpose),
    rubric,
    warnings,
    item: item === null ? null : { id: item.id, title: item.title },
    changed: item === null ? [] : changedFields(item, patch),
    drafts: act === 'new' ? matcher.proposals({ ...text, date: publishedOn ?? text.signedOn }) : [],
  }
}

const cut = (value: string | number | null) => String(value ?? '').slice(0, 400)

function changedFields(item: WatchItem, patch: Partial<WatchFields>): PreviewRow['changed'] {
  return (Object.keys(patch) as (keyof WatchFields)[]).flatMap((key) => {
    const [before, after] = [item[key], patch[key] ?? null]
    const field = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    return before === after ? [] : [{ field, before: cut(before), after: cut(after) }]
  })
}
