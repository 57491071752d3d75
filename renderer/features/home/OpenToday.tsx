import type { ReactNode } from 'react'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { useMeetingState } from '../../parts/use-meeting-state.tsx'
import { meetingActText } from '../../text/meeting.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'

/** Opens the meeting of the day; what is read for that is not read on any other. */
export function OpenToday(props: {
  meeting: Meeting
  children: (act: ReactNode, said: ReactNode) => ReactNode
}) {
  const { meeting, children } = props
  const { go, error, question } = useMeetingState(meeting, () =>
    navigate(href('session', { meetingId: meeting.id })),
  )
  return children(
    <Button look="primary" onPress={() => go('inSession')}>
      {meetingActText.inSession}
    </Button>,
    <>
      {error === null ? null : <ErrorBanner error={error} />}
      {question}
    </>,
  )
}
