import ArrowLeft from 'lucide-react/icons/arrow-left'
import ArrowRight from 'lucide-react/icons/arrow-right'
import CalendarDays from 'lucide-react/icons/calendar-days'
import Plus from 'lucide-react/icons/plus'
import { useContext, useState } from 'react'
import type { MeetingRow } from '../../../electron/domain/meetings/meeting.ts'
import { ruleSentence } from '../../../electron/domain/meetings/series-words.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { civilDate, daysBetween } from '../../../electron/domain/time/civil-date.ts'
import { bindActs, keyHints } from '../../acts/act.ts'
import { listActs, openActs } from '../../acts/list-acts.ts'
import { useActs } from '../../acts/use-acts.ts'
import { useQuery } from '../../api/use-query.ts'
import { frameActs } from '../../app/frame-acts.ts'
import { navigate } from '../../app/location.ts'
import type { GridColumn } from '../../parts/grid/columns.ts'
import { Grid } from '../../parts/grid/Grid.tsx'
import { nothingChosen, theOne } from '../../parts/grid/selection.ts'
import { PlaceTabs } from '../../parts/PlaceTabs.tsx'
import { commonText } from '../../text/common.ts'
import { meetingDeskText as text } from '../../text/meeting-desk.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EditingOff } from '../../ui/editing.ts'
import { Head } from '../../ui/Head.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { Thread, type ThreadStop } from '../../ui/Thread.tsx'
import { meetingActs, yearActs } from './meeting-acts.ts'
import { isOnlyPlanned, MeetingBadge, standingWords } from './meeting-badge.tsx'
import { NewMeetingDialog } from './NewMeetingDialog.tsx'
import { meetingHref, placeWords, timesWords } from './place-words.ts'
import { lockedReason, useMeetingLife } from './use-meeting-life.tsx'

const words = text.columns
const some = (count: number) => (count === 0 ? commonText.none : String(count))

const wherePlaced = (row: MeetingRow) =>
  row.title === '' ? placeWords(row) : `${placeWords(row)} · ${row.title}`

const meetingColumns: readonly GridColumn<MeetingRow>[] = [
  {
    id: 'number',
    label: words.number,
    text: (row) => (row.number === null ? commonText.none : String(row.number)),
    rank: (row) => row.number,
    className: 'col-number',
  },
  {
    id: 'date',
    label: words.date,
    text: (row) => formatShortDate(row.date),
    rank: (row) => row.date,
    rowHeader: true,
    className: 'nowrap',
  },
  { id: 'times', label: words.times, text: timesWords, className: 'nowrap' },
  {
    id: 'place',
    label: words.place,
    text: wherePlaced,
    cell: (row) => (
      <span className="cut-two-lines" title={wherePlaced(row)}>
        {wherePlaced(row)}
      </span>
    ),
  },
  { id: 'state', label: words.state, text: standingWords, cell: (row) => <MeetingBadge row={row} /> },
  {
    id: 'items',
    label: words.items,
    text: (row) => some(row.itemCount),
    rank: (row) => row.itemCount,
    numeric: true,
    className: 'hide-narrow',
  },
  {
    id: 'decisions',
    label: words.decisions,
    text: (row) => some(row.decisionCount),
    rank: (row) => row.decisionCount,
    numeric: true,
  },
  {
    id: 'actions',
    label: words.actions,
    text: (row) => some(row.actionCount),
    rank: (row) => row.actionCount,
    numeric: true,
  },
  {
    id: 'present',
    label: words.present,
    text: ({ seats }) => (seats?.all ? `${seats.taken}\u00a0/\u00a0${seats.all}` : commonText.none),
    rank: ({ seats }) => (seats?.all ? seats.taken / seats.all : null),
    numeric: true,
    className: 'nowrap',
  },
]

/** More stops than this would run into one another. */
const MOST_STOPS = 13

/** "10 déc." out of "jeu. 10 déc.". */
const dayAndMonth = (date: string) => formatShortDate(date).replace(/^\S+ /, '')

function YearThread({ year, rows }: { year: number; rows: readonly MeetingRow[] }) {
  if (rows.length < 2 || rows.length > MOST_STOPS) return null
  return (
    <div className="year-thread">
      <Thread label={text.yearThread(year)} stops={yearStops(rows, civilDate(new Date()))} />
    </div>
  )
}

function yearStops(rows: readonly MeetingRow[], today: string): ThreadStop[] {
  const inOrder = [...rows].sort((a, b) => a.date.localeCompare(b.date))
  const lastPast = inOrder.findLastIndex((row) => row.date <= today)
  return inOrder.map((row, index) => {
    const next = inOrder[index + 1]
    const isNow = index === lastPast && next !== undefined
    const isAhead = isOnlyPlanned(row) && row.date >= today
    const words = isAhead ? text.ahead : standingWords(row).toLowerCase()
    return {
      id: row.id,
      title: dayAndMonth(row.date),
      detail: words.replace(/^cr /, ''),
      href: meetingHref(row),
      // Nothing is left to be done of the last one once its minutes are approved.
      state: isNow && row.minutesState !== 'approved' ? 'now' : index <= lastPast ? 'done' : 'ahead',
      ...(row.state === 'cancelled' ? { shape: 'off' as const } : {}),
      ...(index > lastPast && row.state !== 'cancelled' ? { shape: 'meeting' as const } : {}),
      ...(row.minutesState === 'review' ? { warn: true } : {}),
      ...(isNow
        ? {
            today: {
              part: Math.min(
                0.95,
                daysBetween(row.date, today) / Math.max(1, daysBetween(row.date, next.date)),
              ),
              label: dayAndMonth(today),
            },
          }
        : {}),
    }
  })
}

const { previous, next } = listActs.acts
const { open } = openActs.acts
const { newMeeting, help } = frameActs.acts
const hints = keyHints([previous, next, open, newMeeting, yearActs.acts.previous, help])

export function MeetingsPage(_: { focusId: string | null }) {
  const [picked, setPicked] = useState<number | null>(null)
  const [creating, setCreating] = useState(false)
  const years = useQuery('meetings.years', {})
  const year = picked ?? startYear(years.data ?? [])
  const list = useQuery('meetings.list', { year }, { keepPrevious: true })
  const series = useQuery('series.list', {})
  // Of several series none speaks for the year.
  const only = series.data?.length === 1 ? series.data[0] : undefined
  useActs(yearActs, { move: (step) => setPicked(year + step) })
  const rows = list.data ?? []
  const [first] = rows
  useStatusLine([text.count(rows.length)], hints)
  return (
    <>
      <Head
        title={text.year(year)}
        beside={
          <>
            <Button
              small
              icon={ArrowLeft}
              steps
              label={text.previousYear}
              onPress={() => setPicked(year - 1)}
            />
            <Button small icon={ArrowRight} steps label={text.nextYear} onPress={() => setPicked(year + 1)} />
          </>
        }
        {...(only === undefined ? {} : { facts: ruleSentence(only) })}
        tabs={<PlaceTabs of="meetings" current="meetings" />}
        acts={
          <Button look="primary" icon={Plus} onPress={() => setCreating(true)}>
            {text.newMeeting}
          </Button>
        }
      />
      {rows.length === 0 ? null : <YearThread year={year} rows={rows} />}
      <div className="scroll">
        {list.error !== null ? (
          <div className="pad">
            <ErrorBanner error={list.error} onRetry={() => void list.refetch()} />
          </div>
        ) : list.data === undefined ? (
          <Skeleton lines={8} />
        ) : first === undefined ? (
          <EmptyState
            icon={CalendarDays}
            title={text.emptyYear}
            act={<Button onPress={() => setCreating(true)}>{text.newMeeting}</Button>}
          >
            {text.emptyYearHint}
          </EmptyState>
        ) : (
          <YearGrid year={year} first={first} rows={rows} />
        )}
      </div>
      {creating ? <NewMeetingDialog onClose={() => setCreating(false)} /> : null}
    </>
  )
}

function YearGrid({ year, first, rows }: { year: number; first: MeetingRow; rows: readonly MeetingRow[] }) {
  const [selection, setSelection] = useState(nothingChosen)
  const chosen = rows.find(({ id }) => id === theOne(selection))
  const deskOff = useContext(EditingOff)
  const meeting = chosen ?? first
  const off = deskOff ?? lockedReason(meeting)
  const { context, asked } = useMeetingLife(meeting, off)
  return (
    <>
      {asked}
      <Grid
        list="meetings"
        label={text.year(year)}
        columns={meetingColumns}
        rows={rows}
        selection={selection}
        onSelect={setSelection}
        acts={chosen === undefined ? [] : Object.values(bindActs(meetingActs, context, off))}
        onOpen={(row) => navigate(meetingHref(row))}
        clickOpens
        isVoid={(row) => row.state === 'cancelled'}
      />
    </>
  )
}

/** This year when it has meetings or nothing is stored yet; otherwise the newest year that has some. */
function startYear(years: readonly number[]): number {
  const now = new Date().getFullYear()
  return years.length === 0 || years.includes(now) ? now : Math.max(...years)
}
