import { type ReactNode, Suspense, useState } from 'react'
import type { Meeting, MeetingState } from '../../electron/domain/meetings/meeting.ts'
import { daysBetween } from '../../electron/domain/time/civil-date.ts'
import { call } from '../api/client.ts'
import { useQuery } from '../api/use-query.ts'
import { useWrite } from '../api/use-write.ts'
import { part } from '../ui/part.ts'
import type { Asked } from './MeetingQuestion.tsx'

// Dialogs are no part of the first screen.
const MeetingQuestion = part(() => import('./MeetingQuestion.tsx').then((m) => m.MeetingQuestion))

type Life = {
  go: (state: MeetingState) => void
  error: unknown
  isPending: boolean
  /** What is asked before the act, to be put on the screen. */
  question: ReactNode
}

const leadsTo = {
  open: 'inSession',
  convene: 'convened',
  goBack: 'convened',
  plan: 'planned',
  hold: 'held',
} as const

/** Takes a meeting to another state; asks first what is early or large. */
export function useMeetingState(meeting: Meeting, onDone: (after: Meeting) => unknown): Life {
  const { id } = meeting
  const [asked, setAsked] = useState<Asked | null>(null)
  const write = useWrite('meetings.setState', {
    onSuccess: (after) => {
      setAsked(null)
      onDone(after)
    },
  })
  const year = useQuery('meetings.list', { year: Number(meeting.date.slice(0, 4)) })
  const other = year.data?.find((row) => row.state === 'inSession' && row.id !== id)
  const home = useQuery('home.get', {})
  const days = home.data === undefined ? 0 : daysBetween(home.data.today, meeting.date)
  // Whether, without the words: those are loaded with the question.
  const checks = useQuery(
    'meetings.leavingChecks',
    { id, departure: 'opening' },
    { enabled: meeting.number === null },
  )
  // On its day people are there, however they learnt of it.
  const isOdd = checks.data?.some(({ kind, stops }) => !stops && kind !== 'notConvened') === true
  const isAsked = days !== 0 || other !== undefined || isOdd
  const send = async (state: MeetingState) => {
    // The press that leaves a field sends what was typed there, and the meeting then has another version than the one
    // shown. The core answers in the order it was asked: this read comes after that save.
    const version = await call('meetings.get', { id }).then(
      (file) => file.meeting.version,
      () => meeting.version,
    )
    write.mutate({ id, version, state })
  }
  const go = (state: MeetingState) => {
    write.reset()
    if (state === 'inSession' && meeting.state !== 'inSession' && isAsked) setAsked('open')
    else if (state === 'convened') setAsked(meeting.state === 'planned' ? 'convene' : 'goBack')
    else if (state === 'planned') setAsked('plan')
    else if (state === 'held' && meeting.state !== 'inSession') setAsked('hold')
    else void send(state)
  }
  return {
    go,
    error: asked === null ? write.error : null,
    isPending: write.isPending,
    question: (
      <Suspense>
        {asked === null ? null : (
          <MeetingQuestion
            asked={asked}
            meeting={meeting}
            days={days}
            other={other}
            listed={year.data?.find((row) => row.id === id)?.attendeeCount ?? 0}
            error={write.error}
            onClose={() => setAsked(null)}
            onAct={() => void send(leadsTo[asked])}
          />
        )}
      </Suspense>
    ),
  }
}
