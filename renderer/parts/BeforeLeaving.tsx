import type { Departure, LeavingCheck } from '../../electron/domain/meetings/leaving.ts'
import { leavingText } from '../text/leaving.ts'
import { Before } from '../ui/Before.tsx'
import { useLeaving } from './leaving-lines.ts'

/** What is asked before something leaves that nothing stops. */
export function BeforeLeaving(props: {
  meetingId: string
  departure: Exclude<Departure, 'seal'>
  words: { readonly title: string; readonly act: (odd: number) => string }
  go: ((check: LeavingCheck) => boolean) | null
  reads?: boolean
  onAct: () => void
  onClose: () => void
}) {
  const { lines, odd } = useLeaving(props.meetingId, props.departure, props.go)
  const { none, reading } = leavingText
  return (
    <Before
      title={props.words.title}
      lines={lines === undefined ? [] : lines.length === 0 ? [{ tone: 'ok', words: none }] : lines}
      act={props.words.act(odd)}
      reads={props.reads === true}
      busy={lines === undefined ? reading : undefined}
      error={null}
      onAct={props.onAct}
      onClose={props.onClose}
    />
  )
}
