import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { Meeting, MeetingState } from '../../electron/domain/meetings/meeting.ts'
import { daysBetween } from '../../electron/domain/time/civil-date.ts'
import { call } from '../api/client.ts'
import { useQuery } from '../api/use-query.ts'
import { useWrite } from '../api/use-write.ts'
import { navigate } from '../app/location.ts'
import { href } from '../app/paths.ts'
import { beforeText } from '../text/before.ts'
import type { BeforeLine } from '../ui/Before.tsx'
import { useLeaving } from './leaving-lines.ts'

// Dialogs are no part of the first screen.
const Before = lazy(() => import('../ui/Before.tsx').then((m) => ({ default: m.Before })))

type Life = {
  go: (state: MeetingState) => void
  error: unknown
  isPending: boolean
  /** What is asked before the act, to be put on the screen. */
  question: ReactNode
}

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
    if (state === 'inSession' && meeting.state !== 'inSession' && (days !== 0 || other !== undefined))
      setAsked('open')
    else if (state === 'convened' && meeting.state === 'planned') setAsked('convene')
    else if (state === 'held' && meeting.state !== 'inSession') setAsked('hold')
    else void send(state)
  }
  const replies = useQuery('replies.list', { meetingId: id }, { enabled: asked === 'convene' })
  const attendees = year.data?.find((row) => row.id === id)?.attendeeCount ?? 0
  const convened = Math.max(attendees, replies.data?.asked.length ?? 0)
  const leaving = useLeaving(id, 'convocation', () => false, asked === 'convene')
  const close = () => setAsked(null)
  const shared = { error: write.error, onClose: close }
  const question =
    asked === null ? null : asked === 'open' ? (
      <Before
        {...shared}
        title={beforeText.open.title}
        lines={openingLines(meeting, days, other)}
        act={beforeText.open.act}
        onAct={() => void send('inSession')}
      />
    ) : asked === 'convene' ? (
      <Before
        {...shared}
        title={beforeText.convene.title}
        lines={
          replies.data === undefined ? [] : [...conveningLines(meeting, convened), ...(leaving.lines ?? [])]
        }
        act={beforeText.convene.act(convened)}
        onAct={() => void send('convened')}
      />
    ) : (
      <Before
        {...shared}
        title={beforeText.hold.title}
        lines={holdingLines(meeting, days)}
        act={beforeText.hold.act}
        onAct={() => void send('held')}
      />
    )
  return {
    go,
    error: asked === null ? write.error : null,
    isPending: write.isPending,
    question: <Suspense>{question}</Suspense>,
  }
}

type Asked = 'open' | 'convene' | 'hold'

function openingLines(meeting: Meeting, days: number, other: Meeting | undefined): BeforeLine[] {
  const { ahead, past, other: live, goThere } = beforeText.open
  const lines: BeforeLine[] = []
  if (other !== undefined)
    lines.push({
      tone: 'bad',
      words: live(other.number, other.date),
      repair: { label: goThere, run: () => navigate(href('session', { meetingId: other.id })) },
    })
  if (days > 0) lines.push({ tone: 'warn', words: ahead(meeting.date, days) })
  if (days < 0) lines.push({ tone: 'warn', words: past(meeting.date, -days) })
  return lines
}

function conveningLines({ id, number }: Meeting, attendees: number): BeforeLine[] {
  const { nobody, add, people, number: numbered } = beforeText.convene
  if (attendees === 0) {
    const run = () => navigate(href('participants', { meetingId: id }))
    return [{ tone: 'bad', words: nobody, repair: { label: add, run } }]
  }
  const lines: BeforeLine[] = [{ tone: 'ok', words: people(attendees) }]
  return number === null ? [...lines, { tone: 'ok', words: numbered }] : lines
}

function holdingLines({ date }: Meeting, days: number): BeforeLine[] {
  const lines: BeforeLine[] = [{ tone: 'warn', words: beforeText.hold.silent }]
  return days > 0 ? [{ tone: 'warn', words: beforeText.hold.notYet(date) }, ...lines] : lines
}
