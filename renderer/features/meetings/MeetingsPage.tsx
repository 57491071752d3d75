import ArrowLeft from 'lucide-react/icons/arrow-left'
import ArrowRight from 'lucide-react/icons/arrow-right'
import CalendarDays from 'lucide-react/icons/calendar-days'
import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { ruleSentence } from '../../../electron/domain/meetings/series-words.ts'
import { keyHints } from '../../acts/act.ts'
import { listActs } from '../../acts/list-acts.ts'
import { useActs } from '../../acts/use-acts.ts'
import { useQuery } from '../../api/use-query.ts'
import { frameActs } from '../../app/frame-acts.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { meetingText as text } from '../../text/meeting.ts'
import { takeoverText } from '../../text/takeover.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Head } from '../../ui/Head.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { Table } from '../../ui/Table.tsx'
import { yearActs } from './meeting-acts.ts'
import { meetingColumns } from './meeting-columns.tsx'
import { NewMeetingDialog } from './NewMeetingDialog.tsx'
import { meetingHref } from './place-words.ts'
import { YearThread } from './YearThread.tsx'

const { previous, next, open } = listActs.acts
const { newMeeting, help } = frameActs.acts
const hints = keyHints([previous, next, open, newMeeting, yearActs.acts.previous, help])

export function MeetingsPage(_: { focusId: string | null }) {
  const [picked, setPicked] = useState<number | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [creating, setCreating] = useState(false)
  const years = useQuery('meetings.years', {})
  const year = picked ?? startYear(years.data ?? [])
  const list = useQuery('meetings.list', { year }, { keepPrevious: true })
  const series = useQuery('series.list', {})
  // Of several series none speaks for the year.
  const only = series.data?.length === 1 ? series.data[0] : undefined
  useActs(yearActs, { move: (step) => setPicked(year + step) })
  const rows = list.data ?? []
  useStatusLine([text.count(rows.length)], hints)
  return (
    <>
      <Head
        title={text.year(year)}
        beside={
          <>
            <Button small icon={ArrowLeft} label={text.previousYear} onPress={() => setPicked(year - 1)} />
            <Button small icon={ArrowRight} label={text.nextYear} onPress={() => setPicked(year + 1)} />
          </>
        }
        facts={
          <>
            <span>{text.count(rows.length)}</span>
            {only === undefined ? null : <span className="hide-narrow">{ruleSentence(only)}</span>}
            <a href={href('bin')}>{text.bin}</a>
            <a href={href('takeover')}>{takeoverText.open}</a>
          </>
        }
        acts={
          <>
            <a className="btn" href={href('series')}>
              <Icon of={CalendarDays} size={17} />
              {text.calendar}
            </a>
            <Button look="primary" icon={Plus} onPress={() => setCreating(true)}>
              {text.newMeeting}
            </Button>
          </>
        }
        {...(rows.length === 0 ? {} : { tabs: <YearThread year={year} rows={rows} /> })}
      />
      <div className="scroll">
        {list.error !== null ? (
          <div className="pad">
            <ErrorBanner error={list.error} onRetry={() => void list.refetch()} />
          </div>
        ) : list.data === undefined ? (
          <Skeleton lines={8} />
        ) : rows.length === 0 ? (
          <EmptyState
            icon={CalendarDays}
            title={text.emptyYear}
            act={<Button onPress={() => setCreating(true)}>{text.newMeeting}</Button>}
          >
            {text.emptyYearHint}
          </EmptyState>
        ) : (
          <Table
            label={text.year(year)}
            columns={meetingColumns}
            rows={rows}
            chosen={chosen}
            onChoose={setChosen}
            onOpen={(id) => {
              const row = rows.find((one) => one.id === id)
              if (row !== undefined) navigate(meetingHref(row))
            }}
            isVoid={(row) => row.state === 'cancelled'}
            textOf={(row) => row.date}
          />
        )}
      </div>
      {creating ? <NewMeetingDialog onClose={() => setCreating(false)} /> : null}
    </>
  )
}

/** This year when it has meetings or nothing is stored yet; otherwise the newest year that has some. */
function startYear(years: readonly number[]): number {
  const now = new Date().getFullYear()
  return years.length === 0 || years.includes(now) ? now : Math.max(...years)
}
