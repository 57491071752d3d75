import { useState } from 'react'
import { fold } from '../../../../electron/domain/text/fold.ts'
import { errorCode, errorSentence } from '../../../api/api-error.ts'
import { call } from '../../../api/client.ts'
import { newId } from '../../../api/new-id.ts'
import { showUndoToast } from '../../../api/toasts.ts'
import { storing, useWrite } from '../../../api/use-write.ts'
import { navigate } from '../../../app/location.ts'
import { href } from '../../../app/paths.ts'
import type { Upcoming } from '../../../parts/use-upcoming.ts'
import { agendaText } from '../../../text/agenda.ts'
import { subjectText as text } from '../../../text/subjects.ts'

type Target = { id: string; version: number }

export type SubjectActs = {
  retain: (target: Target, meeting: Upcoming) => void
  /** `stored` once it is. */
  setState: (
    target: Target,
    state: 'received' | 'waiting' | 'dismissed',
    reason: string,
    stored?: () => void,
  ) => void
  /** A second subject of the same mail, which is shown. */
  double: (target: Target) => void
  remove: (target: Target) => void
  /** The sentence of the last failure with the subject it concerns; null once something went well. */
  failure: { id: string; sentence: string } | null
}

export function useSubjectActs(on: {
  removed: (id: string) => void
  added: (id: string) => void
  refused: (id: string) => void
}): SubjectActs {
  const [failure, setFailure] = useState<SubjectActs['failure']>(null)
  const onError = (error: unknown, { id }: Target) => {
    setFailure({
      id,
      sentence: errorCode(error) === 'state-refuses' ? text.cannotLeave : errorSentence(error),
    })
    on.refused(id)
  }
  const done = (words: string, act: Parameters<typeof showUndoToast>[1] = null) => {
    setFailure(null)
    showUndoToast(words, act)
  }
  const retain = useWrite('subjects.retain', { onError })
  const setState = useWrite('subjects.setState', { onError })
  const remove = useWrite('subjects.remove', { onError })
  const split = useWrite('subjects.split', {
    onError: (error, { from }) => {
      setFailure({ id: from, sentence: errorSentence(error) })
      on.refused(from)
    },
  })
  return {
    failure,
    retain: ({ id, version }, meeting) =>
      retain.mutate(
        { id, version, meetingId: meeting.id },
        {
          onSuccess: async ({ subject }) =>
            done(await retainedWords(meeting, subject), {
              label: agendaText.region,
              run: () => navigate(href('agenda', { meetingId: meeting.id }, subject.itemId ?? undefined)),
            }),
        },
      ),
    setState: ({ id, version }, state, reason, stored) =>
      storing(setState, { id, version, state, reason }, ({ subject }) => {
        stored?.()
        done(
          state === 'received' && subject.state === 'retained'
            ? text.backToReports
            : { received: text.takenUp, waiting: text.waits, dismissed: text.dismissed }[state],
        )
      }),
    double: ({ id }) =>
      split.mutate(
        { id: newId(), from: id, text: null },
        {
          onSuccess: ({ subject }) => {
            on.added(subject.id)
            done(text.splitDone)
          },
        },
      ),
    remove: ({ id, version }) =>
      remove.mutate(
        { id, version },
        {
          onSuccess: () => {
            on.removed(id)
            done(text.removed)
          },
        },
      ),
  }
}

/** What is on the agenda under this very title already, most often by its project, is said. */
async function retainedWords(
  meeting: Upcoming,
  { itemId, title }: { itemId: string | null; title: string },
): Promise<string> {
  const items = await call('agenda.list', { meetingId: meeting.id }).then(
    (agenda) => agenda.items,
    () => [],
  )
  const isTwice = items.some((one) => one.id !== itemId && fold(one.title).trim() === fold(title).trim())
  return isTwice ? text.retainedTwice(meeting.words) : text.retained(meeting.words)
}
