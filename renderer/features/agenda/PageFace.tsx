import { Suspense } from 'react'
import { versionsText as text } from '../../text/agenda-versions.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { DocumentPreview, PaperChoice, SaveDocument } from '../documents/index.ts'

/** The papers that tell an agenda. */
const forms = ['timedAgenda', 'agenda', 'agendaChanges', 'runningOrder', 'chairBrief'] as const
export type Form = (typeof forms)[number]

export function PageFace(props: {
  meetingId: string
  form: Form
  onForm: (form: Form) => void
  hasChanges: boolean
}) {
  const { meetingId, form } = props
  return (
    <div className="pane papers">
      <PaperChoice
        label={text.previewForm}
        value={form}
        choices={forms
          .filter((value) => value !== 'agendaChanges' || props.hasChanges)
          .map((value) => ({ value, label: text.forms[value] }))}
        onChange={props.onForm}
        acts={<SaveDocument key={form} look="plain" subject={{ kind: form, meetingId }} />}
      />
      <Suspense fallback={<Skeleton />}>
        <DocumentPreview key={form} subject={{ kind: form, meetingId }} />
      </Suspense>
    </div>
  )
}
