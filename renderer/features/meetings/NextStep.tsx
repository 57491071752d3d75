import type { Meeting, MeetingState } from '../../../electron/domain/meetings/meeting.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { homeText } from '../../text/home.ts'
import { meetingActText, meetingStateText, meetingText as text } from '../../text/meeting.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { HeadActs } from '../../ui/HeadActs.tsx'
import { showUndoToast } from '../../ui/toasts.ts'
import { useMeetingState } from './use-meeting-state.ts'

/** The state that comes next along the life cycle; the others are in the menu. */
const nextState: Readonly<Record<MeetingState, MeetingState | null>> = {
  planned: 'convened',
  convened: 'inSession',
  inSession: 'held',
  held: null,
  cancelled: 'planned',
}

export function NextStep({ meeting }: { meeting: Meeting }) {
  const state = nextState[meeting.state]
  const { go, error } = useMeetingState(meeting, (after) => {
    if (after.state === 'inSession') navigate(href('session', { meetingId: after.id }))
    else void showUndoToast(text.stateNow(meetingStateText[after.state]))
  })
  return (
    <>
      <HeadActs>
        {state === null ? (
          <a className="btn primary" href={href('minutes', { meetingId: meeting.id })}>
            {homeText.openMinutes}
          </a>
        ) : (
          <Button look="primary" onPress={() => go(state)}>
            {meetingActText[state]}
          </Button>
        )}
      </HeadActs>
      {error === null ? null : <ErrorBanner error={error} />}
    </>
  )
}
