import { sql } from 'kysely'
import type {
  AskedSlot,
  ComingHearing,
  ListedProject,
  ProjectRow,
  ProjectText,
} from '../../contract/projects.ts'
import type { Reader } from '../../db/driver.ts'
import { getRow } from '../../db/rows.ts'
import { itemNumbers } from '../../domain/agenda/agenda.ts'
import type { MeetingState } from '../../domain/meetings/meeting.ts'
import { aheadStates } from '../../domain/meetings/opened.ts'
import { type Hearing, isRegulatory, isStillAsked } from '../../domain/projects/project.ts'
import { alphabetical } from '../../domain/text/alphabetical.ts'
import { withStates } from './hearing-states.ts'

/** Hearings by target id, newest first; only of the given targets when there are some. */
export async function hearingsOf(
  tx: Reader,
  kind: 'project' | 'watch',
  ids: readonly string[],
): Promise<Map<string, Hearing[]>> {
  return byTarget(
    tx,
    await heardFrom(tx, kind)
      .where('link.targetId', 'in', [...ids])
      .execute(),
  )
}

function heardFrom(tx: Reader, kind: 'project' | 'watch') {
  const links =
    kind === 'project'
      ? tx.selectFrom('itemProject').select(['itemId', 'projectId as targetId'])
      : tx.selectFrom('itemWatch').select(['itemId', 'watchItemId as targetId'])
  return tx
    .selectFrom(links.as('link'))
    .innerJoin('agendaItem', 'agendaItem.id', 'link.itemId')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .leftJoin('minutesSection', 'minutesSection.itemId', 'agendaItem.id')
    .select(['link.targetId', 'agendaItem.id as itemId', 'agendaItem.title as itemTitle'])
    .select(['meeting.id as meetingId', 'meeting.date as meetingDate', 'meeting.number as meetingNumber'])
    .select(['minutesSection.outcome', 'meeting.state as meetingState'])
    .where('meeting.deletedAt', 'is', null)
    .orderBy('meeting.date', 'desc')
    .orderBy('agendaItem.id')
}

type Row = Omit<Hearing, 'state'> & { targetId: string; meetingState: MeetingState }

async function byTarget(tx: Reader, rows: readonly Row[]): Promise<Map<string, Hearing[]>> {
  const found = new Map<string, Hearing[]>()
  for (const { targetId, meetingState: _, ...hearing } of await withStates(tx, rows))
    push(found, targetId, hearing)
  return found
}

const isComing = ({ state }: Hearing): boolean => state === 'ahead'

/** Every project with where it stands, by title, without its prose and its older hearings. */
export async function listedProjects(tx: Reader): Promise<ListedProject[]> {
  const [projects, last, coming, texts, slotsSince] = await Promise.all([
    tx
      .selectFrom('project')
      .select(['id', 'version', 'title', 'projectOwner', 'organisation', 'stage', 'axisId'])
      .select(['regulatorySide', 'cnenOpinion', 'cnilOpinion', 'conseilEtatOpinion'])
      .execute(),
    lastPassages(tx),
    heardFrom(tx, 'project')
      .where('meeting.state', 'in', [...aheadStates, 'inSession'])
      .execute(),
    textsOf(tx),
    slotsAsked(tx),
  ])
  const ahead = await byTarget(tx, coming)
  const numbers = await comingNumbers(tx, [...ahead.values()].flat())
  const slots = slotsSince((projectId) => last.get(projectId)?.hearing.meetingDate ?? null)
  return projects
    .map((row): ListedProject => {
      const { regulatorySide, cnenOpinion, cnilOpinion, conseilEtatOpinion, ...project } = row
      const linked = texts.get(project.id) ?? []
      const passage = last.get(project.id)
      return {
        ...project,
        isRegulatory: isRegulatory(row, linked.length),
        texts: linked,
        heardTimes: passage?.heardTimes ?? 0,
        lastHeard: passage?.hearing ?? null,
        coming: (ahead.get(project.id) ?? []).filter(isComing).reverse().map(comingAt(numbers)),
        asked: slots.get(project.id) ?? null,
      }
    })
    .sort((a, b) => alphabetical(a.title, b.title))
}

/** By project the newest meeting that heard it, and how many did. */
async function lastPassages(tx: Reader): Promise<Map<string, { hearing: Hearing; heardTimes: number }>> {
  // Titles and outcomes of the last ones alone: all of them were numbered and carried along for one in ten to be kept.
  const held = await tx
    .selectFrom('itemProject')
    .innerJoin('agendaItem', 'agendaItem.id', 'itemProject.itemId')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .leftJoin('minutesSection', 'minutesSection.itemId', 'agendaItem.id')
    .select(['itemProject.projectId', 'agendaItem.id as itemId', 'meeting.id as meetingId', 'meeting.date'])
    .select(['minutesSection.outcome', 'meeting.state as meetingState'])
    .where('meeting.deletedAt', 'is', null)
    .where('meeting.state', 'in', ['held', 'inSession'])
    .execute()
  const all = (await withStates(tx, held)).filter(({ state }) => state === 'heard')
  const last = new Map<string, { passage: Passage; meetings: Set<string> }>()
  for (const { projectId, ...passage } of all) {
    const known = last.get(projectId)
    if (known === undefined) last.set(projectId, { passage, meetings: new Set([passage.meetingId]) })
    else {
      known.meetings.add(passage.meetingId)
      if (isLater(passage, known.passage)) known.passage = passage
    }
  }
  const ids = [...new Set([...last.values()].map(({ passage }) => passage.itemId))]
  const rows = await tx
    .selectFrom('agendaItem')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .leftJoin('minutesSection', 'minutesSection.itemId', 'agendaItem.id')
    .select(['agendaItem.id as itemId', 'agendaItem.title as itemTitle', 'minutesSection.outcome'])
    .select(['meeting.id as meetingId', 'meeting.date as meetingDate', 'meeting.number as meetingNumber'])
    .where('agendaItem.id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .execute()
  const byItem = new Map(rows.map((row) => [row.itemId, row]))
  return new Map(
    [...last].flatMap(([projectId, { passage, meetings }]) => {
      const hearing = byItem.get(passage.itemId)
      if (hearing === undefined) return []
      return [[projectId, { hearing: { ...hearing, state: 'heard' }, heardTimes: meetings.size }] as const]
    }),
  )
}

type Passage = { itemId: string; meetingId: string; date: string }

/** Of one meeting the first of its items counts. */
function isLater(one: Passage, other: Passage): boolean {
  if (one.date !== other.date) return one.date > other.date
  if (one.meetingId !== other.meetingId) return one.meetingId > other.meetingId
  return one.itemId < other.itemId
}

export async function projectRow(tx: Reader, id: string): Promise<ProjectRow> {
  const project = await getRow(tx, 'project', id)
  const hearings = (await hearingsOf(tx, 'project', [id])).get(id) ?? []
  const past = hearings.filter(({ state }) => state === 'heard')
  const coming = hearings.filter(isComing)
  const numbers = await comingNumbers(tx, coming)
  const [texts, slotsSince] = await Promise.all([textsOf(tx, id), slotsAsked(tx)])
  const slots = slotsSince(() => past[0]?.meetingDate ?? null)
  return {
    ...project,
    hearings,
    heardTimes: new Set(past.map(({ meetingId }) => meetingId)).size,
    texts: texts.get(id) ?? [],
    coming: coming.reverse().map(comingAt(numbers)),
    asked: slots.get(id) ?? null,
  }
}

const comingAt =
  (numbers: ReadonlyMap<string, string>) =>
  ({ meetingId, meetingDate, meetingNumber, itemId }: Hearing): ComingHearing => ({
    meetingId,
    meetingDate,
    meetingNumber,
    itemId,
    itemNumber: numbers.get(itemId) ?? '',
  })

/** Printed numbers of every item of the meetings to come. */
async function comingNumbers(
  tx: Reader,
  coming: readonly { meetingId: string }[],
): Promise<Map<string, string>> {
  const ids = new Set(coming.map(({ meetingId }) => meetingId))
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

/** Followed texts by project: linked to it; of one project when `id` is given. */
async function textsOf(tx: Reader, id?: string): Promise<Map<string, ProjectText[]>> {
  let query = tx
    .selectFrom('projectWatch')
    // SQLite keeps the order of a cross join: it would read every text there is, to look for its links.
    .crossJoin('watchItem')
    .whereRef('watchItem.id', '=', 'projectWatch.watchItemId')
    .select(['projectWatch.projectId', 'watchItem.id', 'watchItem.title', 'watchItem.shortTitle'])
    .select(['watchItem.nature', 'watchItem.status', 'watchItem.publishedOn'])
    .orderBy('projectWatch.id')
  if (id !== undefined) query = query.where('projectWatch.projectId', '=', id)
  const byProject = new Map<string, ProjectText[]>()
  for (const { projectId, ...text } of await query.execute()) push(byProject, projectId, text)
  return byProject
}

/** The newest slot of each project that was asked for and that no meeting answered, by when one heard it last. */
export async function slotsAsked(
  tx: Reader,
): Promise<(lastHeard: (projectId: string) => string | null) => Map<string, AskedSlot>> {
  const rows = await tx
    .selectFrom('subject')
    .select(['id as subjectId', 'version', 'projectId', 'receivedOn', 'wishedOn'])
    .where('state', '=', 'received')
    .where('projectId', 'is not', null)
    .orderBy('receivedOn')
    .orderBy('id')
    .execute()
  return (lastHeard) => {
    const byProject = new Map<string, AskedSlot>()
    for (const { projectId, ...slot } of rows)
      if (projectId !== null && isStillAsked(slot, lastHeard(projectId))) byProject.set(projectId, slot)
    return byProject
  }
}

function push<T>(byKey: Map<string, T[]>, key: string, value: T): void {
  const list = byKey.get(key)
  if (list === undefined) byKey.set(key, [value])
  else list.push(value)
}
