// Understand: from the blocks of any file to a draft: the kind of document, the meeting, its items, and what to look at.
import type { Draft, DraftItem, DraftWarning } from '../../domain/draft.ts'
import type { Reading } from '../readers/reading.ts'
import { noItems, rowsLeftAside, warning } from '../text/warnings.ts'
import { minutesOf } from './clock-times.ts'
import { fold } from './fold.ts'
import { type FoundItem, toTree } from './found-item.ts'
import { type Line, linesOf } from './lines.ts'
import { readList } from './list-items.ts'
import { type MeetingReading, readMeeting } from './meeting.ts'
import { nestByNumber } from './nest.ts'
import { findOutline } from './outline.ts'
import { readTables } from './table-items.ts'

/**
 * Pure and total: a file that says nothing gives an `unknown` draft with warnings, never an error.
 * @param today `YYYY-MM-DD`; a date more than ten years away from it is doubtful, nothing is completed from it
 */
export function understand(reading: Reading, today: string): Draft {
  const lines = linesOf(reading.blocks)
  const { items, used, left } = findItems(reading, lines)
  const isData = used.size === 0 && holdsData(reading)
  const free = lines.filter(
    (line) => !used.has(line.block) && !(isData && (line.type === 'row' || reading.eventCount !== null)),
  )
  const first = used.size === 0 ? Number.POSITIVE_INFINITY : Math.min(...used)
  const head = free.filter((line) => line.block < first)
  const meeting = readMeeting(
    head,
    free.filter((line) => line.block > first),
  )
  const tree = toTree(items)
  const kind = kindOf(lines, head, tree)
  return {
    kind,
    meeting: meeting.meeting,
    meetingSources: meeting.meetingSources,
    items: tree,
    participants: [],
    decisions: [],
    actions: [],
    nextMeeting: meeting.nextMeeting,
    followUp: [],
    warnings: [
      ...(kind === 'minutes' ? [warning('looks-like-minutes')] : missing(meeting, tree, reading.eventCount)),
      ...(meeting.dateDoubtful || isFar(meeting.meeting.date, today) ? [warning('date-doubtful')] : []),
      ...(left > 0 ? [rowsLeftAside(left)] : []),
      ...(items.some((item) => item.durationRange) ? [warning('duration-range')] : []),
      ...(hoursDisagree(items) ? [warning('hours-disagree')] : []),
      ...(reading.trackedChanges ? [warning('tracked-changes')] : []),
      ...(reading.truncated ? [warning('truncated')] : []),
    ],
  }
}

/** Many rows and no agenda among them, or a calendar: a list of other things, whose dates are not the meeting's. */
function holdsData(reading: Reading): boolean {
  return reading.eventCount !== null || reading.blocks.filter((block) => block.type === 'row').length > 20
}

function findItems(
  reading: Reading,
  lines: readonly Line[],
): { items: FoundItem[]; used: Set<number>; left: number } {
  if (reading.eventCount !== null) return { items: [], used: new Set(), left: 0 }
  const table = readTables(reading.blocks, reading.repeated)
  if (table !== null) {
    return { items: nestByNumber(table.items), used: table.used, left: table.rowsLeftAside }
  }
  const outline = findOutline(lines)
  return outline === null ? { items: [], used: new Set(), left: 0 } : { ...readList(outline), left: 0 }
}

/** What a document calls itself in its first lines decides before what it holds. */
function kindOf(lines: readonly Line[], head: readonly Line[], items: readonly DraftItem[]): Draft['kind'] {
  const says = (line: Line) => fold(line.text).replace(/^objet ?: ?/, '')
  const minutes =
    /^(?:projet de )?(?:comptes?[- ]rendus?|proces[- ]verbal|releve (?:de|des) (?:decisions|conclusions))\b/
  if (lines.slice(0, 8).some((line) => line.number === null && !line.bullet && minutes.test(says(line)))) {
    return 'minutes'
  }
  const convenes =
    /^(?:invitation|convocation)\b|\b(?:vous etes (?:invites?|invitees?|convies?|conviees?|convoques?)|(?:vous|de vous) (?:convier|inviter|convoquer|convie|invite|convoque)(?:ons)? (?:a (?:la|une|participer|assister|l')|au))/
  if (head.some((line) => convenes.test(says(line)))) return 'convocation'
  return items.length > 0 ? 'agenda' : 'unknown'
}

function missing(
  { meeting, dateDoubtful }: MeetingReading,
  items: readonly DraftItem[],
  eventCount: number | null,
): DraftWarning[] {
  if (eventCount !== null) return [noItems(eventCount)]
  const warnings: DraftWarning[] = []
  if (meeting.date === null && !dateDoubtful) warnings.push(warning('date-missing'))
  if (meeting.date?.startsWith('-')) warnings.push(warning('year-missing'))
  const timed = (item: DraftItem): boolean => item.fixedStart !== null || item.children.some(timed)
  if (meeting.startTime === null && !items.some(timed)) warnings.push(warning('times-missing'))
  if (items.length === 0) warnings.push(noItems(null))
  return warnings
}

/** A written duration against its hours, hours that go back, or an item that runs into the next one's hour. */
function hoursDisagree(items: readonly FoundItem[]): boolean {
  if (items.some((item) => item.hoursDisagree)) return true
  const timed = items.filter((item) => item.fixedStart !== null)
  return timed.some((item, at) => {
    const next = timed[at + 1]
    if (next === undefined || item.fixedStart === null || next.fixedStart === null) return false
    if (next.depth > item.depth) return false
    const start = minutesOf(item.fixedStart)
    const after = minutesOf(next.fixedStart) - start
    // More than twelve hours back is the next day.
    return after > -720 && (after < 0 || (item.durationMinutes ?? 0) > after)
  })
}

function isFar(date: string | null, today: string): boolean {
  return (
    date !== null &&
    !date.startsWith('-') &&
    Math.abs(Number(date.slice(0, 4)) - Number(today.slice(0, 4))) > 10
  )
}
