import type { Reader } from '../../db/driver.ts'
import { sameContent } from '../../domain/agenda/changes.ts'
import { followUpItem } from '../../domain/agenda/template.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import type {
  ApprovedByWriting,
  FileToPrint,
  FollowedAction,
  MeetingFile,
  PrintedPosition,
} from '../../domain/meetings/meeting-file.ts'
import { isOpened } from '../../domain/meetings/opened.ts'
import { type Articles, articleAs, articleOf, articlesOf } from '../../domain/people/organisation-article.ts'
import { organisationCalled } from '../../domain/people/organisation-members.ts'
import { personFinder } from '../../domain/people/same-person.ts'
import { type Standing, standingOf } from './agenda-status.ts'
import { actionsBefore } from './carry-over/open-actions.ts'
import { provenanceOf } from './carry-over/provenance.ts'
import { directoryView } from './directory.ts'
import { meetingFile } from './meetings.ts'
import { addedInSession } from './session-spans.ts'
import { settledApprovals } from './standing-items.ts'
import { templateLines } from './template-lines.ts'

export async function fileToPrint(tx: Reader, meetingId: string): Promise<FileToPrint> {
  const file = await meetingFile(tx, meetingId)
  const { meeting, items } = file
  const [
    lines,
    organisations,
    approvedByWriting,
    settled,
    corrigenda,
    standing,
    provenance,
    untreated,
    added,
  ] = await Promise.all([
    templateLines(tx, 'followUp'),
    tx.selectFrom('organisation').select(['name', 'acronym', 'article']).execute(),
    approvedSince(tx, meeting),
    settledApprovals(tx, meeting, items),
    correctedBy(tx, meetingId),
    standingOf(tx, meetingId),
    provenanceOf(tx, meetingId),
    neverReached(tx, file),
    addedInSession(tx, meetingId, items),
  ])
  const articles = articlesOf(organisations)
  const item = followUpItem(items, lines)
  const [positions, actions] = await Promise.all([
    printedPositions(tx, meetingId, articles),
    item === null ? [] : followed(tx, meeting),
  ])
  return {
    ...file,
    positions,
    articles,
    approvedByWriting,
    settled,
    corrigenda,
    neverReached: untreated,
    addedInSession: added,
    isAgendaDraft: !isOpened(meeting.state) && !isSettled(standing),
    earlier: { provenance, followedUp: item === null ? null : { itemId: item.id, actions } },
  }
}

/** Opened and closed on its first item, it tells nothing of the others. */
async function neverReached(tx: Reader, { meeting, items }: MeetingFile): Promise<ReadonlySet<string>> {
  if (meeting.state !== 'held') return new Set()
  const spans = await tx
    .selectFrom('sessionSpan')
    .select('itemId')
    .distinct()
    .where('meetingId', '=', meeting.id)
    .where('itemId', 'is not', null)
    .execute()
  const reached = new Set(spans.map(({ itemId }) => itemId))
  return new Set(reached.size < 2 ? [] : items.flatMap(({ id }) => (reached.has(id) ? [] : [id])))
}

const correctedBy = (tx: Reader, meetingId: string) =>
  tx
    .selectFrom('corrigendum')
    .select(['number', 'decidedOn'])
    .where('meetingId', '=', meetingId)
    .orderBy('number')
    .execute()

/** Whether an agenda was validated, or published, as it stands. */
const isSettled = ({ isPublished, row, present }: Standing): boolean =>
  isPublished ||
  (row.state === 'validated' && row.validatedContent !== null && sameContent(row.validatedContent, present))

async function followed(tx: Reader, meeting: Meeting): Promise<FollowedAction[]> {
  const actions = await actionsBefore(tx, meeting, (await heldBefore(tx, meeting)) ?? '')
  if (actions.length === 0) return []
  const ids = actions.map(({ id }) => id)
  const [reserved, printed] = await Promise.all([
    reservedActions(tx, ids),
    tx.selectFrom('action').select(['id', 'dueDate']).where('id', 'in', ids).execute(),
  ])
  const first = new Map(printed.map(({ id, dueDate }) => [id, dueDate]))
  return actions.map((action) => ({
    ...action,
    firstDue: first.get(action.id) ?? null,
    isReserved: reserved.has(action.id),
  }))
}

/** Those decided under an item kept for the members, or under one that stands below such an item. */
async function reservedActions(tx: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const actions = await tx
    .selectFrom('action')
    .select(['id', 'itemId'])
    .where('id', 'in', [...ids])
    .execute()
  const parents = new Map<string, string | null>()
  for (let level = [...new Set(actions.map(({ itemId }) => itemId))]; level.length > 0; ) {
    const rows = await tx
      .selectFrom('agendaItem')
      .select(['id', 'parentId'])
      .where('id', 'in', level)
      .execute()
    for (const { id, parentId } of rows) parents.set(id, parentId)
    level = rows.flatMap(({ parentId }) => (parentId === null || parents.has(parentId) ? [] : [parentId]))
  }
  const sections = await tx
    .selectFrom('minutesSection')
    .select('itemId')
    .where('itemId', 'in', [...parents.keys()])
    .where('circulation', '=', 'members')
    .execute()
  const reserved = new Set(sections.map(({ itemId }) => itemId))
  const isReserved = (id: string | null): boolean =>
    id !== null && (reserved.has(id) || isReserved(parents.get(id) ?? null))
  return new Set(actions.filter(({ itemId }) => isReserved(itemId)).map(({ id }) => id))
}

/** In protocol order, those of organisations that the directory does not know last. */
async function printedPositions(
  tx: Reader,
  meetingId: string,
  articles: Articles,
): Promise<PrintedPosition[]> {
  const rows = await tx
    .selectFrom('itemPosition')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const directory = await directoryView(tx)
  const { organisations } = directory
  const find = personFinder(directory)
  const known = new Map(
    organisations.map((organisation, rank) => [organisation.id, { ...organisation, rank }]),
  )
  const rankOf = ({ organisationId }: { organisationId: string | null }) =>
    known.get(organisationId ?? '')?.rank ?? organisations.length
  return rows
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map(({ itemId, organisation, organisationId, stance, words }) => {
      const body = known.get(organisationId ?? '')
      const article = body === undefined ? articleOf(organisation, articles) : articleAs(organisation, body)
      const isPerson =
        organisationId === null &&
        organisationCalled(directory, organisation) === null &&
        find({ name: organisation, organisations: [] }) !== null
      return { itemId, organisation, organisationId, stance, words, article, isPerson }
    })
}

type OfSeries = Pick<Meeting, 'id' | 'date' | 'seriesId'>

const earlierOf = (tx: Reader, { date, seriesId }: OfSeries) =>
  tx
    .selectFrom('meeting')
    .where('deletedAt', 'is', null)
    .where('date', '<', date)
    .where((eb) => (seriesId === null ? eb('seriesId', 'is', null) : eb('seriesId', '=', seriesId)))

/** The day of the meeting before; null before the first one. */
async function heldBefore(tx: Reader, meeting: OfSeries): Promise<string | null> {
  const before = await earlierOf(tx, meeting)
    .select((eb) => eb.fn.max('date').as('date'))
    .where('state', '=', 'held')
    .executeTakeFirst()
  return before?.date ?? null
}

async function approvedSince(tx: Reader, meeting: OfSeries): Promise<ApprovedByWriting[]> {
  const rows = await earlierOf(tx, meeting)
    .innerJoin('approval', 'approval.id', 'meeting.id')
    .select(['meeting.number', 'meeting.date', 'approval.mode', 'approval.approvedOn', 'approval.replies'])
    .where('approval.mode', '!=', 'meeting')
    .where('approval.approvedOn', '<=', meeting.date)
    .where('approval.approvedOn', '>', (await heldBefore(tx, meeting)) ?? '')
    .where('approval.id', '!=', meeting.id)
    .orderBy('meeting.date')
    .execute()
  return rows.flatMap(({ mode, ...row }) => (mode === 'meeting' ? [] : [{ ...row, mode }]))
}
