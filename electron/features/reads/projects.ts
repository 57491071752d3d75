import { AppError } from '../../contract/errors.ts'
import type { AskedSlot, ComingHearing, ProjectRow, ProjectText } from '../../contract/projects.ts'
import type { Reader } from '../../db/driver.ts'
import { itemNumbers } from '../../domain/agenda/agenda.ts'
import type { MeetingState } from '../../domain/meetings/meeting.ts'
import { type Hearing, isStillAsked } from '../../domain/projects/project.ts'

type Heard = Hearing & { meetingState: MeetingState }

/** Hearings by target id, newest first; only of the given targets when there are some. */
export async function hearingsOf(
  tx: Reader,
  kind: 'project' | 'watch',
  ids: readonly string[],
): Promise<Map<string, Hearing[]>> {
  const heard = await heardOf(tx, kind, ids)
  return new Map([...heard].map(([id, list]) => [id, list.map(({ meetingState: _, ...hearing }) => hearing)]))
}

async function heardOf(
  tx: Reader,
  kind: 'project' | 'watch',
  ids: readonly string[],
): Promise<Map<string, Heard[]>> {
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
    .select(['minutesSection.outcome', 'meeting.state as meetingState'])
    .where('meeting.deletedAt', 'is', null)
    .where('link.targetId', 'in', [...ids])
    .orderBy('meeting.date', 'desc')
    .orderBy('agendaItem.id')
    .execute()
  const byTarget = new Map<string, Heard[]>()
  for (const { targetId, ...hearing } of rows) push(byTarget, targetId, hearing)
  return byTarget
}

/** Projects with where they stand, by title; one of them when `id` is given. */
export async function projectRows(tx: Reader, id?: string): Promise<ProjectRow[]> {
  let query = tx.selectFrom('project').selectAll().orderBy('title')
  if (id !== undefined) query = query.where('id', '=', id)
  const projects = await query.execute()
  const ids = projects.map((project) => project.id)
  const heard = await heardOf(tx, 'project', ids)
  const numbers = await comingNumbers(tx, [...heard.values()].flat())
  const texts = await textsOf(tx, ids)
  const lastHeard = (projectId: string) => heard.get(projectId)?.find(tookPlace)?.meetingDate ?? null
  const slots = await slotsAsked(tx, lastHeard)
  const byTitle = new Intl.Collator('fr')
  return projects
    .map((project): ProjectRow => {
      const hearings = heard.get(project.id) ?? []
      const past = hearings.filter(tookPlace)
      return {
        ...project,
        hearings: hearings.map(({ meetingState: _, ...hearing }) => hearing),
        heardTimes: new Set(past.map(({ meetingId }) => meetingId)).size,
        texts: texts.get(project.id) ?? [],
        coming: hearings.filter(isAhead).reverse().map(comingAt(numbers)),
        asked: slots.get(project.id) ?? null,
      }
    })
    .sort((a, b) => byTitle.compare(a.title, b.title))
}

export async function projectRow(tx: Reader, id: string): Promise<ProjectRow> {
  const [row] = await projectRows(tx, id)
  if (!row) throw new AppError('not-found')
  return row
}

export function tookPlace({ meetingState }: { meetingState: MeetingState }): boolean {
  return meetingState === 'held' || meetingState === 'inSession'
}

function isAhead({ meetingState }: { meetingState: MeetingState }): boolean {
  return meetingState === 'planned' || meetingState === 'convened'
}

const comingAt =
  (numbers: ReadonlyMap<string, string>) =>
  ({ meetingId, meetingDate, meetingNumber, itemId }: Heard): ComingHearing => ({
    meetingId,
    meetingDate,
    meetingNumber,
    itemId,
    itemNumber: numbers.get(itemId) ?? '',
  })

/** Printed numbers of every item of the meetings to come that hear something. */
async function comingNumbers(tx: Reader, heard: readonly Heard[]): Promise<Map<string, string>> {
  const ids = new Set(heard.filter(isAhead).map(({ meetingId }) => meetingId))
  const items = await tx
    .selectFrom('agendaItem')
    .select(['id', 'meetingId', 'parentId', 'position', 'kind'])
    .where('meetingId', 'in', [...ids])
    .execute()
  const numbers = new Map<string, string>()
  for (const meetingId of ids)
    for (const [id, number] of itemNumbers(items.filter((item) => item.meetingId === meetingId)))
      numbers.set(id, number)
  return numbers
}

/** Followed texts by project: linked to it. */
async function textsOf(tx: Reader, ids: readonly string[]): Promise<Map<string, ProjectText[]>> {
  const rows = await tx
    .selectFrom('projectWatch')
    .innerJoin('watchItem', 'watchItem.id', 'projectWatch.watchItemId')
    .select(['projectWatch.projectId', 'watchItem.id', 'watchItem.title', 'watchItem.shortTitle'])
    .select(['watchItem.nature', 'watchItem.status', 'watchItem.publishedOn'])
    .where('projectWatch.projectId', 'in', [...ids])
    .orderBy('projectWatch.id')
    .execute()
  const byProject = new Map<string, ProjectText[]>()
  for (const { projectId, ...text } of rows) push(byProject, projectId, text)
  return byProject
}

/** The newest slot of each project that was asked for and that no meeting answered; `lastHeard`: when one heard it. */
export async function slotsAsked(
  tx: Reader,
  lastHeard: (projectId: string) => string | null,
): Promise<Map<string, AskedSlot>> {
  const rows = await tx
    .selectFrom('subject')
    .select(['id as subjectId', 'version', 'projectId', 'receivedOn', 'wishedOn'])
    .where('state', '=', 'received')
    .where('projectId', 'is not', null)
    .orderBy('receivedOn')
    .orderBy('id')
    .execute()
  const byProject = new Map<string, AskedSlot>()
  for (const { projectId, ...slot } of rows)
    if (projectId !== null && isStillAsked(slot, lastHeard(projectId))) byProject.set(projectId, slot)
  return byProject
}

function push<T>(byKey: Map<string, T[]>, key: string, value: T): void {
  const list = byKey.get(key)
  if (list === undefined) byKey.set(key, [value])
  else list.push(value)
}
