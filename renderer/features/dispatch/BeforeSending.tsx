import MailCheck from 'lucide-react/icons/mail-check'
import type { ComposedMessage, DispatchView, DispatchWarning } from '../../../electron/contract/dispatch.ts'
import type { DispatchKind } from '../../../electron/domain/dispatch/dispatch.ts'
import {
  type Departure,
  type LeavingCheckKind,
  leavingCheck,
} from '../../../electron/domain/meetings/leaving.ts'
import type { MeetingState } from '../../../electron/domain/meetings/meeting.ts'
import { addressFault } from '../../../electron/domain/people/addresses.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useWrite } from '../../api/use-write.ts'
import { useLeaving } from '../../parts/leaving-lines.ts'
import { placeOf, reach } from '../../parts/mend-place.ts'
import { dispatchKindText, markingText, dispatchText as text } from '../../text/dispatch.ts'
import { warningActText, warningText } from '../../text/dispatch-warnings.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { type BeforeLine, BeforeLines } from '../../ui/Before.tsx'
import { Button } from '../../ui/Button.tsx'
import type { Wanted } from './Recipients.tsx'
import { useKeepView } from './use-keep-view.ts'
import { useRewrite } from './use-rewrite.ts'

/** Warnings that another screen ends, as the lines that lead there. */
const places: Partial<Record<DispatchWarning, LeavingCheckKind>> = {
  'agenda-not-validated': 'agendaUnvalidated',
  'agenda-not-published': 'agendaUnvalidated',
  'too-late-to-convene': 'meetingPassed',
  'documents-missing': 'documentsAwaited',
}

/** What is to be looked at before some of them, whatever the message says. */
const departures: Partial<Record<DispatchKind, Departure>> = {
  agendaDraft: 'convocation',
  convocation: 'convocation',
  internalMinutes: 'review',
  draftMinutes: 'review',
  writtenApproval: 'review',
}

/** What the message's own warnings say: whom it does not reach, of those whom it is for; how its agenda stands. */
const ofMessage: ReadonlySet<LeavingCheckKind> = new Set(['recipientWithoutAddress', 'agendaUnvalidated'])

/** Beside the message: what it lacks, what it has, and what comes once it left. */
export function BeforeSending(props: {
  view: DispatchView
  message: ComposedMessage | null
  meetingState: MeetingState
  onWant: (wanted: Wanted) => void
  onSent: (view: DispatchView) => void
}) {
  const { view, message, onWant } = props
  const { id, meetingId, kind } = view.dispatch
  const keep = useKeepView()
  const lighten = useWrite('dispatch.lighten', { onSuccess: keep })
  const hide = useWrite('dispatch.setField', { onSuccess: keep })
  const { rewrite, error: rewriteError } = useRewrite(view.dispatch)
  const repairOf = (warning: DispatchWarning): BeforeLine['repair'] => {
    const label = warningActText[warning]
    if (label === undefined) return undefined
    const place = places[warning]
    if (place !== undefined) {
      const then = () => reach('convocation', leavingCheck(place))
      return { label, href: placeOf(meetingId, 'convocation', leavingCheck(place)), then }
    }
    const run = () => {
      if (warning === 'no-recipient') onWant('add')
      else if (warning === 'too-heavy') lighten.mutate({ id })
      else if (warning === 'text-out-of-date') rewrite()
      else if (warning === 'many-recipients') hide.mutate({ id, field: 'bcc' })
      else onWant('unreached')
    }
    return { label, run }
  }
  const departure = departures[kind]
  const leaving = useLeaving(
    meetingId,
    departure ?? 'convocation',
    () => false,
    departure !== undefined && view.dispatch.state === 'draft',
  )
  // The number comes with a convocation.
  const missing = (leaving.lines ?? []).filter(
    (line) => !ofMessage.has(line.kind) && (kind === 'convocation' || line.kind !== 'firstNumber'),
  )
  const lines: BeforeLine[] = [
    ...missing,
    ...warningsOf(view, message).map((warning): BeforeLine => {
      const repair = repairOf(warning)
      return {
        tone: 'warn',
        words: warningText[warning](view, message),
        ...(repair === undefined ? {} : { repair }),
      }
    }),
    ...inOrder(view),
  ]
  const error = lighten.error ?? hide.error ?? rewriteError
  return (
    <aside className="pane inspector dispatch-before" aria-label={text.before.title}>
      <div className="pane-head">
        <h2>{text.before.title}</h2>
      </div>
      <div className="scroll inspector-body">
        {error === null ? null : <ErrorBanner error={error} />}
        <div role="status">
          <BeforeLines lines={lines} />
        </div>
        <MarkSent
          view={view}
          convenes={kind === 'convocation' && props.meetingState === 'planned'}
          onSent={props.onSent}
        />
      </div>
    </aside>
  )
}

/** What is as it should be. */
function inOrder({ recipients, documents }: DispatchView): BeforeLine[] {
  const reached = recipients.filter(({ email }) => addressFault(email) === null)
  const isWord = documents.some((one) => one.kind === 'agendaWord' || one.kind === 'minutesWord')
  return [
    ...(reached.length > 0 && reached.length === recipients.length
      ? [{ tone: 'ok' as const, words: text.before.reached(reached.length) }]
      : []),
    ...(isWord ? [{ tone: 'ok' as const, words: text.before.word, detail: text.before.wordComesBack }] : []),
  ]
}

function MarkSent(props: { view: DispatchView; convenes: boolean; onSent: (view: DispatchView) => void }) {
  const { view, convenes } = props
  const { dispatch, warnings } = view
  const mark = useWrite('dispatch.markSent', {
    onSuccess: (after) => {
      props.onSent(after)
      showUndoToast(convenes ? text.markedConvened : text.marked(dispatchKindText[dispatch.kind]))
    },
  })
  return (
    <section className="dispatch-then" aria-labelledby="dispatch-then">
      <h3 className="h3" id="dispatch-then">
        {text.before.next}
      </h3>
      {mark.error === null ? null : <ErrorBanner error={mark.error} />}
      <p className="mute">{text.markHint(hintOf(dispatch.kind, convenes))}</p>
      <Button
        icon={MailCheck}
        writes
        unavailable={warnings.includes('no-recipient') ? text.noRecipient : undefined}
        busy={mark.isPending ? text.marking : undefined}
        onPress={() => mark.mutate({ id: dispatch.id, version: dispatch.version })}
      >
        {text.mark}
      </Button>
    </section>
  )
}

/** A convocation sent again changes nothing in the meeting any more. */
function hintOf(kind: DispatchKind, convenes: boolean): string | undefined {
  return kind === 'convocation' && !convenes ? undefined : markingText[kind]
}

/** Those of the core; the weight as soon as the built message shows it; of an agenda the one thing to do first. */
function warningsOf({ warnings }: DispatchView, message: ComposedMessage | null): readonly DispatchWarning[] {
  const tooHeavy = message !== null && message.sizeBytes > message.limitBytes
  const all: DispatchWarning[] =
    tooHeavy && !warnings.includes('too-heavy') ? [...warnings, 'too-heavy'] : [...warnings]
  return all.includes('agenda-not-validated') ? all.filter((one) => one !== 'agenda-not-published') : all
}
