import { type Draft, type DraftItem, type DraftWarning, readAt } from '../../domain/agenda/draft.ts'
import { NOTHING_SAID, type Said } from '../../domain/agenda/said-lines.ts'
import type { Reading } from '../readers/reading.ts'
import { noItems, rowsLeftAside, unrealDay, warning } from '../text/warnings.ts'
import { findItems, NO_ITEMS } from './agenda-items.ts'
import { withoutContents } from './contents-page.ts'
import { doubt } from './doubts.ts'
import { type FoundItem, newItem, toTree } from './found-item.ts'
import { ENOUGH, minutesEvidence } from './kind-evidence.ts'
import { type Line, linesOf } from './lines.ts'
import { withListsOfRows, withNamesInOneCell, withoutLoneBullet } from './listed-rows.ts'
import { type MeetingReading, readMeeting } from './meeting.ts'
import { closingHour, hoursOfDay, openingHour } from './meeting-when.ts'
import { connectionHeads } from './minutes/connections-table.ts'
import { atTheSameHour, isDayOfNext, nextAfter } from './minutes/next-meeting.ts'
import { asksPresence, participantHeads } from './minutes/participants-table.ts'
import { groupOf } from './minutes/presence-groups.ts'
import { isFollowUpHead, type Subject } from './minutes/statements-table.ts'
import { readInvited, readMinutes } from './minutes.ts'
import { callsItselfMinutes, isMinutesTitle, isSheetTitle, isTitleOfList, says } from './minutes-titles.ts'
import { plainLine } from './plain-line.ts'
import { hoursThatDisagree, lastUntilTheNext, overviewIn } from './running-hours.ts'
import { withoutSaid } from './said.ts'
import { completeByMail, sentIn } from './sent-day.ts'
import { withStrongTitles } from './strong-titles.ts'
import { toldOf } from './told-agenda.ts'
import { isLabelled, saysOther, saysWhenOrWhere, sectionsOfWhenAndWhere } from './when-beside-who.ts'
import { afterThis, dueAfterThis, withYear } from './years.ts'

/** From here on a reading passes for sure. */
const SURE = 0.75
/** Below that. */
const DISAGREEING = 0.7

/** Minutes say what they are among so many first lines. */
const TITLED_WITHIN = 8

/**
 * Pure and total: a file that says nothing gives an `unknown` draft with warnings, never an error.
 * @param today `YYYY-MM-DD`; a date more than ten years away from it is told, nothing is completed from it
 * @param asMinutes it was called minutes, or a part of some, elsewhere than in its own words
 * @param said what somebody says of its lines: they are read so, and the others with that knowledge
 */
export function understand(read: Reading, today: string, asMinutes = false, said = NOTHING_SAID): Draft {
  const written = withNamesInOneCell(withoutSaid(read.blocks, said))
  const reading = { ...read, blocks: withoutLoneBullet(withListsOfRows(written)) }
  const all = withoutContents(linesOf(reading.blocks))
  const titled = { ...reading, blocks: withStrongTitles(reading.blocks) }
  const own = titled.blocks === reading.blocks ? all : withoutContents(linesOf(titled.blocks))
  const isRecord = saysWhoJoined(reading) || isFollowUp(reading, all)
  const isMinutes =
    asMinutes ||
    isRecord ||
    said.lines.some(({ role }) => role === 'decision' || role === 'action') ||
    callsItselfMinutes(all, reading) ||
    looksLikeMinutes(own)
  const draft = isMinutes
    ? understandAs(titled, own, today, true, said)
    : understandAs(reading, all, today, false, said)
  // A list of who was there that does not say what it is: its heads do.
  return draft.kind === 'unknown' && isSheet(reading) ? understandAs(reading, all, today, true, said) : draft
}

/** Whether heads of a list of persons ask who was there; each has the rows down to the next heads. */
function isSheet({ blocks }: Reading): boolean {
  const rows = blocks.flatMap((block) => (block.type === 'row' ? [block.cells] : []))
  const heads = rows.flatMap((cells, at) => (participantHeads(cells) === null ? [] : [{ cells, at }]))
  return heads.some(({ cells, at }, rank) =>
    asksPresence(cells, () => rows.slice(at + 1, heads[rank + 1]?.at)),
  )
}

/** The list of who joined an online meeting: it holds no agenda. */
function saysWhoJoined({ blocks }: Reading): boolean {
  return blocks.some((block) => block.type === 'row' && connectionHeads(block.cells) !== null)
}

/** A sheet that is nothing but the decisions and actions of a meeting, whatever it calls itself. */
function isFollowUp({ blocks }: Reading, lines: readonly Line[]): boolean {
  return (
    blocks.every(({ type }) => type === 'row') &&
    blocks.some((block) => block.type === 'row' && isFollowUpHead(block.cells)) &&
    !lines.some((line) => /^(?:ordre du jour|odj|convocation|invitation)\b/.test(plainLine(line.text)))
  )
}

function understandAs(
  reading: Reading,
  all: readonly Line[],
  today: string,
  isMinutes: boolean,
  told: Said,
): Draft {
  if (told.agenda === 'other') {
    // Headings that were offered, and not taken, are the other reading.
    const { otherItems: offered, ...best } = understandAs(reading, all, today, isMinutes, {
      ...told,
      agenda: 'best',
    })
    if (best.items.length === 0 && offered !== undefined) return { ...best, items: offered }
  }
  const said = isMinutes ? readMinutes(reading, all) : null
  const invited = isMinutes ? null : readInvited(reading, all)
  const own = all.filter((line, at) => !isDayOfNext(line, all[at - 1]))
  const lines =
    said === null
      ? own.filter((line) => invited?.used.has(line.block) !== true || saysOther(line, reading))
      : own.filter((line) => !said.used.has(line.block) || saysWhenOrWhere(line, reading))
  const brief = said === null ? overviewIn(lines) : new Set<Line>()
  const about = said === null ? sectionsOfWhenAndWhere(lines) : new Set<Line>()
  const body =
    said === null
      ? lines.filter((line) => !brief.has(line) && !about.has(line))
      : lines.filter(
          (line, at) =>
            !(isMinutesTitle(line) && (line.type !== 'heading' || namesPage(lines, at))) &&
            !isSheetTitle(line) &&
            !isTitleOfList(line) &&
            !(line.number !== null && /^participant/.test(plainLine(line.words)) && groupOf(line) !== null),
        )
  const found = saysWhoJoined(reading)
    ? { best: NO_ITEMS, other: null }
    : findItems(
        said === null ? reading : without(reading, said.used),
        body,
        said?.participants ?? null,
        toldOf(told),
        invited?.participants,
      )
  // A sheet that is nothing but such a table has no agenda.
  const isPaper = reading.blocks.some(({ type }) => type !== 'row')
  if (said !== null && isPaper && found.best.items.length === 0 && said.subjects.length > 0)
    found.best = { ...found.best, items: said.subjects.map(itemOf) }
  const { items, used, left } = told.agenda === 'other' ? (found.other ?? found.best) : found.best
  const otherItems = told.agenda === 'other' ? found.best.items : found.other?.items
  const data = used.size === 0 ? dataBlocks(reading) : new Set<number>()
  const quoted = reading.sentOn === undefined ? -1 : quotedFrom(lines, used)
  const free = lines.filter(
    (line, at) =>
      (quoted < 0 || at < quoted) &&
      (!used.has(line.block) || isLabelled(line, reading)) &&
      !data.has(line.block) &&
      !brief.has(line),
  )
  const first = used.size === 0 ? Number.POSITIVE_INFINITY : Math.min(...used)
  // "Participants" above their list is not what the meeting is called.
  const head = free.filter(
    (line) => line.block <= first && !(isMinutes && (isTitleOfList(line) || groupOf(line) !== null)),
  )
  const meeting = readMeeting(
    head,
    free.filter((line) => line.block > first),
  )
  // Contradictions of the file itself are to be looked at, however well it was read.
  const disagreeing = hoursThatDisagree(items)
  for (const item of disagreeing) item.confidence = Math.min(item.confidence, DISAGREEING)
  if (!isMinutes) lastUntilTheNext(items, meeting.meeting.endTime)
  const { tree, end } = withoutEnd(toTree(items))
  if (end !== null && meeting.meeting.endTime === null) {
    meeting.meeting.endTime = end.fixedStart
    meeting.meetingSources.endTime = end.source
  }
  if (meeting.meeting.date?.startsWith('--') === true)
    meeting.meeting.date = withYear(meeting.meeting.date, meeting.meetingSources.date?.excerpt ?? '', all)
  completeByMail(meeting, reading.sentOn ?? sentIn(all), lines, isMinutes)
  const { date, startTime } = meeting.meeting
  const hours = isMinutes && startTime === null && date !== null ? hoursOfDay(lines, date) : null
  if (hours !== null) {
    meeting.meeting.startTime = hours.span.start
    meeting.meeting.endTime ??= hours.span.end
    const from = readAt(hours.line, hours.line.text, 0.7)
    meeting.meetingSources.startTime = from
    meeting.meetingSources.endTime ??= from
  }
  const opened = isMinutes && meeting.meeting.startTime === null ? openingHour(lines) : null
  if (opened !== null) {
    meeting.meeting.startTime = opened.time
    meeting.meetingSources.startTime = readAt(opened.line, opened.line.text, 0.9)
  }
  const closed = isMinutes && meeting.meeting.endTime === null ? closingHour(lines) : null
  if (closed !== null) {
    meeting.meeting.endTime = closed.time
    meeting.meetingSources.endTime = readAt(closed.line, closed.line.text, 0.9)
  }
  // Headings of a report that says neither when nor who are offered, and not taken for an agenda.
  const isReport =
    said !== null &&
    [date, meeting.unrealDate, startTime, meeting.meeting.number].every((fact) => fact === null) &&
    said.nextMeetings.length + said.participants.length + said.actions.length === 0
  const isGuess = isReport && items.every(({ confidence }) => confidence < SURE)
  const other = isGuess ? tree : toTree(otherItems ?? [])
  const kind = isMinutes ? 'minutes' : kindOf(head, tree)
  doubt({
    meetingSources: meeting.meetingSources,
    items: tree,
    participants: said?.participants ?? invited?.participants ?? [],
    decisions: said?.decisions ?? [],
    actions: said?.actions ?? [],
  })
  return {
    kind,
    meeting: meeting.meeting,
    meetingSources: meeting.meetingSources,
    items: isGuess ? [] : tree,
    ...(other.length === 0 ? {} : { otherItems: other }),
    participants: said?.participants ?? invited?.participants ?? [],
    decisions: said?.decisions ?? [],
    actions: dueAfterThis(said?.actions ?? [], date),
    nextMeeting: atTheSameHour(
      afterThis(nextAfter(said?.nextMeetings ?? [], date) ?? meeting.nextMeeting, date),
      meeting.meeting.startTime,
    ),
    followUp: said?.followUp ?? [],
    warnings: [
      ...(kind === 'minutes' ? [warning('looks-like-minutes')] : missing(meeting, tree, reading.eventCount)),
      ...(meeting.unrealDate === null ? [] : [unrealDay(meeting.unrealDate)]),
      ...(meeting.dateDoubtful ? [warning('date-doubtful')] : []),
      ...(isFar(meeting.meeting.date, today) ? [warning('date-far')] : []),
      ...(left > 0 ? [rowsLeftAside(left)] : []),
      ...(items.some((item) => item.durationRange !== null) ? [warning('duration-range')] : []),
      ...(disagreeing.length > 0 ? [warning('hours-disagree')] : []),
      ...(reading.trackedChanges ? [warning('tracked-changes')] : []),
      ...(reading.hidden ? [warning('hidden-left-aside')] : []),
      ...(reading.truncated ? [warning('truncated')] : []),
    ],
  }
}

/** Where a mail whose agenda stands above goes on with what others wrote before: their days and places are of the past. */
function quotedFrom(lines: readonly Line[], used: ReadonlySet<number>): number {
  const first = Math.min(...used)
  return lines.findIndex(
    ({ text, block }) => block > first && /\ba ecrit ?:$|^-{2,} ?message d'origine/.test(plainLine(text)),
  )
}

/** What a table of what was decided speaks of, where nothing else says what was on the agenda. */
function itemOf({ number, title, block, excerpt }: Subject): FoundItem {
  return { ...newItem(block, excerpt, DISAGREEING), number, title }
}

/**
 * Where there is no agenda, a calendar and the rows of a table of other things: many, or several cells wide all along.
 * Neither their words nor their dates are the meeting's.
 */
function dataBlocks({ blocks, eventCount }: Reading): Set<number> {
  if (eventCount !== null) return new Set(blocks.keys())
  const rows = [...blocks.entries()].flatMap(([at, block]) => (block.type === 'row' ? [{ at, block }] : []))
  const wide = new Map<number, boolean>()
  for (const { block } of rows) {
    const isWide = block.cells.filter((cell) => cell.trim() !== '').length >= 3
    wide.set(block.table, isWide && wide.get(block.table) !== false)
  }
  const several = (table: number) => rows.filter(({ block }) => block.table === table).length >= 3
  return new Set(
    rows.flatMap(({ at, block: { table } }) =>
      rows.length > 20 || (wide.get(table) === true && several(table)) ? [at] : [],
    ),
  )
}

/** Of what is no minutes: what a document calls itself in its first lines decides before what it holds. */
function kindOf(head: readonly Line[], items: readonly DraftItem[]): Draft['kind'] {
  const convenes =
    /^(?:invitation|convocation)\b(?! (?:(?:en date )?du|le) \d| ?: ?(?:le )?\d)|\b(?:vous etes (?:invites?|invitees?|convies?|conviees?|convoques?)|(?:vous|de vous) (?:convier|inviter|convoquer|convie|invite|convoque)(?:ons)? (?:a (?:la|une|participer|assister|l')|au))/
  if (head.some((line) => convenes.test(says(line)))) return 'convocation'
  return items.length > 0 ? 'agenda' : 'unknown'
}

/** Further down, and below others of its level, such a heading parts the text, or speaks of other minutes. */
function namesPage(lines: readonly Line[], at: number): boolean {
  const level = lines[at]?.level
  return (
    at < TITLED_WITHIN && !lines.slice(0, at).some((line) => line.type === 'heading' && line.level === level)
  )
}

/** Where it does not say what it is: what it holds. */
function looksLikeMinutes(lines: readonly Line[]): boolean {
  return minutesEvidence(lines).reduce((sum, { points }) => sum + points, 0) >= ENOUGH
}

/** The same blocks at the same places, some of them silent. */
function without(reading: Reading, silent: ReadonlySet<number>): Reading {
  return {
    ...reading,
    blocks: reading.blocks.map((block, at) => (silent.has(at) ? { type: 'paragraph', text: '' } : block)),
  }
}

/** "16h30 : Fin de la réunion" says when it ends; nobody speaks then. */
function withoutEnd(tree: DraftItem[]): { tree: DraftItem[]; end: DraftItem | null } {
  const last = tree.at(-1)
  const isEnd =
    /^fin (?:de (?:la |l')?|du |des )(?:reunion|seance|pleniere|journee|matinee|comite|travaux|atelier|evenement|rencontre)/.test(
      plainLine(last?.title ?? ''),
    )
  if (last === undefined || !isEnd || last.fixedStart === null || last.children.length > 0)
    return { tree, end: null }
  return { tree: tree.slice(0, -1), end: last }
}

function missing(
  { meeting, unrealDate }: MeetingReading,
  items: readonly DraftItem[],
  eventCount: number | null,
): DraftWarning[] {
  if (eventCount !== null) return [noItems(eventCount)]
  const warnings: DraftWarning[] = []
  if (meeting.date === null && unrealDate === null) warnings.push(warning('date-missing'))
  if (meeting.date?.startsWith('-')) warnings.push(warning('year-missing'))
  const timed = (item: DraftItem): boolean => item.fixedStart !== null || item.children.some(timed)
  if (meeting.startTime === null && !items.some(timed)) warnings.push(warning('times-missing'))
  if (items.length === 0) warnings.push(noItems(null))
  return warnings
}

function isFar(date: string | null, today: string): boolean {
  return (
    date !== null &&
    !date.startsWith('-') &&
    Math.abs(Number(date.slice(0, 4)) - Number(today.slice(0, 4))) > 10
  )
}
