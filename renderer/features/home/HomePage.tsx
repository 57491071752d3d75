import { Suspense } from 'react'
import type { Output } from '../../../electron/contract/index.ts'
import { formatDate, formatShortDate, formatTime, withCapital } from '../../../electron/domain/text/french.ts'
import { civilDate, clockTime } from '../../../electron/domain/time/civil-date.ts'
import { keyHints } from '../../acts/act.ts'
import { useQuery } from '../../api/use-query.ts'
import { frameActs } from '../../app/frame-acts.ts'
import { href } from '../../app/paths.ts'
import { useTeam } from '../../app/team.ts'
import { homeText } from '../../text/home.ts'
import { meetingText } from '../../text/meeting.ts'
import { placeText } from '../../text/place.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { part } from '../../ui/part.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { DataPlaceBanner } from '../backups/index.ts'
import { MeetingStateIcon, meetingHref, standingWords } from '../meetings/index.ts'
import { NextMeeting } from './NextMeeting.tsx'
import { TaskList } from './TaskList.tsx'

/** Not of the first chunk: the tasks are shown before it is asked for. */
const BesideTasks = part(() => import('./BesideTasks.tsx').then((m) => m.BesideTasks))
const CopyBanner = part(() => import('./CopyBanner.tsx').then((m) => m.CopyBanner))
const CopyLine = part(() => import('./CopyLine.tsx').then((m) => m.CopyLine))
const FirstStart = part(() => import('./FirstStart.tsx').then((m) => m.FirstStart))

export function HomePage(_: { focusId: string | null }) {
  const home = useQuery('home.get', {})
  // Of a team the server is saved, and not by a desk.
  const isTeam = useTeam() !== null
  useHomeStatus(home.data)
  if (home.error !== null) {
    return (
      <div className="pad">
        <ErrorBanner error={home.error} onRetry={() => void home.refetch()} />
      </div>
    )
  }
  if (home.data === undefined) return <Skeleton lines={6} />
  if (home.data.isEmpty) return <FirstStart />
  const { copies } = home.data
  return (
    <div className="scroll">
      <NextMeeting home={home.data} />
      <Suspense fallback={null}>
        <DataPlaceBanner />
        {isTeam || (copies.lastFailure === null && copies.damagedBackups === 0) ? null : (
          <CopyBanner copies={copies} />
        )}
      </Suspense>
      <div className="grid-home">
        <TaskList home={home.data}>
          {isTeam || copies.choice !== 'unasked' ? null : (
            <Suspense>
              <CopyLine />
            </Suspense>
          )}
        </TaskList>
        <div className="home-beside">
          <Suspense fallback={<Skeleton lines={4} />}>
            <BesideTasks today={home.data.today} />
          </Suspense>
          <OpenMeetings home={home.data} />
        </div>
      </div>
    </div>
  )
}

function OpenMeetings({ home }: { home: Output<'home.get'> }) {
  return (
    <section>
      <div className="sec-head">
        <h2 className="h2">{homeText.open}</h2>
        <a href={href('meetings')}>{placeText.meetings}</a>
      </div>
      {home.open.length === 0 ? (
        <p className="quiet">{homeText.noneOpen}</p>
      ) : (
        <ul className="list whole-lines">
          {home.open.slice(0, 6).map((row) => (
            <li key={row.id}>
              <MeetingStateIcon row={row} />
              <div className="grow">
                <a className="cut" href={meetingHref(row)}>
                  {row.number === null ? meetingText.unnumbered : meetingText.numbered(row.number)}
                </a>
                <div className="mute small">
                  {formatShortDate(row.date, true)} · {standingWords(row)}
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const { newMeeting, importFile, help } = frameActs.acts
const hints = keyHints([newMeeting, importFile, help])

function copyWords(at: string | null): string | null {
  if (at === null) return null
  const when = new Date(at)
  const day = civilDate(when)
  const hour = formatTime(clockTime(when))
  return homeText.copiedAt(`${formatShortDate(day)}, ${hour}`)
}

function useHomeStatus(home: Output<'home.get'> | undefined): void {
  const today = home === undefined ? null : formatDate(home.today)
  const left = [
    home?.isEmpty === true ? homeText.noMeeting : today === null ? null : withCapital(today),
    copyWords(home?.copies.lastCopyAt ?? null),
  ]
  useStatusLine(
    left.filter((words) => words !== null),
    hints,
  )
}
