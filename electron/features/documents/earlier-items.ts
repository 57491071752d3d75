import type { Reader } from '../../db/driver.ts'
import type { Outcome } from '../../domain/minutes/minutes.ts'
import { foldedWords } from '../../domain/text/fold.ts'
import { withStates } from '../reads/hearing-states.ts'

/** How often an item was put off, at most. */
const MOST_MOVES = 12
/** Of one organisation in the texts of one item. */
export const MOST_SENTENCES = 2

export type EarlierItem = {
  itemId: string
  title: string
  seriesId: string | null
  /** How it ended there; null where nobody noted it, and something was said. */
  outcome: Outcome | null
  /** Whether its minutes are approved; null of a meeting taken over. */
  meeting: { date: string; number: number | null; approved: boolean | null }
}
/** `called` is one of the names and acronyms, `words` the same as it is looked for. */
export type OrganisationName = { id: string; name: string; called: string; words: string }

/** The items that it was put off from, the newest first. */
export async function putOffFrom(tx: Reader, itemId: string): Promise<string[]> {
  const found: string[] = []
  let at: string | null = itemId
  while (at !== null && found.length < MOST_MOVES) {
    const row: { sourceItemId: string | null } | undefined = await tx
      .selectFrom('carryOver')
      .select('sourceItemId')
      .where('itemId', '=', at)
      .executeTakeFirst()
    at = row?.sourceItemId ?? null
    if (at === null || found.includes(at)) break
    found.push(at)
  }
  return found
}

/** The items of these projects and texts, and those put off, in meetings that were held before, the newest first; each once. */
export async function earlierItems(
  tx: Reader,
  before: string,
  { projects, texts, putOff }: Readonly<Record<'projects' | 'texts' | 'putOff', readonly string[]>>,
): Promise<EarlierItem[]> {
  const rows = await tx
    .selectFrom('agendaItem')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .leftJoin('minutes', 'minutes.meetingId', 'meeting.id')
    .leftJoin('minutesSection', 'minutesSection.itemId', 'agendaItem.id')
    .select(['minutesSection.outcome', 'meeting.state as meetingState'])
    .select(['agendaItem.id as itemId', 'agendaItem.title', 'meeting.date', 'meeting.number'])
    .select(['meeting.seriesId', 'meeting.takenOver', 'minutes.state as minutesState'])
    .where('meeting.state', '=', 'held')
    .where('meeting.deletedAt', 'is', null)
    .where('meeting.date', '<', before)
    .where((eb) =>
      eb.or([
        eb('agendaItem.id', 'in', [...putOff]),
        eb(
          'agendaItem.id',
          'in',
          eb
            .selectFrom('itemProject')
            .select('itemId')
            .where('projectId', 'in', [...projects]),
        ),
        eb(
          'agendaItem.id',
          'in',
          eb
            .selectFrom('itemWatch')
            .select('itemId')
            .where('watchItemId', 'in', [...texts]),
        ),
      ]),
    )
    .orderBy('meeting.date', 'desc')
    .orderBy('agendaItem.position')
    .execute()
  const ended = await withStates(tx, rows)
  return ended.map(({ itemId, title, outcome, date, number, seriesId, takenOver, minutesState }) => ({
    itemId,
    title,
    outcome,
    seriesId,
    meeting: { date, number, approved: takenOver === null ? minutesState === 'approved' : null },
  }))
}

/** Every name and acronym, former ones too, the longest first; each with the name that is printed. */
export async function organisationNames(tx: Reader): Promise<OrganisationName[]> {
  const now = await tx.selectFrom('organisation').select(['id', 'name', 'acronym']).execute()
  const former = await tx
    .selectFrom('organisationName')
    .select(['organisationId as id', 'name', 'acronym'])
    .execute()
  const printed = new Map(now.map(({ id, name }) => [id, name]))
  return [...now, ...former]
    .flatMap(({ id, name, acronym }) =>
      [name, acronym].map((called) => ({
        id,
        name: printed.get(id) ?? name,
        called,
        words: foldedWords(called).join(' '),
      })),
    )
    .filter(({ words }) => words.length > 1)
    .sort((a, b) => b.words.length - a.words.length)
}
