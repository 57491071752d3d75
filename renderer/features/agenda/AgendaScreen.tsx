import BadgeCheck from 'lucide-react/icons/badge-check'
import CircleCheck from 'lucide-react/icons/circle-check'
import Clock from 'lucide-react/icons/clock'
import FileCheck from 'lucide-react/icons/file-check'
import ListOrdered from 'lucide-react/icons/list-ordered'
import PenLine from 'lucide-react/icons/pen-line'
import Plus from 'lucide-react/icons/plus'
import Send from 'lucide-react/icons/send'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { Suspense, useContext, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { AgendaStatus, AgendaView } from '../../../electron/contract/agenda.ts'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { isAhead } from '../../../electron/domain/meetings/opened.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { ActMenu } from '../../acts/ActMenu.tsx'
import { keyHints } from '../../acts/act.ts'
import { capsOf, parseKey } from '../../acts/keys.ts'
import { useMoreActs } from '../../acts/more-acts.ts'
import { useActs } from '../../acts/use-acts.ts'
import { errorSentence } from '../../api/api-error.ts'
import { useArrived } from '../../api/arrivals.ts'
import { setImportStart } from '../../api/import-start.ts'
import { showToast, showUndoToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { CARRY_OVER } from '../../parts/carry-over-place.ts'
import { faceKey } from '../../parts/FacesPane.tsx'
import { ListAndPane } from '../../parts/ListAndPane.tsx'
import { agendaText } from '../../text/agenda.ts'
import { stateWords, versionsText as text } from '../../text/agenda-versions.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EditingOff } from '../../ui/editing.ts'
import { HeadActs, HeadBadge } from '../../ui/HeadActs.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { part } from '../../ui/part.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { type KeyHint, useStatusLine } from '../../ui/status.ts'
import { AttachmentsPage, PrintedDocument, useSaving } from '../documents/index.ts'
import { BackPlanning } from '../meetings/index.ts'
import { AgendaReturns, useReturned } from '../minutes/index.ts'
import { AgendaActs } from './AgendaActs.tsx'
import { AgendaFaces, PlainFace, Unlocked } from './AgendaFaces.tsx'
import { AgendaTree } from './AgendaTree.tsx'
import { CarryOverPane } from './carry-over/CarryOverPane.tsx'
import { asked } from './carry-over/use-carry-over.ts'
import { type Face, faceActs, faceHref, faces } from './face-acts.ts'
import { ItemInspector } from './ItemInspector.tsx'
import { NewItem } from './NewItem.tsx'
import { NotSaved } from './NotSaved.tsx'
import { type Form, PageFace } from './PageFace.tsx'
import { rowActs } from './row-acts.ts'
import type { Agenda } from './rows.ts'
import { SaveVersion } from './SaveVersion.tsx'
import { screenActs } from './screen-acts.ts'
import { TimeBand } from './TimeBand.tsx'
import { useAgendaStore } from './use-agenda-store.ts'
import { useAgendaWorkspace } from './use-workspace.ts'
import { VersionsPane } from './VersionsPane.tsx'
import { useWorkspace, WorkspaceContext } from './workspace.ts'

const { addBelow, rename, up, indent, longer, shorter } = rowActs.acts
const itemHints = keyHints([addBelow, rename, up, indent, longer, shorter])
/** Of the plan of the month, whose tasks are ticked. */
const planHints: readonly KeyHint[] = [
  { keys: capsOf(parseKey('Space')), label: agendaText.faces.tick },
  { keys: capsOf({ ...parseKey(faceKey(1)), name: `1…${faces.length}` }), label: agendaText.faces.change },
]

/** Not while a face says its own. */
function useAgendaStatus(agenda: Agenda | null, status: AgendaStatus | undefined, face: Face): void {
  const left: string[] = []
  if (agenda !== null) {
    const { count, table } = agenda
    left.push(agendaText.total(count, table.totalMinutes))
    if (table.overrunMinutes > 0) left.push(agendaText.tooLong(table.overrunMinutes))
    if (status !== undefined) left.push(stateWords(status))
  }
  useStatusLine(agenda === null ? null : left, face === 'preparation' ? planHints : itemHints)
}

const VersionPreview = part(() => import('./VersionPreview.tsx').then((m) => m.VersionPreview))

function VersionPane(props: { id: string; versions: AgendaStatus['versions']; onClose: () => void }) {
  const version = props.versions.find((one) => one.id === props.id)
  return (
    <Inspector
      title={version === undefined ? text.pane : text.version(version.number)}
      acts={version === undefined ? null : <SaveVersion id={version.id} number={version.number} />}
      onClose={props.onClose}
    >
      <Suspense fallback={<Skeleton />}>
        <VersionPreview id={props.id} />
      </Suspense>
    </Inspector>
  )
}

/** Before the faces of the pane at right, as long as an act wants it there. */
type Side = { type: 'versions' | 'returns' | 'carryOver' } | { type: 'version'; id: string }

export function AgendaScreen(props: {
  view: AgendaView
  meeting: Meeting
  face: Face
  focusId: string | null
}) {
  const { face, meeting } = props
  const { id: meetingId, date, startTime, endTime } = meeting
  const { store, state } = useAgendaStore(props.view)
  const attachments = useQuery('attachments.list', { meetingId })
  const awaited = useQuery('attachments.awaited', { meetingId })
  const status = useQuery('agenda.status', { meetingId }).data
  // Nothing is submitted, published, taken up or held to an hour any more of a meeting that has begun, or that will not be.
  const isOver = !isAhead(meeting)
  const hours = useMemo(
    () => ({ date, startTime, endTime: isOver ? null : endTime }),
    [date, startTime, endTime, isOver],
  )
  const carriedOver = useQuery('carryOver.list', { meetingId }).data
  const [said, announce] = useState('')
  const isCarryOver = props.focusId === CARRY_OVER
  const [side, setSide] = useState<Side | null>(isCarryOver ? { type: 'carryOver' } : null)
  const [wanted, setForm] = useState<Form>('timedAgenda')
  const hasChanges = status !== undefined && status.compared !== null
  const form = wanted === 'agendaChanges' && !hasChanges ? 'timedAgenda' : wanted
  const paper = { kind: face === 'agendaPage' ? form : 'timedAgenda', meetingId } as const
  const saving = useSaving(paper)
  const workspace = useAgendaWorkspace(
    store,
    state,
    hours,
    attachments.data ?? [],
    isCarryOver || face !== 'agenda' ? null : props.focusId,
    announce,
    useContext(EditingOff),
  )
  const { agenda, chosenId, choose } = workspace
  useAgendaStatus(face === 'attachments' ? null : agenda, status, face)
  // Choosing an item asks for its fields; a version that is being read stays.
  useEffect(() => {
    if (chosenId !== null) setSide((shown) => (shown?.type === 'version' ? shown : null))
  }, [chosenId])
  // The row is marked at once; its many fields follow when there is time, so that arrows held down stay fluid.
  const inspectedId = useDeferredValue(chosenId)
  const inspected = inspectedId === null ? undefined : agenda.byId.get(inspectedId)
  const isEmpty = agenda.rows.length === 0
  // A paper that is not ours is somebody's own agenda: it is reviewed beside this one.
  const returned = useReturned(meetingId, 'agenda', (file) => {
    setImportStart({ type: 'file', file })
    navigate(href('importReview', {}, meetingId))
  })
  // An address that names a face, or something in it, is asked for it: what covered the former one goes.
  const address = `${face}:${props.focusId}`
  const shownAt = useRef(address)
  useEffect(() => {
    if (isCarryOver) setSide({ type: 'carryOver' })
    else if (shownAt.current !== address) setSide(null)
    shownAt.current = address
  }, [address, isCarryOver])
  const open = (type: 'versions' | 'returns' | 'carryOver') => {
    choose(null)
    setSide({ type })
  }
  // On an agenda that says nothing yet, a file is one to import.
  useArrived(
    'returnedAgenda',
    meetingId,
    isEmpty
      ? null
      : (files) => {
          open('returns')
          returned.read(files)
        },
  )
  const uncover = async () => {
    setSide(null)
    // The page shows what is stored: what is being typed goes first.
    await store.settle()
  }
  const { save } = useActs(faceActs, {
    meetingId,
    uncover,
    // The page is of what is stored: what is being typed goes first.
    save: () => void store.settle().then(saving.start),
  })
  const missing = status === undefined || isEmpty ? 0 : status.missingApprovals.length
  const acts = useActs(screenActs, {
    workspace,
    meetingId,
    // What is taken over from old files is still read from them.
    isOver: isOver && meeting.takenOver === null,
    carriedOver: asked(carriedOver).length + missing,
    toggle: (wanted) => (side?.type === wanted ? setSide(null) : open(wanted)),
  })
  useMoreActs([acts.versions, acts.returns, save])
  const close = () => setSide(null)
  const received = awaited.data?.filter(({ attachmentId }) => attachmentId !== null).length ?? 0
  const cover =
    side?.type === 'version' ? (
      <VersionPane id={side.id} versions={status?.versions ?? []} onClose={() => open('versions')} />
    ) : side?.type === 'versions' && status !== undefined ? (
      <VersionsPane
        status={status}
        onOpenVersion={(id) => setSide({ type: 'version', id })}
        onPreviewChanges={() => {
          setForm('agendaChanges')
          void uncover().then(() => navigate(faceHref('agendaPage', meetingId)))
        }}
        onChoose={choose}
        onClose={close}
      />
    ) : side?.type === 'carryOver' ? (
      <CarryOverPane
        meeting={meeting}
        first={status === undefined || missing === 0 ? null : <MissingApprovals status={status} />}
        onClose={close}
      />
    ) : side?.type === 'returns' ? (
      <AgendaReturns
        meetingId={meetingId}
        items={props.view.items}
        itemId={chosenId}
        returned={returned}
        onClose={close}
      />
    ) : null
  const isReading = side?.type === 'version' || (cover === null && face === 'agendaPage')
  return (
    <WorkspaceContext value={workspace}>
      {saving.said}
      {face === 'preparation' ? null : <PrintedDocument subject={paper} />}
      <HeadBadge>
        {status === undefined || (isOver && status.versions.length === 0) ? null : (
          <StateBadge status={status} />
        )}
      </HeadBadge>
      <HeadActs>
        {status === undefined || isOver ? null : (
          <AgendaActs
            status={status}
            isConvened={meeting.state === 'convened'}
            isEmpty={isEmpty}
            flush={() => store.settle()}
            onPublished={() => open('versions')}
          />
        )}
      </HeadActs>
      <ListAndPane
        className={isReading ? 'previewing' : ''}
        asked={side?.type ?? (face === 'agenda' ? null : face)}
        onBack={() => {
          // The address, which comes later, takes the side away itself: the face below it would be asked for in between.
          if (face === 'agenda') setSide(null)
          else navigate(href('agenda', { meetingId }))
        }}
      >
        <section className="pane grow" aria-label={agendaText.region}>
          <div className="toolbar">
            <ActMenu words small icon={Plus} label={agendaText.point} acts={[acts.add, acts.addBreak]} />
            <ActButton act={acts.import} small />
            <ActButton act={acts.carryOver} small pressed={side?.type === 'carryOver'} />
            {isOver ? null : <Fit />}
          </div>
          <NotSaved store={store} state={state} />
          <TimeBand />
          {isEmpty ? <EmptyAgenda meetingId={meetingId} /> : <AgendaTree />}
          <NewItem store={store} onAdded={choose} />
          <div className="visually-hidden" role="status">
            {said}
          </div>
        </section>
        <AgendaFaces
          meetingId={meetingId}
          face={face}
          counts={
            awaited.data === undefined || awaited.data.length === 0
              ? {}
              : { attachments: `${received}/${awaited.data.length}` }
          }
          cover={cover}
          onUncover={() => void uncover()}
        >
          {face === 'preparation' ? (
            <PlainFace face={face}>
              <div className="scroll inspector-body">
                <Unlocked>
                  <BackPlanning meeting={meeting} />
                </Unlocked>
              </div>
            </PlainFace>
          ) : face === 'attachments' ? (
            <PlainFace face={face}>
              <Unlocked>
                <Suspense fallback={<Skeleton />}>
                  <AttachmentsPage meetingId={meetingId} focusId={props.focusId} />
                </Suspense>
              </Unlocked>
            </PlainFace>
          ) : face === 'agendaPage' ? (
            <PageFace meetingId={meetingId} form={form} onForm={setForm} hasChanges={hasChanges} />
          ) : inspected === undefined ? (
            <PlainFace face={face}>
              <p className="quiet faces-none">{agendaText.faces.none}</p>
            </PlainFace>
          ) : (
            <ItemInspector key={state.givenUp} row={inspected} />
          )}
        </AgendaFaces>
      </ListAndPane>
    </WorkspaceContext>
  )
}

function Fit() {
  const { planned, table, rows } = useWorkspace().agenda
  if (planned === null || rows.length === 0) return null
  const left = planned - table.end
  return (
    <span className="agenda-fit">
      {table.overrunMinutes > 0 ? (
        <Badge icon={TriangleAlert} tone="bad">
          {agendaText.over(table.overrunMinutes)}
        </Badge>
      ) : left > 0 ? (
        <Badge icon={Clock} tone="line">
          {agendaText.left(left)}
        </Badge>
      ) : (
        <Badge icon={CircleCheck} tone="ok">
          {agendaText.exact}
        </Badge>
      )}
    </span>
  )
}

function useTemplate(done: string) {
  return useWrite('agenda.applyTemplate', {
    onSuccess: () => showUndoToast(done),
    onError: (error) => showToast(errorSentence(error)),
  })
}

function EmptyAgenda({ meetingId }: { meetingId: string }) {
  const apply = useTemplate(text.templateLaid)
  return (
    <EmptyState
      icon={ListOrdered}
      title={agendaText.emptyTitle}
      act={
        <Button icon={Plus} onPress={() => apply.mutate({ meetingId })}>
          {text.fromTemplate}
        </Button>
      }
    >
      {agendaText.emptyWords}
    </EmptyState>
  )
}

function MissingApprovals({ status }: { status: AgendaStatus }) {
  const { meetingId, missingApprovals } = status
  const apply = useTemplate(text.approvalsAdded)
  const many = missingApprovals.length
  return (
    <Banner
      acts={
        <Button small icon={Plus} onPress={() => apply.mutate({ meetingId })}>
          {text.addApprovals(many)}
        </Button>
      }
    >
      {text.missingApprovals(many)}
    </Banner>
  )
}

function StateBadge({ status }: { status: AgendaStatus }) {
  const { state, changedSinceValidation } = status
  const words = stateWords(status)
  if (changedSinceValidation)
    return (
      <Badge icon={PenLine} tone="warn">
        {words}
      </Badge>
    )
  if (state === 'draft') return <Badge icon={PenLine}>{words}</Badge>
  if (state === 'submitted')
    return (
      <Badge icon={Send} tone="info">
        {words}
      </Badge>
    )
  return (
    <Badge icon={state === 'validated' ? BadgeCheck : FileCheck} tone="ok">
      {words}
    </Badge>
  )
}
