import { lazy, Suspense } from 'react'
import { useQuery } from '../../api/use-query.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { DataPlaceBanner } from '../backups/index.ts'
import { CopyBanner } from './CopyBanner.tsx'
import { NextMeeting } from './NextMeeting.tsx'
import { OpenMeetings } from './OpenMeetings.tsx'
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
      <div className="g-home">
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
