import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useActs } from '../acts/use-acts.ts'
import { onEvent } from '../api/client.ts'
import { useQuery } from '../api/use-query.ts'
import { frameText } from '../text/frame.ts'
import { Banner } from '../ui/Banner.tsx'
import { EditingOff } from '../ui/editing.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StatusLine } from '../ui/StatusLine.tsx'
import { Toasts } from '../ui/Toasts.tsx'
import { type Cover, Covers } from './Covers.tsx'
import { isClosedData } from './closed-data.ts'
import { DamageBanner } from './Damage.tsx'
import { DropZone } from './DropZone.tsx'
import { commonKeys, frameActs, obeyMenu, placeActs } from './frame-acts.ts'
import { usePlace } from './location.ts'
import type { Place } from './paths.ts'
import { ReadOnlyBanner, useReadOnlyMark, useReadOnlyReason } from './ReadOnly.tsx'
import { ReadyMark } from './ReadyMark.tsx'
import { routes } from './routes.ts'
import { ScreenBoundary } from './ScreenBoundary.tsx'
import { Sidebar } from './Sidebar.tsx'
import { TitleBar } from './TitleBar.tsx'

const MeetingFrame = lazy(() =>
  import('../features/meetings/MeetingFrame.tsx').then((m) => ({ default: m.MeetingFrame })),
)
const RecoveryPage = lazy(() =>
  import('../features/backups/recovery/RecoveryPage.tsx').then((m) => ({ default: m.RecoveryPage })),
)
export function Frame() {
  const place = usePlace()
  const route = routes[place.id]
  const mark = useReadOnlyMark()
  const reason = useReadOnlyReason()
  const [folded, setFolded] = useState(false)
  const [unfoldedOnRail, setUnfoldedOnRail] = useState(false)
  const [cover, setCover] = useState<Cover | null>(null)
  const acts = useActs(frameActs, coversOf(setCover), reason)
  useActs(placeActs, null)
  const latest = useRef(acts)
  latest.current = acts
  useEffect(
    () =>
      onEvent((event) => {
        if (event.topic === 'menu') obeyMenu(event.command, latest.current)
      }),
    [],
  )
  useEffect(() => {
    document.title = `${route.title} – ${frameText.product}${mark === null ? '' : ` – ${mark}`}`
  }, [route.title, mark])
  const rail = route.rail ? !unfoldedOnRail : folded
  const close = () => setCover(null)
  return (
    <div className={rail ? 'app rail' : 'app'}>
      <TitleBar
        place={place}
        rail={rail}
        onToggleSidebar={() => (route.rail ? setUnfoldedOnRail(rail) : setFolded(!rail))}
        acts={acts}
      />
      <Sidebar place={place} onHelp={acts.help.run} />
      <main className="main" id="main" tabIndex={-1} data-read-only={reason === null ? undefined : true}>
        <CoreLost />
        <DamageBanner place={place} />
        <ReadOnlyBanner place={place} />
        <EditingOff value={place.id === 'handOver' ? null : reason}>
          <Screen place={place} />
        </EditingOff>
      </main>
      <StatusLine commonKeys={commonKeys} />
      <Toasts />
      <DropZone />
      <p className="sr" role="status">
        {route.title}
      </p>
      <Covers cover={cover} onClose={close} />
    </div>
  )
}

function coversOf(show: (cover: Cover) => void) {
  return {
    search: () => show('palette'),
    help: () => show('shortcuts'),
    newMeeting: () => show('new-meeting'),
  }
}

function Screen({ place }: { place: Place }) {
  const home = useQuery('home.get', {})
  if (home.error !== null && isClosedData(home.error)) {
    return (
      <Suspense fallback={<Skeleton />}>
        <RecoveryPage error={home.error} onRetry={() => void home.refetch()} />
        <ReadyMark />
      </Suspense>
    )
  }
  const route = routes[place.id]
  // Every screen takes its own parameters; the table ties each to its path, which this place was read from.
  const Page = route.Page as React.ComponentType<Record<string, string | null>>
  const page = <Page key={JSON.stringify(place.params)} {...place.params} focusId={place.focusId} />
  const meetingId = place.params.meetingId
  return (
    // One lasting Suspense: a new one for each screen would show its grey lines, and React would keep them for 300 ms.
    <Suspense fallback={<Skeleton />}>
      <ScreenBoundary key={`${place.id} ${meetingId ?? ''}`}>
        {route.tab && meetingId !== undefined ? (
          <MeetingFrame meetingId={meetingId} current={place.id}>
            {page}
          </MeetingFrame>
        ) : (
          page
        )}
        <ReadyMark />
      </ScreenBoundary>
    </Suspense>
  )
}

/** Says that the core stopped, until it is back: what is typed stays and is sent again. */
function CoreLost() {
  const [lost, setLost] = useState(false)
  useEffect(
    () =>
      onEvent((event) => {
        if (event.topic === 'core') setLost(event.state === 'lost')
      }),
    [],
  )
  if (!lost) return null
  return (
    <div className="core-lost">
      <Banner tone="warn">{frameText.coreLost}</Banner>
    </div>
  )
}
