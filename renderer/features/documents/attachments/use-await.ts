import type { AgendaItem } from '../../../../electron/domain/agenda/agenda.ts'
import type { Id } from '../../../../electron/domain/ids.ts'
import { addDays, civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { newId } from '../../../api/new-id.ts'
import { showUndoToast } from '../../../api/toasts.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { attachmentsText as text } from '../../../text/attachments.ts'

/** Slides are due so many days before a meeting whose back-planning does not say. */
const USUAL_DAYS = 5

/** @param onAdded is given the awaited document, to be completed if need be. */
export function useAwait(meetingId: Id, onAdded: (id: Id) => void) {
  const file = useQuery('meetings.get', { id: meetingId })
  const tasks = useQuery('backPlanning.tasks', { meetingId })
  const add = useWrite('attachments.addAwaited', {
    onSuccess: (_, { id, fields }) => {
      onAdded(id)
      showUndoToast(text.awaitedNow(fields.title))
    },
  })
  const date = file.data?.meeting.date
  const planned = tasks.data?.find(({ act }) => act === 'remindSlides')?.due
  return {
    error: add.error,
    awaitFor: ({ id: itemId, presenter, presenterId }: AgendaItem) =>
      add.mutate({
        id: newId(),
        itemId,
        fields: {
          title: text.awaitedTitle,
          fromName: presenter,
          fromId: presenterId,
          dueOn: date === undefined ? null : dueDay(date, planned, civilDate(new Date())),
        },
      }),
  }
}

/** The planned day; once it has passed, the day before the meeting, as long as that is to come. */
export function dueDay(meetingDate: string, planned: string | undefined, today: string): string | null {
  const days = [planned ?? addDays(meetingDate, -USUAL_DAYS), addDays(meetingDate, -1), meetingDate]
  return days.find((day) => day >= today) ?? null
}
