import type { ApiError } from '../../api/api-error.ts'
import { newId } from '../../api/new-id.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import type { Upcoming } from '../../parts/use-upcoming.ts'
import { agendaText } from '../../text/agenda.ts'
import { watchPasteText as text } from '../../text/watch-paste.ts'

export function usePutOnAgenda(): { put: (id: string, meeting: Upcoming) => void; error: ApiError | null } {
  const write = useWrite('watch.putOnAgenda')
  return {
    error: write.error,
    put: (id, meeting) =>
      write.mutate(
        { id, itemId: newId(), meetingId: meeting.id },
        {
          onSuccess: () =>
            showUndoToast(text.onAgenda(meeting.words), {
              label: agendaText.region,
              run: () => navigate(href('agenda', { meetingId: meeting.id })),
            }),
        },
      ),
  }
}
