import { lazy, Suspense } from 'react'
import { errorSentences } from '../../../electron/contract/error-sentences.ts'
import type { Output } from '../../../electron/contract/index.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { href } from '../../app/paths.ts'
import { backupsText } from '../../text/backups.ts'
import { homeText } from '../../text/home.ts'
import { meetingText } from '../../text/meeting.ts'
import { placeText } from '../../text/place.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { DataPlaceBanner } from '../backups/index.ts'
import { MeetingStateIcon, meetingHref, meetingStateWords } from '../meetings/index.ts'
import { NextMeeting } from './NextMeeting.tsx'
import { TaskList } from './TaskList.tsx'
import { useHomeStatus } from './use-home-status.ts'

/** Not of the first chunk: the tasks are shown before it is asked for. */
const BesideTasks = lazy(() => import('./BesideTasks.tsx').then((m) => ({ default: m.BesideTasks })))
const FirstStart = lazy(() => import('./FirstStart.tsx').then((m) => ({ default: m.FirstStart })))

export function HomePage(_: { focusId: string | null }) {
  const home = useQuery('home.get', {})
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
  return (
    <div className="scroll">
      <NextMeeting home={home.data} />
      <Suspense fallback={null}>
        <DataPlaceBanner />
      </Suspense>
      <CopyBanner copies={home.data.copies} />
      <div className="grid-home">
        <TaskList home={home.data} />
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

function CopyBanner({ copies }: { copies: Output<'settings.copies'> }) {
  const choose = useWrite('settings.chooseCopyFolder')
  const decline = useWrite('settings.declineCopyFolder')
  const error = choose.error ?? decline.error
  const asks = copies.choice === 'unasked'
  if (!asks && copies.lastFailure === null && copies.damagedBackups === 0 && error === null) return null
  const chooseButton = (
    <Button small onPress={() => choose.mutate({})}>
      {homeText.copyChoose}
    </Button>
  )
  return (
    <div className="home-banner stack">
      {error === null ? null : <ErrorBanner error={error} />}
      {asks ? (
        <Banner
          acts={
            <>
              {chooseButton}
              <Button small look="ghost" onPress={() => decline.mutate({})}>
                {homeText.copyLater}
              </Button>
            </>
          }
        >
          {homeText.copyAsk}
        </Banner>
      ) : copies.lastFailure === null ? null : (
        <Banner tone="warn" acts={chooseButton}>
          {homeText.copyFailed(copies.folderName)} {errorSentences[copies.lastFailure]}
        </Banner>
      )}
      {copies.damagedBackups === 0 ? null : (
        <Banner tone="warn" acts={<a href={href('backups')}>{backupsText.openPage}</a>}>
          {backupsText.damagedBanner(copies.damagedBackups)}
        </Banner>
      )}
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
                  {formatShortDate(row.date, true)} · {meetingStateWords(row)}
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
