import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ReactNode } from 'react'
import type { ComposedMessage, DispatchView, DispatchWarning } from '../../../electron/contract/dispatch.ts'
import { useWrite } from '../../api/use-write.ts'
import { href, type PlaceId } from '../../app/paths.ts'
import { warningActText, warningText } from '../../text/dispatch-warnings.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { Wanted } from './Recipients.tsx'
import { useKeepView } from './use-keep-view.ts'
import { useRewrite } from './use-rewrite.ts'

type MeetingPlace = Extract<PlaceId, 'agenda' | 'meetingDetails' | 'attachments'>

/** Warnings that another screen ends. */
const places: Partial<Record<DispatchWarning, MeetingPlace>> = {
  'agenda-not-validated': 'agenda',
  'agenda-not-published': 'agenda',
  'too-late-to-convene': 'meetingDetails',
  'first-number': 'meetingDetails',
  'documents-missing': 'attachments',
}

export function Warnings(props: {
  view: DispatchView
  message: ComposedMessage | null
  onWant: (wanted: Wanted) => void
}) {
  const { view, message, onWant } = props
  const { id, meetingId } = view.dispatch
  const keep = useKeepView()
  const lighten = useWrite('dispatch.lighten', { onSuccess: keep })
  const hide = useWrite('dispatch.setField', { onSuccess: keep })
  const { rewrite, error: rewriteError } = useRewrite(view.dispatch)
  const warnings = warningsOf(view, message)
  if (warnings.length === 0) return null
  const act = (warning: DispatchWarning): ReactNode => {
    const label = warningActText[warning]
    if (label === undefined) return null
    const place = places[warning]
    if (place !== undefined) return <a href={href(place, { meetingId })}>{label}</a>
    const press = () => {
      if (warning === 'no-recipient') onWant('add')
      else if (warning === 'too-heavy') lighten.mutate({ id })
      else if (warning === 'text-out-of-date') rewrite()
      else if (warning === 'many-recipients') hide.mutate({ id, field: 'bcc' })
      else onWant('unreached')
    }
    return (
      <Button small onPress={press}>
        {label}
      </Button>
    )
  }
  const error = lighten.error ?? hide.error ?? rewriteError
  return (
    <>
      {error === null ? null : <ErrorBanner error={error} />}
      <div role="status">
        <ul className="dispatch-warnings">
          {warnings.map((warning) => (
            <li key={warning}>
              <Icon of={TriangleAlert} tone="warn" />
              <span className="grow">{warningText[warning](view, message)}</span>
              {act(warning)}
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

/** Those of the core; the weight as soon as the built message shows it; of an agenda the one thing to do first. */
function warningsOf({ warnings }: DispatchView, message: ComposedMessage | null): readonly DispatchWarning[] {
  const tooHeavy = message !== null && message.sizeBytes > message.limitBytes
  const all: DispatchWarning[] =
    tooHeavy && !warnings.includes('too-heavy') ? [...warnings, 'too-heavy'] : [...warnings]
  return all.includes('agenda-not-validated') ? all.filter((one) => one !== 'agenda-not-published') : all
}
