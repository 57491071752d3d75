import type { ListedAttachment } from '../../contract/attachments.ts'
import type { Reader } from '../../db/driver.ts'
import { getRow } from '../../db/rows.ts'
import type { Row } from '../../db/tables.ts'
import type { Attachment, AwaitedDocument } from '../../domain/documents/attachment.ts'
import { agendaItems } from './agenda.ts'

/** Where a document lies: a meeting as a whole, one of its items, or a project. */
export type Place = { meetingId: string; itemId: string | null } | { projectId: string }
/** Whose documents are listed: a meeting's, those of its items among them, or a project's. */
type Listed = { meetingId: string } | { projectId: string }

/** Current documents of a meeting and of its items; those replaced are left out. */
export async function attachmentsOf(tx: Reader, meetingId: string): Promise<Attachment[]> {
  return (await listedAttachments(tx, { meetingId })).map(({ versionNumber: _, ...attachment }) => attachment)
}

/** Those of a meeting and of its items that others may have; what the secretariat keeps to itself is none of them. */
export function leavingAttachments(tx: Reader, meetingId: string): Promise<Row<'attachment'>[]> {
  return tx
    .selectFrom('attachment')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('replacedBy', 'is', null)
    .where('circulation', '!=', 'secretariat')
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
}

/** Current documents with the rank of each among its versions, in the order in which the first versions came. */
export async function listedAttachments(tx: Reader, of: Listed): Promise<ListedAttachment[]> {
  const documents = await allVersions(tx, of)
  return documents.map(([current]) => current).filter((current) => current !== undefined)
}

/** Every version of the document that an attachment is one of, newest first. */
export async function versionsOf(tx: Reader, id: string): Promise<ListedAttachment[]> {
  const documents = await allVersions(tx, placeOf(await getRow(tx, 'attachment', id)))
  return documents.find((versions) => versions.some((one) => one.id === id)) ?? []
}

export function placeOf(row: Pick<Attachment, 'meetingId' | 'itemId' | 'projectId'>): Place {
  const { meetingId, itemId, projectId } = row
  if (meetingId !== null) return { meetingId, itemId }
  if (projectId !== null) return { projectId }
  throw new Error('a document without a meeting and without a project')
}

/** One list per document, its versions newest first; documents by the arrival of their first version. */
async function allVersions(tx: Reader, of: Listed): Promise<ListedAttachment[][]> {
  const rows = await tx
    .selectFrom('attachment')
    .selectAll()
    .where((eb) =>
      'projectId' in of ? eb('projectId', '=', of.projectId) : eb('meetingId', '=', of.meetingId),
    )
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
  const replaced = new Map(rows.map((row) => [row.replacedBy, row]))
  const documents: Row<'attachment'>[][] = []
  for (const row of rows) {
    if (row.replacedBy !== null) continue
    const versions = [row]
    for (let older = replaced.get(row.id); older !== undefined; older = replaced.get(older.id))
      versions.push(older)
    documents.push(versions)
  }
  const arrival = new Map(rows.map((row, rank) => [row.id, rank]))
  const first = (versions: Row<'attachment'>[]) => arrival.get(versions.at(-1)?.id ?? '') ?? 0
  return documents
    .sort((a, b) => first(a) - first(b))
    .map((versions) =>
      versions.map((row, age) => ({
        ...row,
        tabled: row.tabled === 1,
        versionNumber: versions.length - age,
      })),
    )
}

/** Documents awaited on the items of a meeting, in agenda order, then by the day they are due. */
export async function awaitedDocuments(tx: Reader, meetingId: string): Promise<AwaitedDocument[]> {
  const rows = await tx
    .selectFrom('awaitedDocument')
    .innerJoin('agendaItem', 'agendaItem.id', 'awaitedDocument.itemId')
    .selectAll('awaitedDocument')
    .where('agendaItem.meetingId', '=', meetingId)
    .orderBy('awaitedDocument.id')
    .execute()
  const rank = new Map((await agendaItems(tx, meetingId)).map((item, index) => [item.id, index]))
  const rankOf = (row: AwaitedDocument) => rank.get(row.itemId) ?? 0
  // Without a day they come last.
  const due = (row: AwaitedDocument) => row.dueOn ?? '9999-12-31'
  return rows.sort((a, b) => rankOf(a) - rankOf(b) || due(a).localeCompare(due(b)))
}
