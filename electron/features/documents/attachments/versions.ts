// One attachment takes the place of another, and gives it back; what belongs to the document (its title, its marks, the
// promise it keeps, the messages not yet sent that carry it) goes with the place.

import type { ExpressionBuilder } from 'kysely'
import { AppError } from '../../../contract/errors.ts'
import type { Transaction } from '../../../db/driver.ts'
import { deleteRow, getRow, type Target, updateRow } from '../../../db/rows.ts'
import type { Row, Tables } from '../../../db/tables.ts'
import { bearsNameOf, splitName, withoutVersion } from '../../../domain/documents/document-name.ts'
import { LINE_LENGTH } from '../../../domain/limits.ts'

type AttachmentRow = Row<'attachment'>
/** The owner of a document, as its row says it. */
export type Owner = Pick<AttachmentRow, 'meetingId' | 'itemId' | 'projectId'>

const drafts = (eb: ExpressionBuilder<Tables, 'dispatchDocument'>) =>
  eb.selectFrom('dispatch').select('dispatch.id').where('state', '=', 'draft')

/** The current document that is to be replaced; `conflict` when it was replaced meanwhile. */
export async function replaceable(tx: Transaction, id: string, owner: Owner): Promise<AttachmentRow> {
  const old = await getRow(tx, 'attachment', id)
  if (old.meetingId !== owner.meetingId || old.itemId !== owner.itemId || old.projectId !== owner.projectId)
    throw new AppError('invalid-input', { field: 'replaces' })
  if (old.replacedBy !== null) throw new AppError('conflict')
  return old
}

/** A document keeps its name whatever its newest file is called; a file that bears it anyway needs no title. */
export function titleAfter(old: AttachmentRow, fileName: string): string {
  if (old.title !== '' || bearsNameOf(fileName, old)) return old.title
  return withoutVersion(splitName(old.fileName).stem).slice(0, LINE_LENGTH)
}

/** Makes `old` an older version of an attachment that is there already and bears its marks. */
export async function replace(tx: Transaction, old: AttachmentRow, by: AttachmentRow): Promise<void> {
  await updateRow(tx, 'attachment', old, { replacedBy: by.id })
  await movePromises(tx, old.id, by.id)
  await moveInDrafts(tx, old.id, by)
}

/** The promise that a document keeps; `null` says that it is awaited again. */
async function movePromises(tx: Transaction, from: string, to: string | null): Promise<void> {
  await tx
    .updateTable('awaitedDocument')
    .set((eb) => ({ attachmentId: to, version: eb('version', '+', 1) }))
    .where('attachmentId', '=', from)
    .execute()
}

/** Keeps a promise with an attachment of the item that it was made for. */
export async function keepPromise(
  tx: Transaction,
  awaitedId: string,
  attachment: AttachmentRow,
): Promise<void> {
  const awaited = await getRow(tx, 'awaitedDocument', awaitedId)
  if (awaited.itemId !== attachment.itemId) throw new AppError('invalid-input', { field: 'awaitedId' })
  if (awaited.attachmentId !== attachment.id)
    await updateRow(tx, 'awaitedDocument', awaited, { attachmentId: attachment.id })
}

/** A message not yet sent carries the current version, once; one that was sent stays as it went out. */
async function moveInDrafts(tx: Transaction, from: string, to: AttachmentRow): Promise<void> {
  await tx
    .deleteFrom('dispatchDocument')
    .where('attachmentId', '=', from)
    .where('dispatchId', 'in', (eb) =>
      eb.selectFrom('dispatchDocument as other').select('other.dispatchId').where('attachmentId', '=', to.id),
    )
    .where('dispatchId', 'in', drafts)
    .execute()
  await tx
    .updateTable('dispatchDocument')
    .set({ attachmentId: to.id, fileName: to.fileName, sizeBytes: null, sha256: null })
    .where('attachmentId', '=', from)
    .where('dispatchId', 'in', drafts)
    .execute()
}

/** Takes an attachment out; of a current one the version before comes back in its place. */
export async function removeVersion(tx: Transaction, target: Target): Promise<AttachmentRow> {
  const row = await getRow(tx, 'attachment', target.id)
  if (row.version !== target.version) throw new AppError('conflict')
  const older = await tx
    .selectFrom('attachment')
    .selectAll()
    .where('replacedBy', '=', row.id)
    .executeTakeFirst()
  if (older !== undefined) {
    const { title, tabled, circulation } = row
    const marks = row.replacedBy === null ? { title, tabled, circulation } : {}
    await updateRow(tx, 'attachment', older, { ...marks, replacedBy: row.replacedBy })
  }
  await movePromises(tx, row.id, older?.id ?? null)
  if (older !== undefined) await moveInDrafts(tx, row.id, older)
  await leaveMessages(tx, [row.id])
  return deleteRow(tx, 'attachment', target)
}

/** Messages not yet sent lose these documents; those that went out keep their names and hashes. */
export async function leaveMessages(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .deleteFrom('dispatchDocument')
    .where('attachmentId', 'in', ids)
    .where('dispatchId', 'in', drafts)
    .execute()
  await tx
    .updateTable('dispatchDocument')
    .set({ attachmentId: null })
    .where('attachmentId', 'in', ids)
    .execute()
}
