import { sql } from 'kysely'
import { AppError } from '../../../contract/errors.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import type { Reader } from '../../../db/driver.ts'
import { type DeliveredIssue, issueGaps, StagedText, WatchDelivery } from '../../../domain/watch/delivery.ts'

const MAX_GAPS = 200

export async function deliveryList(
  tx: Reader,
  { offset, limit }: Parsed<'deliveries.list'>,
): Promise<Output<'deliveries.list'>> {
  const { total } = await tx
    .selectFrom('watchDelivery')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await tx
    .selectFrom('watchDelivery')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  const issues = await issuesSeen(tx)
  const newest = issues.reduce<DeliveredIssue | null>(
    (last, issue) => (last === null || issue.publishedOn > last.publishedOn ? issue : last),
    null,
  )
  return {
    rows: rows.map((row) => {
      const { reading, ...delivery } = deliveryOf(row)
      const { refused: _, ...told } = reading
      return { ...delivery, reading: told }
    }),
    total,
    gaps: issueGaps(issues).slice(0, MAX_GAPS),
    newest: newest === null ? null : { number: newest.number, publishedOn: newest.publishedOn },
  }
}

/** Every issue that a delivery held, however often it was looked at; an interrupted delivery was not looked at to its end. */
async function issuesSeen(tx: Reader): Promise<DeliveredIssue[]> {
  const rows = await tx
    .selectFrom('watchDelivery')
    .select(sql<string>`json_extract(reading, '$.issues')`.as('issues'))
    .where('state', '=', 'whole')
    .execute()
  return rows.flatMap(({ issues }) => JSON.parse(issues) as DeliveredIssue[])
}

export async function deliveryById(tx: Reader, id: string): Promise<WatchDelivery> {
  const row = await tx.selectFrom('watchDelivery').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found')
  return deliveryOf(row)
}

function deliveryOf(row: { reading: string; acts: string }): WatchDelivery {
  return WatchDelivery.parse({ ...row, reading: JSON.parse(row.reading), acts: JSON.parse(row.acts) })
}

export async function sourceOf(tx: Reader, watchItemId: string): Promise<Output<'deliveries.source'>> {
  const row = await tx
    .selectFrom('watchSource')
    .innerJoin('watchDelivery', 'watchDelivery.id', 'watchSource.deliveryId')
    .select([
      'text',
      'rubric',
      'stamp',
      'deliveryId',
      'watchDelivery.at as deliveredAt',
      'name as deliveryName',
    ])
    .where('watchSource.id', '=', watchItemId)
    .executeTakeFirst()
  if (row === undefined) return null
  const { text, rubric, stamp, ...delivery } = row
  return { ...StagedText.parse({ text: JSON.parse(text), rubric, stamp }), ...delivery }
}
