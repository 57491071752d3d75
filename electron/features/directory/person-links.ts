import { sql } from 'kysely'
import type { Transaction } from '../../db/driver.ts'
import type { Tables } from '../../db/tables.ts'

/** Links beside a printed name: without the person the name stays. */
const printed = [
  ['attendee', 'personId'],
  ['agendaItem', 'presenterId'],
  ['action', 'ownerId'],
  ['actionFollowUp', 'ownerId'],
  ['subject', 'requesterId'],
  ['awaitedDocument', 'fromId'],
  ['dispatchRecipient', 'personId'],
  ['sessionLine', 'personId'],
] as const satisfies readonly (readonly [keyof Tables, string])[]

// Kysely cannot type a column that is named apart from its table: one pair stands for all.
type AnyPrinted = 'attendee'
type AnyLink = 'personId'

/** Lets go of a person about to be removed: printed names stay; what is nothing without the person goes. */
export async function dropLinks(tx: Transaction, personId: string): Promise<void> {
  for (const [table, column] of printed) {
    await tx
      .updateTable(table as AnyPrinted)
      .set({ [column as AnyLink]: null })
      .where(column as AnyLink, '=', personId)
      .execute()
  }
  for (const table of ['mandate', 'itemGuest', 'reply', 'approvalReply', 'projectContact'] as const)
    await tx.deleteFrom(table).where('personId', '=', personId).execute()
  await dropDistinct(tx, personId)
}

/** Has everything that points to `from` point to `to`; where only one may be, the one of `to` or the newer stays. */
export async function moveLinks(tx: Transaction, from: string, to: string): Promise<void> {
  await settleAttendance(tx, from, to)
  for (const table of ['reply', 'approvalReply'] as const) await settleReplies(tx, table, from, to)
  await settleMandates(tx, from, to)
  await tx
    .deleteFrom('itemGuest')
    .where('personId', '=', from)
    .where('itemId', 'in', (eb) => eb.selectFrom('itemGuest').select('itemId').where('personId', '=', to))
    .execute()
  await tx
    .deleteFrom('projectContact')
    .where('personId', '=', from)
    .where('projectId', 'in', (eb) =>
      eb.selectFrom('projectContact').select('projectId').where('personId', '=', to),
    )
    .execute()
  for (const [table, column] of printed) {
    await tx
      .updateTable(table as AnyPrinted)
      .set({ [column as AnyLink]: to })
      .where(column as AnyLink, '=', from)
      .execute()
  }
  for (const table of ['mandate', 'itemGuest', 'reply', 'approvalReply', 'projectContact'] as const)
    await tx.updateTable(table).set({ personId: to }).where('personId', '=', from).execute()
  await dropDistinct(tx, from)
}

/**
 * Both in the list of one meeting: of two rows the one that says something stays under the person; when both do, the
 * other stays as printed, without a link, since a merge must not rewrite who was there.
 */
async function settleAttendance(tx: Transaction, from: string, to: string): Promise<void> {
  const rows = await tx
    .selectFrom('attendee as other')
    .innerJoin('attendee as own', 'own.meetingId', 'other.meetingId')
    .leftJoin('minutes', 'minutes.meetingId', 'other.meetingId')
    .select([
      'other.id as otherId',
      'other.status as otherStatus',
      'own.id as ownId',
      'own.status as ownStatus',
    ])
    .select('minutes.state')
    .where('other.personId', '=', from)
    .where('own.personId', '=', to)
    .execute()
  for (const { otherId, otherStatus, ownId, ownStatus, state } of rows) {
    const isApproved = state === 'approved'
    if (otherStatus === null && !isApproved)
      await tx.deleteFrom('attendee').where('id', '=', otherId).execute()
    else if (ownStatus === null && !isApproved)
      await tx.deleteFrom('attendee').where('id', '=', ownId).execute()
    else await tx.updateTable('attendee').set({ personId: null }).where('id', '=', otherId).execute()
  }
}

/** Two answers for one meeting: the newer one stands. */
async function settleReplies(
  tx: Transaction,
  table: 'reply' | 'approvalReply',
  from: string,
  to: string,
): Promise<void> {
  const rows = await tx
    .selectFrom(`${table} as other` as 'reply as other')
    .innerJoin(`${table} as own` as 'reply as own', 'own.meetingId', 'other.meetingId')
    .select(['other.id as otherId', 'own.id as ownId'])
    .select(sql<number>`other.answered_at > own.answered_at`.as('otherIsNewer'))
    .where('other.personId', '=', from)
    .where('own.personId', '=', to)
    .execute()
  for (const { otherId, ownId, otherIsNewer } of rows)
    await tx
      .deleteFrom(table)
      .where('id', '=', otherIsNewer === 1 ? ownId : otherId)
      .execute()
}

/** The very same mandate twice is one. */
async function settleMandates(tx: Transaction, from: string, to: string): Promise<void> {
  const mandates = await tx.selectFrom('mandate').selectAll().where('personId', 'in', [from, to]).execute()
  const said = ({ id: _1, version: _2, personId: _3, ...fields }: (typeof mandates)[number]) =>
    [fields.organisationId, fields.seriesId, fields.role, fields.startsOn, fields.endsOn].join()
  const own = new Set(mandates.filter(({ personId }) => personId === to).map(said))
  for (const mandate of mandates) {
    if (mandate.personId === from && own.has(said(mandate)))
      await tx.deleteFrom('mandate').where('id', '=', mandate.id).execute()
  }
}

async function dropDistinct(tx: Transaction, personId: string): Promise<void> {
  await tx
    .deleteFrom('distinctPerson')
    .where((eb) => eb.or([eb('personId', '=', personId), eb('otherId', '=', personId)]))
    .execute()
}
