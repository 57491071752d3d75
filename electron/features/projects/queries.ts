// Queries of projects and of hearings: each time a project or a text was on an agenda.
import { AppError } from '../../contract/errors.ts'
import type { ProjectRow } from '../../contract/projects.ts'
import type { Reader } from '../../db/driver.ts'
import type { Hearing } from '../../domain/project.ts'

/** Hearings by target id, newest first; only of the given targets when there are some. */
export async function hearingsOf(
  tx: Reader,
  kind: 'project' | 'watch',
  ids: readonly string[],
): Promise<Map<string, Hearing[]>> {
  const links =
    kind === 'project'
      ? tx.selectFrom('itemProject').select(['itemId', 'projectId as targetId'])
      : tx.selectFrom('itemWatch').select(['itemId', 'watchItemId as targetId'])
  const rows = await tx
    .selectFrom(links.as('link'))
    .innerJoin('agendaItem', 'agendaItem.id', 'link.itemId')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .leftJoin('minutesSection', 'minutesSection.itemId', 'agendaItem.id')
    .select(['link.targetId', 'agendaItem.id as itemId', 'agendaItem.title as itemTitle'])
    .select(['meeting.id as meetingId', 'meeting.date as meetingDate', 'meeting.number as meetingNumber'])
    .select('minutesSection.outcome')
    .where('meeting.deletedAt', 'is', null)
    .where('link.targetId', 'in', [...ids])
    .orderBy('meeting.date', 'desc')
    .execute()
  const byTarget = new Map<string, Hearing[]>()
  for (const { targetId, ...hearing } of rows)
    byTarget.set(targetId, [...(byTarget.get(targetId) ?? []), hearing])
  return byTarget
}

/** Projects with their hearings, by title; one of them when `id` is given. */
export async function projectRows(tx: Reader, id?: string): Promise<ProjectRow[]> {
  let query = tx.selectFrom('project').selectAll().orderBy('title')
  if (id !== undefined) query = query.where('id', '=', id)
  const projects = await query.execute()
  const hearings = await hearingsOf(
    tx,
    'project',
    projects.map((project) => project.id),
  )
  const byTitle = new Intl.Collator('fr')
  return projects
    .map((project) => ({ ...project, hearings: hearings.get(project.id) ?? [] }))
    .sort((a, b) => byTitle.compare(a.title, b.title))
}

export async function projectRow(tx: Reader, id: string): Promise<ProjectRow> {
  const [row] = await projectRows(tx, id)
  if (!row) throw new AppError('not-found')
  return row
}
