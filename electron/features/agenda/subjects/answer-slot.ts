import { getRow, updateRow } from '../../../db/rows.ts'
import type { WriteContext } from '../../context.ts'
import { projectRow } from '../../reads/projects.ts'
import { putOnAgenda } from './on-agenda.ts'

/** Puts the slot on the agenda with all that was asked; returns its item, null when no slot is asked for. */
export async function slotOnAgenda(
  context: WriteContext,
  projectId: string,
  meetingId: string,
): Promise<string | null> {
  const { tx } = context
  const { asked } = await projectRow(tx, projectId)
  if (asked === null) return null
  const itemId = await putOnAgenda(context, await getRow(tx, 'subject', asked.subjectId), meetingId)
  await retain(context, asked, { meetingId, itemId })
  return itemId
}

/** The item speaks of these projects: what was asked for them is what it answers. */
export async function answerSlots(
  context: WriteContext,
  place: { meetingId: string; itemId: string },
): Promise<void> {
  const { tx } = context
  const links = await tx
    .selectFrom('itemProject')
    .select('projectId')
    .where('itemId', '=', place.itemId)
    .execute()
  for (const { projectId } of links) {
    const { asked } = await projectRow(tx, projectId)
    if (asked !== null) await retain(context, asked, place)
  }
}

async function retain(
  { tx }: WriteContext,
  { subjectId, version }: { subjectId: string; version: number },
  place: { meetingId: string; itemId: string },
): Promise<void> {
  await updateRow(tx, 'subject', { id: subjectId, version }, { state: 'retained', reason: '', ...place })
}
