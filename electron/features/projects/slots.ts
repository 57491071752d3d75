import { AppError } from '../../contract/errors.ts'
import type { ProjectView, SlotFields } from '../../contract/projects.ts'
import { getRow } from '../../db/rows.ts'
import { isAhead } from '../../domain/meetings/opened.ts'
import { blankSubject, takeUp } from '../agenda/index.ts'
import type { WriteContext } from '../context.ts'
import { isOnAgenda } from '../reads/carry-over/passages.ts'
import { isProposed } from '../reads/carry-over/view.ts'
import { carryWorld } from '../reads/carry-over/world.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { projectView } from '../reads/project-view.ts'
import { projectRow } from '../reads/projects.ts'

export async function askSlot(
  context: WriteContext,
  { id, projectId, fields }: { id: string; projectId: string; fields: SlotFields },
): Promise<ProjectView> {
  const { tx } = context
  const { asked, title } = await projectRow(tx, projectId)
  if (asked?.subjectId === id) return projectView(tx, projectId)
  if (asked !== null) throw new AppError('slot-already-asked')
  await tx
    .insertInto('subject')
    .values({ ...blankSubject(id, fields.receivedOn), ...fields, title, projectId })
    .execute()
  // Whoever asks for it again speaks after whoever set it aside.
  await tx
    .deleteFrom('carryOver')
    .where('projectId', '=', projectId)
    .where('dismissedAt', 'is not', null)
    .execute()
  return projectView(tx, projectId)
}

export async function inscribe(
  context: WriteContext,
  { projectId, meetingId }: { projectId: string; meetingId: string },
): Promise<ProjectView> {
  const { tx, about } = context
  await getRow(tx, 'project', projectId)
  if (!isAhead(await liveMeeting(tx, meetingId))) throw new AppError('state-refuses')
  const where = await isOnAgenda(tx, 'project', projectId, meetingId)
  if (where === 'elsewhere') throw new AppError('project-on-agenda')
  if (where === 'here') return projectView(tx, projectId)
  about(meetingId)
  // Set aside, and wanted after all.
  await tx
    .deleteFrom('carryOver')
    .where('projectId', '=', projectId)
    .where('dismissedAt', 'is not', null)
    .execute()
  const open = await leftOpenOf(context, projectId, meetingId)
  await takeUp(
    context,
    meetingId,
    open.length === 0
      ? [{ kind: 'project', id: projectId }]
      : open.map((id) => ({ kind: 'item' as const, id })),
  )
  return projectView(tx, projectId)
}

/** Items of the project that earlier meetings of the series left open. */
async function leftOpenOf(
  { tx, today }: WriteContext,
  projectId: string,
  meetingId: string,
): Promise<string[]> {
  const world = await carryWorld(tx, today)
  const { seriesId } = await liveMeeting(tx, meetingId)
  const links = await tx
    .selectFrom('itemProject')
    .select('itemId')
    .where('projectId', '=', projectId)
    .execute()
  const items = new Set(links.map(({ itemId }) => itemId))
  return world.leftOpen
    .filter(
      ({ itemId, meeting }) =>
        items.has(itemId) && meeting.seriesId === seriesId && isProposed(world, itemId),
    )
    .map(({ itemId }) => itemId)
}
