import { useQueries } from '@tanstack/react-query'
import HistoryIcon from 'lucide-react/icons/history'
import Undo2 from 'lucide-react/icons/undo-2'
import { useRef, useState } from 'react'
import type { ChangedRow, HistoryLine } from '../../../../electron/contract/history.ts'
import type { Input } from '../../../../electron/contract/index.ts'
import { readRuns } from '../../../../electron/domain/text/word-changes.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import type { ApiError } from '../../../api/api-error.ts'
import { call } from '../../../api/client.ts'
import { queryKey, useQuery } from '../../../api/use-query.ts'
import { href } from '../../../app/paths.ts'
import { useUnseen } from '../../../app/team.ts'
import { undoLast } from '../../../app/undo.ts'
import { historyText as text } from '../../../text/history.ts'
import { historyPlace, historySentence, quotedName } from '../../../text/history-words.ts'
import { dayWords, timeWords } from '../../../text/instant-words.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { MarkedRuns } from '../../../ui/MarkedRuns.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useStatusLine } from '../../../ui/status.ts'

/** Entries shown at first, and more each time that more are asked for. */
export const PAGE = 60
/** So many may be written while the newest page stays on the screen. */
const MOST = 500

export type Narrowed = Omit<Input<'history.list'>, 'limit' | 'between'>

export function HistoryList({ narrowed }: { narrowed: Narrowed }) {
  const { lines, error, refetch, isReading, isWhole, readOlder } = usePast(narrowed)
  const unseen = useUnseen()
  const next = useQuery('history.state', {}).data?.undo?.seq
  useStatusLine(lines === undefined || lines.length === 0 ? [] : [text.shown(lines.length)])
  if (error !== null)
    return (
      <div className="pad">
        <ErrorBanner error={error} onRetry={refetch} />
      </div>
    )
  if (lines === undefined) return <Skeleton lines={8} />
  if (lines.length === 0)
    return (
      <EmptyState icon={HistoryIcon} title={unseen ?? text.empty}>
        {unseen === null ? text.emptyHint : null}
      </EmptyState>
    )
  return (
    <div className="scroll history">
      {byDay(lines).map(([day, ofDay]) => (
        <section key={day} aria-label={dayWords(day)}>
          <h3 className="h3">{dayWords(day)}</h3>
          <ul className="history-lines">
            {ofDay.map((line) => (
              <Line key={line.seq} line={line} isNext={line.seq === next} />
            ))}
          </ul>
        </section>
      ))}
      {isWhole && lines.length < PAGE ? null : (
        <Button
          look="ghost"
          busy={isReading ? text.reading : undefined}
          unavailable={isWhole ? text.oldest : undefined}
          onPress={readOlder}
        >
          {text.older}
        </Button>
      )}
    </div>
  )
}

/**
 * Each page ends where the next begins, whatever is written meanwhile: the newest only grows. What was read stays on the
 * screen until more is.
 */
function usePast(narrowed: Narrowed) {
  /** The oldest entries of the pages above the last one. */
  const [ends, setEnds] = useState<readonly number[]>([])
  const pages = useQueries({
    queries: [...ends, null].map((from, page) => {
      const before = ends[page - 1] ?? null
      const between = from === null && before === null ? {} : { between: { from, before } }
      const input = { ...narrowed, ...between, limit: from === null ? PAGE : MOST }
      return { queryKey: queryKey('history.list', input), queryFn: () => call('history.list', input) }
    }),
  })
  const read = pages.flatMap(({ data }) => (data === undefined ? [] : [data]))
  const isReading = read.length < pages.length
  const past = useRef<readonly HistoryLine[]>(undefined)
  if (!isReading) past.current = read.flat()
  const lines = past.current
  return {
    lines,
    isReading,
    isWhole: !isReading && (read.at(-1)?.length ?? 0) < PAGE,
    error: (pages.find(({ error }) => error !== null)?.error ?? null) as ApiError | null,
    refetch() {
      for (const page of pages) void page.refetch()
    },
    readOlder() {
      const oldest = lines?.at(-1)
      if (oldest !== undefined) setEnds([...ends, oldest.seq])
    },
  }
}

function Line({ line, isNext }: { line: HistoryLine; isNext: boolean }) {
  const { lead, name, tail, change } = historySentence(line)
  const address = addressOf(line)
  const place = historyPlace(line)
  return (
    <li className={line.state === 'done' ? undefined : 'void'}>
      <time dateTime={line.at}>{timeWords(line.at)}</time>
      <div className="grow">
        <p>
          {lead}
          {name === '' ? null : ' '}
          {name === '' ? null : address === null ? (
            quotedName(name)
          ) : (
            <a href={address}>{quotedName(name)}</a>
          )}
          {tail}
          {change === null ? null : <MarkedRuns runs={readRuns(change.before, change.after)} />}
        </p>
        {place === '' ? null : <p className="mute text-15">{place}</p>}
      </div>
      {line.state === 'done' ? null : <Badge icon={Undo2}>{text.states[line.state]}</Badge>}
      {isNext ? (
        <Button small icon={Undo2} writes onPress={() => void undoLast()}>
          {text.undo}
        </Button>
      ) : null}
    </li>
  )
}

function byDay(lines: readonly HistoryLine[]): [string, HistoryLine[]][] {
  const days = new Map<string, HistoryLine[]>()
  for (const line of lines) {
    const day = civilDate(new Date(line.at))
    days.set(day, [...(days.get(day) ?? []), line])
  }
  return [...days]
}

/** Where the thing is that a line speaks of; null where it is no more, or nowhere to be shown by itself. */
function addressOf({ rows, meetingId }: HistoryLine): string | null {
  const [row] = rows
  if (row === undefined || row.change === 'removed') return null
  return ofRow(row) ?? (meetingId === null ? null : inMeeting(row, meetingId))
}

function ofRow({ table, id }: ChangedRow): string | null {
  switch (table) {
    case 'action':
    case 'action_follow_up':
      return href('followUp', {}, id)
    case 'decision':
    case 'decision_follow_up':
      return href('followUpDecisions', {}, id)
    case 'subject':
      return href('subjects', {}, id)
    case 'project':
      return href('projectSheet', {}, id)
    case 'watch_item':
      return href('watchText', {}, id)
    case 'person':
    case 'organisation':
      return href('directory', {}, id)
    case 'meeting':
      return href('meetingDetails', { meetingId: id })
    default:
      return null
  }
}

function inMeeting({ table, id }: ChangedRow, meetingId: string): string {
  switch (table) {
    case 'agenda_item':
      return href('agenda', { meetingId }, id)
    case 'dispatch':
    case 'dispatch_recipient':
      return href('dispatch', { meetingId })
    case 'attendee':
    case 'reply':
      return href('participants', { meetingId })
    case 'attachment':
    case 'awaited_document':
      return href('attachments', { meetingId })
    case 'meeting_task':
      return href('preparation', { meetingId })
    case 'session_line':
    case 'session_span':
      return href('session', { meetingId })
    case 'minutes':
    case 'minutes_section':
    case 'observation':
      return href('minutes', { meetingId })
    default:
      return href('agenda', { meetingId })
  }
}
