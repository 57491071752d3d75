// Attendance list: who was there, by college; members from the directory, guests by typing a name.
import MailCheck from 'lucide-react/icons/mail-check'
import Users from 'lucide-react/icons/users'
import { useRef, useState } from 'react'
import type { Attendee } from '../../../electron/domain/attendance.ts'
import { errorSentence } from '../../api/api-error.ts'
import { call } from '../../api/client.ts'
import { newId } from '../../api/new-id.ts'
import { sameJson } from '../../api/same-json.ts'
import { saves } from '../../api/saves.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { attendanceText } from '../../text/attendance.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { showToast, showUndoToast } from '../../ui/toasts.ts'
import { AttendeeRow } from './AttendeeRow.tsx'
import { byCollege, type Counts, countsOf, fullName } from './attendance-groups.ts'
import { GuestField } from './GuestField.tsx'

export function AttendanceList({ meetingId }: { meetingId: string }) {
  const list = useQuery('attendance.list', { meetingId })
  const refetch = { onSuccess: () => void list.refetch() }
  const addMembers = useWrite('attendance.addMembers', refetch)
  const add = useWrite('attendance.add', refetch)
  const fill = useWrite('attendance.fillFromReplies', {
    onSuccess: (after) => {
      // Without a change there is nothing of ours to take back.
      if (sameJson(after, list.data)) showToast(attendanceText.nothingToFill)
      else void showUndoToast(attendanceText.filled)
      void list.refetch()
    },
  })
  const [stop, setStop] = useState<string | null>(null)
  const region = useRef<HTMLElement>(null)
  if (list.data === undefined) {
    return list.error === null ? <Skeleton /> : <ErrorBanner error={list.error} />
  }
  const groups = byCollege(list.data)
  const ordered = groups.flatMap((group) => group.attendees)
  const stopId = ordered.some((one) => one.id === stop) ? stop : ordered[0]?.id

  const move = (from: string, step: 1 | -1) => {
    const next = ordered[ordered.findIndex((one) => one.id === from) + step]
    if (next === undefined) return
    setStop(next.id)
    region.current?.querySelector<HTMLElement>(`[data-attendee="${next.id}"]`)?.focus()
  }
  const remove = async (attendee: Attendee) => {
    const key = `attendee:${attendee.id}`
    try {
      const version = (await saves.settle(key)) ?? attendee.version
      await call('attendance.remove', { id: attendee.id, version })
      saves.forget(key)
      await list.refetch()
      await showUndoToast(attendanceText.removed(fullName(attendee)))
    } catch (error) {
      showToast(errorSentence(error))
    }
  }
  const error = addMembers.error ?? add.error ?? fill.error
  return (
    <section ref={region} className="attendance" aria-label={attendanceText.title}>
      <h3>{attendanceText.title}</h3>
      <p className="mute" role="status">
        {summary(countsOf(list.data)).join(' · ')}
      </p>
      {error === null ? null : <ErrorBanner error={error} />}
      {ordered.length === 0 ? (
        <EmptyState icon={Users} title={attendanceText.empty}>
          {attendanceText.emptyHint}
        </EmptyState>
      ) : (
        <p className="mute keys-hint">{attendanceText.keys}</p>
      )}
      {groups.map((group) => (
        <section key={group.college} aria-label={group.college || attendanceText.noCollege}>
          <h4>{group.college || attendanceText.noCollege}</h4>
          <ul>
            {group.attendees.map((attendee) => (
              <AttendeeRow
                key={attendee.id}
                attendee={attendee}
                isStop={attendee.id === stopId}
                onStop={() => setStop(attendee.id)}
                onMove={(step) => move(attendee.id, step)}
                onRemove={() => void remove(attendee)}
              />
            ))}
          </ul>
        </section>
      ))}
      <div className="attendance-acts">
        <GuestField onAdd={(fields) => add.mutate({ id: newId(), meetingId, fields })} />
        <Button
          icon={Users}
          busy={addMembers.isPending ? attendanceText.adding : undefined}
          onPress={() => addMembers.mutate({ meetingId })}
        >
          {attendanceText.addMembers}
        </Button>
        <Button
          icon={MailCheck}
          busy={fill.isPending ? attendanceText.filling : undefined}
          onPress={() => void saves.flush().then(() => fill.mutate({ meetingId }))}
        >
          {attendanceText.fromReplies}
        </Button>
      </div>
    </section>
  )
}

function summary(counts: Counts): string[] {
  if (counts.all === 0) return []
  const { counts: words } = attendanceText
  return [
    attendanceText.present(counts.present, counts.all),
    words.surPlace(counts.surPlace),
    words.distance(counts.distance),
    ...(counts.excuse === 0 ? [] : [words.excuse(counts.excuse)]),
    ...(counts.represente === 0 ? [] : [words.represente(counts.represente)]),
    ...(counts.unsaid === 0 ? [] : [words.unsaid(counts.unsaid)]),
  ]
}
