import { basename } from 'node:path'
import type { DispatchView } from '../../contract/dispatch.ts'
import { AppError } from '../../contract/errors.ts'
import type { Parsed } from '../../contract/index.ts'
import { getRow, updateRow } from '../../db/rows.ts'
import type { Row } from '../../db/tables.ts'
import { dispatchText as text } from '../../documents/text/dispatch.ts'
import type { Dispatch, DispatchDocument } from '../../domain/dispatch/dispatch.ts'
import type { WriteContext } from '../context.ts'
import { newId } from '../new-id.ts'
import { agendaItems } from '../reads/agenda.ts'
import { leavingAttachments } from '../reads/attachments.ts'
import { documentsOf } from '../reads/dispatches.ts'
import { getBody } from '../reads/settings.ts'
import { dispatchView, documentRow, draftOf } from './queries.ts'
import { estimatedSize, limitOf } from './warnings.ts'

/** Empty when everything travels in the message. */
function besideParagraph(documents: readonly DispatchDocument[], folder: string): string {
  const names = documents.filter(({ placement }) => placement === 'folder').map(({ fileName }) => fileName)
  return names.length === 0 ? '' : text.beside(names, folder)
}

/** Words that begin the end of a letter in French. */
const complimentaryClose = /agréer|considération distinguée|salutations|cordialement|respectueusement/i

/**
 * A text with its former paragraph replaced by the present one where it stands; one that somebody rewrote is left alone
 * and the new one put before the complimentary close.
 */
function withParagraph(body: string, former: string, present: string): string {
  if (former === present) return body
  if (former !== '' && body.includes(former))
    return body
      .replace(former, () => present)
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  if (present === '') return body
  const paragraphs = body.split(/\n{2,}/)
  const close = paragraphs.findLastIndex((paragraph) => complimentaryClose.test(paragraph))
  paragraphs.splice(close < 0 ? paragraphs.length : close, 0, present)
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')
}

export async function addAttachment(
  context: WriteContext,
  { dispatchId, attachmentId }: Parsed<'dispatch.addAttachment'>,
): Promise<DispatchView> {
  const { tx } = context
  const { meetingId } = await draftOf(tx, dispatchId)
  const attachment = await getRow(tx, 'attachment', attachmentId)
  const mayLeave = attachment.circulation !== 'secretariat' && attachment.replacedBy === null
  if (attachment.meetingId !== meetingId || !mayLeave)
    throw new AppError('invalid-input', { field: 'attachmentId' })
  return attach(context, dispatchId, [attachment])
}

/** In the order of the agenda, those of the meeting itself first. */
export async function addAttachments(context: WriteContext, dispatchId: string): Promise<DispatchView> {
  const { tx } = context
  const { meetingId } = await draftOf(tx, dispatchId)
  const rank = new Map((await agendaItems(tx, meetingId)).map(({ id }, index) => [id, index]))
  const rows = await leavingAttachments(tx, meetingId)
  const rankOf = ({ itemId }: Row<'attachment'>) => (itemId === null ? -1 : (rank.get(itemId) ?? 0))
  return attach(
    context,
    dispatchId,
    rows.sort((a, b) => rankOf(a) - rankOf(b)),
  )
}

/** Adds those that are not there yet. */
async function attach(
  context: WriteContext,
  dispatchId: string,
  attachments: readonly Row<'attachment'>[],
): Promise<DispatchView> {
  const { tx, now, about } = context
  about((await draftOf(tx, dispatchId)).meetingId)
  const documents = await documentsOf(tx, dispatchId)
  let position = Math.max(-1, ...documents.map((document) => document.position))
  for (const { id, fileName, sizeBytes, sha256 } of attachments) {
    if (documents.some(({ attachmentId }) => attachmentId === id)) continue
    position += 1
    await tx
      .insertInto('dispatchDocument')
      .values({
        id: newId(now),
        dispatchId,
        position,
        kind: 'attachment',
        attachmentId: id,
        fileName,
        placement: 'message',
        sizeBytes,
        sha256,
      })
      .execute()
  }
  return dispatchView(context, dispatchId)
}

export async function removeDocument(context: WriteContext, id: string): Promise<DispatchView> {
  const { tx, about } = context
  const { dispatchId } = await documentRow(tx, id)
  const dispatch = await draftOf(tx, dispatchId)
  about(dispatch.meetingId)
  const before = await documentsOf(tx, dispatchId)
  await tx.deleteFrom('dispatchDocument').where('id', '=', id).execute()
  await renewParagraph(context, dispatch, before)
  return dispatchView(context, dispatchId)
}

export async function placeDocument(
  context: WriteContext,
  { id, placement }: Parsed<'dispatch.placeDocument'>,
): Promise<DispatchView> {
  const { tx, about } = context
  const { dispatchId, kind } = await documentRow(tx, id)
  const dispatch = await draftOf(tx, dispatchId)
  // A calendar file is read by the program that receives it, or it is nothing.
  if (kind === 'calendar') throw new AppError('invalid-input', { field: 'id' })
  about(dispatch.meetingId)
  const before = await documentsOf(tx, dispatchId)
  await tx.updateTable('dispatchDocument').set({ placement }).where('id', '=', id).execute()
  await renewParagraph(context, dispatch, before)
  return dispatchView(context, dispatchId)
}

export async function lighten(context: WriteContext, id: string): Promise<DispatchView> {
  const { tx, about } = context
  const dispatch = await draftOf(tx, id)
  about(dispatch.meetingId)
  const limit = limitOf(await getBody(tx))
  const before = await documentsOf(tx, id)
  const left = [...before]
  const heaviest = before
    .filter(({ kind, placement }) => kind === 'attachment' && placement === 'message')
    .sort((a, b) => (b.sizeBytes ?? 0) - (a.sizeBytes ?? 0))
  for (const [rank, document] of heaviest.entries()) {
    // One at least: the message was built, and found heavier than it was thought.
    if (rank > 0 && estimatedSize(left) <= limit) break
    left.splice(left.indexOf(document), 1)
    await tx
      .updateTable('dispatchDocument')
      .set({ placement: 'folder' })
      .where('id', '=', document.id)
      .execute()
  }
  await renewParagraph(context, dispatch, before)
  return dispatchView(context, id)
}

/** The paragraph of the text that names the documents beside the message follows them. */
async function renewParagraph(
  { tx, desk }: WriteContext,
  dispatch: Dispatch,
  before: readonly DispatchDocument[],
): Promise<void> {
  const folder = desk.sharedFolder === null ? '' : basename(desk.sharedFolder)
  const former = besideParagraph(before, folder)
  const present = besideParagraph(await documentsOf(tx, dispatch.id), folder)
  const body = withParagraph(dispatch.body, former, present)
  if (body === dispatch.body) return
  await updateRow(tx, 'dispatch', dispatch, { body })
}
