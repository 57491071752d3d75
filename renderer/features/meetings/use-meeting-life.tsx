import { type ReactNode, useState } from 'react'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { meetingStateWords } from '../../../electron/domain/meetings/meeting-words.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { useMeetingState } from '../../parts/use-meeting-state.tsx'
import { meetingDeskText as text } from '../../text/meeting-desk.ts'
import { oldFilesText } from '../../text/old-files.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { EditingOff } from '../../ui/editing.ts'
import { CancelDialog } from './CancelDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import type { MeetingContext } from './meeting-acts.ts'

/**
 * What the acts of a meeting need, in its frame as in the list of a year.
 * @param off why nothing of it may be written
 * @returns `asked`: what is asked before an act, and its failure, to be put on the screen
 */
export function useMeetingLife(
  meeting: Meeting,
  off: string | null,
): { context: MeetingContext; asked: ReactNode } {
  const [asking, setAsking] = useState<'move' | 'cancel' | null>(null)
  const target = { id: meeting.id, version: meeting.version }
  const life = useMeetingState(meeting, (after) => {
    if (after.state === 'inSession') navigate(href('session', { meetingId: after.id }))
    else showUndoToast(text.stateNow(meetingStateWords[after.state]))
  })
  const remove = useWrite('meetings.remove', {
    onSuccess: () => {
      navigate(href('meetings'))
      showUndoToast(text.removed)
    },
  })
  const error = life.error ?? remove.error
  const close = () => setAsking(null)
  return {
    context: { meeting, go: life.go, ask: setAsking, remove: () => remove.mutate(target) },
    asked: (
      <EditingOff value={off}>
        {error === null ? null : <ErrorBanner error={error} />}
        {life.question}
        {asking === 'move' ? <MoveDialog meeting={meeting} onClose={close} /> : null}
        {asking === 'cancel' ? <CancelDialog meeting={meeting} onClose={close} /> : null}
      </EditingOff>
    ),
  }
}

/** Why the papers of a meeting cannot be changed; null when they can. */
export function lockedReason({ takenOver }: Meeting): string | null {
  return takenOver === 'locked' ? oldFilesText.lockedReason : null
}
