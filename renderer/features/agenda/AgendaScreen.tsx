import { useContext, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { AgendaView } from '../../../electron/contract/agenda.ts'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { setImportStart } from '../../api/import-start.ts'
import { useQuery } from '../../api/use-query.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { agendaText } from '../../text/agenda.ts'
import { EditingOff } from '../../ui/editing.ts'
import { HeadActs } from '../../ui/HeadActs.tsx'
import { SaveDocument } from '../documents/index.ts'
import { AgendaReturns, useReturned, useReturnedDrop } from '../minutes/index.ts'
import { AgendaActs } from './AgendaActs.tsx'
import { AgendaTree } from './AgendaTree.tsx'
import { CarryOverBanner } from './carry-over/CarryOverBanner.tsx'
import { CarryOverPane } from './carry-over/CarryOverPane.tsx'
import { CARRY_OVER } from './carry-over/place.ts'
import { asked } from './carry-over/use-carry-over.ts'
import { Fit } from './Fit.tsx'
import { EmptyAgenda, MissingApprovals } from './FromTemplate.tsx'
import { ItemInspector } from './ItemInspector.tsx'
import { NewItem } from './NewItem.tsx'
import { NotSaved } from './NotSaved.tsx'
import { PreviewPane, type Shown, VersionPane } from './PreviewPane.tsx'
import { StateBadge } from './StateBadge.tsx'
import { screenActs } from './screen-acts.ts'
import { TimeBand } from './TimeBand.tsx'
import { useAgendaStatus } from './use-agenda-status.ts'
import { useAgendaStore } from './use-agenda-store.ts'
import { useAgendaWorkspace } from './use-workspace.ts'
import { VersionsPane } from './VersionsPane.tsx'
import { WorkspaceContext } from './workspace.ts'

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
          <div className="sr" role="status">
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
