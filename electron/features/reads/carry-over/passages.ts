import { sql } from 'kysely'
import type { Reader } from '../../../db/driver.ts'
import { type CarryProposal, comingMeetings, standingOf } from '../../../domain/agenda/carry-over.ts'
import { aheadStates, isAhead } from '../../../domain/meetings/opened.ts'
import { passedOver } from '../../../domain/minutes/minutes.ts'
import { isWishedFor } from '../../../domain/projects/project.ts'
import { withStates } from '../hearing-states.ts'
import { slotsAsked } from '../projects.ts'
import { type CarryWorld, originOf, type WorldMeeting } from './world.ts'

/** Most of each kind that are looked at; most that are shown, and how many when more than that are ticked. */
const MOST_READ = 1000
const MOST_SHOWN = 20
const MOST_TICKED = 40

type Waiting = CarryProposal & { seriesId: string | null }
type Shown = { proposals: CarryProposal[]; more: { project: number; watch: number } }

/** Passages for the next meeting of a series; nothing for the meetings after it. */
export async function passagesFor(
  tx: Reader,
  world: CarryWorld,
  meeting: WorldMeeting,
  today: string,
): Promise<Shown> {
  const { meetings } = world
  const [next] = comingMeetings(meetings, meeting.seriesId, today)
  if (next?.id !== meeting.id) return { proposals: [], more: { project: 0, watch: 0 } }
  const series = new Set(
    meetings.filter((one) => isAhead(one) && one.date >= today).map(({ seriesId }) => seriesId),
  )
  // Oldest first, as ids of series sort by the day they were made.
  const main = [...series].filter((id) => id !== null).sort()[0] ?? null
  const here = ({ seriesId }: Waiting) =>
    (seriesId !== null && series.has(seriesId) ? seriesId : main) === meeting.seriesId
  const covered = coveredBy(tx, world)
  const [heard, read] = await Promise.all([
    waitingProjects(tx, world, covered, meeting.date),
    waitingTexts(tx, world, covered),
  ])
  const projects = cut(heard.filter(here))
  const texts = cut(read.filter(here))
  return {
    proposals: [...projects.shown, ...texts.shown],
    more: { project: projects.more, watch: texts.more },
  }
}

/** Ticked ones come first: they are what somebody asked for. */
function cut(waiting: readonly Waiting[]): { shown: CarryProposal[]; more: number } {
  const ticked = waiting.filter(({ isTicked }) => isTicked)
  const others = waiting.filter(({ isTicked }) => !isTicked)
  const most = Math.max(MOST_SHOWN, Math.min(MOST_TICKED, ticked.length))
  const shown = [...ticked, ...others].slice(0, most)
  return { shown: shown.map(({ seriesId: _, ...proposal }) => proposal), more: waiting.length - shown.length }
}

/** Projects and texts that an item left open speaks of, by whether that item is proposed or was set aside. */
async function coveredBy(tx: Reader, { leftOpen, bySource }: CarryWorld) {
  const standing = new Map(leftOpen.map(({ itemId }) => [itemId, standingOf(bySource.get(itemId))]))
  const ids = [...standing].filter(([, where]) => where !== 'taken').map(([id]) => id)
  const covered = { proposed: new Set<string>(), dismissed: new Set<string>() }
  if (ids.length === 0) return covered
  const links = await tx
    .selectFrom('itemProject')
    .select(['itemId', 'projectId as targetId'])
    .where('itemId', 'in', ids)
    .unionAll(
      tx.selectFrom('itemWatch').select(['itemId', 'watchItemId as targetId']).where('itemId', 'in', ids),
    )
    .execute()
  for (const { itemId, targetId } of links)
    (standing.get(itemId) === 'dismissed' ? covered.dismissed : covered.proposed).add(targetId)
  return covered
}

type Covered = ReturnType<typeof coveredBy>

const blank = { presenter: '', organisation: '', nature: null, durationMinutes: null, links: [], files: [] }

function proposalOf(
  last: WorldMeeting | undefined,
  words: Pick<Waiting, 'source' | 'title' | 'presenter' | 'organisation' | 'reason' | 'isTicked'>,
): Waiting {
  const origin = last === undefined ? null : originOf(last)
  return { ...blank, ...words, origin, times: 0, isOld: false, seriesId: last?.seriesId ?? null }
}

/**
 * A slot that is asked for by then is to be given. A project that was never heard and asks for something is to be
 * presented, an idea too; what was heard only may be.
 */
async function waitingProjects(
  tx: Reader,
  world: CarryWorld,
  asked: Covered,
  meetingDate: string,
): Promise<Waiting[]> {
  const open = tx
    .selectFrom('project')
    .select(['id', 'title', 'projectOwner', 'organisation', 'askedOfBody'])
    .where('stage', '!=', 'closed')
    .orderBy('id', 'desc')
    .limit(MOST_READ)
    .execute()
  const [rows, { isTaken, lastHeard }, slotsSince, covered] = await Promise.all([
    open,
    agendasOf(tx, 'project', world),
    slotsAsked(tx),
    asked,
  ])
  const slots = slotsSince((id) => lastHeard.get(id)?.date ?? null)
  return rows.flatMap(({ id, title, projectOwner, organisation, askedOfBody }) => {
    const last = lastHeard.get(id)
    const isNew = last === undefined
    const slot = slots.get(id)
    if (isTaken.has(id) || covered.proposed.has(id)) return []
    if (isNew && slot === undefined && covered.dismissed.has(id)) return []
    const reason = slot !== undefined ? 'slotAsked' : isNew ? 'toPresent' : 'presentedBefore'
    const isTicked = slot === undefined ? isNew && askedOfBody.trim() !== '' : isWishedFor(slot, meetingDate)
    const source = { kind: 'project' as const, id }
    return [proposalOf(last, { source, title, reason, isTicked, presenter: projectOwner, organisation })]
  })
}

/** A text to present is ticked until it was presented, whatever its mark says since; a text to follow never is. */
async function waitingTexts(tx: Reader, world: CarryWorld, asked: Covered): Promise<Waiting[]> {
  const marked = tx
    .selectFrom('watchItem')
    .select(['id', 'title', 'followUp', 'ministry'])
    .where(isMarked)
    .orderBy('followUp', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_READ)
    .execute()
  const [rows, { isTaken, lastHeard }, covered] = await Promise.all([
    marked,
    agendasOf(tx, 'watch', world),
    asked,
  ])
  return rows.flatMap(({ id, title, followUp, ministry }) => {
    const last = lastHeard.get(id)
    const isNew = last === undefined
    if (isTaken.has(id) || covered.proposed.has(id) || (isNew && covered.dismissed.has(id))) return []
    const reason = followUp === 'toFollow' ? 'toFollow' : isNew ? 'toPresent' : 'presentedBefore'
    const source = { kind: 'watch' as const, id }
    const words = { source, title, reason, presenter: '', organisation: ministry } as const
    return [proposalOf(last, { ...words, isTicked: reason === 'toPresent' })]
  })
}

/** Word for word the condition of the index watch_item_waiting. */
const isMarked = sql<boolean>`follow_up IN ('toPresent', 'toFollow')`

/** Those on an agenda that is still to come or in session, or set aside; and where the others were heard last. */
async function agendasOf(
  tx: Reader,
  kind: 'project' | 'watch',
  { meetings, rows }: CarryWorld,
): Promise<{ isTaken: Set<string>; lastHeard: Map<string, WorldMeeting> }> {
  // Thousands of links, and a few hundred meetings.
  const all = linksOf(tx, kind)
    .innerJoin('agendaItem', 'agendaItem.id', 'link.itemId')
    .where('link.itemId', 'not in', await leftBehind(tx, kind))
    .select(['agendaItem.meetingId', sql<string>`group_concat(link.target_id, ' ')`.as('targets')])
    .groupBy('agendaItem.meetingId')
  const marked = tx.selectFrom('watchItem').select('id').where(isMarked)
  const agendas = await (kind === 'watch' ? all.where('link.targetId', 'in', marked) : all).execute()
  const isTaken = new Set<string>()
  for (const { projectId, watchItemId, dismissedAt } of rows) {
    const id = kind === 'project' ? projectId : watchItemId
    if (id !== null && dismissedAt !== null) isTaken.add(id)
  }
  const targetsOf = new Map(agendas.map(({ meetingId, targets }) => [meetingId, targets.split(' ')]))
  const lastHeard = new Map<string, WorldMeeting>()
  // Oldest first: what is heard again is heard later.
  for (const meeting of meetings) {
    if (meeting.state === 'cancelled') continue
    for (const id of targetsOf.get(meeting.id) ?? [])
      if (meeting.state === 'held') lastHeard.set(id, meeting)
      else isTaken.add(id)
  }
  return { isTaken, lastHeard }
}

/** Items of meetings that were held without dealing with them. */
async function leftBehind(tx: Reader, kind: 'project' | 'watch'): Promise<string[]> {
  const rows = await linksOf(tx, kind)
    .innerJoin('agendaItem', 'agendaItem.id', 'link.itemId')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .leftJoin('minutesSection', 'minutesSection.itemId', 'agendaItem.id')
    .select(['link.itemId', 'minutesSection.outcome', 'meeting.state as meetingState'])
    .where('meeting.state', '=', 'held')
    .where((eb) =>
      eb.or([eb('minutesSection.outcome', 'is', null), eb('minutesSection.outcome', 'in', passedOver)]),
    )
    .execute()
  return (await withStates(tx, rows)).flatMap(({ itemId, state }) => (state === 'left' ? [itemId] : []))
}

function linksOf(tx: Reader, kind: 'project' | 'watch') {
  const links =
    kind === 'project'
      ? tx.selectFrom('itemProject').select(['itemId', 'projectId as targetId'])
      : tx.selectFrom('itemWatch').select(['itemId', 'watchItemId as targetId'])
  return tx.selectFrom(links.as('link'))
}

/** Whether a project or a text is on the agenda of a meeting, or of another that is still to come or in session. */
export async function isOnAgenda(
  tx: Reader,
  kind: 'project' | 'watch',
  id: string,
  meetingId: string,
): Promise<'here' | 'elsewhere' | 'nowhere'> {
  const rows = await linksOf(tx, kind)
    .innerJoin('agendaItem', 'agendaItem.id', 'link.itemId')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .select('meeting.id')
    .where('link.targetId', '=', id)
    .where('meeting.deletedAt', 'is', null)
    .where('meeting.state', 'in', [...aheadStates, 'inSession'])
    .execute()
  if (rows.some((row) => row.id === meetingId)) return 'here'
  return rows.length > 0 ? 'elsewhere' : 'nowhere'
}

export async function isSetAside(tx: Reader, kind: 'project' | 'watch', id: string): Promise<boolean> {
  const column = kind === 'project' ? 'projectId' : 'watchItemId'
  const row = await tx
    .selectFrom('carryOver')
    .select('id')
    .where(column, '=', id)
    .where('dismissedAt', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}
