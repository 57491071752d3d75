import BadgeCheck from 'lucide-react/icons/badge-check'
import CircleCheck from 'lucide-react/icons/circle-check'
import Clock from 'lucide-react/icons/clock'
import FileCheck from 'lucide-react/icons/file-check'
import ListOrdered from 'lucide-react/icons/list-ordered'
import PenLine from 'lucide-react/icons/pen-line'
import Plus from 'lucide-react/icons/plus'
import Send from 'lucide-react/icons/send'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { lazy, Suspense, useContext, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { AgendaStatus, AgendaView } from '../../../electron/contract/agenda.ts'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { keyHints } from '../../acts/act.ts'
import { useActs } from '../../acts/use-acts.ts'
import { errorSentence } from '../../api/api-error.ts'
import { setImportStart } from '../../api/import-start.ts'
import { showToast, showUndoToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { agendaText } from '../../text/agenda.ts'
import { stateWords, versionsText as text } from '../../text/agenda-versions.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EditingOff } from '../../ui/editing.ts'
import { HeadActs } from '../../ui/HeadActs.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { DocumentPreview, SaveDocument } from '../documents/index.ts'
import { AgendaReturns, useReturned, useReturnedDrop } from '../minutes/index.ts'
import { AgendaActs } from './AgendaActs.tsx'
import { AgendaTree } from './AgendaTree.tsx'
import { CarryOverBanner } from './carry-over/CarryOverBanner.tsx'
import { CarryOverPane } from './carry-over/CarryOverPane.tsx'
import { CARRY_OVER } from './carry-over/place.ts'
import { asked } from './carry-over/use-carry-over.ts'
import { ItemInspector } from './ItemInspector.tsx'
import { NewItem } from './NewItem.tsx'
import { NotSaved } from './NotSaved.tsx'
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
const hints = keyHints([addBelow, rename, up, indent, longer, shorter])

function useAgendaStatus({ count, table }: Agenda, status: AgendaStatus | undefined): void {
  const left = [agendaText.total(count, table.totalMinutes)]
  if (table.overrunMinutes > 0) left.push(agendaText.tooLong(table.overrunMinutes))
  if (status !== undefined) left.push(stateWords(status))
  useStatusLine(left, hints)
}

const VersionPreview = lazy(() =>
  import('./VersionPreview.tsx').then((module) => ({ default: module.VersionPreview })),
)

/** The papers that tell an agenda. */
type Shown = 'timedAgenda' | 'agenda' | 'agendaChanges' | 'runningOrder'

function PreviewPane(props: {
  meetingId: string
  form: Shown
  hasChanges: boolean
  onForm: (form: Shown) => void
  onClose: () => void
}) {
  const forms: readonly Shown[] = props.hasChanges
    ? ['timedAgenda', 'agenda', 'agendaChanges', 'runningOrder']
    : ['timedAgenda', 'agenda', 'runningOrder']
  return (
    <Inspector title={agendaText.preview} onClose={props.onClose}>
      <div className="agenda-forms">
        <Segments
          label={text.previewForm}
          value={props.form}
          choices={forms.map((value) => ({ value, label: text.forms[value] }))}
          onChange={props.onForm}
        />
      </div>
      <Suspense fallback={<Skeleton />}>
        <DocumentPreview key={props.form} subject={{ kind: props.form, meetingId: props.meetingId }} />
      </Suspense>
    </Inspector>
  )
}

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

/** In place of the inspector. */
type Side =
  | { type: 'preview'; form: Shown }
  | { type: 'versions' | 'returns' | 'carryOver' }
  | { type: 'version'; id: string }

export function AgendaScreen(props: { view: AgendaView; meeting: Meeting; focusId: string | null }) {
  const { id: meetingId, date, startTime, endTime } = props.meeting
  const { store, state } = useAgendaStore(props.view)
  const attachments = useQuery('attachments.list', { meetingId })
  const status = useQuery('agenda.status', { meetingId }).data
  const hours = useMemo(() => ({ date, startTime, endTime }), [date, startTime, endTime])
  const carriedOver = useQuery('carryOver.list', { meetingId }).data
  const [said, announce] = useState('')
  const isCarryOver = props.focusId === CARRY_OVER
  const [side, setSide] = useState<Side | null>(isCarryOver ? { type: 'carryOver' } : null)
  const workspace = useAgendaWorkspace(
    store,
    state,
    hours,
    attachments.data ?? [],
    isCarryOver ? null : props.focusId,
    announce,
    useContext(EditingOff),
  )
  const { agenda, chosenId, choose } = workspace
  useAgendaStatus(agenda, status)
  // Choosing an item asks for its inspector; a page that is being looked at stays.
  useEffect(() => {
    const yields = (shown: Side | null) =>
      shown?.type === 'versions' || shown?.type === 'returns' || shown?.type === 'carryOver'
    if (chosenId !== null) setSide((shown) => (yields(shown) ? null : shown))
  }, [chosenId])
  // The row is marked at once; its many fields follow when there is time, so that arrows held down stay fluid.
  const inspectedId = useDeferredValue(chosenId)
  const inspected = inspectedId === null ? undefined : agenda.byId.get(inspectedId)
  const isEmpty = agenda.rows.length === 0
  // Nothing is submitted nor published any more of a meeting that took place, or that will not.
  const isOver = props.meeting.state === 'held' || props.meeting.state === 'cancelled'
  const isReading = side?.type === 'preview' || side?.type === 'version'
  // A paper that is not ours is somebody's own agenda: it is reviewed beside this one.
  const returned = useReturned(meetingId, 'agenda', (file) => {
    setImportStart({ type: 'file', file })
    navigate(href('importReview', {}, meetingId))
  })
  const openCarryOver = () => {
    choose(null)
    setSide({ type: 'carryOver' })
  }
  useEffect(() => {
    if (isCarryOver) setSide({ type: 'carryOver' })
  }, [isCarryOver])
  const openReturns = () => {
    choose(null)
    setSide({ type: 'returns' })
  }
  // On an agenda that says nothing yet, a file is one to import.
  useReturnedDrop(
    isEmpty
      ? null
      : (files) => {
          openReturns()
          returned.read(files)
        },
  )

  const preview = async (form: Shown) => {
    // The preview shows what is stored: what is being typed goes first.
    await store.settle()
    setSide({ type: 'preview', form })
  }
  const openVersions = () => {
    choose(null)
    setSide({ type: 'versions' })
  }
  const acts = useActs(screenActs, {
    workspace,
    meetingId,
    carriedOver: asked(carriedOver).length,
    preview: () => void preview('timedAgenda'),
    toggle: (wanted) => {
      if (side?.type === wanted) return setSide(null)
      choose(null)
      setSide({ type: wanted })
    },
  })
  return (
    <WorkspaceContext value={workspace}>
      <HeadActs>
        {side?.type === 'preview' ? (
          <SaveDocument key={side.form} subject={{ kind: side.form, meetingId }} />
        ) : (
          <>
            {status === undefined || (isOver && status.versions.length === 0) ? null : (
              <StateBadge status={status} />
            )}
            <ActButton act={acts.preview} look={isOver ? 'primary' : 'plain'} />
            {status === undefined || isOver ? null : (
              <AgendaActs
                status={status}
                isEmpty={isEmpty}
                flush={() => store.settle()}
                onPublished={openVersions}
              />
            )}
          </>
        )}
      </HeadActs>
      <div className={isReading ? 'cols previewing' : 'cols'}>
        <section className="pane grow" aria-label={agendaText.region}>
          <div className="toolbar">
            <ActButton act={acts.add} small />
            <ActButton act={acts.addBreak} small />
            <ActButton act={acts.import} small />
            <ActButton act={acts.versions} small pressed={side?.type === 'versions'} />
            <ActButton act={acts.carryOver} small pressed={side?.type === 'carryOver'} />
            <ActButton act={acts.returns} small pressed={side?.type === 'returns'} />
            <Fit />
          </div>
          <NotSaved store={store} state={state} />
          {status === undefined || isEmpty ? null : <MissingApprovals status={status} />}
          {side?.type === 'carryOver' ? null : (
            <CarryOverBanner many={asked(carriedOver).length} onOpen={openCarryOver} />
          )}
          <TimeBand />
          {isEmpty ? <EmptyAgenda meetingId={meetingId} /> : <AgendaTree />}
          <NewItem store={store} onAdded={choose} />
          <div className="visually-hidden" role="status">
            {said}
          </div>
        </section>
        {side?.type === 'preview' ? (
          <PreviewPane
            meetingId={meetingId}
            form={side.form}
            hasChanges={status !== undefined && status.compared !== null}
            onForm={(form) => setSide({ type: 'preview', form })}
            onClose={() => setSide(null)}
          />
        ) : side?.type === 'version' ? (
          <VersionPane id={side.id} versions={status?.versions ?? []} onClose={openVersions} />
        ) : side?.type === 'versions' && status !== undefined ? (
          <VersionsPane
            status={status}
            onOpenVersion={(id) => setSide({ type: 'version', id })}
            onPreviewChanges={() => void preview('agendaChanges')}
            onChoose={choose}
            onClose={() => setSide(null)}
          />
        ) : side?.type === 'carryOver' ? (
          <CarryOverPane meeting={props.meeting} onClose={() => setSide(null)} />
        ) : side?.type === 'returns' ? (
          <AgendaReturns
            meetingId={meetingId}
            items={props.view.items}
            itemId={chosenId}
            returned={returned}
            onClose={() => setSide(null)}
          />
        ) : inspected === undefined ? null : (
          <ItemInspector key={state.givenUp} row={inspected} />
        )}
      </div>
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
    onSuccess: () => void showUndoToast(done),
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
  if (many === 0) return null
  return (
    <div className="agenda-banners">
      <Banner
        acts={
          <Button small icon={Plus} onPress={() => apply.mutate({ meetingId })}>
            {text.addApprovals(many)}
          </Button>
        }
      >
        {text.missingApprovals(many)}
      </Banner>
    </div>
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
