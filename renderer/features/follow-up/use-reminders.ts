import { errorSentence } from '../../api/api-error.ts'
import { showToast, showUndoToast } from '../../api/toasts.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { followUpText as text } from '../../text/follow-up.ts'

export type Reminders = {
  /** To the owners of these actions; null: to all who have an open one. */
  prepare: (actionIds: string[] | null) => void
  isPending: boolean
}

export function useReminders(): Reminders {
  const write = useWrite('followUp.prepareReminders', {
    onError: (error) => showToast(error.code === 'not-found' ? text.noMeeting : errorSentence(error)),
    onSuccess: ({ meetingId, dispatchIds }) => {
      const [only] = dispatchIds
      const shown = dispatchIds.length === 1 && only !== undefined ? only : 'actionsReminder'
      const run = () => navigate(href('dispatch', { meetingId }, shown))
      if (dispatchIds.length === 0) showToast(text.reminded(0))
      else showUndoToast(text.reminded(dispatchIds.length), { label: text.seeDispatches, run })
    },
  })
  return { prepare: (actionIds) => write.mutate({ actionIds }), isPending: write.isPending }
}
