import { AppError } from '../../contract/errors.ts'
import type { Reader } from '../../db/driver.ts'
import type { BulletinFile } from '../../documents/watch-bulletin/model.ts'
import { type BulletinScope, type Period, partOf } from '../../domain/watch/period.ts'
import { lookOn } from '../reads/document-style.ts'
import { getBody } from '../reads/settings.ts'
import { deadlinesOf } from '../reads/text-deadlines.ts'
import { withHearings } from '../reads/watch.ts'

/** @throws AppError `invalid-input`, field `to`, when the period ends before it begins. */
export async function bulletinFile(
  tx: Reader,
  { scope, ...period }: Period & { scope: BulletinScope },
): Promise<BulletinFile> {
  if (period.from > period.to) throw new AppError('invalid-input', { field: 'to' })
  const items = await tx
    .selectFrom('watchItem')
    .selectAll()
    // A published text without a date from the period on cannot be in it; the rule itself is told in one place.
    .where((eb) =>
      eb.or([
        eb('publishedOn', 'is', null),
        eb('publishedOn', '>=', period.from),
        eb('inForceOn', '>=', period.from),
        eb('appliesOn', '>=', period.from),
        eb('id', 'in', eb.selectFrom('textDeadline').select('watchItemId').where('date', '>=', period.from)),
      ]),
    )
    .execute()
  const deadlines = await deadlinesOf(
    tx,
    items.map(({ id }) => id),
  )
  const dated = items.map((item) => ({ ...item, deadlines: deadlines.get(item.id) ?? [] }))
  const told = dated.filter((item) => partOf(item, period) !== null)
  const rows = await withHearings(tx, told)
  return {
    body: await getBody(tx),
    look: await lookOn(tx, period.to),
    period: { from: period.from, to: period.to },
    scope,
    items: rows.map((row) => ({ ...row, deadlines: deadlines.get(row.id) ?? [] })),
  }
}
