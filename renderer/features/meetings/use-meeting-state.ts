import type { Meeting, MeetingState } from '../../../electron/domain/meetings/meeting.ts'
import { call } from '../../api/client.ts'
import { useWrite } from '../../api/use-write.ts'

export function useMeetingState(
  meeting: Meeting,
  onDone: (after: Meeting) => unknown,
): { go: (state: MeetingState) => void; error: unknown } {
  const { id } = meeting
  const write = useWrite('meetings.setState', { onSuccess: onDone })
  const go = async (state: MeetingState) => {
    // The press that leaves a field sends what was typed there, and the meeting then has another version than the one
    // shown. The core answers in the order it was asked: this read comes after that save.
    const version = await call('meetings.get', { id }).then(
      (file) => file.meeting.version,
      () => meeting.version,
    )
    write.mutate({ id, version, state })
  }
  return { go: (state) => void go(state), error: write.error }
}
