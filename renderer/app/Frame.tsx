import {
  type ComponentType,
  type FunctionComponent,
  type ReactNode,
  Suspense,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { ErrorCode } from '../../electron/contract/errors.ts'
import { useActs } from '../acts/use-acts.ts'
import { type ApiError, errorCode, loadSentences } from '../api/api-error.ts'
import { isAnswerAwaited, onEvent, watchCalls } from '../api/client.ts'
import { useDeskChoice } from '../api/desk-choices.ts'
import { useQuery } from '../api/use-query.ts'
import { frameText } from '../text/frame.ts'
import { Banner } from '../ui/Banner.tsx'
import { EditingOff } from '../ui/editing.ts'
import { leaveFieldOnEscape } from '../ui/leave-field.ts'
import { NoticePlace } from '../ui/Noticed.tsx'
import { giveScreenFocus } from '../ui/no-focus.ts'
import { part } from '../ui/part.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StatusLine } from '../ui/StatusLine.tsx'
import { followTouched } from '../ui/typing.ts'
import { ONE_COLUMN, useWidthWithin } from '../ui/window-width.ts'
import { FromTop } from './FromTop.tsx'
import { commonKeys, frameActs, useMenu } from './frame-acts.ts'
import { ahead, later } from './later.ts'
import { usePlace } from './location.ts'
import type { Place } from './paths.ts'
import { useReadOnlyMark, useReadOnlyReason } from './ReadOnly.tsx'
import { noteOpened } from './recent.ts'
import { routes } from './routes.ts'
import { ScreenBoundary } from './ScreenBoundary.tsx'
import { Sidebar } from './Sidebar.tsx'
import { TitleBar } from './TitleBar.tsx'
import { Mates, useMates, useTeam } from './team.ts'

const closed: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'data-damaged',
  'data-missing',
  'data-moved',
  'data-place-unsure',
  'data-newer',
  'data-in-use',
  'data-read-only',
  'disk-failing',
  'disk-full',
  'team-away',
  'team-certificate',
  'team-crowded',
  'team-file-refused',
  'team-incomplete',
  'team-missing',
  'team-not-allowed',
  'team-older',
  'team-password-needed',
  'team-password-wrong',
])

/** Why the data could not be opened, and how to try again; null when they are open. */
function useClosedData(): { error: ApiError; retry: () => void } | null {
  const { error, refetch } = useQuery('home.get', {})
  return error === null || !closed.has(errorCode(error)) ? null : { error, retry: () => void refetch() }
}

/** Why nothing can be stored, whoever has the right to write; null when it can. */
function useNothingStored(): string | null {
  const closedData = useClosedData()
  const damage = useQuery('recovery.damage', {})
  if (closedData !== null) return frameText.noData
  return damage.data?.data == null ? null : frameText.damaged
}

/** Up to this width a meeting's screens need the room of the sidebar's words. */
const NARROW = 1340

type Cover = 'palette' | 'help' | 'new-meeting' | 'messages' | 'find'
type CoverProps = { onClose: () => void }
type Parts = Readonly<Record<Cover, ComponentType<CoverProps>>>

/** The first screen comes before. */
const AFTER_START_MS = 300

async function loadParts(): Promise<Parts> {
  const [{ Palette }, { HelpDialog }, { NewMeetingDialog }, { MessagesDialog }, { FindBar }] =
    await Promise.all([
      import('../features/home/search/Palette.tsx'),
      import('../features/help/HelpDialog.tsx'),
      import('../features/meetings/NewMeetingDialog.tsx'),
      import('./MessagesDialog.tsx'),
      import('./find/FindBar.tsx'),
      loadSentences(),
    ])
  return {
    palette: Palette,
    help: HelpDialog,
    'new-meeting': NewMeetingDialog,
    messages: MessagesDialog,
    find: FindBar,
  }
}

/**
 * Loaded shortly after the start, and shown in the very step in which a key asks: people type on right after it, and those
 * letters would be lost while it is fetched.
 */
function Covers({ cover, ...props }: CoverProps & { cover: Cover | null }) {
  const [parts, setParts] = useState<Parts | null>(null)
  const [failure, setFailure] = useState<{ thrown: unknown } | null>(null)
  const isAsked = cover !== null
  useEffect(() => {
    if (parts !== null) return
    const load = () =>
      loadParts().then(
        (loaded) => {
          setParts(loaded)
          setFailure(null)
        },
        // A part that could not be fetched unasked is asked for again by the key.
        (thrown: unknown) => (isAsked ? setFailure({ thrown }) : undefined),
      )
    const timer = setTimeout(() => void load(), isAsked ? 0 : AFTER_START_MS)
    return () => clearTimeout(timer)
  }, [parts, isAsked])
  if (cover === null) return null
  const Part = parts?.[cover]
  return (
    <ScreenBoundary key={cover}>
      {failure === null ? null : <Failed thrown={failure.thrown} />}
      {Part === undefined ? null : <Part {...props} />}
    </ScreenBoundary>
  )
}

/** Leaves it to the boundary above to say so. */
function Failed({ thrown }: { thrown: unknown }): null {
  throw thrown
}

const meetingFrame = ahead(() => import('../features/meetings/MeetingFrame.tsx').then((m) => m.MeetingFrame))
const settingsFrame = later(() =>
  import('../features/settings/SettingsFrame.tsx').then((m) => m.SettingsFrame),
)
const RecoveryPage = part(() =>
  import('../features/backups/recovery/RecoveryPage.tsx').then((m) => m.RecoveryPage),
)
const BesideScreen = part(() => import('./BesideScreen.tsx').then((m) => m.BesideScreen))
const ReadOnlyBanner = part(() => import('./ReadOnlyBanner.tsx').then((m) => m.ReadOnlyBanner))
const DataBanners = part(() => import('./DataBanners.tsx').then((m) => m.DataBanners))
const TeamBanner = part(() => import('./TeamBanner.tsx').then((m) => m.TeamBanner))
const TeamClosed = part(() => import('../features/team/TeamClosed.tsx').then((m) => m.TeamClosed))
export function Frame() {
  const place = usePlace()
  const route = routes[place.id]
  const mark = useReadOnlyMark()
  const isClosed = useClosedData() !== null
  const nothingStored = useNothingStored()
  const readOnly = useReadOnlyReason()
  const reason = nothingStored ?? readOnly
  const [folded, setFolded] = useState(false)
  const [unfoldedOnRail, setUnfoldedOnRail] = useState(false)
  const [cover, setCover] = useState<Cover | null>(null)
  const covers = coversOf(setCover)
  const acts = useActs(frameActs, covers, reason)
  const team = useTeam()
  const mates = useMates(place, route.screen)
  useMenu(acts)
  useEffect(() => {
    document.title = `${route.title} – ${frameText.product}${mark === null ? '' : ` – ${mark}`}`
  }, [route.title, mark])
  useEffect(() => noteOpened(place), [place])
  useFocusGiven(place, cover)
  useEffect(() => leaveFieldOnEscape(window), [])
  useEffect(() => followTouched(window), [])
  const isNarrow = useWidthWithin(NARROW)
  const isOneColumn = useWidthWithin(ONE_COLUMN)
  const sidebar = useDeskChoice('sidebar')
  const isRailed =
    sidebar === 'repliee' || (sidebar === 'place' && (route.rail || (isNarrow && route.tab !== null)))
  const rail = isOneColumn || (isRailed ? !unfoldedOnRail : folded)
  const close = () => setCover(null)
  return (
    <Mates value={mates}>
      <div className={rail ? 'app rail' : 'app'}>
        <TitleBar
          rail={rail}
          onToggleSidebar={isOneColumn ? null : () => (isRailed ? setUnfoldedOnRail(rail) : setFolded(!rail))}
          acts={acts}
          isStored={nothingStored === null}
        />
        <Sidebar place={place} onHelp={acts.help.run} />
        <main className="main" id="main" tabIndex={-1} data-read-only={readOnly === null ? undefined : true}>
          <CoreLost />
          <AfterStart>
            <DataBanners place={place} />
          </AfterStart>
          {readOnly === null || team !== null ? null : (
            <Suspense>
              <ReadOnlyBanner reason={readOnly} place={place} />
            </Suspense>
          )}
          {team?.awaySince == null ? null : (
            <Suspense>
              <TeamBanner />
            </Suspense>
          )}
          <EditingOff value={place.id === 'handOver' || isClosed ? null : reason}>
            <Screen place={place} />
          </EditingOff>
          <NoticePlace />
        </main>
        <StatusLine commonKeys={commonKeys} />
        <WhenIdle>
          <BesideScreen {...covers} isTeam={team !== null} off={reason} />
        </WhenIdle>
        <p className="visually-hidden" role="status">
          {route.title}
        </p>
        <Covers cover={cover} onClose={close} />
      </div>
    </Mates>
  )
}

/** What had the focus went with its screen or its layer. */
function useFocusGiven(place: Place, cover: Cover | null): void {
  const shown = useRef({ place, cover })
  useEffect(() => {
    if (shown.current.place === place && shown.current.cover === cover) return
    shown.current = { place, cover }
    return giveScreenFocus()
  }, [place, cover])
}

function coversOf(show: (cover: Cover) => void) {
  return {
    search: () => show('palette'),
    help: () => show('help'),
    messages: () => show('messages'),
    find: () => show('find'),
    newMeeting: () => show('new-meeting'),
  }
}

function Screen({ place }: { place: Place }) {
  const closed = useClosedData()
  if (closed !== null) {
    return (
      <Suspense fallback={<Skeleton />}>
        <ScreenBoundary>
          <Closed {...closed} />
          <ReadyMark />
        </ScreenBoundary>
      </Suspense>
    )
  }
  const { screen } = routes[place.id]
  return (
    // One lasting Suspense: a new one for each screen would show its grey lines, and React would keep them for 300 ms.
    <Suspense fallback={<Skeleton />}>
      <ScreenBoundary key={`${screen} ${place.params.meetingId ?? ''}`}>
        <FromTop />
        <Framed place={place} />
        <ReadyMark />
      </ScreenBoundary>
    </Suspense>
  )
}

/** What mends the data of a desk is no help where it is the base of a team that is not open, whatever the reason. */
function Closed({ error, retry }: { error: ApiError; retry: () => void }) {
  const team = useQuery('team.get', {})
  const code = errorCode(error)
  if (code.startsWith('team-')) return <TeamClosed error={error} onRetry={retry} />
  if (team.isPending) return <Skeleton />
  // Which folder it is, and whether it has a team, is not known then.
  if (team.data?.member == null || code === 'data-place-unsure')
    return <RecoveryPage error={error} onRetry={retry} />
  return <TeamClosed error={error} onRetry={retry} />
}

/** A screen in the frame that it shares with its neighbours. */
function Framed({ place }: { place: Place }) {
  const route = routes[place.id]
  const { meetingId } = place.params
  const [MeetingFrame] = useState(meetingFrame)
  const [SettingsFrame] = useState(settingsFrame)
  const page = <Page key={JSON.stringify(place.params)} place={place} />
  if (route.tab !== null && meetingId !== undefined)
    return (
      <MeetingFrame meetingId={meetingId} place={place.id} tab={route.tab}>
        {page}
      </MeetingFrame>
    )
  return route.screen === 'settings' ? <SettingsFrame place={place}>{page}</SettingsFrame> : page
}

function Page({ place }: { place: Place }) {
  // Every screen takes its own parameters; the table ties each to its path, which this place was read from.
  const page = routes[place.id].page as () => FunctionComponent<Record<string, string | null>>
  // The one that is shown goes on where several addresses are its own.
  const Shown = useMemo(page, [page])
  return <Shown {...place.params} place={place.id} focusId={place.focusId} />
}

/** What the first screen does without, and keys and drops want soon: loaded while the window waits for the core. */
function WhenIdle({ children }: { children: ReactNode }) {
  const [isIdle, setIsIdle] = useState(false)
  useEffect(() => {
    const asked = requestIdleCallback(() => setIsIdle(true))
    return () => cancelIdleCallback(asked)
  }, [])
  return isIdle ? <Suspense>{children}</Suspense> : null
}

/** What is neither asked nor loaded before the first screen is shown. */
function AfterStart({ children }: { children: ReactNode }) {
  const [isShown, setIsShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), AFTER_START_MS)
    return () => clearTimeout(timer)
  }, [])
  return isShown ? <Suspense>{children}</Suspense> : null
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

// Tells whoever watches the page (a measure, a test, an assistive tool) that the screen shows its data.
/** Rendered beside the screen: set on the second frame after the core answered its last call, taken away by the next one. */
function ReadyMark() {
  const isWaiting = useSyncExternalStore(watchCalls, isAnswerAwaited)
  // A layout effect: those of a screen still hidden, because a part of it is being loaded, do not run.
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    if (isWaiting) {
      dataset.appState = 'waiting'
      return
    }
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        dataset.appState = 'ready'
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [isWaiting])
  return null
}
