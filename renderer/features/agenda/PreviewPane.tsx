import { lazy, Suspense } from 'react'
import type { AgendaStatus } from '../../../electron/contract/agenda.ts'
import { agendaText } from '../../text/agenda.ts'
import { versionsText as text } from '../../text/agenda-versions.ts'
import { Inspector } from '../../ui/Inspector.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { DocumentPreview } from '../documents/index.ts'
import { SaveVersion } from './SaveVersion.tsx'

const VersionPreview = lazy(() =>
  import('./VersionPreview.tsx').then((module) => ({ default: module.VersionPreview })),
)

/** The papers that tell an agenda. */
export type Shown = 'timedAgenda' | 'agenda' | 'agendaChanges' | 'runningOrder'

export function PreviewPane(props: {
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
      <div className="ag-forms">
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

export function VersionPane(props: { id: string; versions: AgendaStatus['versions']; onClose: () => void }) {
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
