import type { Minutes, MinutesState } from '../../../../electron/domain/minutes/minutes.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { outbox } from '../../../api/outbox/window.ts'
import { useWrite } from '../../../api/use-write.ts'
import { minutesText } from '../../../text/minutes.ts'
import { showToast, showUndoToast } from '../../../ui/toasts.ts'

export function useMinutesState(minutes: Minutes): (state: MinutesState) => void {
  const write = useWrite('minutes.setState', {
    onSuccess: ({ state }) => void showUndoToast(minutesText.stateNow(state)),
    onError: (error) => showToast(errorSentence(error)),
  })
  const { id } = minutes
  // A step in the life of the minutes is about their whole text: what is typed goes first, and counts in their version.
  return (state) =>
    void outbox
      .settle(`minutes:${id}`)
      .then(async (settled) => {
        await outbox.flush()
        return settled ?? minutes.version
      })
      .then((version) => write.mutate({ id, version, state }))
}
