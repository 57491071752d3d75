// Agenda screen: toolbar, time band, tree and the line for a new item at left; the inspector or the PDF at right.
import Coffee from 'lucide-react/icons/coffee'
import Eye from 'lucide-react/icons/eye'
import FileDown from 'lucide-react/icons/file-down'
import ListOrdered from 'lucide-react/icons/list-ordered'
import Plus from 'lucide-react/icons/plus'
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react'
import type { AgendaView } from '../../../electron/contract/agenda.ts'
import type { Meeting } from '../../../electron/domain/meeting.ts'
import { setImportStart } from '../../api/import-start.ts'
import { useQuery } from '../../api/use-query.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { agendaText } from '../../text/agenda.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { HeadActs } from '../../ui/HeadActs.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { SaveDocument } from '../documents/SaveDocument.tsx'
import { AgendaTree } from './AgendaTree.tsx'
import { Fit } from './Fit.tsx'
import { ItemInspector } from './ItemInspector.tsx'
import { NewItem } from './NewItem.tsx'
import { NotSaved } from './NotSaved.tsx'
import { TimeBand } from './TimeBand.tsx'
import { useAgendaStatus } from './use-agenda-status.ts'
import { useAgendaStore } from './use-agenda-store.ts'
import { useAgendaWorkspace } from './use-workspace.ts'
import { WorkspaceContext } from './workspace.ts'

const DocumentPreview = lazy(() =>
  import('../documents/DocumentPreview.tsx').then((module) => ({ default: module.DocumentPreview })),
)

export function AgendaScreen(props: { view: AgendaView; meeting: Meeting; focusId: string | null }) {
  const { id: meetingId, startTime, endTime } = props.meeting
  const { store, state } = useAgendaStore(props.view)
  const attachments = useQuery('attachments.list', { meetingId })
  const hours = useMemo(() => ({ startTime, endTime }), [startTime, endTime])
  const [said, announce] = useState('')
  const [previewing, setPreviewing] = useState(false)
  const workspace = useAgendaWorkspace(store, state, hours, attachments.data ?? [], props.focusId, announce)
  const { agenda, chosenId, addBelow, choose } = workspace
  useAgendaStatus(agenda)
  // The row is marked at once; its many fields follow when there is time, so that arrows held down stay fluid.
  const inspectedId = useDeferredValue(chosenId)
  const inspected = inspectedId === null ? undefined : agenda.byId.get(inspectedId)

  const preview = async () => {
    // The preview shows what is stored: what is being typed goes first.
    await store.flush()
    setPreviewing(true)
  }
  const importHere = () => {
    setImportStart({ type: 'choose' })
    navigate(href('importReview', {}, meetingId))
  }
  return (
    <WorkspaceContext value={workspace}>
      <HeadActs>
        {previewing ? (
          <SaveDocument meetingId={meetingId} kind="agenda" />
        ) : (
          <Button look="primary" icon={Eye} onPress={() => void preview()}>
            {agendaText.preview}
          </Button>
        )}
      </HeadActs>
      <div className={previewing ? 'cols previewing' : 'cols'}>
        <section className="pane grow" aria-label={agendaText.region}>
          <div className="toolbar">
            <Button small icon={Plus} onPress={() => addBelow(chosenId)}>
              {agendaText.add}
            </Button>
            <Button small icon={Coffee} onPress={() => addBelow(chosenId, 'break')}>
              {agendaText.addBreak}
            </Button>
            <Button small icon={FileDown} onPress={importHere}>
              {agendaText.import}
            </Button>
            <Fit />
          </div>
          <NotSaved store={store} state={state} />
          <TimeBand />
          {agenda.rows.length === 0 ? (
            <EmptyState icon={ListOrdered} title={agendaText.emptyTitle}>
              {agendaText.emptyWords}
            </EmptyState>
          ) : (
            <AgendaTree />
          )}
          <NewItem store={store} onAdded={choose} />
          <div className="sr" role="status">
            {said}
          </div>
        </section>
        {previewing ? (
          <Inspector title={agendaText.preview} onClose={() => setPreviewing(false)}>
            <Suspense fallback={<Skeleton />}>
              <DocumentPreview meetingId={meetingId} kind="agenda" />
            </Suspense>
          </Inspector>
        ) : inspected === undefined ? null : (
          <ItemInspector row={inspected} />
        )}
      </div>
    </WorkspaceContext>
  )
}
